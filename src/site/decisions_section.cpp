// SPDX-License-Identifier: MIT
#include "site/decisions_section.h"

#include <algorithm>

#include "formats/reference_links.h"
#include "site/forms.h"
#include "site/history.h"

namespace travaux::site {
namespace {

using committee::Decision;
using Decided = std::pair<std::string, const Decision*>;

std::vector<Decided> standing_on(const Visit& visit, const std::string& text_id) {
    std::vector<Decided> all;
    for (const auto& [id, one] : visit.state().decisions) {
        if (one.text == text_id && !one.is_reversed()) all.emplace_back(id, &one);
    }
    std::ranges::stable_sort(all, std::greater{},
                             [](const Decided& one) { return one.second->decided_ms; });
    return all;
}

std::string reverse_form(const Visit& visit, const std::string& id) {
    if (!may(visit, "decision.reverse", id)) return {};
    const std::string words = visit.say("do_act.decision.reverse");
    const std::string fields =
        chooser("m-" + id, "meeting", visit.say("site.meeting"), meeting_options(visit)) +
        line("a-" + id, "authority", visit.say("site.authority")) +
        line("r-" + id, "reason", visit.say("site.reasons"));
    return "<details><summary>" + words + "</summary><div class=\"row\">" +
           act_form(visit, "decision.reverse", {{"decision", id}}, fields, words) +
           "</div></details>\n";
}

}  // namespace

std::string decisions_section(const Visit& visit, const std::string& text_id,
                              const host::ConsolidatedText& text) {
    const formats::ReferenceLinks links(text.draft, text.consolidated);
    std::string items;
    for (const auto& [id, one] : standing_on(visit, text_id)) {
        std::string of;
        if (const auto provision = parse_id(one->provision)) {
            of = html(links.label_of(ProvisionId{*provision})) + ": ";
        }
        items += "<li id=\"" + html(id) + "\">" + of + what_was_decided(visit, *one) +
                 "<br><span class=\"dim\">" + decided_in_words(visit, *one) + "</span>" +
                 reverse_form(visit, id) + "</li>\n";
    }
    if (items.empty()) return {};
    return section_head(visit.say("site.decisions_on_text"), "decisions") +
           "<ul class=\"list\">\n" + items + "</ul>\n";
}

}  // namespace travaux::site
