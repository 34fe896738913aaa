// SPDX-License-Identifier: MIT
#include "consolidation/grouping.h"

#include <algorithm>
#include <map>
#include <queue>

namespace travaux::consolidation {
namespace {

// What must come before what. Beside the targets there are joints: everything before a joint comes
// before everything after it, so a place with many readings needs few edges.
class Precedence {
public:
    explicit Precedence(std::size_t targets)
        : targets_(targets), appears_(targets, UINT32_MAX), after_(targets), before_(targets) {}

    void appear(std::span<const Witness> targets, std::uint32_t position) {
        for (const Witness target : targets)
            appears_[target] = std::min(appears_[target], position);
    }

    void require(std::span<const Witness> first, std::span<const Witness> then) {
        if (first.empty() || then.empty()) return;
        const auto joint = static_cast<std::uint32_t>(appears_.size());
        appears_.push_back(0);
        after_.emplace_back(then.begin(), then.end());
        before_.push_back(static_cast<std::uint32_t>(first.size()));
        for (const Witness target : first) after_[target].push_back(joint);
        for (const Witness target : then) ++before_[target];
    }

    // The targets that appear, in an order that keeps the requirements, as far as they agree.
    [[nodiscard]] std::vector<Witness> order() {
        std::vector<Place> places;
        for (std::uint32_t at = 0; at < appears_.size(); ++at) {
            if (appears_[at] != UINT32_MAX) places.emplace_back(appears_[at], at);
        }
        std::ranges::sort(places);
        for (const Place& place : places) {
            if (before_[place.second] == 0) ready_.push(place);
        }
        std::vector<Witness> result;
        is_out_.assign(appears_.size(), false);
        release(result);
        for (const auto& [position, at] : places) {
            // A ring of requirements opens where it appears first.
            if (at >= targets_ || is_out_[at]) continue;
            ready_.emplace(position, at);
            release(result);
        }
        return result;
    }

private:
    using Place = std::pair<std::uint32_t, std::uint32_t>;  // where it appears, which it is

    void release(std::vector<Witness>& result) {
        while (!ready_.empty()) {
            const std::uint32_t at = ready_.top().second;
            ready_.pop();
            if (is_out_[at]) continue;
            is_out_[at] = true;
            if (at < targets_) result.push_back(at);
            for (const std::uint32_t next : after_[at]) {
                if (--before_[next] == 0) ready_.emplace(appears_[next], next);
            }
        }
    }

    std::size_t targets_;
    std::vector<std::uint32_t> appears_;  // the first position in the tree
    std::vector<std::vector<std::uint32_t>> after_;
    std::vector<std::uint32_t> before_;  // how many are
    std::vector<bool> is_out_;
    std::priority_queue<Place, std::vector<Place>, std::greater<>> ready_;
};

class Survey {
public:
    Survey(const Tree& tree, std::size_t targets)
        : tree_(tree), precedence_(targets), standings_(targets) {}

    std::vector<Standing> run() {
        inside(0, static_cast<std::uint32_t>(tree_.size()), 0);
        const std::vector<Witness> order = precedence_.order();
        std::uint32_t rank = 0;
        for (const Witness target : order) standings_[target].rank = rank++;
        for (Standing& standing : standings_) {
            if (standing.rank == UINT32_MAX) standing.rank = rank++;
            std::ranges::sort(standing.clusters);
        }
        return std::move(standings_);
    }

private:
    // Nodes [begin, end), which stand inside `depth` clusters.
    void inside(std::uint32_t begin, std::uint32_t end, int depth) {
        std::span<const Witness> before;
        for (std::uint32_t at = begin; at < end; at = tree_[at].subtree_end) {
            const Node& node = tree_[at];
            switch (node.kind) {
                case NodeKind::place:
                case NodeKind::deletion: inside(at + 1, node.subtree_end, depth); break;
                case NodeKind::insertion:
                    insertion(at, depth);
                    precedence_.require(before, node.witnesses);
                    before = node.witnesses;
                    break;
                case NodeKind::words:
                case NodeKind::bracket_open:
                case NodeKind::bracket_close: break;
            }
        }
    }

    void insertion(std::uint32_t at, int depth) {
        const Node& node = tree_[at];
        precedence_.appear(node.witnesses, at);
        if (node.subtree_end <= at + 2) return;
        std::vector<Witness> members;
        for (std::uint32_t inner = at + 1; inner < node.subtree_end; ++inner) {
            const Node& one = tree_[inner];
            if (one.kind != NodeKind::deletion && one.kind != NodeKind::insertion) continue;
            members.insert(members.end(), one.witnesses.begin(), one.witnesses.end());
        }
        std::ranges::sort(members);
        members.erase(std::ranges::unique(members).begin(), members.end());
        std::vector<Witness> leaders;
        std::ranges::set_difference(node.witnesses, members, std::back_inserter(leaders));
        precedence_.require(leaders, members);
        for (const Witness target : node.witnesses) {
            standings_[target].clusters.emplace_back(depth, at);
        }
        inside(at + 1, node.subtree_end, depth + 1);
    }

    const Tree& tree_;
    Precedence precedence_;
    std::vector<Standing> standings_;
};

}  // namespace

std::vector<Standing> grouping_of(const Tree& tree, std::size_t targets) {
    return Survey(tree, targets).run();
}

Standing joint_standing(std::span<const Standing> grouping, std::span<const Witness> witnesses) {
    Standing joint;
    for (const Witness witness : witnesses) {
        const Standing& one = grouping[witness];
        joint.rank = std::min(joint.rank, one.rank);
        joint.clusters.insert(joint.clusters.end(), one.clusters.begin(), one.clusters.end());
    }
    std::ranges::sort(joint.clusters);
    return joint;
}

std::vector<Cluster> clusters_of(std::span<const Standing> readings, int depth) {
    std::vector<Cluster> clusters;
    std::map<ClusterMark, std::size_t> led;
    for (std::size_t at = 0; at < readings.size(); ++at) {
        std::size_t cluster = clusters.size();
        for (const ClusterMark& mark : readings[at].clusters) {
            const auto found = mark.first == depth ? led.find(mark) : led.end();
            if (found != led.end()) cluster = std::min(cluster, found->second);
        }
        if (cluster == clusters.size()) {
            clusters.emplace_back();
            for (const ClusterMark& mark : readings[at].clusters) led.emplace(mark, cluster);
        }
        clusters[cluster].push_back(at);
    }
    return clusters;
}

}  // namespace travaux::consolidation
