// SPDX-License-Identifier: MIT
#include "site/text_forms.h"

#include <functional>

#include "formats/html_sink.h"
#include "formats/reference_links.h"
#include "site/forms.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

using committee::Edit;
using committee::PublishedText;

std::string language_options(const Visit& visit, const host::ConsolidatedText& text) {
    std::string options;
    for (const text::Language one : text.draft.written_in) {
        const std::string code(code_of(one));
        options += option(code, visit.say("language." + code), one == text.language);
    }
    return options;
}

std::string edit_item(const Visit& visit, const formats::ReferenceLinks& links, const Edit& one) {
    const auto id = parse_id(one.provision);
    const std::string of = id ? html(links.label_of(ProvisionId{*id})) + ": " : std::string{};
    const auto language = text::parse_language(one.language);
    const std::string said = language ? http::marked(*language) : std::string{};
    return "<li>" + of + "<span" + said + "><del>" + html(one.words) + "</del> <ins>" +
           html(one.replacement) + "</ins></span><br><span class=\"dim\">" +
           listed({formats::isolated(visit.said_of(one.reason)),
                   formats::isolated(visit.said_of(one.basis.authority))},
                  visit.in.language) +
           "</span></li>\n";
}

std::string edit_form(const Visit& visit, const host::ConsolidatedText& text) {
    if (!may(visit, "text.edit", {})) return {};
    const std::string words = visit.say("do_act.text.edit");
    return folded(
        words, form_to(visit, "/edits", {},
                       chooser("edit-provision", "provision", visit.say("site.provision"),
                               provision_options(text)) +
                           chooser("edit-language", "words_in", visit.say("site.language"),
                                   language_options(visit, text)) +
                           line("edit-words", "words", visit.say("site.words_there")) +
                           line("edit-replacement", "replacement", visit.say("site.replacement")) +
                           line("edit-reason", "reason", visit.say("site.reasons")) +
                           basis_fields(visit, "edit"),
                       words));
}

/// Which texts an act is for.
using Suits = std::function<bool(const PublishedText&)>;

std::string text_options(const Visit& visit, const Suits& suits) {
    std::string options;
    for (const auto& [id, one] : visit.state().texts) {
        if (!suits(one)) continue;
        options += option(id, html(symbol_of(visit.state(), id)) + ", " +
                                  visit.say("text_kind." + std::string(name_of(one.kind))));
    }
    return options;
}

// A form for an act on one of some texts; nothing where there is none.
std::string text_form(const Visit& visit, std::string_view act, const Suits& suits,
                      const std::string& fields) {
    const std::string options = text_options(visit, suits);
    if (options.empty() || !may(visit, act, {})) return {};
    const std::string words = visit.say("do_act." + std::string(act));
    return folded(words, act_form(visit, act, {},
                                  chooser(std::string(act) + "-text", "text",
                                          visit.say("site.text"), options) +
                                      fields,
                                  words));
}

bool may_be_submitted(const PublishedText& one) { return one.agreed && one.submitted_to.empty(); }
bool may_be_approved(const PublishedText& one) {
    return !one.submitted_to.empty() && one.approved_by.empty();
}

std::string approval_fields(const Visit& visit) {
    const auto is_any = [](const PublishedText& /*one*/) { return true; };
    return line("resolution", "resolution", visit.say("site.resolution")) +
           day_line("adopted-on", "adopted_on", visit.say("site.adopted_on"), true) +
           chooser("approved-as", "approved_as", visit.say("site.approved_as"),
                   option("", "") + text_options(visit, is_any));
}

}  // namespace

std::string edits_section(const Visit& visit, const std::string& text_id,
                          const host::ConsolidatedText& text) {
    const formats::ReferenceLinks links(text.draft, text.consolidated);
    std::string items;
    for (const auto& [id, one] : visit.state().edits) {
        if (one.text == text_id) items += edit_item(visit, links, one);
    }
    const std::string form = edit_form(visit, text);
    if (items.empty() && form.empty()) return {};
    return section_head(visit.say("site.edits"), "edits") +
           (items.empty() ? "<p class=\"none-yet\">" + visit.say("site.no_edits") + "</p>\n"
                          : "<ul class=\"list\">\n" + items + "</ul>\n") +
           form;
}

Result<http::Response> edit_text(const Visit& visit) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    boost::json::object fields{{"language", form.parameter("words_in")}};
    for (const char* name :
         {"provision", "words", "replacement", "reason", "meeting", "authority"}) {
        fields[name] = form.parameter(name);
    }
    return do_act_of(visit, "text.edit", std::move(fields), form);
}

std::string whole_texts_section(const Visit& visit) {
    // What is negotiated, of each subject.
    const auto may_be_agreed = [&](const PublishedText& one) {
        const std::string basis = committee::basis_of(visit.state(), one.subject);
        return !one.agreed && committee::find(visit.state().texts, basis) == &one;
    };
    const std::string forms =
        text_form(visit, "text.agree", may_be_agreed, basis_fields(visit, "agree")) +
        text_form(visit, "text.submit", may_be_submitted,
                  line("submit-to", "to", visit.say("site.submit_to"))) +
        text_form(visit, "text.approve", may_be_approved, approval_fields(visit));
    if (forms.empty()) return {};
    return section_head(visit.say("site.whole_texts"), "whole") + forms;
}

}  // namespace travaux::site
