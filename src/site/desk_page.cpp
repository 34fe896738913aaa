// The desk of the Secretariat and the Chair: what is decided, and what is published.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "consolidation/laws.h"
#include "formats/round_trips.h"
#include "site/decisions_section.h"
#include "site/forms.h"
#include "site/history.h"
#include "site/near_section.h"
#include "site/pages.h"
#include "site/session_parts.h"
#include "site/text_forms.h"
#include "site/text_state.h"
#include "site/voting_section.h"

namespace travaux::site {
namespace {

/// The desk, for one text.
class Desk {
public:
    Desk(const Visit& visit, std::string text_id, const host::ConsolidatedText* text)
        : visit_(visit), text_id_(std::move(text_id)), text_(text) {}

    Result<std::string> print() {
        TRY_ASSIGN(const std::string due, letters());
        std::string out = meetings() + due;
        if (text_ != nullptr) {
            TRY_ASSIGN(const std::string near, near_section(visit_, text_id_));
            out += proposals() + voting_section(visit_, *text_) + near + provisions() +
                   edits_section(visit_, text_id_, *text_) +
                   decisions_section(visit_, text_id_, *text_);
            TRY_ASSIGN(const std::string publishing, publish());
            out += publishing;
        }
        return out + whole_texts_section(visit_);
    }

private:
    std::string basis(const std::string& id) const {
        return chooser("m-" + id, "meeting", visit_.say("site.meeting"), meeting_options(visit_)) +
               line("a-" + id, "authority", visit_.say("site.authority"));
    }

    std::string meetings() {
        std::string items;
        for (const auto& [id, one] : visit_.state().meetings) {
            if (one.closed_ms) continue;
            const bool is_suspended = one.standing == committee::MeetingStanding::suspended;
            std::string acts;
            const std::array acts_now = {is_suspended ? "meeting.resume" : "meeting.suspend",
                                         "meeting.close"};
            for (const char* act : acts_now) {
                if (!may(visit_, act, id)) continue;
                acts += act_form(visit_, act, {{"meeting", id}}, {},
                                 visit_.say("do_act." + std::string(act)));
            }
            items +=
                "<li>" + visit_.say("site.meeting_number", std::to_string(one.number)) + ", " +
                html(one.place) + ", " +
                visit_.say("meeting_standing." + std::string(committee::name_of(one.standing))) +
                " <span class=\"row\">" + acts + "</span></li>\n";
        }
        return section_head(visit_.say("site.meetings"), "meetings") +
               (items.empty()
                    ? "<p class=\"none-yet\">" + visit_.say("site.no_open_meeting") + "</p>\n"
                    : "<ul class=\"list\">\n" + items + "</ul>\n") +
               open_meeting_form(visit_);
    }

