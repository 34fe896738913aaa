// Another language of a draft: its provisions find their partners by kind, number and order.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/limits.h"
#include "formats/akoma_ntoso_form.h"
#include "formats/import_text.h"
#include "text/numbering.h"

namespace travaux::formats {
namespace {

using text::Language;
using text::Provision;
using Positions = std::vector<std::size_t>;

// Longer lists of siblings are matched by order alone.
constexpr std::size_t alignment_cells_max = 4'000'000;

// The values that a number can have: of "Article 6" and of "(f)" it is 6; none where it is a word.
std::vector<std::uint32_t> values_of(std::string_view number) {
    std::vector<std::uint32_t> values;
    const auto add = [&](const std::vector<text::Numeral>& readings) {
        for (const text::Numeral& one : readings) values.push_back(one.value * 1000 + one.repeat);
    };
    if (const auto marker = text::parse_marker(number); marker && !marker->readings.empty()) {
        add(marker->readings);
        return values;
    }
    for (std::size_t at = 0; at < number.size() && values.empty(); ++at) {
        const bool starts = at == 0 || number[at - 1] == ' ' ||
                            (static_cast<unsigned char>(number[at]) & 0xC0U) == 0xC0U;
        if (!starts) continue;
        if (const auto numeral = text::parse_counting_numeral(number.substr(at)))
            add(numeral->readings);
    }
    return values;
}

class Matcher {
public:
    Matcher(const DraftWithProvenance& draft, const text::Draft& other, Language language)
        : result_{draft, {}}, other_(other), language_(language) {}

    LanguageMatch match() {
        match_siblings(top_of(result_.draft.draft), top_of(other_));
        return std::move(result_);
    }

private:
    static Positions top_of(const text::Draft& draft) {
        return siblings(draft, 0, draft.provisions.size(), 0);
    }

    static Positions siblings(const text::Draft& draft, std::size_t begin, std::size_t end,
                              std::uint32_t depth) {
        Positions positions;
        for (std::size_t at = begin; at < end; ++at) {
            if (draft.provisions[at].depth == depth) positions.push_back(at);
        }
        return positions;
    }

    static Positions children(const text::Draft& draft, std::size_t at) {
        return siblings(draft, at + 1, text::subtree_end(draft, at),
                        draft.provisions[at].depth + 1);
    }

    [[nodiscard]] bool can_match(std::size_t mine, std::size_t theirs) const {
        const Provision& a = result_.draft.draft.provisions[mine];
        const Provision& b = other_.provisions[theirs];
        if (a.kind != b.kind) return false;
        return can_have_numbers(a, b);
    }

    [[nodiscard]] bool can_have_numbers(const Provision& a, const Provision& b) const {
        const auto x = values_of(a.in(result_.draft.draft.working_language).number);
        const auto y = values_of(b.in(language_).number);
        if (x.empty() || y.empty()) return true;
        return std::ranges::find_first_of(x, y) != x.end();
    }

    // One edition letters what another only sets on lines of its own: where the lines of a
    // provision are as many, and no number speaks against it, each has the partner of its rank.
    [[nodiscard]] bool match_in_reading_order(std::size_t mine, std::size_t theirs) {
        auto& provisions = result_.draft.draft.provisions;
        const std::size_t count = text::subtree_end(result_.draft.draft, mine) - mine;
        if (count != text::subtree_end(other_, theirs) - theirs) return false;
        for (std::size_t at = 1; at < count; ++at) {
            const Provision& a = provisions[mine + at];
            const Provision& b = other_.provisions[theirs + at];
            if (!is_line(a.kind) || !is_line(b.kind) || !can_have_numbers(a, b)) return false;
        }
        for (std::size_t at = 1; at < count; ++at) {
            provisions[mine + at].in(language_) = other_.provisions[theirs + at].in(language_);
        }
        return true;
    }

    static bool is_line(text::ProvisionKind kind) {
        using enum text::ProvisionKind;
        return kind == paragraph || kind == subparagraph || kind == item || kind == continuation;
    }

    void match_inside(std::size_t mine, std::size_t theirs) {
        if (match_in_reading_order(mine, theirs)) return;
        match_siblings(children(result_.draft.draft, mine), children(other_, theirs));
    }

