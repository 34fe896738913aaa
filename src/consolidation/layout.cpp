// SPDX-License-Identifier: MIT
#include "consolidation/layout.h"

#include <algorithm>
#include <iterator>

#include "base/result.h"
#include "consolidation/cluster.h"
#include "consolidation/forest.h"
#include "consolidation/grouping.h"
#include "consolidation/site.h"

namespace travaux::consolidation {
namespace {

// Rivals inside a rival's words: past this depth they stand as whole readings.
constexpr int cluster_depth_max = 3;
// A crossing group prints as whole readings only where these are few and not much longer.
constexpr std::size_t hull_readings_max = 3;
// About as many nodes of the tree come of one record: what room is made for.
constexpr std::size_t nodes_per_record = 5;

using Groups = Links<Group>;
using Readings = std::span<const Reading* const>;
using ReadingList = boost::container::small_vector<const Reading*, 8>;

// Where a base position stands in a variant, insertions there left to what is before it.
std::uint32_t position_before_insertion(std::span<const Hunk> changes, std::uint32_t at) {
    std::int64_t shift = 0;
    for (const Hunk& hunk : changes) {
        if (hunk.begin >= at) break;
        shift = std::int64_t{hunk.target_end} - hunk.end;
    }
    return static_cast<std::uint32_t>(at + shift);
}

std::uint32_t position_after_insertion(std::span<const Hunk> changes, std::uint32_t at) {
    for (const Hunk& hunk : changes) {
        if (hunk.begin == at && hunk.end == at) return hunk.target_end;
    }
    return position_before_insertion(changes, at);
}

class Printer {
public:
    Printer(const LayoutInput& input, int depth, Tree& tree, Scratch& scratch)
        : base_(input.base), variants_(input.variants), brackets_(input.brackets),
          lexicon_(input.lexicon), grouping_(input.grouping), depth_(depth), tree_(tree),
          scratch_(scratch) {}

    /// Who stands behind variant i; empty where variant i is witness i.
    std::vector<Witnesses> behind;

    void print() {
        std::size_t count = 0;
        for (const Variant& variant : variants_) count += variant.changes.size();
        const auto records = scratch_.make_list<Record>(count);
        auto record = records.begin();
        for (VariantIndex at = 0; at < variants_.size(); ++at) {
            const Variant& variant = variants_[at];
            for (const Hunk& hunk : variant.changes) {
                const auto length = hunk.target_end - hunk.target_begin;
                *record++ = {hunk.begin, hunk.end, variant.words.subspan(hunk.target_begin, length),
                             at};
            }
        }
        if (tree_.empty()) tree_.reserve(1 + nodes_per_record * count);
        const auto groups = forest_of(sites_of(records, lexicon_, scratch_), scratch_);
        branch(0, static_cast<std::uint32_t>(base_.size()), groups.links());
    }

private:
    // Base words [begin, end) with the groups that lie in them.
    void branch(std::uint32_t begin, std::uint32_t end, const Groups& groups) {
        for (const Group& group : groups) {
            plain(begin, group.begin);
            print_group(group);
            begin = group.end;
        }
        plain(begin, end);
    }

    void plain(std::uint32_t begin, std::uint32_t end) {
        if (brackets_.empty()) return words(base_.subspan(begin, end - begin));
        for (const std::uint32_t border : borders_in(begin, end)) {
            words(base_.subspan(begin, border - begin));
            for (const Bracket& bracket : brackets_) {
                if (bracket.end == border) anchor(NodeKind::bracket_close, bracket.mark);
            }
            for (const Bracket& bracket : brackets_) {
                if (bracket.begin == border && border < end) {
                    anchor(NodeKind::bracket_open, bracket.mark);
                }
            }
            begin = border;
        }
        words(base_.subspan(begin, end - begin));
    }

    // A bracket opens before its first word and closes after its last one.
    std::vector<std::uint32_t> borders_in(std::uint32_t begin, std::uint32_t end) const {
        std::vector<std::uint32_t> borders;
        for (const Bracket& bracket : brackets_) {
            if (begin <= bracket.begin && bracket.begin < end) borders.push_back(bracket.begin);
            if (begin < bracket.end && bracket.end <= end) borders.push_back(bracket.end);
        }
        std::ranges::sort(borders);
        borders.erase(std::ranges::unique(borders).begin(), borders.end());
        return borders;
    }

