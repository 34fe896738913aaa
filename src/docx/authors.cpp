// SPDX-License-Identifier: MIT
#include "docx/authors.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace travaux::docx {
namespace {

template <typename Visit>
void each_of(std::vector<Paragraph>& paragraphs, const Visit& visit) {
    for (Paragraph& one : paragraphs) {
        visit(one.mark);
        visit(one.around);
        for (Span& span : one.spans) visit(span.changes);
        for (NoteReference& note : one.notes) visit(note.changes);
    }
}

template <typename Visit>
void each_of(Document& document, const Visit& visit) {
    each_of(document.paragraphs, visit);
    for (Note& note : document.notes) each_of(note.paragraphs, visit);
}

bool brings(const Change& change) {
    return change.kind == ChangeKind::insertion || change.kind == ChangeKind::move_to;
}

bool is_brought_by(const Document& document, const Changes& changes,
                   const std::set<std::string>& authors) {
    return std::ranges::any_of(changes, [&](std::uint32_t at) {
        return brings(document.changes[at]) && authors.contains(document.changes[at].author);
    });
}

bool is_brought(const Document& document, const Changes& changes) {
    return std::ranges::any_of(changes,
                               [&](std::uint32_t at) { return brings(document.changes[at]); });
}

// Whether a paragraph is there because others brought it: its end, and all words that it has.
bool is_brought_by_others(const Document& document, const Paragraph& one,
                          const std::set<std::string>& authors) {
    return is_brought(document, one.mark) && !is_brought_by(document, one.mark, authors) &&
           std::ranges::all_of(
               one.spans, [&](const Span& span) { return is_brought(document, span.changes); });
}

bool strikes_others(const Document& document, const Changes& changes,
                    const std::set<std::string>& authors) {
    bool is_of_another = false;
    for (const std::uint32_t at : changes) {
        const Change& change = document.changes[at];
        const bool is_theirs = authors.contains(change.author);
        if (brings(change)) is_of_another = !is_theirs;
        if (!brings(change) && is_theirs && is_of_another) return true;
    }
    return false;
}

// What another brought is on neither side; what another struck is on both.
class Rejection {
public:
    Rejection(Document& document, const std::set<std::string>& kept)
        : document_(document), kept_(kept) {}

    void reject(Changes& changes) {
        bool is_brought = false;
        std::erase_if(changes, [&](std::uint32_t at) {
            const Change& change = document_.changes[at];
            if (kept_.contains(change.author)) return false;
            is_brought = is_brought || brings(change);
            return true;
        });
        if (is_brought) changes = nowhere();
    }

    // An insertion with a deletion inside.
    Changes nowhere() {
        if (!nowhere_) {
            const auto at = static_cast<std::uint32_t>(document_.changes.size());
            document_.changes.push_back({ChangeKind::insertion, {}, {}, {}});
            document_.changes.push_back({ChangeKind::deletion, {}, {}, {}});
            nowhere_ = Changes{at, at + 1};
        }
        return *nowhere_;
    }

private:
    Document& document_;
    const std::set<std::string>& kept_;
    std::optional<Changes> nowhere_;
};

void drop_comments(Document& document, const std::set<std::string>& kept) {
    std::vector<Comment> left;
    std::vector<std::size_t> now(document.comments.size(), SIZE_MAX);
    for (std::size_t at = 0; at < document.comments.size(); ++at) {
        if (!kept.contains(document.comments[at].author)) continue;
        now[at] = left.size();
        left.push_back(std::move(document.comments[at]));
    }
    document.comments = std::move(left);
    for (Paragraph& one : document.paragraphs) {
        for (std::size_t& comment : one.comments) comment = now[comment];
        std::erase(one.comments, SIZE_MAX);
    }
}

}  // namespace

std::map<std::string, std::size_t> authors_of(const Document& document) {
    std::map<std::string, std::size_t> counts;
    for (const Change& change : document.changes) ++counts[change.author];
    return counts;
}

std::set<std::string> commenters_of(const Document& document) {
    std::set<std::string> all;
    for (const Comment& comment : document.comments) all.insert(comment.author);
    return all;
}

std::vector<ChangeWithin> changes_within_others(const Document& document,
                                                const std::set<std::string>& authors) {
    std::vector<ChangeWithin> all;
    for (std::size_t at = 0; at < document.paragraphs.size(); ++at) {
        const Paragraph& one = document.paragraphs[at];
        const bool is_of_others = is_brought_by_others(document, one, authors);
        std::string words;
        for (const Span& span : one.spans) {
            const bool is_within = strikes_others(document, span.changes, authors) ||
                                   (is_of_others && is_brought_by(document, span.changes, authors));
            if (is_within) words += span.text;
        }
        // A blank alone stands between words of two authors, and is nobody's.
        if (words.find_first_not_of(' ') != std::string::npos) all.push_back({at, words});
    }
    return all;
}

Document only_changes_of(Document document, const std::set<std::string>& authors) {
    Rejection rejection(document, authors);
    for (Paragraph& one : document.paragraphs) {
        if (!is_brought_by_others(document, one, authors)) continue;
        for (Span& span : one.spans) span.changes = rejection.nowhere();
    }
    each_of(document, [&](Changes& changes) { rejection.reject(changes); });
    drop_comments(document, authors);
    return document;
}

}  // namespace travaux::docx