    Result<std::string> letters() {
        const auto due = visit_.view("to_send");
        if (!due) return std::string();  // not for officers
        const auto& list = due->as_array();
        std::string items;
        std::map<std::array<std::string, 3>, Rows> by_kind;
        for (const auto& one : list) {
            const std::string kind(one.at("kind").as_string());
            const std::string about(one.at("about").as_string());
            const std::string member(one.at("member").as_string());
            // Reminders of one call fall due on several days, and each is entered by itself.
            const auto* days = one.as_object().if_contains("days");
            by_kind[{kind, about, days == nullptr ? "" : std::to_string(days->as_int64())}]
                .push_back(&one);
            std::string letter =
                "/api/v1/committees/" + html(visit_.committee.name()) + "/letters/";
            for (const std::string& part : {kind, about, html(member)})
                letter.append(part).append("/");
            letter.back() = '?';
            letter.append("language=").append(code_of(visit_.in.language));
            items += "<li>" + link(letter, visit_.say("letter.title." + kind)) + " " +
                     visit_.name_of(member) + " <bdi class=\"dim\">" + html(about) +
                     "</bdi></li>\n";
        }
        std::string sent;
        std::size_t number = 0;
        for (const auto& [key, rows] : by_kind) {
            const std::string kind(rows.front()->at("kind").as_string());
            Hidden hidden = {{"kind", kind},
                             {"about", std::string(rows.front()->at("about").as_string())}};
            if (const auto* days = rows.front()->as_object().if_contains("days")) {
                hidden.emplace_back("days", std::to_string(days->as_int64()));
            }
            for (const auto* row : rows) {
                hidden.emplace_back("members", std::string(row->at("member").as_string()));
            }
            const std::string id = "how-" + std::to_string(number++);
            sent += "<div class=\"row\">" +
                    act_form(visit_, "letter.send", hidden,
                             line(id, "how", visit_.say("site.sent_how")),
                             visit_.say("letter.title." + kind) + ": " +
                                 visit_.say("site.enter_sent", std::to_string(rows.size()))) +
                    "</div>\n";
        }
        return section_head(visit_.say("site.letters"), "letters") +
               (items.empty()
                    ? "<p class=\"none-yet\">" + visit_.say("site.no_letters") + "</p>\n"
                    : "<details><summary>" +
                          visit_.say("site.letters_due", std::to_string(list.size())) +
                          "</summary><ul>" + items + "</ul></details>\n" + by_mail() + sent);
    }

    std::string by_mail() const {
        if (!visit_.site.service().sends_mail) return {};
        return "<p>" + visit_.say("site.letters_by_mail") + "</p>\n";
    }

    std::string proposals() {
        std::string items;
        const std::string chosen(visit_.asked.request.parameter("proposal"));
        for (const consolidation::Proposal& one : text_->consolidated.proposals) {
            const auto found = visit_.state().proposals.find(one.id);
            if (found == visit_.state().proposals.end()) continue;
            if (!chosen.empty() && one.id != chosen) continue;
            items += "<li id=\"d-" + html(one.id) + "\"><h3>" + proposal_link(visit_, one.id) +
                     " " + sponsors_of(visit_, found->second) + "</h3>" + decide(one) + "</li>\n";
        }
        return section_head(visit_.say("site.to_decide"), "decide") +
               (chosen.empty()
                    ? std::string{}
                    : "<p>" + link(visit_.to("/desk#decide"), visit_.say("site.all_open")) +
                          "</p>\n") +
               (items.empty()
                    ? "<p class=\"none-yet\">" + visit_.say("site.nothing_to_decide") + "</p>\n"
                    : "<ul class=\"list\">\n" + items + "</ul>\n");
    }

    std::string decide(const consolidation::Proposal& one) {
        const std::string what_if =
            link(visit_.to("/texts/" + text_id_ + "?as_if=" + one.id), visit_.say("site.what_if"));
        std::string out;
        for (const char* act : {"proposal.adopt", "proposal.drop"}) {
            if (!may(visit_, act, one.id)) continue;
            out += "<details><summary>" + visit_.say("do_act." + std::string(act)) +
                   "</summary><div class=\"row\">" +
                   act_form(visit_, act, {{"proposal", one.id}}, basis(one.id + act),
                            visit_.say("do_act." + std::string(act))) +
                   "</div></details>\n";
        }
        return "<p>" + what_if + "</p>\n" + out;
    }

    std::string provisions() {
        const std::string options = provision_options(*text_);
        std::string out;
        for (const char* act : {"provision.agree_ad_referendum", "provision.agree",
                                "provision.adopt", "provision.bracket", "provision.reopen"}) {
            if (!may(visit_, act, {})) continue;
            const std::string id(act);
            out += "<details><summary>" + visit_.say("do_act." + id) +
                   "</summary><div class=\"row\">" +
                   act_form(visit_, act, {},
                            chooser("p-" + id, "provision", visit_.say("site.provision"), options) +
                                basis(id) +
                                (id == "provision.reopen"
                                     ? line("r-" + id, "reason", visit_.say("site.reasons"))
                                     : std::string{}),
                            visit_.say("do_act." + id)) +
                   "</div></details>\n";
        }
        return section_head(visit_.say("site.standing_of_provisions"), "provisions") + out;
    }

