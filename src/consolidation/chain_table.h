// Values by a 64-bit key, many for one key; the latest comes first.
//
// A key is a hash, so whoever looks up compares what the values stand for. Walks are capped: text
// that repeats itself, or keys that were made to collide, cost no more than others.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace travaux::consolidation {

class ChainTable {
public:
    /// Links that one look-up follows at most.
    static constexpr std::uint32_t walk_max = 64;

    /// Empties the table and makes room.
    void reset(std::size_t expected) {
        links_.clear();
        links_.reserve(expected);
        std::size_t size = 16;
        while (size < 2 * expected) size *= 2;
        heads_.assign(size, 0);
    }

    void add(std::uint64_t key, std::uint32_t value) {
        if (2 * links_.size() >= heads_.size()) grow();
        links_.push_back({key, value, 0});
        link(links_.size() - 1);
    }

    /// Calls `visit(value)` for the values of a key until it returns false.
    template <typename Visit>
    void each(std::uint64_t key, Visit visit) const {
        if (heads_.empty()) return;
        std::uint32_t walked = 0;
        for (std::uint32_t at = heads_[slot(key)]; at != 0 && walked < walk_max; ++walked) {
            const Link& link = links_[at - 1];
            if (link.key == key && !visit(link.value)) return;
            at = link.next;
        }
    }

private:
    struct Link {
        std::uint64_t key;
        std::uint32_t value;
        std::uint32_t next;  // position of the next link, counted from 1
    };

    [[nodiscard]] std::size_t slot(std::uint64_t key) const {
        return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 20U) & (heads_.size() - 1);
    }

    void link(std::size_t at) {
        std::uint32_t& head = heads_[slot(links_[at].key)];
        links_[at].next = head;
        head = static_cast<std::uint32_t>(at + 1);
    }

    void grow() {
        heads_.assign(heads_.empty() ? 16 : 2 * heads_.size(), 0);
        for (std::size_t at = 0; at < links_.size(); ++at) link(at);
    }

    std::vector<Link> links_;
    std::vector<std::uint32_t> heads_;
};

}  // namespace travaux::consolidation
