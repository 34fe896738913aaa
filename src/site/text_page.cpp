// A text with everything proposed on it, and what opens under its lines.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>

#include "formats/document_view.h"
#include "formats/html_parts.h"
#include "formats/terms.h"
#include "http/answers.h"
#include "http/languages.h"
#include "site/asked_page.h"
#include "site/forms.h"
#include "site/history.h"
#include "site/pages.h"
#include "site/phrase_panel.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

using committee::ProvisionStanding;
using consolidation::Row;
using consolidation::RowKind;
using formats::View;

// A second language has no names of places of its own: an id stands once on a page.
std::string without_ids(std::string text) {
    constexpr std::string_view begin = " id=\"p-";
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
        text.erase(at, text.find('"', at + begin.size()) + 1 - at);
    }
    return text;
}

/// What the page says beside and under the rows of a text.
class Notes final : public formats::RowNotes {
public:
    struct Of {
        const Visit& visit;
        const std::string& text;
        const host::ConsolidatedText& shown;
        const AskedPage& asked;
        bool is_second = false;  ///< of two languages: it says nothing twice
    };

    explicit Notes(Of of)
        : of_(of), links_(of.shown.draft, of.shown.consolidated),
          address_(of.visit.to("/texts/" + of.text +
                               (of.asked.query().empty() ? "" : "?" + of.asked.query()))),
          to_phrase_(address_ + (address_.contains('?') ? "&amp;" : "?") + "phrase=") {
        const committee::State& state = of.visit.state();
        // There are thousands of such links: they are short where the page is at its own address.
        if (of.visit.asked.places.contains("text")) to_phrase_.erase(0, to_phrase_.find('?'));
        const std::string& next = state.texts.at(of.text).superseded_by;
        if (!next.empty()) until_ms_ = state.texts.at(next).published_ms;
    }

    [[nodiscard]] std::string address(std::string_view anchor) const override {
        return to_phrase_ + std::string(anchor) + "#" + std::string(anchor);
    }

    [[nodiscard]] std::string row_class(std::size_t row) const override {
        const auto standing = standing_of(row);
        const bool is_agreed = standing == ProvisionStanding::agreed ||
                               standing == ProvisionStanding::agreed_ad_referendum;
        return std::string(is_agreed ? " agreed" : "") + (is_fresh(rows()[row]) ? " fresh" : "");
    }

    [[nodiscard]] std::string contents_state(std::size_t row, std::size_t open) const override {
        const auto standing = standing_of(row);
        // A division where nothing is open needs no word for it.
        if (open == 0 && standing == ProvisionStanding::open) return " ";
        if (open > 0 || standing == ProvisionStanding::open ||
            standing == ProvisionStanding::bracketed) {
            return {};
        }
        return " <span class=\"count ok\">\xE2\x9C\x93 " +
               of_.visit.say("provision_standing." + std::string(committee::name_of(standing))) +
               "</span>";
    }

    // Said where it was decided: on a whole article once, not at each of its paragraphs.
    [[nodiscard]] std::string beside(std::size_t row) const override {
        if (of_.is_second || rows()[row].kind != RowKind::provision) return {};
        const auto& state = of_.visit.state();
        const auto found = state.standings.find(hex(rows()[row].id.bytes));
        if (found == state.standings.end()) return {};
        const committee::Decision* one = last_of(found->second);
        if (one == nullptr || one->standing == ProvisionStanding::open) return {};
        const std::string name(committee::name_of(one->standing));
        return "<li class=\"whole\"><span class=\"seal\">" +
               std::string(one->standing == ProvisionStanding::bracketed ? "" : "\xE2\x9C\x93 ") +
               of_.visit.say("provision_standing." + name) + "</span><br>" +
               decided_in_words(of_.visit, *one) + "</li>";
    }

    [[nodiscard]] std::string under(std::size_t row,
                                    const std::vector<formats::Phrase>& phrases) const override {
        if (of_.is_second || of_.asked.phrase.empty()) return {};
        const Row& here = rows()[row];
        const std::string anchor = formats::anchor_of(here);
        const auto reading = std::ranges::find(phrases, of_.asked.phrase, &formats::Phrase::anchor);
        const bool is_whole = of_.asked.phrase == anchor;
        if (!is_whole && reading == phrases.end()) return {};
        // A provision that is proposed is a reading as a whole.
        const formats::Phrase proposed{anchor, {}, html(words_of(here)), here.proposed_by};
        const bool is_proposed = here.kind != RowKind::provision;
        return phrase_panel(of_.visit, {of_.text, of_.shown, here.id, label_of(here),
                                        is_whole ? (is_proposed ? &proposed : nullptr) : &*reading,
                                        address_ + "#" + anchor});
    }