    // The button opens once the laws are checked on this very text and its proposals.
    Result<std::string> publish() {
        if (!may(visit_, "text.publish", {})) return std::string();
        std::string out = section_head(visit_.say("site.publish"), "publish");
        if (visit_.asked.request.parameter("laws") != "checked") {
            return out + "<p>" + visit_.say("site.publish_words") +
                   "</p>\n<p><a class=\"btn\" href=\"" + visit_.to("/desk?laws=checked#publish") +
                   "\">" + visit_.say("site.check_laws") + "</a></p>\n";
        }
        const consolidation::LawInput input{text_->draft, text_->provenance, text_->set, 2, 1, 6};
        const auto outcomes =
            consolidation::check_laws(input, formats::engine_with_files(), [](int) {});
        std::string items;
        bool hold = true;
        for (const consolidation::LawOutcome& one : outcomes) {
            hold = hold && !one.broken;
            items += "<li>" + std::string(one.broken ? "\xE2\x9C\x97 " : "\xE2\x9C\x93 ") +
                     std::to_string(one.law) + ". <span lang=\"en\" dir=\"ltr\">" + html(one.name) +
                     "</span> (" + std::to_string(one.checked) + ")" +
                     (one.broken ? ": " + html(*one.broken) : std::string{}) + "</li>\n";
        }
        out += "<details" + std::string(hold ? "" : " open") + "><summary>" +
               visit_.say(hold ? "site.laws_hold" : "site.laws_broken") + "</summary><ul>" + items +
               "</ul></details>\n";
        return hold ? out + publish_form() : out;
    }

    std::string publish_form() {
        std::string kinds;
        for (const auto kind : committee::all_of<committee::TextKind>()) {
            const std::string name(committee::name_of(kind));
            kinds += option(name, visit_.say("text_kind." + name), name == "revised_draft");
        }
        std::string standings;
        for (const auto standing : committee::all_of<committee::TextStanding>()) {
            const std::string name(committee::name_of(standing));
            standings += option(name, visit_.say("text_standing." + name));
        }
        const auto& published = visit_.state().texts.at(text_id_);
        const std::string subject(committee::name_of(published.subject));
        return act_form(
            visit_, "text.publish",
            {{"subject", subject}, {"supersedes", text_id_}, {"files", "next"}},
            chooser("kind", "kind", visit_.say("site.kind"), kinds) +
                chooser("standing", "standing", visit_.say("site.standing"), standings) +
                line("symbol", "symbol", visit_.say("site.symbol"), {}, false) +
                line("mandate", "mandate", visit_.say("site.mandate")),
            visit_.say("do_act.text.publish"));
    }

    using Rows = std::vector<const boost::json::value*>;

    const Visit& visit_;
    std::string text_id_;
    const host::ConsolidatedText* text_;
};

}  // namespace

Result<SitePage> desk_page(const Visit& visit) {
    const std::string text_id = committee::basis_of(visit.state(), committee::Subject::convention);
    std::shared_ptr<const host::ConsolidatedText> text;
    if (!text_id.empty()) {
        host::AskedText asked;
        asked.id = text_id;
        asked.languages = {visit.in.language};
        TRY_ASSIGN(text, visit.site.text(visit.committee, asked, {}));
    }
    TRY_ASSIGN(const std::string desk, Desk(visit, text_id, text.get()).print());
    return SitePage{visit.in.words("site.desk"),
                    "<div class=\"wrap\"><div class=\"flow\">" +
                        title_block({}, visit.say("site.desk")) + done_note(visit) + desk +
                        "</div></div>\n",
                    Section::desk,
                    {},
                    200,
                    true};
}

}  // namespace travaux::site
