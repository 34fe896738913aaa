// SPDX-License-Identifier: MIT
#include "site/near_section.h"

#include <algorithm>

#include "consolidation/alignment.h"
#include "consolidation/near_readings.h"
#include "formats/reference_links.h"
#include "formats/terms.h"
#include "site/forms.h"
#include "site/history.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

using consolidation::NearReading;
using consolidation::NearReadings;

constexpr std::size_t pairs_shown_max = 100;

/// Two texts as one: what only one of them has is marked, and listed.
class Difference {
public:
    explicit Difference(const text::Lexicon& lexicon) : lexicon_(lexicon) {}

    void print(std::span<const text::Word> from, std::span<const text::Word> to) {
        std::size_t at = 0;
        for (const consolidation::Hunk& hunk : consolidation::hunks(from, to)) {
            add(from.subspan(at, hunk.begin - at), {});
            add(from.subspan(hunk.begin, hunk.end - hunk.begin), "del");
            add(to.subspan(hunk.target_begin, hunk.target_end - hunk.target_begin), "ins");
            at = hunk.end;
        }
        add(from.subspan(at), {});
    }

    std::string text;         ///< HTML
    std::string only_first;   ///< HTML, quoted
    std::string only_second;  ///< the same

private:
    void add(std::span<const text::Word> words, const std::string& mark) {
        if (words.empty()) return;
        std::string piece;
        for (const text::Word word : words) {
            const std::string_view written = lexicon_.written(word);
            const bool is_break = lexicon_.spelling(word) == text::paragraph_break;
            piece += is_break ? " \xC2\xB6" : html(written);
        }
        const std::size_t blank = piece.starts_with(' ') ? 1 : 0;
        if (blank > 0 && !text.empty()) text += ' ';
        piece.erase(0, blank);
        text += mark.empty() ? piece : "<" + mark + ">" + piece + "</" + mark + ">";
        if (mark.empty()) return;
        std::string& only = mark == "del" ? only_first : only_second;
        only += (only.empty() ? "<q>" : " <q>") + piece + "</q>";
    }

    const text::Lexicon& lexicon_;
};

// The pairs of an open proposal; none for one that is open no more.
std::vector<NearReadings> pairs_of(const consolidation::Consolidated& working,
                                   const std::string& proposal) {
    const auto& open = working.proposals;
    const auto found = std::ranges::lower_bound(open, proposal, {}, &consolidation::Proposal::id);
    if (found == open.end() || found->id != proposal) return {};
    return consolidation::near_readings(
        working, static_cast<consolidation::ProposalIndex>(found - open.begin()));
}

class NearSection {
public:
    NearSection(const Visit& visit, const host::ConsolidatedText& working,
                const host::ConsolidatedText& shown, const std::string& proposal)
        : visit_(visit), working_(working), labels_(shown.draft, shown.consolidated),
          proposal_(proposal) {}

    [[nodiscard]] std::string print() const {
        std::map<std::size_t, std::string> by_row;
        std::size_t shown = 0;
        std::size_t more = 0;
        for (const NearReadings& one : pairs()) {
            if (shown == pairs_shown_max) {
                ++more;
                continue;
            }
            ++shown;
            by_row[one.row] += pair(one);
        }
        std::string out;
        for (const auto& [row, pairs] : by_row) {
            out += "<details" + std::string(proposal_.empty() ? "" : " open") + "><summary>" +
                   label_of(row) + "</summary><ul class=\"list near\">\n" + pairs +
                   "</ul></details>\n";
        }
        if (out.empty()) return out;
        return section_head(visit_.say("site.near"), "near") + "<p>" +
               visit_.say("site.near_words") + "</p>\n" + out +
               (more == 0 ? std::string{}
                          : "<p>" + visit_.say("site.near_more", std::to_string(more)) + "</p>\n");
    }

private:
    [[nodiscard]] const std::string& id_of(consolidation::ProposalIndex at) const {
        return working_.consolidated.proposals[at].id;
    }