    void words(Stretch stretch) {
        if (stretch.empty()) return;
        const std::size_t at = open(NodeKind::words, {});
        tree_[at].words = stretch;
        close(at);
    }

    void anchor(NodeKind kind, std::uint32_t mark) {
        const std::size_t at = open(kind, {});
        tree_[at].witnesses.push_back(mark);
        close(at);
    }

    std::size_t open(NodeKind kind, Variants variants) {
        Node& node = tree_.emplace_back();
        node.kind = kind;
        add_witnesses(variants, node.witnesses);
        return tree_.size() - 1;
    }

    void close(std::size_t at) { tree_[at].subtree_end = static_cast<std::uint32_t>(tree_.size()); }

    void add_witnesses(Variants variants, Witnesses& witnesses) const {
        if (behind.empty()) return witnesses.assign(variants.begin(), variants.end());
        for (const VariantIndex variant : variants) {
            witnesses.insert(witnesses.end(), behind[variant].begin(), behind[variant].end());
        }
        if (variants.size() > 1) std::ranges::sort(witnesses);
    }

    void deletion(std::uint32_t begin, std::uint32_t end, Variants variants, const Groups& inside) {
        if (begin == end) return;
        const std::size_t at = open(NodeKind::deletion, variants);
        branch(begin, end, inside);
        close(at);
    }

    void print_group(const Group& group) {
        if (group.members.first == group.members.last) {
            const Site& site = group.members.first->site;
            const std::size_t at = open(NodeKind::place, {});
            deletion(site.begin, site.end, variants_of(site, scratch_), group.children.links());
            insertions(site);
            close(at);
        } else if (const auto hull = readable_hull(group)) {
            print_hull(group, *hull);
        } else {
            fragments(group);
        }
    }

    // The readings of a site: alike ones print their common words once.
    void insertions(const Site& site) {
        ReadingList readings;
        for (const Reading& reading : site.readings) {
            if (!reading.words.empty()) readings.push_back(&reading);
        }
        const std::vector<Standing> standings = grouped(readings);
        if (readings.size() < 2 || depth_ >= cluster_depth_max) {
            for (const Reading* reading : readings) insertion(*reading);
            return;
        }
        boost::container::small_vector<Stretch, 8> sequences;
        for (const Reading* reading : readings) sequences.push_back(reading->words);
        const auto clusters = grouping_.empty()
                                  ? clusters_of(sequences, amended_among(readings), lexicon_)
                                  : clusters_of(standings, depth_);
        for (const Cluster& cluster : clusters) {
            if (cluster.size() == 1) {
                insertion(*readings[cluster.front()]);
            } else {
                print_cluster(readings, cluster);
            }
        }
    }

    // Brings readings into the order of the grouping, and returns where they stand in it.
    std::vector<Standing> grouped(ReadingList& readings) const {
        if (grouping_.empty()) return {};
        std::vector<std::pair<Standing, const Reading*>> order;
        for (const Reading* reading : readings) {
            Witnesses witnesses;
            add_witnesses(reading->variants, witnesses);
            order.emplace_back(joint_standing(grouping_, witnesses), reading);
        }
        std::ranges::stable_sort(order, {}, [](const auto& one) { return one.first.rank; });
        std::vector<Standing> standings;
        readings.clear();
        for (auto& [standing, reading] : order) {
            standings.push_back(std::move(standing));
            readings.push_back(reading);
        }
        return standings;
    }

    void insertion(const Reading& reading) {
        const std::size_t at = open(NodeKind::insertion, reading.variants);
        words(reading.words);
        close(at);
    }

    // For each reading the one whose words it amends, if that is a reading here too; nothing at all
    // where no variant amends another.
    std::vector<std::optional<std::size_t>> amended_among(Readings readings) const {
        if (std::ranges::none_of(variants_, [](const auto& v) { return v.amends.has_value(); })) {
            return {};
        }
        std::vector<std::optional<std::size_t>> amended(readings.size());
        std::vector<std::size_t> reading_of(variants_.size(), readings.size());
        for (std::size_t at = 0; at < readings.size(); ++at) {
            for (const VariantIndex variant : readings[at]->variants) reading_of[variant] = at;
        }
        for (std::size_t at = 0; at < readings.size(); ++at) {
            for (const VariantIndex variant : readings[at]->variants) {
                const auto parent = variants_[variant].amends;
                if (!parent) continue;
                const std::size_t found = reading_of[*parent];
                if (found < readings.size() && found != at) amended[at] = found;
            }
        }
        return amended;
    }

