// SPDX-License-Identifier: MIT
#include "consolidation/layout.h"

#include <algorithm>
#include <map>
#include <memory>

#include "base/result.h"
#include "consolidation/alignment.h"

namespace travaux::consolidation {
namespace {

using text::Word;
using Stretch = std::span<const Word>;
using Witnesses = std::vector<Witness>;

struct Reading {
    Stretch words;
    Witnesses witnesses;
};

// Base words [begin, end) with everything proposed instead of exactly them.
struct Site {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::vector<Reading> readings;

    [[nodiscard]] Witnesses witnesses() const {
        Witnesses all;
        for (const Reading& reading : readings) {
            all.insert(all.end(), reading.witnesses.begin(), reading.witnesses.end());
        }
        std::sort(all.begin(), all.end());
        return all;
    }
};

// One site, or several that cross and are therefore shown together.
struct Group {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::vector<Site> members;
    std::vector<std::unique_ptr<Group>> children;

    // A member's border strictly inside [from, to) would cut whatever stands there.
    [[nodiscard]] bool cuts(std::uint32_t from, std::uint32_t to) const {
        const auto inside = [&](std::uint32_t border) { return from < border && border < to; };
        return std::any_of(members.begin(), members.end(), [&](const Site& site) {
            return inside(site.begin) || inside(site.end);
        });
    }

    void absorb(Group&& other) {
        begin = std::min(begin, other.begin);
        end = std::max(end, other.end);
        for (auto& member : other.members) members.push_back(std::move(member));
        for (auto& child : other.children) children.push_back(std::move(child));
    }
};

std::vector<Site> sites_of(Stretch base, std::span<const text::Words> targets) {
    // Insertions come before what begins at their gap; of two that begin together the longer first.
    const auto order = [](const Hunk& a, const Hunk& b) {
        const bool a_replaces = a.begin < a.end;
        const bool b_replaces = b.begin < b.end;
        if (a.begin != b.begin) return a.begin < b.begin;
        if (a_replaces != b_replaces) return b_replaces;
        return a.end > b.end;
    };
    std::map<Hunk, Site, decltype(order)> sites(order);
    for (Witness witness = 0; witness < targets.size(); ++witness) {
        const Stretch target = targets[witness];
        for (const Hunk& hunk : hunks(base, target)) {
            Site& site = sites[{hunk.begin, hunk.end, 0, 0}];
            site.begin = hunk.begin;
            site.end = hunk.end;
            const Stretch words =
                target.subspan(hunk.target_begin, hunk.target_end - hunk.target_begin);
            const auto same = std::find_if(
                site.readings.begin(), site.readings.end(),
                [&](const Reading& reading) { return std::ranges::equal(reading.words, words); });
            if (same == site.readings.end()) {
                site.readings.push_back({words, {witness}});
            } else {
                same->witnesses.push_back(witness);
            }
        }
    }
    std::vector<Site> result;
    for (auto& [place, site] : sites) result.push_back(std::move(site));
    return result;
}

// Sweeps from left to right over the sites and keeps the open groups on a stack.
class Forest {
public:
    std::vector<std::unique_ptr<Group>> grow(std::vector<Site> sites) {
        for (Site& site : sites) {
            while (!open_.empty() && open_.back()->end <= site.begin) close();
            auto group = std::make_unique<Group>(Group{site.begin, site.end, {}, {}});
            group->members.push_back(std::move(site));
            open_.push_back(std::move(group));
            while (open_.size() > 1 && must_absorb(*open_[open_.size() - 2], *open_.back())) {
                auto inner = std::move(open_.back());
                open_.pop_back();
                open_.back()->absorb(std::move(*inner));
            }
        }
        while (!open_.empty()) close();
        return std::move(roots_);
    }

private:
    static bool must_absorb(const Group& outer, const Group& inner) {
        return inner.end > outer.end || outer.cuts(inner.begin, inner.end);
    }

