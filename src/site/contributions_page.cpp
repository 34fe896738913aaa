// What is said beside proposals: comments without wording, papers that are circulated, and the
// instruments that are to be taken into account.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "formats/html_sink.h"
#include "formats/reference_links.h"
#include "http/answers.h"
#include "site/forms.h"
#include "site/history.h"
#include "site/pages.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

using committee::InstrumentKind;

// Words of somebody, paragraph by paragraph, in whichever direction they run.
std::string paragraphs(std::string_view words) {
    std::string out;
    for (const json::value& one : lines_of(words)) {
        out +=
            "<p class=\"serif\" dir=\"auto\">" + html(std::string_view(one.as_string())) + "</p>\n";
    }
    return out;
}

class Contributions {
public:
    /// `text` is what is negotiated, or null.
    Contributions(const Visit& visit, const host::ConsolidatedText* text)
        : visit_(visit), text_(text) {
        if (text != nullptr) links_.emplace(text->draft, text->consolidated);
    }

    Result<std::string> print() const {
        TRY_ASSIGN(const std::string read, papers());
        return comments() + read + instruments();
    }

private:
    // Where something is about: provisions of the text that is negotiated, and proposals.
    template <typename Ids>
    [[nodiscard]] std::string about(const Ids& provisions,
                                    const std::vector<std::string>& proposals) const {
        std::vector<std::string> places;
        for (const std::string& one : provisions) {
            const auto id = parse_id(one);
            if (!id || !links_ || !text::find(text_->draft, ProvisionId{*id})) continue;
            places.push_back(html(links_->label_of(ProvisionId{*id})));
        }
        for (const std::string& one : proposals) places.push_back(proposal_link(visit_, one));
        if (places.empty()) return {};
        return "<p class=\"small dim\">" + visit_.say("site.about") + " " +
               listed(places, visit_.in.language) + "</p>\n";
    }

    [[nodiscard]] std::string listing(std::string_view id, std::string_view head,
                                      const std::string& items, std::string_view none) const {
        return section_head(visit_.say(head), id) +
               (items.empty() ? "<p class=\"none-yet\">" + visit_.say(none) + "</p>\n"
                              : "<ul class=\"list\">\n" + items + "</ul>\n");
    }

    // Newest first.
    [[nodiscard]] std::string comments() const {
        std::string items;
        const auto& views = visit_.state().views;
        for (auto at = views.rbegin(); at != views.rend(); ++at) {
            const auto& [id, one] = *at;
            const auto words = visit_.committee.committee().library().content(one.body);
            items += "<li id=\"" + html(id) + "\"><h3>" + visit_.name_of(one.member) +
                     " <span class=\"dim nums\">" + visit_.day(one.submitted_ms) +
                     "</span></h3>\n" + about(one.provisions, one.proposals) +
                     (words ? paragraphs(*words) : std::string{}) + "</li>\n";
        }
        return listing("comments", "site.comments", items, "site.no_comments") + comment_form();
    }

    [[nodiscard]] std::string provisions_field(const std::string& id) const {
        if (text_ == nullptr) return {};
        return several(id, "provisions", visit_.say("site.on_provisions"),
                       provision_options(*text_));
    }

    [[nodiscard]] std::string comment_form() const {
        if (!may(visit_, "view.submit", {})) return {};
        std::string proposals;
        for (const auto& [id, one] : visit_.state().proposals) {
            proposals += option(id, id + " " + sponsors_of(visit_, one));
        }
        std::string fields =
            area("comment", "body", visit_.say("site.comment"), {}) +
            provisions_field("comment-provisions") +
            several("comment-proposals", "proposals", visit_.say("site.on_proposals"), proposals);
        if (visit_.identity.caller.capacity == committee::Capacity::secretariat) {
            fields += chooser("comment-member", "member", visit_.say("site.for_member"),
                              member_options(visit_, {})) +
                      line("comment-consent", "consent", visit_.say("site.consent"), {}, false);
        }
        const std::string words = visit_.say("do_act.view.submit");
        return folded(words, act_form(visit_, "view.submit", {}, fields, words));
    }

    [[nodiscard]] Result<std::string> papers() const {
        TRY_ASSIGN(const json::value all, visit_.view("papers"));
        std::string items;
        for (const json::value& row : all.as_array()) {
            TRY_ASSIGN(const json::value paper, visit_.view("paper", {{"paper", row.at("id")}}));
            items += paper_item(paper.as_object());
        }
        const std::string form = paper_form();
        if (items.empty() && form.empty()) return std::string();
        return listing("papers", "site.circulated", items, "site.no_circulated") + form;
    }

