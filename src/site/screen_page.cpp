// SPDX-License-Identifier: MIT
#include "site/screen_page.h"

#include <algorithm>

#include "crypto/random.h"
#include "formats/document_view.h"
#include "formats/html_parts.h"
#include "formats/reference_links.h"
#include "http/answers.h"
#include "site/forms.h"
#include "site/history.h"
#include "site/said_parts.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

using consolidation::Row;
using consolidation::RowKind;

class Screen {
public:
    Screen(const Visit& visit, std::string text_id, const host::ConsolidatedText& text)
        : visit_(visit), text_id_(std::move(text_id)), text_(text),
          links_(text.draft, text.consolidated), page_{text.draft, text.consolidated, printing_},
          body_(page_), rows_(body_.print_rows()) {
        for (std::size_t at = 0; at < shown().size(); ++at) {
            if (shown()[at].kind == RowKind::provision && !rows_[at].empty()) stops_.push_back(at);
        }
    }

    std::string print(const std::string& provision) {
        if (stops_.empty()) return "<p class=\"none-yet\">" + visit_.say("site.no_text") + "</p>\n";
        const std::size_t here = place_of(provision);
        return "<div class=\"hall\" data-hall>\n" + where() + "<div class=\"hall-body\"" +
               http::marked(text_.language) + ">\n" + heading(here) + at(here, -1, "ctx") +
               at(here, 0, "now") + stamp(here) + at(here, 1, "ctx") + "</div>\n" + steps(here) +
               (is_at_the_desk(visit_) ? operating(here) : std::string{}) + "</div>\n";
    }

private:
    [[nodiscard]] const std::vector<Row>& shown() const { return text_.consolidated.rows; }

    // Among the provisions that are shown, the one that is named, or the first with words.
    [[nodiscard]] std::size_t place_of(const std::string& provision) const {
        const auto is_it = [&](std::size_t row) { return hex(shown()[row].id.bytes) == provision; };
        const auto found = std::ranges::find_if(stops_, is_it);
        if (found != stops_.end()) return static_cast<std::size_t>(found - stops_.begin());
        const auto has_words = [&](std::size_t row) { return !shown()[row].text.base.empty(); };
        const auto first = std::ranges::find_if(stops_, has_words);
        return first == stops_.end() ? 0 : static_cast<std::size_t>(first - stops_.begin());
    }

    [[nodiscard]] std::string id_of(std::size_t stop) const {
        return hex(shown()[stops_[stop]].id.bytes);
    }

    std::string where() {
        std::string words =
            html(visit_.state().mandate ? visit_.said_of(visit_.state().mandate->title)
                                        : visit_.committee.name());
        std::string meeting;
        for (const auto& [id, one] : visit_.state().meetings) {
            if (one.closed_ms) continue;
            meeting = visit_.say("site.meeting_number", std::to_string(one.number)) + ", " +
                      html(one.place);
        }
        return "<p class=\"where\"><b>" + words + "</b> <span>" + meeting + "</span> <bdi>" +
               html(symbol_of(visit_.state(), text_id_)) + "</bdi></p>\n";
    }

    // The division that a provision is in, so that the hall knows where it is.
    std::string heading(std::size_t here) {
        const std::size_t row = stops_[here];
        for (std::size_t at = row + 1; at-- > 0;) {
            if (!formats::is_division(shown()[at].provision_kind) ||
                shown()[at].kind != RowKind::provision) {
                continue;
            }
            if (at == row) return {};
            return "<p class=\"ctx\">" +
                   html(formats::base_text(text_.consolidated, shown()[at].number)) + " " +
                   html(formats::base_text(text_.consolidated, shown()[at].heading)) + "</p>\n";
        }
        return {};
    }

    // The provision with what is proposed beside it, or a neighbour.
    std::string at(std::size_t here, int step, const std::string& kind) {
        const bool is_there =
            step < 0 ? here > 0 : here + static_cast<std::size_t>(step) < stops_.size();
        if (!is_there) return {};
        const std::size_t stop = step < 0 ? here - 1 : here + static_cast<std::size_t>(step);
        const std::size_t end = stop + 1 < stops_.size() ? stops_[stop + 1] : rows_.size();
        std::string out;
        for (std::size_t row = stops_[stop]; row < end; ++row) out += rows_[row];
        return "<div class=\"" + kind + "\">" + out + "</div>\n";
    }

