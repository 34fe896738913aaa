// How a committee works: where it has its seat, what its modalities lay down, and how its names and
// titles are said in other languages.
// SPDX-License-Identifier: MIT
#include "formats/html_sink.h"
#include "site/modality_forms.h"
#include "site/pages.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

using committee::Modalities;
using committee::Setting;

std::string none_yet(const Visit& visit, std::string_view words) {
    return "<p class=\"none-yet\">" + visit.say(words) + "</p>\n";
}

std::string seat(const Visit& visit) {
    const auto& station = visit.state().duty_station;
    return section_head(visit.say("site.duty_station"), "seat") +
           (station ? "<p>" + formats::isolated(visit.said_of(station->place)) +
                          " <bdi class=\"dim\">" + html(station->zone) + "</bdi></p>\n"
                    : none_yet(visit, "site.no_duty_station")) +
           seat_form(visit);
}

// What is laid down of a setting; empty where nothing is.
std::string value_of(const Visit& visit, const Modalities& modalities, Setting setting) {
    if (setting == Setting::languages) {
        std::vector<std::string> names;
        for (const std::string& code : modalities.languages) {
            names.push_back(visit.say("language." + code));
        }
        return listed(names, visit.in.language);
    }
    if (setting == Setting::stakeholders) {
        const auto part = modalities.stakeholders;
        return part ? visit.say("stakeholder_part." + std::string(committee::name_of(*part)))
                    : std::string{};
    }
    const auto number = number_of_setting(modalities, setting);
    return number ? std::to_string(*number) : std::string{};
}

std::string rows_of(const Visit& visit, const Modalities& modalities) {
    std::string rows;
    for (const Setting setting : committee::all_of<Setting>()) {
        const std::string value = value_of(visit, modalities, setting);
        if (value.empty()) continue;
        rows += "<tr><th scope=\"row\">" +
                visit.say("setting." + std::string(committee::name_of(setting))) +
                "</th><td class=\"nums\">" + value + "</td><td>" +
                formats::isolated(source_of(modalities, setting)) + "</td></tr>\n";
    }
    return rows;
}

std::string modalities_in_force(const Visit& visit) {
    const auto& modalities = visit.state().modalities;
    const std::string head = visit.say("site.modalities_in_force");
    std::string body = section_head(head, "modalities");
    if (!modalities) return body + none_yet(visit, "site.no_modalities") + modalities_form(visit);
    body += "<p>" +
            link(visit.to("/texts/" + modalities->text),
                 "<bdi>" + html(symbol_of(visit.state(), modalities->text)) + "</bdi>") +
            "</p>\n";
    const std::string rows = rows_of(visit, *modalities);
    return body +
           (rows.empty() ? std::string{}
                         : table(head,
                                 {visit.say("site.setting"), visit.say("site.laid_down"),
                                  visit.say("site.source")},
                                 rows)) +
           modalities_form(visit);
}

std::string translations(const Visit& visit) {
    std::string items;
    for (const auto& [words, said] : visit.state().translations) {
        items += "<li><h3>" + formats::isolated(words) + "</h3>\n<dl class=\"facts\">\n";
        for (const text::Language language : text::languages) {
            const auto one = said.find(language);
            if (one == said.end()) continue;
            items += "<dt>" + visit.say("language." + std::string(code_of(language))) + "</dt><dd" +
                     http::marked(language) + ">" + html(one->second) + "</dd>\n";
        }
        items += "</dl></li>\n";
    }
    return section_head(visit.say("site.translations"), "translations") +
           (items.empty() ? none_yet(visit, "site.no_translations")
                          : "<ul class=\"list\">\n" + items + "</ul>\n") +
           translation_form(visit);
}

}  // namespace

Result<SitePage> modalities_page(const Visit& visit) {
    return SitePage{visit.in.words("site.ways"),
                    "<div class=\"wrap\"><div class=\"flow\">" +
                        title_block({}, visit.say("site.ways")) + done_note(visit) + seat(visit) +
                        modalities_in_force(visit) + translations(visit) + "</div></div>\n",
                    Section::home,
                    {},
                    200,
                    true};
}

}  // namespace travaux::site