    /// Whether a row has anything new since the entry that is asked for.
    [[nodiscard]] bool is_fresh(const Row& row) const {
        if (!of_.asked.since) return false;
        const auto fresh = [&](consolidation::ProposalIndex index) { return is_new(index); };
        if (std::ranges::any_of(row.proposed_by, fresh)) return true;
        for (const consolidation::Mark& mark : row.marks) {
            if (std::ranges::any_of(mark.proposals, fresh)) return true;
        }
        return is_fresh(row.text) || is_fresh(row.heading) || is_fresh(row.number);
    }

private:
    [[nodiscard]] const std::vector<Row>& rows() const { return of_.shown.consolidated.rows; }

    // What changed since: it was submitted, or somebody joined or left it.
    [[nodiscard]] bool is_new(consolidation::ProposalIndex index) const {
        const auto& changed = of_.visit.state().changed;
        const auto found = changed.find(of_.shown.consolidated.proposals[index].id);
        return found != changed.end() && found->second >= *of_.asked.since;
    }

    [[nodiscard]] bool is_fresh(const consolidation::AnnotatedText& text) const {
        return std::ranges::any_of(text.targets, [&](const consolidation::Target& target) {
            return std::ranges::any_of(target.proposals,
                                       [&](const auto index) { return is_new(index); });
        });
    }

    // Of decisions on a provision the last that holds, as it was when this text was superseded.
    [[nodiscard]] const committee::Decision* last_of(const std::vector<std::string>& ids) const {
        for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
            const committee::Decision& one = of_.visit.state().decisions.at(*id);
            if (one.stands_at(until_ms_)) return &one;
        }
        return nullptr;
    }

    // What was decided last on it or on what holds it.
    [[nodiscard]] ProvisionStanding standing_of(std::size_t row) const {
        if (rows()[row].kind != RowKind::provision) return ProvisionStanding::open;
        const committee::Decision* last = nullptr;
        std::uint32_t depth = rows()[row].depth + 1;
        for (std::size_t at = row + 1; at-- > 0 && depth > 0;) {
            const Row& around = rows()[at];
            if (around.kind != RowKind::provision || around.depth >= depth) continue;
            depth = around.depth;
            const auto found = of_.visit.state().standings.find(hex(around.id.bytes));
            if (found == of_.visit.state().standings.end()) continue;
            const committee::Decision* one = last_of(found->second);
            if (one != nullptr && (last == nullptr || one->decided_ms > last->decided_ms))
                last = one;
        }
        return last == nullptr ? ProvisionStanding::open : last->standing;
    }

    [[nodiscard]] std::string words_of(const Row& row) const {
        return formats::base_text(of_.shown.consolidated, row.text);
    }

    [[nodiscard]] std::string label_of(const Row& row) const {
        if (row.kind == RowKind::provision) return links_.label_of(row.id);
        return std::string(
            formats::term(formats::Term::new_provision, of_.shown.consolidated.language));
    }

    Of of_;
    formats::ReferenceLinks links_;
    std::string address_;    // of the page as it is asked for, without a phrase
    std::string to_phrase_;  // what stands before the anchor in a link to a phrase
    std::int64_t until_ms_ = std::numeric_limits<std::int64_t>::max();
};

/// A text on its way to being a page.
struct TextOnPage {
    const Visit& visit;
    const std::string& text;
    const host::ConsolidatedText& shown;
    const AskedPage& asked;

    [[nodiscard]] std::string address(const AskedPage& other) const {
        const std::string query = other.query();
        return visit.to("/texts/" + text + (query.empty() ? "" : "?" + query));
    }
    [[nodiscard]] formats::Printing printing() const {
        return {.view = asked.view, .sponsors = asked.sponsors};
    }
};

std::string choice(const std::string& to, const std::string& words, bool is_chosen) {
    return "<li><a href=\"" + to + "\"" + (is_chosen ? " aria-current=\"true\"" : "") + ">" +
           words + "</a></li>";
}

std::string choices(const std::string& head, const std::string& items) {
    return "<div class=\"seg\"><h2>" + head + "</h2><ul>" + items + "</ul></div>\n";
}

