// SPDX-License-Identifier: MIT
#include "text/draft.h"

#include <algorithm>

namespace travaux::text {
namespace {

constexpr std::array<std::string_view, 17> kind_names = {
    "title",      "preamble",     "preambular_paragraph",
    "part",       "chapter",      "section",
    "article",    "paragraph",    "subparagraph",
    "item",       "continuation", "annex",
    "heading",    "table",        "table_row",
    "table_cell", "footnote"};

constexpr std::size_t bytes_per_provision = 384;  // about, in one language

// Lengths before texts, so that no two drafts spell the same bytes.
void append(std::string& bytes, std::string_view text) {
    bytes += std::to_string(text.size());
    bytes += ':';
    bytes += text;
}

}  // namespace

std::string_view name_of(ProvisionKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<ProvisionKind> parse_provision_kind(std::string_view name) {
    const auto found = std::ranges::find(kind_names, name);
    if (found == kind_names.end()) return std::nullopt;
    return static_cast<ProvisionKind>(found - kind_names.begin());
}

DraftId id_of(const Draft& draft) {
    std::string bytes = "travaux draft 1\n";
    bytes.reserve(bytes_per_provision * draft.provisions.size());
    append(bytes, draft.title);
    append(bytes, code_of(draft.working_language));
    for (const Language language : draft.written_in) append(bytes, code_of(language));
    for (const Provision& provision : draft.provisions) {
        append(bytes, hex(provision.id.bytes));
        append(bytes, name_of(provision.kind));
        append(bytes, std::to_string(provision.depth));
        for (const Language language : draft.written_in) {
            append(bytes, provision.in(language).number);
            append(bytes, provision.in(language).heading);
            append(bytes, provision.in(language).text);
        }
    }
    return DraftId::of(sha256(bytes));
}

std::optional<std::size_t> find(const Draft& draft, ProvisionId id) {
    const auto found = std::ranges::find(draft.provisions, id, &Provision::id);
    if (found == draft.provisions.end()) return std::nullopt;
    return static_cast<std::size_t>(found - draft.provisions.begin());
}

std::size_t subtree_end(const Draft& draft, std::size_t at) {
    std::size_t end = at + 1;
    while (end < draft.provisions.size() &&
           draft.provisions[end].depth > draft.provisions[at].depth) {
        ++end;
    }
    return end;
}

std::optional<std::size_t> parent_of(const Draft& draft, std::size_t at) {
    for (std::size_t before = at; before-- > 0;) {
        if (draft.provisions[before].depth < draft.provisions[at].depth) return before;
    }
    return std::nullopt;
}

}  // namespace travaux::text