    std::string stamp(std::size_t here) {
        const auto found = visit_.state().standings.find(id_of(here));
        if (found == visit_.state().standings.end()) return {};
        for (auto id = found->second.rbegin(); id != found->second.rend(); ++id) {
            const committee::Decision& one = visit_.state().decisions.at(*id);
            if (one.is_reversed()) continue;
            if (one.standing == committee::ProvisionStanding::open ||
                one.standing == committee::ProvisionStanding::bracketed) {
                return {};
            }
            return "<p class=\"stamp\"><b>" +
                   visit_.say("provision_standing." +
                              std::string(committee::name_of(one.standing))) +
                   "</b> <span>" + visit_.moment(one.decided_ms) + "<br>" +
                   decided_in_words(visit_, one) + "</span></p>\n";
        }
        return {};
    }

    // A reader may look elsewhere, and come back to where everybody is.
    std::string steps(std::size_t here) {
        std::string out;
        const auto step_to = [&](std::size_t stop, const char* words) {
            out += " " + link(visit_.to("/screen?at=" + id_of(stop)), visit_.say(words));
        };
        if (here > 0) step_to(here - 1, "site.before");
        if (here + 1 < stops_.size()) step_to(here + 1, "site.behind");
        if (!visit_.asked.request.parameter("at").empty()) {
            out += " " + link(visit_.to("/screen"), visit_.say("site.follow_again"));
        }
        return "<p class=\"steps row\">" + out + "</p>\n";
    }

    std::string turn(std::size_t stop, const std::string& words, const std::string& key) {
        return "<form class=\"inline\" method=\"post\" action=\"" + visit_.to("/screen/place") +
               "\"><input type=\"hidden\" name=\"provision\" value=\"" + id_of(stop) +
               "\"><button class=\"quiet\" data-key=\"" + key + "\">" + words + " <kbd>Alt " + key +
               "</kbd></button></form>\n";
    }

    // The operator's means, all of them by keyboard.
    std::string operating(std::size_t here) {
        std::string out = "<section class=\"ops\" aria-label=\"" + visit_.say("site.operate") +
                          "\">\n<div class=\"row\">";
        if (here > 0) out += turn(here - 1, visit_.say("site.before"), "P");
        if (here + 1 < stops_.size()) out += turn(here + 1, visit_.say("site.behind"), "N");
        out += "<form class=\"row\" method=\"post\" action=\"" + visit_.to("/screen/place") +
               "\">" +
               chooser("go", "provision", visit_.say("site.provision"),
                       provision_options(text_, id_of(here))) +
               "<button class=\"quiet\" data-key=\"G\">" + visit_.say("site.choose") +
               " <kbd>Alt G</kbd></button></form></div>\n";
        return out + words_form(here) + standing_forms(here) + "</section>\n";
    }

    std::string words_form(std::size_t here) {
        if (!may(visit_, "proposal.submit", {})) return {};
        const Row& row = shown()[stops_[here]];
        return "<form method=\"post\" action=\"" + visit_.to("/screen/words") +
               "\">\n<input type=\"hidden\" name=\"text\" value=\"" + html(text_id_) +
               "\"><input type=\"hidden\" name=\"provision\" value=\"" + id_of(here) +
               "\"><input type=\"hidden\" name=\"seen\" value=\"" +
               std::to_string(visit_.state().entries) +
               "\"><input type=\"hidden\" name=\"once\" value=\"" + hex(crypto::random_bytes()) +
               "\">\n<label for=\"words\">" + visit_.say("site.words_in_room") +
               " <kbd>Alt W</kbd></label><textarea class=\"treaty\" id=\"words\" name=\"words\" "
               "rows=\"3\" data-key=\"W\"" +
               http::marked(text_.language) + ">\n" +
               html(formats::base_text(text_.consolidated, row.text)) +
               "</textarea>\n<div class=\"row\">" +
               chooser("member", "member", visit_.say("site.for_member"),
                       member_options(visit_, {})) +
               line("consent", "consent", visit_.say("site.consent"),
                    visit_.in.words("site.orally")) +
               "<button class=\"quiet\" data-key=\"E\">" + visit_.say("site.enter_words") +
               " <kbd>Alt E</kbd></button></div></form>\n";
    }

