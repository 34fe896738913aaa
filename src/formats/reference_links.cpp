// SPDX-License-Identifier: MIT
#include "formats/reference_links.h"

#include <algorithm>
#include <map>
#include <optional>

#include "text/label_steps.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

std::vector<std::size_t> stands_in(const text::Draft& draft, const Consolidated& consolidated) {
    std::map<ProvisionId, std::size_t> positions;
    for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
        positions[draft.provisions[at].id] = at;
    }
    std::vector<std::size_t> path;  // by depth
    std::vector<std::size_t> result;
    for (const Row& row : consolidated.rows) {
        path.resize(std::min<std::size_t>(path.size(), row.depth));
        std::size_t place = path.empty() ? text::whole_treaty : path.back();
        if (row.kind == RowKind::provision) {
            const auto found = positions.find(row.id);
            if (found != positions.end()) place = found->second;
        }
        path.push_back(place);
        result.push_back(place);
    }
    return result;
}

// Words of the base or of a target, as one node of the tree prints them.
struct Printed {
    const text::Word* begin = nullptr;
    const text::Word* end = nullptr;
    std::size_t reading = 0;  ///< the deletion or insertion around them, 0 for none
};

std::vector<Printed> printed_of(const Tree& tree) {
    std::vector<Printed> printed;
    std::vector<std::pair<std::size_t, std::size_t>> open;  // a reading's end and its number
    for (std::size_t at = 0; at < tree.size(); ++at) {
        while (!open.empty() && open.back().first <= at) open.pop_back();
        const Node& node = tree[at];
        if (node.kind == NodeKind::deletion || node.kind == NodeKind::insertion) {
            open.emplace_back(node.subtree_end, at + 1);
        }
        if (node.words.empty()) continue;
        printed.push_back({node.words.data(), node.words.data() + node.words.size(),
                           open.empty() ? 0 : open.back().second});
    }
    std::ranges::sort(printed, std::less<>{}, &Printed::begin);
    return printed;
}

// Keeps the pieces of a link that the tree prints, if it prints all of it in one reading.
void keep_printed(const LinkedWords& link, const std::vector<Printed>& printed, TextLinks& kept) {
    TextLinks pieces;
    std::optional<std::size_t> reading;
    std::ptrdiff_t missing = link.end - link.begin;
    auto one = std::ranges::upper_bound(printed, link.begin, std::less<>{}, &Printed::begin);
    if (one != printed.begin()) --one;
    for (; one != printed.end() && std::less<>{}(one->begin, link.end); ++one) {
        const auto* begin = std::max(link.begin, one->begin, std::less<>{});
        const auto* end = std::min(link.end, one->end, std::less<>{});
        if (!std::less<>{}(begin, end)) continue;
        if (reading.value_or(one->reading) != one->reading) return;
        reading = one->reading;
        pieces.push_back({begin, end, link.provision});
        missing -= end - begin;
    }
    if (missing == 0) kept.insert(kept.end(), pieces.begin(), pieces.end());
}

}  // namespace

std::vector<LinkedWords> stretches_of(std::span<const text::Word> words, const TextLinks& links) {
    std::vector<LinkedWords> result;
    const auto* at = words.data();
    const auto* const end = at + words.size();
    auto link = std::ranges::lower_bound(links, at, std::less<>{}, &LinkedWords::begin);
    for (; link != links.end() && std::less<>{}(link->begin, end); ++link) {
        if (at < link->begin) result.push_back({at, link->begin, {}});
        result.push_back(*link);
        at = link->end;
    }
    if (at < end) result.push_back({at, end, {}});
    return result;
}

ReferenceLinks::ReferenceLinks(const text::Draft& draft, const Consolidated& consolidated)
    : draft_(draft), consolidated_(consolidated), labels_(draft, consolidated.language),
      stands_in_(stands_in(draft, consolidated)) {}

std::vector<text::Reference> ReferenceLinks::in(std::size_t row, std::string_view text) const {
    return labels_.references_in(stands_in_[row], text);
}

TextLinks ReferenceLinks::in(std::size_t row, const AnnotatedText& text) const {
    if (&text != &consolidated_.rows[row].text) return {};
    TextLinks links = in_words(row, text.base);
    for (const Target& target : text.targets) {
        if (target.is_pending) continue;
        const TextLinks more = in_words(row, target.words);
        links.insert(links.end(), more.begin(), more.end());
    }
    if (links.empty()) return links;
    TextLinks kept;
    const auto printed = printed_of(text.tree);
    for (const LinkedWords& link : links) keep_printed(link, printed, kept);
    std::ranges::sort(kept, std::less<>{}, &LinkedWords::begin);
    return kept;
}

TextLinks ReferenceLinks::in_words(std::size_t row, const text::Words& words) const {
    const std::string text = text::text_of(words, *consolidated_.lexicon);
    const auto references = in(row, text);
    TextLinks links;
    std::size_t byte = 0;
    std::size_t at = 0;
    // The first word that ends behind `wanted`.
    const auto word_at = [&](std::size_t wanted) {
        for (; at < words.size(); ++at) {
            const std::size_t blank = byte > 0 && (words[at] & 1U) != 0 ? 1 : 0;
            const std::size_t end =
                byte + blank + consolidated_.lexicon->spelling(words[at]).size();
            if (end > wanted) break;
            byte = end;
        }
        return words.data() + at;
    };
    for (const text::Reference& reference : references) {
        const text::Word* begin = word_at(reference.begin);
        const text::Word* last = word_at(reference.end - 1);
        links.push_back({begin, last + 1, reference.provision});
    }
    return links;
}

std::string ReferenceLinks::label_of(ProvisionId provision) const {
    const auto at = text::find(draft_, provision);
    return at ? labels_.of(*at) : hex(provision.bytes);
}

void each_stretch(std::string_view text, const std::vector<text::Reference>& references,
                  const std::function<void(std::string_view)>& plain,
                  const std::function<void(std::string_view, ProvisionId)>& link) {
    std::size_t at = 0;
    for (const text::Reference& reference : references) {
        if (reference.begin > at) plain(text.substr(at, reference.begin - at));
        link(text.substr(reference.begin, reference.end - reference.begin), reference.provision);
        at = reference.end;
    }
    if (at < text.size()) plain(text.substr(at));
}

}  // namespace travaux::formats