std::string tools(const TextOnPage& page) {
    const Visit& visit = page.visit;
    std::string views;
    for (const View view : {View::bracketed, View::clean, View::options, View::by_sponsor}) {
        AskedPage other = page.asked;
        other.view = view;
        views += choice(page.address(other), visit.say("view_name." + std::string(name_of(view))),
                        view == page.asked.view);
    }
    std::string names;
    for (const auto sponsors : {formats::Sponsors::named, formats::Sponsors::unnamed}) {
        AskedPage other = page.asked;
        other.sponsors = sponsors;
        names += choice(
            page.address(other),
            visit.say(sponsors == formats::Sponsors::named ? "site.names_on" : "site.names_off"),
            sponsors == page.asked.sponsors);
    }
    std::string languages;
    if (page.shown.draft.written_in.size() > 1) {
        AskedPage other = page.asked;
        other.beside.reset();
        languages = choice(page.address(other), visit.say("site.beside_none"), !page.asked.beside);
        for (const text::Language language : page.shown.draft.written_in) {
            if (language == page.shown.language) continue;
            other.beside = language;
            languages += choice(page.address(other),
                                "<span lang=\"" + std::string(code_of(language)) + "\">" +
                                    http::own_name_of(language) + "</span>",
                                page.asked.beside == language);
        }
        languages = choices(visit.say("site.beside"), languages);
    }
    return "<div class=\"tools\" role=\"region\" aria-label=\"" + visit.say("site.view") +
           "\"><div class=\"wrap\">\n" + choices(visit.say("site.view"), views) +
           choices(visit.say("site.names"), names) + languages +
           search_form(visit, {}, "find-in-text", page.text) +
           "<p data-since hidden><a href=\"?since=\">" + visit.say("site.since_visit") +
           "</a></p></div></div>\n";
}

std::string head(const TextOnPage& page) {
    const Visit& visit = page.visit;
    const committee::PublishedText& published = visit.state().texts.at(page.text);
    const std::string kind = "text_kind." + std::string(committee::name_of(published.kind));
    const std::string standing =
        "text_standing." + std::string(committee::name_of(published.standing));
    std::string under =
        "<p>" + visit.say(kind) + (visit.in.language == text::Language::zh ? "\xE3\x80\x82" : ". ");
    under += visit.say("site.open_places",
                       std::to_string(formats::open_places(page.shown.consolidated))) +
             " " +
             visit.say("site.proposals_count",
                       std::to_string(page.shown.consolidated.proposals.size())) +
             "</p>\n";
    if (!published.superseded_by.empty()) {
        under +=
            "<p class=\"told\">" + visit.say("site.superseded") + " " +
            link(visit.to("/texts/" + published.superseded_by),
                 "<bdi>" + html(symbol_of(visit.state(), published.superseded_by)) + "</bdi>") +
            "</p>\n";
    }
    if (page.shown.language != visit.in.language) {
        under += "<p class=\"told\">" +
                 visit.say("site.not_in_language",
                           lang::words(visit.in.language,
                                       "language." + std::string(code_of(page.shown.language)))) +
                 "</p>\n";
    }
    if (!page.asked.as_if.empty()) {
        under += "<p class=\"told\">" + visit.say("site.as_if") + "</p>\n";
    }
    if (page.asked.since) {
        under += "<p class=\"told\">" +
                 visit.say("site.since_entry", std::to_string(*page.asked.since)) + "</p>\n";
    }
    const std::string title = formats::title_of(page.shown.draft, page.shown.consolidated);
    return title_block({"<bdi>" + html(symbol_of(visit.state(), page.text)) + "</bdi>",
                        visit.day(published.published_ms), visit.say(standing)},
                       "<span" + http::marked(page.shown.language) + ">" + html(title) + "</span>",
                       under);
}

// The other forms of the same text, to take along.
std::string forms_of(const TextOnPage& page) {
    const std::string code(code_of(page.shown.language));
    const std::string base = "/api/v1/committees/" + page.visit.committee.name() + "/texts/" +
                             page.text + "?language=" + code +
                             "&view=" + std::string(name_of(page.asked.view)) + "&form=";
    std::string items;
    for (const std::string_view form :
         {"docx", "docx_tracked", "pdf", "html", "text", "akoma_ntoso", "json"}) {
        items +=
            "<li>" +
            link(html(base + std::string(form)), page.visit.say("text_form." + std::string(form))) +
            "</li>\n";
    }
    return section_head(page.visit.say("site.take_along")) + "<ul class=\"row\">\n" + items +
           "</ul>\n";
}

std::string body_of(const TextOnPage& page, const formats::HtmlPage& in, formats::HtmlBody& body,
                    const std::string& around) {
    if (page.asked.view == View::by_sponsor) {
        return "<div" + around + ">" + body.print(formats::wants_of(in.consolidated)) + "</div>\n";
    }
    return "<div" + around + ">\n" + body.print() + "</div>\n";
}

