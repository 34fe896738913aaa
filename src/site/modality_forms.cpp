// SPDX-License-Identifier: MIT
#include "site/modality_forms.h"

#include <algorithm>
#include <set>

#include "committee/act.h"
#include "http/said_value.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

using committee::Modalities;
using committee::Setting;
using committee::StakeholderPart;

std::string number_line(const std::string& name, const std::string& label,
                        std::optional<std::uint32_t> value) {
    return "<div><label for=\"" + name + "\">" + label + "</label><input id=\"" + name +
           "\" name=\"" + name + "\" type=\"number\" min=\"0\" inputmode=\"numeric\" value=\"" +
           (value ? std::to_string(*value) : "") + "\"></div>\n";
}

// Approved modalities; those in force are chosen.
std::string approved_options(const Visit& visit, const Modalities& now) {
    std::string options;
    for (const auto& [id, one] : visit.state().texts) {
        if (one.subject != committee::Subject::modalities || one.approved_by.empty()) continue;
        options += option(id, html(symbol_of(visit.state(), id)), id == now.text);
    }
    return options;
}

std::string submission_languages(const Visit& visit, const Modalities& now) {
    std::string options;
    for (const text::Language language : text::languages) {
        const std::string code(code_of(language));
        options += option(code, visit.say("language." + code),
                          std::ranges::find(now.languages, code) != now.languages.end());
    }
    return options;
}

std::string stakeholder_options(const Visit& visit, const Modalities& now) {
    std::string options = option("", "");
    for (const StakeholderPart one : committee::all_of<StakeholderPart>()) {
        const std::string name(committee::name_of(one));
        options += option(name, visit.say("stakeholder_part." + name), now.stakeholders == one);
    }
    return options;
}

std::string value_field(const Visit& visit, const Modalities& now, Setting setting) {
    const std::string name(committee::name_of(setting));
    const std::string label = visit.say("site.laid_down");
    switch (setting) {
        case Setting::languages:
            return several(name, name, label, submission_languages(visit, now));
        case Setting::stakeholders:
            return chooser(name, name, label, stakeholder_options(visit, now));
        case Setting::delegation_size_max:
        case Setting::stakeholder_words_max:
        case Setting::documents_weeks_before:
        case Setting::session_gap_weeks_min:
            return number_line(name, label, number_of_setting(now, setting));
    }
    return {};
}

std::string source_field(Setting setting) {
    return "source_" + std::string(committee::name_of(setting));
}

std::string setting_fields(const Visit& visit, const Modalities& now, Setting setting) {
    const std::string field = source_field(setting);
    return "<fieldset><legend>" + visit.say("setting." + std::string(committee::name_of(setting))) +
           "</legend>" + value_field(visit, now, setting) +
           line(field, field, visit.say("site.source"), source_of(now, setting), false) +
           "</fieldset>\n";
}

// Names and titles that stand on record in one language each, as suggestions.
std::string titles_on_record(const Visit& visit) {
    const committee::State& state = visit.state();
    std::set<std::string> titles;
    if (state.mandate) titles = {state.mandate->title, state.mandate->purpose};
    for (const auto& [id, one] : state.sessions) titles.insert(one.title);
    for (const auto& [id, one] : state.facilitators) titles.insert(one.title);
    for (const auto& [code, one] : state.groups) titles.insert(one.name);
    for (const auto& [words, said] : state.translations) titles.insert(words);
    std::string options;
    for (const std::string& one : titles) options += option(one, "");
    return "<datalist id=\"titles\">" + options + "</datalist>\n";
}

}  // namespace

std::string seat_form(const Visit& visit) {
    if (!may(visit, "committee.seat", {})) return {};
    const auto seat = visit.state().duty_station.value_or(committee::DutyStation{});
    const std::string words = visit.say("do_act.committee.seat");
    return folded(words,
                  act_form(visit, "committee.seat", {},
                           line("seat-place", "place", visit.say("site.place"), seat.place) +
                               line("seat-zone", "zone", visit.say("site.zone_like"), seat.zone),
                           words));
}

std::string modalities_form(const Visit& visit) {
    if (!may(visit, "modalities.apply", {})) return {};
    const Modalities now = visit.state().modalities.value_or(Modalities{});
    const std::string texts = approved_options(visit, now);
    if (texts.empty()) {
        return "<p class=\"dim\">" + visit.say("site.no_approved_modalities") + "</p>\n";
    }
    std::string fields = chooser("modalities-text", "text", visit.say("site.text"), texts);
    for (const Setting setting : committee::all_of<Setting>()) {
        fields += setting_fields(visit, now, setting);
    }
    const std::string words = visit.say("do_act.modalities.apply");
    return folded(words, form_to(visit, "/modalities", {}, fields, words));
}

std::string translation_form(const Visit& visit) {
    if (!may(visit, "translation.enter", {})) return {};
    std::string fields = "<div><label for=\"translated\">" + visit.say("site.words_on_record") +
                         "</label><input id=\"translated\" name=\"words\" list=\"titles\" "
                         "dir=\"auto\" required></div>\n" +
                         titles_on_record(visit);
    for (const text::Language language : text::languages) {
        const std::string code(code_of(language));
        fields += line("in_" + code, "in_" + code, visit.say("language." + code), {}, false);
    }
    const std::string words = visit.say("do_act.translation.enter");
    return folded(words, form_to(visit, "/translations", {}, fields, words));
}

std::optional<std::uint32_t> number_of_setting(const Modalities& modalities, Setting setting) {
    switch (setting) {
        case Setting::delegation_size_max: return modalities.delegation_size_max;
        case Setting::stakeholder_words_max: return modalities.stakeholder_words_max;
        case Setting::documents_weeks_before: return modalities.documents_weeks_before;
        case Setting::session_gap_weeks_min: return modalities.session_gap_weeks_min;
        case Setting::languages:
        case Setting::stakeholders: break;
    }
    return {};
}

Result<http::Response> apply_modalities(const Visit& visit) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    const auto& known = committee::find_act("modalities.apply")->fields;
    json::object fields{{"text", form.parameter("text")}};
    json::array languages;
    json::array sources;
    for (const auto& [name, value] : form.query) {
        if (name == "languages" && !value.empty()) languages.emplace_back(value);
    }
    for (const Setting setting : committee::all_of<Setting>()) {
        const std::string name(committee::name_of(setting));
        if (const std::string said(form.parameter(name));
            setting != Setting::languages && !said.empty()) {
            const auto field = std::ranges::find(known, name, &committee::FieldOfAct::name);
            fields[name] = http::value_of(*field, said);
        }
        if (const auto source = form.parameter(source_field(setting)); !source.empty()) {
            sources.push_back({{"setting", name}, {"source", source}});
        }
    }
    if (!languages.empty()) fields["languages"] = std::move(languages);
    if (!sources.empty()) fields["sources"] = std::move(sources);
    return do_act_of(visit, "modalities.apply", std::move(fields), form);
}

Result<http::Response> enter_translations(const Visit& visit) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    json::array translations;
    for (const text::Language language : text::languages) {
        const std::string code(code_of(language));
        const auto said = form.parameter("in_" + code);
        if (!said.empty()) translations.push_back({{"language", code}, {"words", said}});
    }
    return do_act_of(visit, "translation.enter",
                     {{"words", form.parameter("words")}, {"translations", translations}}, form);
}

}  // namespace travaux::site
