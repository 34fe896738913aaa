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

// Finds what some authors change within the insertions of others: of some, or of all.
class Within {
public:
    Within(const Document& document, const std::set<std::string>& authors,
           const std::set<std::string>* amended = nullptr)
        : document_(document), authors_(authors), amended_(amended) {}

    // Which words of a paragraph: those that they strike, put in the place of such words or between
    // the others' words, or add to a paragraph that others brought.
    [[nodiscard]] std::vector<bool> words_of(const Paragraph& one) const {
        const auto& spans = one.spans;
        std::vector<bool> are_within(spans.size());
        for (std::size_t at = 0; at < spans.size(); ++at) {
            are_within[at] = strikes(spans[at].changes);
        }
        const bool is_all_of_others = is_of_others(one);
        for (std::size_t at = 0, next = 0; at < spans.size(); at = next) {
            next = at + 1;
            if (!is_theirs(spans[at].changes)) continue;
            while (next < spans.size() && is_theirs(spans[next].changes)) ++next;
            const bool is_first = at == 0;
            const bool is_last = next == spans.size();
            const bool is_beside_struck =
                (!is_first && are_within[at - 1]) || (!is_last && are_within[next]);
            const bool is_between = !is_first && !is_last && is_of_others(spans[at - 1].changes) &&
                                    is_of_others(spans[next].changes);
            if (!is_all_of_others && !is_beside_struck && !is_between) continue;
            std::fill(are_within.begin() + static_cast<std::ptrdiff_t>(at),
                      are_within.begin() + static_cast<std::ptrdiff_t>(next), true);
        }
        return are_within;
    }

    [[nodiscard]] bool strikes(const Changes& changes) const {
        bool is_of_another = false;
        for (const std::uint32_t at : changes) {
            const Change& change = document_.changes[at];
            if (brings(change)) is_of_another = is_other(change.author);
            if (!brings(change) && authors_.contains(change.author) && is_of_another) return true;
        }
        return false;
    }

private:
    [[nodiscard]] bool is_other(const std::string& author) const {
        return amended_ == nullptr ? !authors_.contains(author) : amended_->contains(author);
    }

    [[nodiscard]] bool is_theirs(const Changes& changes) const {
        return is_brought_by(document_, changes, authors_);
    }

    [[nodiscard]] bool is_of_others(const Changes& changes) const {
        if (amended_ != nullptr) return is_brought_by(document_, changes, *amended_);
        return is_brought(document_, changes) && !is_theirs(changes);
    }

    // Whether a paragraph is there because others brought it: its end, and all words that it has.
    [[nodiscard]] bool is_of_others(const Paragraph& one) const {
        return is_of_others(one.mark) && std::ranges::all_of(one.spans, [&](const Span& span) {
                   return is_brought(document_, span.changes);
               });
    }

    const Document& document_;
    const std::set<std::string>& authors_;
    const std::set<std::string>* amended_;
};

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

std::string words_within(const Document& document, const Paragraph& paragraph,
                         const std::set<std::string>& amended,
                         const std::set<std::string>& authors) {
    const auto are_within = Within(document, authors, &amended).words_of(paragraph);
    std::string words;
    for (std::size_t at = 0; at < are_within.size(); ++at) {
        if (are_within[at]) words += paragraph.spans[at].text;
    }
    // A blank alone stands between words of two authors, and is nobody's.
    return words.find_first_not_of(' ') == std::string::npos ? std::string() : words;
}

Document only_changes_of(const Document& document, const std::set<std::string>& authors) {
    return amending_changes_of(document, authors, {});
}

Document amending_changes_of(const Document& document, const std::set<std::string>& amended,
                             const std::set<std::string>& authors) {
    std::set<std::string> both = amended;
    both.insert(authors.begin(), authors.end());
    Document result = document;
    Rejection alone(result, amended);
    Rejection together(result, both);
    const Within within(document, authors, &amended);
    const Within elsewhere(document, amended);
    for (Paragraph& one : result.paragraphs) {
        const auto are_amendments = within.words_of(one);
        const auto are_elsewhere = elsewhere.words_of(one);
        for (std::size_t at = 0; at < one.spans.size(); ++at) {
            Changes& changes = one.spans[at].changes;
            if (are_amendments[at]) {
                together.reject(changes);
            } else if (are_elsewhere[at]) {
                changes = alone.nowhere();
            } else {
                alone.reject(changes);
            }
        }
        within.strikes(one.mark) ? together.reject(one.mark) : alone.reject(one.mark);
        alone.reject(one.around);
        for (NoteReference& note : one.notes) alone.reject(note.changes);
    }
    for (Note& note : result.notes) {
        each_of(note.paragraphs, [&](Changes& changes) { alone.reject(changes); });
    }
    drop_comments(result, amended);
    return result;
}

}  // namespace travaux::docx
