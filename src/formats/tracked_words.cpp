// SPDX-License-Identifier: MIT
#include "formats/tracked_words.h"

#include <algorithm>
#include <utility>

#include "base/result.h"
#include "docx/words.h"
#include "formats/document_view.h"
#include "formats/terms.h"

namespace travaux::formats {

using namespace consolidation;
using docx::ChangeKind;
using docx::Changes;

std::uint32_t ChangeList::of(ChangeKind kind, const std::string& author, const std::string& move) {
    const auto next = static_cast<std::uint32_t>(document_.changes.size());
    const auto [found, is_new] = known_.try_emplace({kind, author, move}, next);
    if (is_new) document_.changes.push_back({kind, author, {}, move});
    return found->second;
}

// Words are struck once.
Changes ChangeList::deleted(Changes outer, const std::string& author) {
    if (has(outer, ChangeKind::deletion)) return outer;
    outer.push_back(of(ChangeKind::deletion, author));
    return outer;
}

Changes ChangeList::both(const Changes& before, const Changes& here) {
    const bool comes_here = has(here, ChangeKind::insertion);
    return comes_here ? deleted(here, author_of(before)) : deleted(before, author_of(here));
}

Changes ChangeList::inserted(const std::string& author) {
    return {of(ChangeKind::insertion, author)};
}

Sides ChangeList::sides_of(const Changes& changes) const {
    return {.rejected = docx::stands(document_, changes, docx::Side::rejected),
            .accepted = docx::stands(document_, changes, docx::Side::accepted)};
}

const std::string& ChangeList::author_of(const Changes& changes) const {
    VERIFY(!changes.empty());
    return document_.changes[changes.back()].author;
}

std::optional<std::uint32_t> ChangeList::deletion_in(const Changes& changes) const {
    const auto is_deletion = [&](std::uint32_t at) {
        return document_.changes[at].kind == ChangeKind::deletion;
    };
    const auto found = std::ranges::find_if(changes, is_deletion);
    return found == changes.end() ? std::nullopt : std::optional(*found);
}

bool ChangeList::has(const Changes& changes, ChangeKind kind) const {
    for (const std::uint32_t at : changes) {
        if (document_.changes[at].kind == kind) return true;
    }
    return false;
}

void TrackedWords::begin(docx::Paragraph paragraph) {
    paragraphs_.clear();
    paragraphs_.push_back(std::move(paragraph));
}

void TrackedWords::field(const Row& row, const AnnotatedText& text, const Changes& around) {
    has_words_ = {};
    field_begin_ = paragraphs_.back().spans.size();
    nodes(row, text, 0, text.tree.size(), around);
}

void TrackedWords::base(const AnnotatedText& text, const Changes& around) {
    has_words_ = {};
    words(text.base, around);
}

void TrackedWords::between(std::string_view text, const Changes& around) { append(text, around); }

std::vector<docx::Paragraph> TrackedWords::finish(const Changes& mark) {
    paragraphs_.back().mark = mark;
    return std::move(paragraphs_);
}

std::string TrackedWords::authors(std::span<const ProposalIndex> proposals) const {
    const std::string by = by_line(consolidated_, proposals, printing_);
    return by.empty() ? std::string(term(Term::proposals, consolidated_.language)) : by;
}

std::string TrackedWords::authors(const AnnotatedText& text,
                                  std::span<const Witness> witnesses) const {
    return authors(proposals_of(text, witnesses));
}

Changes TrackedWords::brought(ProposalList by) {
    Changes result = changes_.inserted(authors(by));
    makers_[result.back()] = std::move(by);
    return result;
}

Changes TrackedWords::moved(ChangeKind kind, ProposalList by, const std::string& move) {
    const std::uint32_t change = changes_.of(kind, authors(by), move);
    makers_[change] = std::move(by);
    return {change};
}

Changes TrackedWords::struck(Changes outer, ProposalList by) {
    if (const auto before = changes_.deletion_in(outer)) {
        const auto& others = makers_[*before];
        by.insert(by.end(), others.begin(), others.end());
        std::erase(outer, *before);
    }
    std::ranges::sort(by);
    by.erase(std::ranges::unique(by).begin(), by.end());
    Changes result = changes_.deleted(std::move(outer), authors(by));
    makers_[result.back()] = std::move(by);
    return result;
}

void TrackedWords::nodes(const Row& row, const AnnotatedText& text, std::size_t begin,
                         std::size_t end, const Changes& around) {
    for (std::size_t at = begin; at < end; at = text.tree[at].subtree_end) {
        const Node& node = text.tree[at];
        const auto inside = [&](const Changes& changes) {
            nodes(row, text, at + 1, node.subtree_end, changes);
        };
        switch (node.kind) {
            case NodeKind::words: words(node.words, around); break;
            case NodeKind::place: inside(around); break;
            case NodeKind::deletion:
                inside(struck(around, proposals_of(text, node.witnesses)));
                break;
            case NodeKind::insertion: inside(brought(proposals_of(text, node.witnesses))); break;
            case NodeKind::bracket_open:
                opening_.push_back(
                    changes_.inserted(authors(row.marks[node.witnesses.front()].proposals)));
                break;
            case NodeKind::bracket_close:
                write("]", changes_.inserted(authors(row.marks[node.witnesses.front()].proposals)));
                break;
        }
    }
}

void TrackedWords::words(std::span<const text::Word> words, const Changes& changes) {
    for (const text::Word one : words) {
        const std::string_view spelling = consolidated_.lexicon->spelling(one);
        if (spelling != text::paragraph_break) {
            word(spelling, (one & 1U) != 0, changes);
            continue;
        }
        break_paragraph(changes);
    }
}

// On a side where the break does not stand, the words before it are those of the same paragraph.
void TrackedWords::break_paragraph(const Changes& changes) {
    docx::Paragraph next = paragraphs_.back();
    next.spans.clear();
    next.names.clear();
    paragraphs_.back().mark = changes;
    paragraphs_.push_back(std::move(next));
    break_ = changes;
    field_begin_ = 0;
    const Sides stands = changes_.sides_of(changes);
    has_words_ = {.rejected = has_words_.rejected && !stands.rejected,
                  .accepted = has_words_.accepted && !stands.accepted};
}

void TrackedWords::word(std::string_view spelling, bool has_blank, const Changes& changes) {
    if (has_blank) blank(changes);
    // A bracket stands before its first word, and behind the blank before that.
    for (const Changes& opened : std::exchange(opening_, {})) write("[", opened);
    write(spelling, changes);
}

void TrackedWords::write(std::string_view text, const Changes& changes) {
    append(text, changes);
    const Sides stands = changes_.sides_of(changes);
    has_words_ = {.rejected = has_words_.rejected || stands.rejected,
                  .accepted = has_words_.accepted || stands.accepted};
}

// Where words stand before on one side alone, the blank is theirs; behind a break that stands on
// the other side alone, it comes or goes with the break.
void TrackedWords::blank(const Changes& changes) {
    const Sides stands = changes_.sides_of(changes);
    const Sides wanted = {.rejected = stands.rejected && has_words_.rejected,
                          .accepted = stands.accepted && has_words_.accepted};
    if (wanted == stands) {
        append(" ", changes);
    } else if (wanted == Sides{false, false}) {
        blank_of_both(changes);
    } else if (!paragraphs_.back().spans.empty()) {
        paragraphs_.back().spans.back().text += ' ';
    } else {
        const std::string& author = changes_.author_of(break_);
        append(" ", wanted.rejected ? changes_.deleted({}, author) : changes_.inserted(author));
    }
}

// Between words that some take away and words that others bring, a blank stands under both: who
// accepts the one and not the other sees it.
void TrackedWords::blank_of_both(const Changes& changes) {
    if (changes.empty()) return;
    const auto& spans = paragraphs_.back().spans;
    const ProposalList& ours = makers_[changes.back()];
    for (std::size_t at = spans.size(); at-- > field_begin_;) {
        if (spans[at].changes.empty()) continue;
        const ProposalList& theirs = makers_[spans[at].changes.back()];
        const bool is_by_others = std::ranges::none_of(
            theirs, [&](ProposalIndex one) { return std::ranges::find(ours, one) != ours.end(); });
        if (is_by_others) return append(" ", changes_.both(spans[at].changes, changes));
    }
}

void TrackedWords::append(std::string_view text, const Changes& changes) {
    auto& spans = paragraphs_.back().spans;
    if (spans.empty() || spans.back().changes != changes) spans.push_back({{}, changes});
    spans.back().text += text;
}

}  // namespace travaux::formats