    void print_cluster(Readings readings, const Cluster& cluster) {
        std::vector<VariantIndex> all;
        for (const std::size_t member : cluster) {
            const auto& variants = readings[member]->variants;
            all.insert(all.end(), variants.begin(), variants.end());
        }
        std::ranges::sort(all);
        const std::size_t at = open(NodeKind::insertion, all);
        const Stretch leader = readings[cluster.front()]->words;
        std::vector<Hunks> changes;
        std::vector<Variant> variants;
        std::vector<Witnesses> who;
        changes.reserve(cluster.size() - 1);
        for (const std::size_t member : std::span(cluster).subspan(1)) {
            changes.push_back(hunks(leader, readings[member]->words));
        }
        for (std::size_t i = 1; i < cluster.size(); ++i) {
            const Reading& reading = *readings[cluster[i]];
            variants.push_back({reading.words, changes[i - 1], std::nullopt});
            add_witnesses(reading.variants, who.emplace_back());
        }
        Printer inner({leader, variants, {}, lexicon_, grouping_}, depth_ + 1, tree_, scratch_);
        inner.behind = std::move(who);
        inner.print();
        close(at);
    }

    // The whole of a group as one site: every variant in it with all its changes there. Nothing
    // where the readings would be many or long, or where words only go.
    std::optional<Site> readable_hull(const Group& group) {
        std::size_t fragment_words = group.end - group.begin;
        std::vector<VariantIndex> variants;
        bool only_deletions = true;
        for (const Member& member : group.members) {
            for (const Reading& reading : member.site.readings) {
                fragment_words += reading.words.size();
                only_deletions = only_deletions && reading.words.empty();
                variants.insert(variants.end(), reading.variants.begin(), reading.variants.end());
            }
        }
        if (only_deletions) return std::nullopt;
        std::ranges::sort(variants);
        variants.erase(std::ranges::unique(variants).begin(), variants.end());
        std::vector<Record> records;
        for (const VariantIndex variant : variants) {
            const auto& [words, changes, amends] = variants_[variant];
            const auto begin = position_after_insertion(changes, group.begin);
            const auto end = position_before_insertion(changes, group.end);
            records.push_back({group.begin, group.end, words.subspan(begin, end - begin), variant});
        }
        const Site hull = sites_of(records, lexicon_, scratch_).front();
        std::size_t hull_words = group.end - group.begin;
        for (const Reading& reading : hull.readings) hull_words += reading.words.size();
        const bool is_readable =
            hull.readings.size() <= hull_readings_max && hull_words * 2 <= fragment_words * 3;
        return is_readable ? std::optional(hull) : std::nullopt;
    }

    void print_hull(const Group& group, const Site& hull) {
        std::vector<Site> inside;
        const Variants in_hull = variants_of(hull, scratch_);
        for (const Group& child : group.children) collect_others(child, in_hull, inside);
        const auto groups = forest_of(inside, scratch_);
        const std::size_t at = open(NodeKind::place, {});
        deletion(hull.begin, hull.end, in_hull, groups.links());
        insertions(hull);
        close(at);
    }

    // The sites of a group and all below it, in sweep order, without the variants of the hull:
    // those show what they change in their own reading.
    void collect_others(const Group& group, Variants in_hull, std::vector<Site>& others) {
        const std::size_t first = others.size();
        for (const Member& member : group.members) {
            const Site rest = without(member.site, in_hull);
            if (!rest.readings.empty()) others.push_back(rest);
        }
        for (const Group& child : group.children) collect_others(child, in_hull, others);
        std::sort(others.begin() + static_cast<std::ptrdiff_t>(first), others.end(),
                  [](const Site& a, const Site& b) {
                      if (a.begin != b.begin) return a.begin < b.begin;
                      if ((a.begin < a.end) != (b.begin < b.end)) return b.begin < b.end;
                      return a.end > b.end;
                  });
    }

    Site without(const Site& site, Variants gone) {
        const auto kept = scratch_.make_list<Reading>(site.readings.size());
        std::size_t count = 0;
        for (const Reading& reading : site.readings) {
            const auto variants = scratch_.make_list<VariantIndex>(reading.variants.size());
            const auto end =
                std::ranges::set_difference(reading.variants, gone, variants.begin()).out;
            const auto left = static_cast<std::size_t>(end - variants.begin());
            if (left > 0) kept[count++] = {reading.words, variants.first(left)};
        }
        return {site.begin, site.end, kept.first(count)};
    }