    [[nodiscard]] std::string paper_item(const json::object& paper) const {
        const auto word = [&](const char* name) {
            const auto* value = paper.if_contains(name);
            return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                          : std::string();
        };
        std::vector<std::string> provisions;
        if (const auto* list = paper.if_contains("provisions")) {
            for (const json::value& one : list->as_array())
                provisions.emplace_back(one.as_string());
        }
        const std::string id = word("id");
        const bool is_disclosed = word("disclosed") == "yes";
        std::string out = "<li id=\"" + html(id) + "\"><h3>" +
                          formats::isolated(visit_.said_of(word("title"))) +
                          " <span class=\"dim\">" +
                          visit_.say(is_disclosed ? "site.disclosed"
                                                  : "paper_distribution." + word("distribution")) +
                          "</span></h3>\n" + about(provisions, {}) + paragraphs(word("words"));
        if (!is_disclosed && may(visit_, "paper.disclose", id)) {
            const std::string words = visit_.say("do_act.paper.disclose");
            out += folded(
                words,
                act_form(visit_, "paper.disclose", {{"paper", id}},
                         line("disclose-" + id, "authority", visit_.say("site.authority")), words));
        }
        return out + "</li>\n";
    }

    [[nodiscard]] std::string paper_form() const {
        if (!may(visit_, "paper.circulate", {})) return {};
        const std::string words = visit_.say("do_act.paper.circulate");
        return folded(
            words, act_form(visit_, "paper.circulate", {},
                            line("paper-title", "title", visit_.say("site.document_title")) +
                                area("paper-body", "body", visit_.say("site.paper_words"), {}) +
                                chooser("paper-for", "distribution", visit_.say("site.paper_for"),
                                        options_of(visit_, "paper_distribution.",
                                                   committee::Distribution::members)) +
                                provisions_field("paper-provisions"),
                            words));
    }

    [[nodiscard]] std::string instruments() const {
        std::string items;
        for (const auto& [id, one] : visit_.state().instruments) {
            items += "<li id=\"" + html(id) + "\"><h3>" +
                     formats::isolated(visit_.said_of(one.title)) + " <span class=\"dim\">" +
                     visit_.say("instrument_kind." + std::string(name_of(one.kind))) +
                     "</span></h3>\n<p>" + formats::isolated(one.reference) + "</p>\n" +
                     about(one.provisions, {}) + link_form(id) + "</li>\n";
        }
        return listing("instruments", "site.instruments", items, "site.no_instruments") +
               instrument_form();
    }

    [[nodiscard]] std::string instrument_form() const {
        if (!may(visit_, "instrument.enter", {})) return {};
        const std::string words = visit_.say("do_act.instrument.enter");
        return folded(
            words,
            act_form(visit_, "instrument.enter", {},
                     line("instrument-title", "title", visit_.say("site.document_title")) +
                         chooser("instrument-kind", "kind", visit_.say("site.kind"),
                                 options_of(visit_, "instrument_kind.", InstrumentKind::treaty)) +
                         line("reference", "reference", visit_.say("site.reference")) +
                         provisions_field("instrument-provisions"),
                     words));
    }

    [[nodiscard]] std::string link_form(const std::string& id) const {
        if (text_ == nullptr || !may(visit_, "instrument.link", id)) return {};
        const std::string words = visit_.say("do_act.instrument.link");
        return folded(words, act_form(visit_, "instrument.link", {{"instrument", id}},
                                      provisions_field("link-" + id), words));
    }

    const Visit& visit_;
    const host::ConsolidatedText* text_;
    std::optional<formats::ReferenceLinks> links_;
};

}  // namespace

Result<SitePage> contributions_page(const Visit& visit) {
    std::shared_ptr<const host::ConsolidatedText> text;
    if (const std::string id = current_text(visit.state()); !id.empty()) {
        host::AskedText asked;
        asked.id = id;
        asked.languages = {visit.in.language};
        TRY_ASSIGN(text, visit.site.text(visit.committee, asked, {}));
    }
    TRY_ASSIGN(const std::string body, Contributions(visit, text.get()).print());
    return SitePage{visit.in.words("site.contributions"),
                    "<div class=\"wrap\"><div class=\"flow\">" +
                        title_block({}, visit.say("site.contributions"),
                                    "<p>" + visit.say("site.contributions_words") + "</p>\n") +
                        done_note(visit) + body + "</div></div>\n",
                    Section::documents,
                    {},
                    200,
                    true};
}

}  // namespace travaux::site