    std::string standing_forms(std::size_t here) {
        std::string out;
        constexpr std::array<std::pair<const char*, const char*>, 3> acts = {
            {{"provision.agree_ad_referendum", "A"},
             {"provision.bracket", "B"},
             {"provision.reopen", "R"}}};
        for (const auto& [act, key] : acts) {
            if (!may(visit_, act, {})) continue;
            const std::string name(act);
            out += "<details><summary data-key=\"" + std::string(key) + "\">" +
                   visit_.say("do_act." + name) + " <kbd>Alt " + key +
                   "</kbd></summary><div class=\"row\">" +
                   act_form(visit_, name, {{"provision", id_of(here)}},
                            chooser("m-" + name, "meeting", visit_.say("site.meeting"),
                                    meeting_options(visit_)) +
                                line("a-" + name, "authority", visit_.say("site.authority"),
                                     visit_.in.words("site.the_committee")) +
                                (name == "provision.reopen"
                                     ? line("r-" + name, "reason", visit_.say("site.reasons"))
                                     : std::string{}),
                            visit_.say("do_act." + name)) +
                   "</div></details>\n";
        }
        return out;
    }

    const Visit& visit_;
    std::string text_id_;
    const host::ConsolidatedText& text_;
    formats::ReferenceLinks links_;
    formats::Printing printing_;
    formats::HtmlPage page_;
    formats::HtmlBody body_;
    std::vector<std::string> rows_;
    std::vector<std::size_t> stops_;  ///< the rows that the screen can be at
};

http::Response to_screen(const Visit& visit) {
    return http::go_to(visit.in.path("/committees/" + visit.committee.name() + "/screen"));
}

}  // namespace

Result<SitePage> screen_page(const Visit& visit) {
    const std::string text_id = current_text(visit.state());
    if (text_id.empty()) {
        return SitePage{visit.in.words("site.screen"),
                        "<div class=\"wrap\">" + title_block({}, visit.say("site.screen")) +
                            "<p class=\"none-yet\">" + visit.say("site.no_text") + "</p></div>\n",
                        Section::screen};
    }
    host::AskedText asked;
    asked.id = text_id;
    asked.languages = {visit.in.language};
    TRY_ASSIGN(const auto text, visit.site.text(visit.committee, asked, {}));
    const std::string own(visit.asked.request.parameter("at"));
    const ScreenPlace place = visit.site.screen(visit.committee.name());
    SitePage page{visit.in.words("site.screen"),
                  "<h1 class=\"vh\">" + visit.say("site.screen") + "</h1>" + done_note(visit) +
                      Screen(visit, text_id, *text).print(own.empty() ? place.provision : own),
                  Section::screen,
                  own.empty() ? own : "at=" + own,
                  200,
                  true};
    if (own.empty()) {
        page.data = " data-follows=\"" + visit.to("/screen/place") + "\" data-turn=\"" +
                    std::to_string(place.turn) + "\"";
    }
    return page;
}

http::Response screen_place(const Visit& visit) {
    return http::json_answer(json::object{{"turn", visit.site.screen(visit.committee.name()).turn},
                                          {"entries", visit.state().entries}});
}

Result<http::Response> turn_screen(const Visit& visit) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    visit.site.turn_screen(visit.committee.name(), std::string(form.parameter("provision")));
    return to_screen(visit);
}

Result<http::Response> write_on_screen(const Visit& visit) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    host::AskedText asked;
    asked.id = form.parameter("text");
    asked.languages = {visit.in.language};
    TRY_ASSIGN(const auto text, visit.site.text(visit.committee, asked, {}));
    TRY_ASSIGN(const SaidPart said, said_part(form));
    json::array parts = parts_of(said, *text);
    if (parts.empty()) return to_screen(visit);
    json::object fields{
        {"text", asked.id}, {"parts", std::move(parts)}, {"language", code_of(text->language)}};
    for (const char* name : {"member", "consent"}) {
        if (const auto value = form.parameter(name); !value.empty()) fields[name] = value;
    }
    host::AttemptedAct attempt{visit.identity.caller, "proposal.submit", std::move(fields), {}, {}};
    attempt.seen = http::number_of(form.parameter("seen"));
    TRY_ASSIGN(attempt.once, http::once_of(visit.identity, form.parameter("once"), attempt));
    const auto done = visit.committee.committee().act(attempt);
    const std::string screen = "/committees/" + visit.committee.name() + "/screen";
    if (!done) return not_done_page(visit, done.error(), visit.in.path(screen));
    return http::go_to(visit.in.path(screen + "?done=" + std::to_string(done->entry)));
}

}  // namespace travaux::site
