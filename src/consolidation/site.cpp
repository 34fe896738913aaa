// SPDX-License-Identifier: MIT
#include "consolidation/site.h"

#include <algorithm>

namespace travaux::consolidation {
namespace {

bool same_site(const Record& a, const Record& b) { return a.begin == b.begin && a.end == b.end; }

// Word numbers only bring equal readings together here; they never order what is printed.
bool sweeps_before(const Record& a, const Record& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    const bool a_replaces = a.begin < a.end;
    const bool b_replaces = b.begin < b.end;
    if (a_replaces != b_replaces) return b_replaces;
    if (a.end != b.end) return a.end > b.end;
    if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
    const auto differ = std::ranges::mismatch(a.words, b.words);
    if (differ.in1 != a.words.end()) return *differ.in1 < *differ.in2;
    return a.variant < b.variant;
}

}  // namespace

std::vector<VariantIndex> Site::variants() const {
    std::vector<VariantIndex> all;
    for (const Reading& reading : readings) {
        all.insert(all.end(), reading.variants.begin(), reading.variants.end());
    }
    if (readings.size() > 1) std::ranges::sort(all);
    return all;
}

bool comes_before(Stretch a, Stretch b, const text::Lexicon& lexicon) {
    if (a.size() != b.size()) return a.size() > b.size();
    const auto differ = std::ranges::mismatch(a, b);
    if (differ.in1 == a.end()) return false;
    const auto spelled_a = lexicon.spelling(*differ.in1);
    const auto spelled_b = lexicon.spelling(*differ.in2);
    if (spelled_a != spelled_b) return spelled_a < spelled_b;
    return (*differ.in1 & 1U) < (*differ.in2 & 1U);
}

std::vector<Site> sites_of(std::vector<Record> records, const text::Lexicon& lexicon) {
    std::ranges::sort(records, sweeps_before);
    std::vector<Site> sites;
    for (std::size_t at = 0; at < records.size(); ++at) {
        const Record& record = records[at];
        if (at == 0 || !same_site(records[at - 1], record)) {
            sites.push_back({record.begin, record.end, {}});
        } else if (std::ranges::equal(records[at - 1].words, record.words)) {
            sites.back().readings.back().variants.push_back(record.variant);
            continue;
        }
        sites.back().readings.push_back({record.words, {record.variant}});
    }
    for (Site& site : sites) {
        std::ranges::sort(site.readings, [&](const Reading& a, const Reading& b) {
            return comes_before(a.words, b.words, lexicon);
        });
    }
    return sites;
}

}  // namespace travaux::consolidation