    // Cuts crossing sites at their borders: each segment with those who delete it, each reading
    // where its site ends.
    void fragments(const Group& group) {
        std::vector<const Site*> by_begin;
        for (const Member& member : group.members) by_begin.push_back(&member.site);
        std::ranges::stable_sort(by_begin, {}, &Site::begin);
        std::vector<const Site*> open_sites;
        std::size_t next = 0;
        Groups inside = group.children.links();
        for (auto border = group.borders->begin(); std::next(border) != group.borders->end();
             ++border) {
            const std::uint32_t begin = *border;
            const std::uint32_t end = *std::next(border);
            std::erase_if(open_sites, [&](const Site* site) { return site->end <= begin; });
            for (; next < by_begin.size() && by_begin[next]->begin == begin; ++next) {
                open_sites.push_back(by_begin[next]);
            }
            const Group* behind_segment = inside.first;
            while (behind_segment != nullptr && behind_segment->begin < end) {
                behind_segment = behind_segment->next;
            }
            segment({begin, end, open_sites}, {inside.first, behind_segment});
            inside.first = behind_segment;
        }
    }

    struct Segment {
        std::uint32_t begin;
        std::uint32_t end;
        std::span<const Site* const> sites;  // that delete it
    };

    void segment(const Segment& segment, const Groups& inside) {
        std::vector<VariantIndex> deleters;
        for (const Site* site : segment.sites) {
            for (const Reading& reading : site->readings) {
                deleters.insert(deleters.end(), reading.variants.begin(), reading.variants.end());
            }
        }
        std::ranges::sort(deleters);
        const std::size_t at = open(NodeKind::place, {});
        if (deleters.empty()) {
            branch(segment.begin, segment.end, inside);
        } else {
            deletion(segment.begin, segment.end, deleters, inside);
        }
        insertions(joined(segment));
        close(at);
    }

    // The readings of all sites that end with a segment, as one list.
    Site joined(const Segment& segment) {
        std::vector<Record> records;
        for (const Site* site : segment.sites) {
            if (site->end != segment.end) continue;
            for (const Reading& reading : site->readings) {
                if (reading.words.empty()) continue;
                for (const VariantIndex variant : reading.variants) {
                    records.push_back({segment.begin, segment.end, reading.words, variant});
                }
            }
        }
        if (records.empty()) return {};
        return sites_of(records, lexicon_, scratch_).front();
    }

    Stretch base_;
    std::span<const Variant> variants_;
    std::span<const Bracket> brackets_;
    const text::Lexicon& lexicon_;
    std::span<const Standing> grouping_;
    int depth_;
    Tree& tree_;
    Scratch& scratch_;
};

template <typename Skips>
text::Words read(const Tree& tree, Skips skips) {
    text::Words result;
    for (std::size_t at = 0; at < tree.size();) {
        const Node& node = tree[at];
        result.insert(result.end(), node.words.begin(), node.words.end());
        at = skips(node) ? node.subtree_end : at + 1;
    }
    return result;
}

}  // namespace

Tree layout(const LayoutInput& input) {
    Tree tree;
    Scratch scratch;
    Printer(input, /*depth=*/0, tree, scratch).print();
    return tree;
}

Tree layout(Stretch base, std::span<const text::Words> targets, const text::Lexicon& lexicon) {
    std::vector<Hunks> changes;
    for (const text::Words& target : targets) changes.push_back(hunks(base, target));
    std::vector<Variant> variants;
    for (std::size_t at = 0; at < targets.size(); ++at) {
        variants.push_back({targets[at], changes[at], std::nullopt});
    }
    return layout({base, variants, {}, lexicon});
}

text::Words reading_of(const Tree& tree, Witness witness) {
    return read(tree, [&](const Node& node) {
        const bool has = std::binary_search(node.witnesses.begin(), node.witnesses.end(), witness);
        return (node.kind == NodeKind::deletion && has) ||
               (node.kind == NodeKind::insertion && !has);
    });
}

text::Words base_of(const Tree& tree) {
    return read(tree, [](const Node& node) { return node.kind == NodeKind::insertion; });
}

}  // namespace travaux::consolidation