    // The pairs that are asked for: all, or those of one proposal.
    [[nodiscard]] std::vector<NearReadings> pairs() const {
        return proposal_.empty() ? consolidation::near_readings(working_.consolidated)
                                 : pairs_of(working_.consolidated, proposal_);
    }

    [[nodiscard]] std::string label_of(std::size_t row) const {
        const auto& of = working_.consolidated.rows[row];
        const std::string label =
            of.kind == consolidation::RowKind::provision
                ? labels_.label_of(of.id)
                : std::string(formats::term(formats::Term::new_provision, visit_.in.language));
        return html(label);
    }

    [[nodiscard]] std::string pair(const NearReadings& one) const {
        Difference difference(*working_.consolidated.lexicon);
        difference.print(one.first.words, one.second.words);
        const std::string marked = http::marked(working_.language);
        return "<li><p class=\"serif\"" + marked + ">" + difference.text + "</p>\n" +
               "<p class=\"small dim\">" +
               visit_.say("site.near_differ", std::to_string(one.differing)) +
               "</p>\n<dl class=\"facts\">\n" + side(one.first, difference.only_first, marked) +
               side(one.second, difference.only_second, marked) + "</dl>\n" +
               ways(one, one.first, one.second) + ways(one, one.second, one.first) + "</li>\n";
    }

    // Who stands behind a reading, and the words that it alone has.
    [[nodiscard]] std::string side(const NearReading& reading, const std::string& only,
                                   const std::string& marked) const {
        std::vector<std::string> behind;
        for (const auto index : reading.proposals) {
            const auto found = visit_.state().proposals.find(id_of(index));
            if (found == visit_.state().proposals.end()) continue;
            behind.push_back(proposal_link(visit_, found->first) + " " +
                             sponsors_of(visit_, found->second));
        }
        return "<dt>" + listed(behind, visit_.in.language) + "</dt><dd>" +
               (only.empty()
                    ? visit_.say("site.near_nothing")
                    : visit_.say("site.near_only") + " <span" + marked + ">" + only + "</span>") +
               "</dd>\n";
    }

    // To the words of another, for who may revise: a page on which they are seen before anything
    // is done.
    [[nodiscard]] std::string ways(const NearReadings& one, const NearReading& mine,
                                   const NearReading& other) const {
        const auto& row = working_.consolidated.rows[one.row];
        if (row.kind != consolidation::RowKind::provision) return {};
        const std::string& words_of = id_of(other.proposals.front());
        std::string out;
        for (const auto index : mine.proposals) {
            const std::string& id = id_of(index);
            if (!may(visit_, "proposal.revise", id)) continue;
            std::string page = "/propose?revise=";
            page.append(id).append("&words_of=").append(words_of).append("&at=");
            page.append(hex(row.id.bytes)).append("&field=").append(text::name_of(one.field));
            out += "<p>" + link(visit_.to(page), visit_.say("site.near_take", id, words_of)) +
                   "</p>\n";
        }
        return out;
    }

    const Visit& visit_;
    const host::ConsolidatedText& working_;
    formats::ReferenceLinks labels_;
    const std::string& proposal_;
};

}  // namespace

Result<std::string> near_section(const Visit& visit, const std::string& text_id,
                                 const std::string& proposal) {
    host::AskedText asked;
    asked.id = text_id;
    TRY_ASSIGN(const auto working, visit.site.text(visit.committee, asked, {}));
    asked.languages = {visit.in.language};
    TRY_ASSIGN(const auto shown, visit.site.text(visit.committee, asked, {}));
    return NearSection(visit, *working, *shown, proposal).print();
}

Result<std::vector<std::string>> near_proposals(const Visit& visit, const std::string& member) {
    std::vector<std::string> near;
    host::AskedText asked;
    asked.id = current_text(visit.state());
    if (asked.id.empty()) return near;
    TRY_ASSIGN(const auto working, visit.site.text(visit.committee, asked, {}));
    for (const auto& [id, proposal] : visit.state().proposals) {
        const bool is_own = proposal.sponsors.contains(member);
        if (is_own && !pairs_of(working->consolidated, id).empty()) near.push_back(id);
    }
    return near;
}

}  // namespace travaux::site
