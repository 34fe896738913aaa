// SPDX-License-Identifier: MIT
#include "consolidation/near_readings.h"

#include <algorithm>

#include "consolidation/cluster.h"

namespace travaux::consolidation {
namespace {

constexpr std::size_t shared_percent = 60;

// Nothing where two sequences differ too much.
std::optional<std::uint32_t> differing_words(Stretch a, Stretch b) {
    const std::size_t longer = std::max(a.size(), b.size());
    const std::size_t shorter = std::min(a.size(), b.size());
    const std::size_t most = std::max(near_words_least, longer / near_words_in);
    if (shorter == 0 || longer - shorter > most) return std::nullopt;
    const std::size_t common = common_length(a, b);
    const bool is_near = longer - common <= most && common * 100 >= longer * shared_percent;
    if (!is_near) return std::nullopt;
    return static_cast<std::uint32_t>(longer - common);
}

bool has(const ProposalList& sorted, ProposalIndex proposal) {
    return std::ranges::binary_search(sorted, proposal);
}

/// The readings of a field that somebody stands behind.
class Readings {
public:
    explicit Readings(const Consolidated& text) : text_(text) {}

    // Of rival new provisions the first stands as the base, and the others beside it.
    [[nodiscard]] std::vector<NearReading> of(const Row& row, const AnnotatedText& field) const {
        std::vector<NearReading> readings;
        if (row.kind == RowKind::insertion) {
            ProposalList first;
            std::ranges::remove_copy_if(
                row.proposed_by, std::back_inserter(first), [&](ProposalIndex one) {
                    return std::ranges::any_of(field.targets, [&](const Target& other) {
                        return has(other.proposals, one);
                    });
                });
            add(field.base, first, readings);
        }
        for (const Target& target : field.targets) {
            if (readings.size() == near_readings_max) break;
            if (!target.is_pending) add(target.words, target.proposals, readings);
        }
        return readings;
    }

private:
    void add(Stretch words, const ProposalList& proposals,
             std::vector<NearReading>& readings) const {
        ProposalList supported;
        std::ranges::remove_copy_if(
            proposals, std::back_inserter(supported),
            [&](ProposalIndex one) { return text_.sponsorship.of(one).empty(); });
        if (!supported.empty()) readings.push_back({words, std::move(supported)});
    }

    const Consolidated& text_;
};

void add_pairs(const NearReadings& at, const std::vector<NearReading>& readings,
               std::optional<ProposalIndex> of, std::vector<NearReadings>& all) {
    const auto begin = static_cast<std::ptrdiff_t>(all.size());
    for (auto first = readings.begin(); first != readings.end(); ++first) {
        for (auto second = first + 1; second != readings.end(); ++second) {
            if (of && !has(first->proposals, *of) && !has(second->proposals, *of)) continue;
            const auto differing = differing_words(first->words, second->words);
            if (differing) all.push_back({at.row, at.field, *first, *second, *differing});
        }
    }
    std::stable_sort(
        all.begin() + begin, all.end(),
        [](const NearReadings& a, const NearReadings& b) { return a.differing < b.differing; });
}

}  // namespace

std::vector<NearReadings> near_readings(const Consolidated& working,
                                        std::optional<ProposalIndex> of) {
    const Readings readings(working);
    std::vector<NearReadings> all;
    for (std::size_t at = 0; at < working.rows.size(); ++at) {
        const Row& row = working.rows[at];
        add_pairs({at, text::Field::heading, {}, {}, 0}, readings.of(row, row.heading), of, all);
        add_pairs({at, text::Field::text, {}, {}, 0}, readings.of(row, row.text), of, all);
    }
    return all;
}

}  // namespace travaux::consolidation