// Two languages, row by row.
Result<std::string> pair_of(const TextOnPage& page, formats::HtmlBody& body) {
    host::AskedText asked;
    asked.id = page.text;
    asked.languages = {*page.asked.beside};
    TRY_ASSIGN(const auto other,
               page.visit.site.text(page.visit.committee, asked, page.asked.as_if));
    const formats::Printing printing = page.printing();
    const Notes notes({page.visit, page.text, *other, page.asked, true});
    const formats::HtmlPage in{other->draft, other->consolidated, printing, &notes};
    formats::HtmlBody second(in);
    const std::vector<std::string> left = body.print_rows();
    const std::vector<std::string> right = second.print_rows();
    std::string out;
    for (std::size_t at = 0; at < std::max(left.size(), right.size()); ++at) {
        const std::string one = at < left.size() ? left[at] : std::string{};
        const std::string two = at < right.size() ? right[at] : std::string{};
        if (one.empty() && two.empty()) continue;
        out += "<div class=\"pair\"><div" + http::marked(page.shown.language) + ">" + one +
               "</div><div" + http::marked(other->language) + ">" + without_ids(two) +
               "</div></div>\n";
    }
    return out;
}

// The contents, the words with everything proposed on them, and what explains them.
Result<std::string> reading_of(const TextOnPage& page) {
    const formats::Printing printing = page.printing();
    const Notes notes({page.visit, page.text, page.shown, page.asked});
    const formats::HtmlPage in{page.shown.draft, page.shown.consolidated, printing, &notes};
    formats::HtmlBody body(in);
    std::string result = "<div class=\"read\">";
    if (page.asked.view != View::by_sponsor) {
        result +=
            "<nav class=\"toc\" aria-labelledby=\"contents\"><h2 class=\"sec\" "
            "id=\"contents\">" +
            page.visit.say("site.contents") + "</h2>\n<ol" + http::marked(page.shown.language) +
            ">\n" + formats::contents_items(in) + "</ol></nav>\n";
    }
    result += "<div>\n";
    if (page.asked.beside && page.asked.view != View::by_sponsor) {
        TRY_ASSIGN(const std::string words, pair_of(page, body));
        result += words;
    } else {
        result += body_of(page, in, body, http::marked(page.shown.language));
    }
    if (!in.is_clean()) result += formats::legend_of(in, body);
    return std::move(result.append(forms_of(page)).append("</div></div>"));
}

// What says nothing of a phrase is alike for everybody.
Result<std::shared_ptr<const std::string>> kept_reading_of(const TextOnPage& page) {
    if (!page.asked.phrase.empty()) {
        TRY_ASSIGN(std::string own, reading_of(page));
        return std::make_shared<const std::string>(std::move(own));
    }
    const http::PageLanguage& in = page.visit.in;
    const std::string at = page.visit.asked.places.contains("text") ? "texts/" + page.text : "text";
    const std::string name = at + "/" + std::string(code_of(in.language)) +
                             (in.is_chosen ? "!" : "") + "?" + page.asked.query();
    return page.visit.site.part(page.visit, name, [&] { return reading_of(page); });
}

}  // namespace

Result<SitePage> text_page(const Visit& visit) {
    const auto place = visit.asked.places.find("text");
    const std::string text =
        place == visit.asked.places.end() ? current_text(visit.state()) : place->second;
    if (text.empty()) {
        return SitePage{visit.in.words("site.text"),
                        "<div class=\"wrap\">" + title_block({}, visit.say("site.text")) +
                            "<p class=\"none-yet\">" + visit.say("site.no_text") + "</p></div>\n",
                        Section::text,
                        {},
                        200,
                        true};
    }
    // The state of the visit may be older than the text that was published meanwhile.
    if (!visit.state().texts.contains(text)) {
        return http::refuse_request("text.unknown", {text}, ErrorCode::not_found);
    }
    TRY_ASSIGN(const AskedPage asked, asked_page(visit.asked.request));
    host::AskedText wanted;
    wanted.id = text;
    wanted.languages = {visit.in.language};
    TRY_ASSIGN(const auto shown, visit.site.text(visit.committee, wanted, asked.as_if));
    const TextOnPage page{visit, text, *shown, asked};
    TRY_ASSIGN(const auto reading, kept_reading_of(page));
    std::string html_body = "<div class=\"wrap\">" + head(page) + done_note(visit) + "</div>\n" +
                            tools(page) + "<div class=\"wrap\">";
    html_body.reserve(html_body.size() + reading->size() + 32);
    html_body.append(*reading).append("</div>\n");
    return SitePage{formats::title_of(shown->draft, shown->consolidated),
                    std::move(html_body),
                    Section::text,
                    asked.query(),
                    200,
                    true};
}

}  // namespace travaux::site
