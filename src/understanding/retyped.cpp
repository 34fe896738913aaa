// SPDX-License-Identifier: MIT
#include "understanding/retyped.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "consolidation/alignment.h"
#include "text/word.h"
#include "understanding/wording_split.h"

namespace travaux::understanding {
namespace {

using text::Words;

// Per cent of the words of each line that stand on the other side, and how many a line has that can
// be told from others.
constexpr std::size_t kept_percent_min = 70;
constexpr std::size_t words_min = 3;
constexpr std::size_t pieces_max = 3;

Words joined(const std::vector<Words>& lines) {
    Words all;
    for (const Words& line : lines) {
        const std::size_t first = all.size();
        all.insert(all.end(), line.begin(), line.end());
        if (first > 0 && first < all.size()) all[first] |= text::Word{1};
    }
    return all;
}

// Whether nearly all words of each line are kept.
bool are_kept(const std::vector<Words>& lines, const std::vector<bool>& is_kept) {
    std::size_t begin = 0;
    return std::ranges::all_of(lines, [&](const Words& line) {
        const auto first = is_kept.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto count = std::count(first, first + std::ssize(line), true);
        begin += line.size();
        return line.size() >= words_min &&
               100 * static_cast<std::size_t>(count) >= kept_percent_min * line.size();
    });
}

bool are_nearly_equal(const std::vector<Words>& former, const std::vector<Words>& later) {
    const Words before = joined(former);
    const Words after = joined(later);
    std::vector<bool> is_kept_before(before.size(), true);
    std::vector<bool> is_kept_after(after.size(), true);
    for (const auto& hunk : consolidation::hunks(before, after)) {
        for (auto at = hunk.begin; at < hunk.end; ++at) is_kept_before[at] = false;
        for (auto at = hunk.target_begin; at < hunk.target_end; ++at) is_kept_after[at] = false;
    }
    return are_kept(former, is_kept_before) && are_kept(later, is_kept_after);
}

// Where the words of the second of two lines begin in a line that has both. Words that take the
// place of the first one's end are the first one's.
std::size_t border(const std::vector<Words>& two, const Words& after) {
    const std::size_t first = two.front().size();
    std::size_t at = first;
    for (const auto& hunk : consolidation::hunks(joined(two), after)) {
        if (hunk.begin >= first) break;
        at = hunk.end >= first ? hunk.target_end : hunk.target_end + (first - hunk.end);
    }
    return at;
}

class Retyped {
public:
    Retyped(const FileText& file, const text::Draft& draft, text::Language language,
            Standing& standing)
        : file_(file), draft_(draft), language_(language), standing_(standing) {}

    void find() {
        for (std::size_t at = 0; at < file_.base.size(); ++at) {
            const auto& partner = standing_.partners[at];
            if (!partner || partner->found == Found::equal) continue;
            const DraftLine& line = standing_.draft_lines[partner->former];
            if (line.role == LineRole::heading || file_.base[at].is_heading) continue;
            if (!split(at, line)) join(at, line.provision);
        }
    }

private:
    [[nodiscard]] Words words(std::string_view text) { return text::words_of(text, lexicon_); }

    // The words of a provision under no heading, which no line of the file stands for.
    [[nodiscard]] const std::string& text_of(std::size_t provision) const {
        return draft_.provisions[provision].in(language_).text;
    }

    [[nodiscard]] std::string text_of_line(std::size_t at, std::size_t provision) const {
        const std::string& number = draft_.provisions[provision].in(language_).number;
        return split_number(file_.base[at], number, language_).rest;
    }

    // Lines around one, of which it alone stands for a provision; the longest first.
    bool split(std::size_t at, const DraftLine& line) {
        for (std::size_t count = pieces_max; count > 1; --count) {
            for (std::size_t first = at + 1 < count ? 0 : at + 1 - count; first <= at; ++first) {
                if (first + count <= file_.base.size() && is_split(first, count, at, line)) {
                    for (std::size_t one = first; one < first + count; ++one) {
                        standing_.owners[one] = at;
                    }
                    return true;
                }
            }
        }
        return false;
    }

    [[nodiscard]] bool is_split(std::size_t first, std::size_t count, std::size_t at,
                                const DraftLine& line) {
        std::vector<Words> pieces;
        for (std::size_t one = first; one < first + count; ++one) {
            const bool is_free = !standing_.partners[one] && standing_.owners[one] == one &&
                                 !file_.base[one].is_heading;
            if (one != at && !is_free) return false;
            pieces.push_back(words(text_of_line(one, line.provision)));
        }
        return are_nearly_equal({words(text_of(line.provision))}, pieces);
    }

    // Two provisions beside each other, of which one has a line.
    void join(std::size_t at, std::size_t provision) {
        const std::size_t next = text::subtree_end(draft_, provision);
        if (join(at, provision, next)) return;
        if (provision > 0) join(at, provision - 1, provision);
    }

    bool join(std::size_t at, std::size_t provision, std::size_t next) {
        if (next != provision + 1 || next >= draft_.provisions.size()) return false;
        const text::Provision& one = draft_.provisions[provision];
        const text::Provision& other = draft_.provisions[next];
        if (one.depth != other.depth || one.kind != other.kind) return false;
        if (!one.in(language_).heading.empty() || !other.in(language_).heading.empty()) {
            return false;
        }
        const auto first = line_of(provision);
        const auto second = line_of(next);
        if (!first || !second) return false;
        const std::size_t missing = standing_.partners[at]->former == *first ? *second : *first;
        if (standing_.lines_before[missing]) return false;
        const Words line = words(text_of_line(at, provision));
        const std::vector<Words> two = {words(text_of(provision)), words(text_of(next))};
        if (!are_nearly_equal(two, {line})) return false;
        standing_.lines_before[*second].reset();
        standing_.lines_before[*first] = at;
        standing_.partners[at]->former = *first;
        const auto cut = static_cast<std::ptrdiff_t>(border(two, line));
        standing_.retyped_joins[at] = {
            text::text_of(Words(line.begin(), line.begin() + cut), lexicon_),
            text::text_of(Words(line.begin() + cut, line.end()), lexicon_)};
        return true;
    }

    // The line of a provision that has one.
    [[nodiscard]] MaybeLine line_of(std::size_t provision) const {
        const auto& lines = standing_.draft_lines;
        const auto found = std::ranges::lower_bound(lines, provision, {}, &DraftLine::provision);
        if (found == lines.end() || found->provision != provision) return std::nullopt;
        return static_cast<std::size_t>(found - lines.begin());
    }

    const FileText& file_;
    const text::Draft& draft_;
    text::Language language_;
    Standing& standing_;
    text::Lexicon lexicon_;
};

}  // namespace

void find_retyped(const FileText& file, const text::Draft& draft, text::Language language,
                  Standing& standing) {
    Retyped(file, draft, language, standing).find();
}

}  // namespace travaux::understanding
