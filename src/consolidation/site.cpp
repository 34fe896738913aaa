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

Variants variants_of(const Site& site, Scratch& scratch) {
    if (site.readings.size() == 1) return site.readings.front().variants;
    std::size_t count = 0;
    for (const Reading& reading : site.readings) count += reading.variants.size();
    const auto all = scratch.make_list<VariantIndex>(count);
    auto end = all.begin();
    for (const Reading& reading : site.readings) end = std::ranges::copy(reading.variants, end).out;
    std::ranges::sort(all);
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

std::span<const Site> sites_of(std::span<Record> records, const text::Lexicon& lexicon,
                               Scratch& scratch) {
    std::ranges::sort(records, sweeps_before);
    // Room for as many sites and readings as there are records.
    const auto variants = scratch.make_list<VariantIndex>(records.size());
    const auto readings = scratch.make_list<Reading>(records.size());
    const auto sites = scratch.make_list<Site>(records.size());
    std::size_t site_count = 0;
    std::size_t reading_count = 0;
    for (std::size_t at = 0; at < records.size(); ++at) {
        const Record& record = records[at];
        variants[at] = record.variant;
        const bool is_new_site = at == 0 || !same_site(records[at - 1], record);
        if (!is_new_site && std::ranges::equal(records[at - 1].words, record.words)) {
            Variants& behind = readings[reading_count - 1].variants;
            behind = {behind.data(), behind.size() + 1};
            continue;
        }
        if (is_new_site) {
            sites[site_count++] = {record.begin, record.end, readings.subspan(reading_count, 0)};
        }
        readings[reading_count++] = {record.words, variants.subspan(at, 1)};
        auto& of_site = sites[site_count - 1].readings;
        of_site = {of_site.data(), of_site.size() + 1};
    }
    auto rest = readings;
    for (const Site& site : sites.first(site_count)) {
        std::ranges::sort(rest.first(site.readings.size()),
                          [&](const Reading& a, const Reading& b) {
                              return comes_before(a.words, b.words, lexicon);
                          });
        rest = rest.subspan(site.readings.size());
    }
    return sites.first(site_count);
}

}  // namespace travaux::consolidation