    void close() {
        auto group = std::move(open_.back());
        open_.pop_back();
        (open_.empty() ? roots_ : open_.back()->children).push_back(std::move(group));
    }

    std::vector<std::unique_ptr<Group>> open_;
    std::vector<std::unique_ptr<Group>> roots_;
};

class Printer {
public:
    Printer(Stretch base, Tree& tree) : base_(base), tree_(tree) {}

    using Groups = std::span<const std::unique_ptr<Group>>;

    // Base words [begin, end) with the groups that lie in them.
    void branch(std::uint32_t begin, std::uint32_t end, Groups groups) {
        for (const auto& group : groups) {
            plain(begin, group->begin);
            place(*group);
            begin = group->end;
        }
        plain(begin, end);
    }

private:
    void plain(std::uint32_t begin, std::uint32_t end) {
        if (begin < end) words(base_.subspan(begin, end - begin));
    }

    void words(Stretch stretch) {
        const std::size_t at = open(NodeKind::words, {});
        tree_[at].words = stretch;
        close(at);
    }

    std::size_t open(NodeKind kind, Witnesses witnesses) {
        tree_.push_back({kind, 0, {}, std::move(witnesses)});
        return tree_.size() - 1;
    }

    void close(std::size_t at) { tree_[at].subtree_end = static_cast<std::uint32_t>(tree_.size()); }

    void deletion(std::uint32_t begin, std::uint32_t end, Witnesses witnesses, Groups inside) {
        if (begin == end) return;
        const std::size_t at = open(NodeKind::deletion, std::move(witnesses));
        branch(begin, end, inside);
        close(at);
    }

    void insertions(const Site& site) {
        for (const Reading& reading : site.readings) {
            if (reading.words.empty()) continue;
            const std::size_t at = open(NodeKind::insertion, reading.witnesses);
            words(reading.words);
            close(at);
        }
    }

    void place(const Group& group) {
        if (group.members.size() > 1) return fragments(group);
        const Site& site = group.members.front();
        const std::size_t at = open(NodeKind::place, {});
        deletion(site.begin, site.end, site.witnesses(), group.children);
        insertions(site);
        close(at);
    }

    // Cuts crossing sites at their borders: each segment with its deleters, each reading where its
    // site ends.
    void fragments(const Group& group) {
        std::vector<std::uint32_t> borders;
        for (const Site& site : group.members) {
            borders.push_back(site.begin);
            borders.push_back(site.end);
        }
        std::sort(borders.begin(), borders.end());
        borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
        Groups inside = group.children;
        for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
            std::size_t count = 0;
            while (count < inside.size() && inside[count]->begin < borders[i + 1]) ++count;
            segment(group, borders[i], borders[i + 1], inside.first(count));
            inside = inside.subspan(count);
        }
    }

    void segment(const Group& group, std::uint32_t begin, std::uint32_t end, Groups inside) {
        Witnesses deleters;
        for (const Site& site : group.members) {
            if (site.begin > begin || site.end < end) continue;
            const Witnesses all = site.witnesses();
            deleters.insert(deleters.end(), all.begin(), all.end());
        }
        std::sort(deleters.begin(), deleters.end());
        const std::size_t at = open(NodeKind::place, {});
        if (deleters.empty()) {
            branch(begin, end, inside);
        } else {
            deletion(begin, end, std::move(deleters), inside);
        }
        for (const Site& site : group.members) {
            if (site.end == end) insertions(site);
        }
        close(at);
    }

    Stretch base_;
    Tree& tree_;
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

Tree layout(Stretch base, std::span<const text::Words> targets,
            [[maybe_unused]] const text::Lexicon& lexicon) {
    Tree tree;
    auto groups = Forest().grow(sites_of(base, targets));
    Printer(base, tree).branch(0, static_cast<std::uint32_t>(base.size()), groups);
    return tree;
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