    void match_siblings(const Positions& mine, const Positions& theirs) {
        const auto pairs = aligned(mine, theirs);
        std::size_t next = 0;
        std::size_t seen = 0;
        for (const auto& [a, b] : pairs) {
            for (; mine[next] != a; ++next) missing(mine[next]);
            for (; theirs[seen] != b; ++seen) superfluous(theirs[seen]);
            ++next;
            ++seen;
            result_.draft.draft.provisions[a].in(language_) = other_.provisions[b].in(language_);
            match_inside(a, b);
        }
        for (; next < mine.size(); ++next) missing(mine[next]);
        for (; seen < theirs.size(); ++seen) superfluous(theirs[seen]);
    }

    // The longest common sequence of provisions that can be partners.
    std::vector<std::pair<std::size_t, std::size_t>> aligned(const Positions& mine,
                                                             const Positions& theirs) const {
        std::vector<std::pair<std::size_t, std::size_t>> pairs;
        const std::size_t width = theirs.size() + 1;
        if (mine.size() * theirs.size() > alignment_cells_max) {
            for (std::size_t at = 0; at < std::min(mine.size(), theirs.size()); ++at) {
                if (!can_match(mine[at], theirs[at])) break;
                pairs.emplace_back(mine[at], theirs[at]);
            }
            return pairs;
        }
        std::vector<std::uint32_t> best((mine.size() + 1) * width);
        std::vector<bool> fits(mine.size() * theirs.size());
        for (std::size_t i = mine.size(); i-- > 0;) {
            for (std::size_t j = theirs.size(); j-- > 0;) {
                const bool fit = can_match(mine[i], theirs[j]);
                fits[i * theirs.size() + j] = fit;
                best[i * width + j] = std::max({best[(i + 1) * width + j], best[i * width + j + 1],
                                                fit ? best[(i + 1) * width + j + 1] + 1 : 0U});
            }
        }
        for (std::size_t i = 0, j = 0; i < mine.size() && j < theirs.size();) {
            const std::uint32_t here = best[i * width + j];
            if (fits[i * theirs.size() + j] && here == best[(i + 1) * width + j + 1] + 1) {
                pairs.emplace_back(mine[i++], theirs[j++]);
            } else if (here == best[(i + 1) * width + j]) {
                ++i;
            } else {
                ++j;
            }
        }
        return pairs;
    }

    void missing(std::size_t at) {
        const auto& draft = result_.draft.draft;
        for (std::size_t one = at; one < text::subtree_end(draft, at); ++one) {
            report(code_of(language_), "has no words for",
                   draft.provisions[one].in(draft.working_language), draft.provisions[one].kind);
        }
    }

    void superfluous(std::size_t at) {
        for (std::size_t one = at; one < text::subtree_end(other_, at); ++one) {
            report(code_of(language_),
                   "has words without a place:", other_.provisions[one].in(language_),
                   other_.provisions[one].kind);
        }
    }

    void report(std::string_view code, std::string_view what, const text::Wording& wording,
                text::ProvisionKind kind) {
        std::string line =
            std::string(code) + " " + std::string(what) + " " + std::string(name_of(kind));
        for (const std::string& part : {wording.number, wording.heading, wording.text}) {
            if (!part.empty()) line += " " + part;
        }
        result_.unmatched.push_back(std::move(line));
    }

    LanguageMatch result_;
    const text::Draft& other_;
    Language language_;
};

}  // namespace

LanguageMatch import_language(const DraftWithProvenance& draft, const DraftWithProvenance& other) {
    const Language language = other.draft.working_language;
    LanguageMatch match = Matcher(draft, other.draft, language).match();
    text::Draft& merged = match.draft.draft;
    if (std::ranges::find(merged.written_in, language) == merged.written_in.end()) {
        merged.written_in.push_back(language);
        std::ranges::sort(merged.written_in);
    }
    // The words of this language come from its own file.
    text::Draft alone = merged;
    alone.written_in = {language};
    const text::Origin& origin = other.provenance.origins.begin()->second;
    text::Provenance& provenance = match.draft.provenance;
    std::erase_if(provenance.runs,
                  [&](const auto& item) { return item.first.language == language; });
    provenance.origins.emplace(origin.id, origin);
    provenance.runs.merge(text::provenance_of_import(alone, origin).runs);
    match.draft.forms.erase(language);
    const auto form = other.forms.find(language);
    if (form == other.forms.end()) return match;
    if (auto written = write_form(form->second, merged, language)) {
        match.draft.forms[language] = *std::move(written);
    }
    return match;
}

Result<LanguageMatch> import_language(const DraftWithProvenance& draft, std::string_view bytes,
                                      std::string_view file_name, Language language) {
    TRY_ASSIGN(const DraftWithProvenance other, import_text(bytes, file_name, language));
    return import_language(draft, other);
}

}  // namespace travaux::formats
