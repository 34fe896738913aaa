// SPDX-License-Identifier: MIT
#include "site/forms.h"

#include <algorithm>

#include "committee/act.h"
#include "crypto/random.h"
#include "formats/reference_links.h"
#include "formats/terms.h"
#include "http/said_value.h"
#include "site/meanwhile.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

using committee::Position;

// What a form says of itself, beside the fields of its act.
constexpr std::string_view back_field = "back";
constexpr std::string_view seen_field = "seen";
constexpr std::string_view once_field = "once";

std::string hidden_field(std::string_view name, std::string_view value) {
    return "<input type=\"hidden\" name=\"" + html(name) + "\" value=\"" + html(value) + "\">";
}

// By what an act is known to be of a page as it is now, and to be sent once.
std::string of_now(std::uint64_t entries) {
    return hidden_field(seen_field, std::to_string(entries)) +
           hidden_field(once_field, hex(crypto::random_bytes()));
}

bool is_of_form(std::string_view name) {
    return name == back_field || name == seen_field || name == once_field || name == "language";
}

// The fields of an act out of a form: what is left empty is not said. What the act does not know
// it refuses itself.
json::object fields_of(const committee::Act& act, const http::Request& form) {
    json::object fields;
    for (const auto& [name, text] : form.query) {
        if (text.empty() || is_of_form(name)) continue;
        const auto known = std::ranges::find(act.fields, name, &committee::FieldOfAct::name);
        const bool is_known = known != act.fields.end();
        if (is_known && known->type == "list of file") {
            fields[name] = text;  // `next`: the draft that the decisions lead to
        } else if (is_known && known->type.starts_with("list of ")) {
            json::value& list = fields[name];
            if (list.is_null()) list = json::array();
            committee::FieldOfAct one = *known;
            one.type.erase(0, std::string_view("list of ").size());
            list.as_array().push_back(http::value_of(one, text));
        } else {
            fields[name] = is_known ? http::value_of(*known, text) : json::value(text);
        }
    }
    return fields;
}

// A form leads back to a page of its committee and nowhere else.
std::string back_of(const Visit& visit, std::string_view back) {
    const std::string home = "/committees/" + visit.committee.name();
    const bool is_here =
        back.starts_with(home) &&
        (back.size() == home.size() || back[home.size()] == '/' || back[home.size()] == '?') &&
        std::ranges::none_of(back, [](char sign) {
            return static_cast<unsigned char>(sign) <= ' ' || sign == '\\';
        });
    return is_here ? std::string(back) : home;
}

// The address of a page with a word of what was done on it, once.
std::string with_done(std::string back, std::uint64_t entry) {
    if (const std::size_t old = back.find("done="); old != std::string::npos) {
        const std::size_t end = back.find_first_of("&#", old);
        back.erase(old, end == std::string::npos ? end : end - old + (back[end] == '&' ? 1 : 0));
    }
    const std::size_t place = std::min(back.find('#'), back.size());
    const bool has_query = back.find('?') < place;
    const char before = has_query && place > 0 && (back[place - 1] == '?' || back[place - 1] == '&')
                            ? '\0'
                            : (has_query ? '&' : '?');
    std::string note = "done=" + std::to_string(entry);
    if (before != '\0') note.insert(0, 1, before);
    return back.insert(place, note);
}

// What others entered meanwhile; where that alone is why an act is refused, a form that sends what
// was typed once more, by who has read it.
std::string second_look(const Visit& visit, const Error& error, const http::Request& form) {
    const std::uint64_t now = visit.committee.committee().read(
        [](const committee::State& state) { return state.entries; });
    const auto seen = http::number_of(form.parameter(seen_field)).value_or(now);
    std::string news = entered_meanwhile(visit, error, seen);
    if (news.empty() || error.id != "act.stale") return news;
    std::string fields;
    for (const auto& [name, value] : form.query) {
        if (name != seen_field && name != once_field) fields += hidden_field(name, value);
    }
    return news + "<p>" + visit.say("site.second_look") +
           "</p>\n<form class=\"inline\" method=\"post\" action=\"" +
           html(visit.asked.request.target) + "\">" + fields + of_now(now) +
           "<button class=\"quiet\">" + visit.say("site.enter_all_the_same") + "</button></form>\n";
}

}  // namespace

http::Response not_done_page(const Visit& visit, const Error& error, const std::string& back,
                             std::string_view more) {
    const Error said = with_labels(visit, error);
    std::string body =
        "<div class=\"wrap\"><div class=\"flow\">" + title_block({}, visit.say("site.not_done")) +
        "<p class=\"told\" role=\"alert\">" + html(lang::sentence_of(said, visit.in.language)) +
        "</p>\n<p>" + visit.say("site.nothing_entered") + "</p>\n" + std::string(more) +
        "<p class=\"row\">" + link(html(back), visit.say("site.go_back"));
    if (visit.is_visitor()) {
        body += " " + link(html(visit.in.path("/log_in")), visit.say("page.log_in"));
    }
    return answer(visit, {visit.in.words("site.not_done"),
                          body + "</p></div></div>\n",
                          Section::none,
                          {},
                          http::status_of(error)});
}

const std::vector<committee::Right>& of_the_desk() {
    static const std::vector<committee::Right> who = {{committee::Capacity::secretariat},
                                                      {committee::Capacity::officer}};
    return who;
}

bool is_at_the_desk(const Visit& visit) {
    return committee::check_rights(visit.state(), visit.identity.caller, of_the_desk(), {})
        .has_value();
}

bool may(const Visit& visit, std::string_view act, const std::string& object) {
    const committee::Act* found = committee::find_act(act);
    return found != nullptr &&
           committee::may(visit.state(), *found, visit.identity.caller, object).has_value();
}

std::string why_none_is_submitted(const Visit& visit) {
    const auto state = committee::check_is_state(visit.state(), visit.identity.caller.delegation);
    std::string words = state ? visit.say("site.only_delegations")
                              : html(lang::sentence_of(state.error(), visit.in.language));
    if (visit.is_visitor()) {
        words += " " + link(html(visit.in.path("/log_in")), visit.say("page.log_in"));
    }
    return "<p class=\"told\">" + words + "</p>\n";
}

std::string act_form(const Visit& visit, std::string_view act, const Hidden& hidden,
                     std::string_view fields, std::string_view button) {
    return form_to(visit, "/do/" + std::string(act), hidden, fields, button);
}

std::string form_to(const Visit& visit, const std::string& address, const Hidden& hidden,
                    std::string_view fields, std::string_view button) {
    std::string out =
        "<form class=\"inline\" method=\"post\" action=\"" + visit.to(address) + "\">";
    for (const auto& [name, value] : hidden) out += hidden_field(name, value);
    out += hidden_field(back_field, visit.asked.request.target);
    out += of_now(visit.state().entries);
    return out + std::string(fields) + "<button class=\"quiet\">" + std::string(button) +
           "</button></form>\n";
}

std::string position_forms(const Visit& visit, std::string_view on, const std::string& object) {
    // Delegations state their own; the Secretariat would have to say for whom.
    const bool speaks = !visit.identity.caller.delegation.empty();
    if (!speaks || !may(visit, "position.state", {})) return {};
    std::string out;
    for (const Position position : committee::all_of<Position>()) {
        const std::string name(committee::name_of(position));
        out += act_form(visit, "position.state", {{std::string(on), object}, {"position", name}},
                        {}, visit.say("state_position." + name));
    }
    return out + "<span class=\"small dim\"><bdi>" + (on == "proposal" ? html(object) : "") +
           "</bdi></span>";
}

std::string position_sign(Position position, text::Language language) {
    switch (position) {
        case Position::support: return "+";
        case Position::oppose: return "\xE2\x88\x92";
        case Position::reserve: return std::string(formats::reservation_letter(language));
    }
    return {};
}

std::string option(std::string_view value, std::string_view words, bool is_chosen) {
    return "<option value=\"" + html(value) + "\"" + (is_chosen ? " selected" : "") + ">" +
           std::string(words) + "</option>";
}

std::string chooser(std::string_view id, std::string_view name, std::string_view label,
                    std::string_view options) {
    const std::string place(id);
    return "<div><label for=\"" + place + "\">" + std::string(label) + "</label><select id=\"" +
           place + "\" name=\"" + std::string(name) + "\">" + std::string(options) +
           "</select></div>\n";
}

std::string line(std::string_view id, std::string_view name, std::string_view label,
                 std::string_view value, bool is_required) {
    const std::string place(id);
    return "<div><label for=\"" + place + "\">" + std::string(label) + "</label><input id=\"" +
           place + "\" name=\"" + std::string(name) + "\" dir=\"auto\" value=\"" + html(value) +
           "\"" + (is_required ? " required" : "") + "></div>\n";
}

std::string meeting_options(const Visit& visit) {
    std::string open;
    std::string closed;
    for (const auto& [id, one] : visit.state().meetings) {
        const auto session = visit.state().sessions.find(one.session);
        const std::string words = visit.say("site.meeting_number", std::to_string(one.number)) +
                                  (session == visit.state().sessions.end()
                                       ? std::string{}
                                       : ", " + html(visit.said_of(session->second.title)));
        std::string& list = one.closed_ms ? closed : open;
        list.insert(0, option(id, words));
    }
    return open + option(committee::out_of_session, visit.say("site.out_of_session")) + closed;
}

std::string provision_options(const host::ConsolidatedText& text, std::string_view chosen) {
    const formats::ReferenceLinks links(text.draft, text.consolidated);
    std::string options;
    for (const consolidation::Row& row : text.consolidated.rows) {
        if (row.kind != consolidation::RowKind::provision) continue;
        const std::string id = hex(row.id.bytes);
        options += option(id, html(links.label_of(row.id)), id == chosen);
    }
    return options;
}

std::string member_options(const Visit& visit, std::string_view chosen) {
    std::set<std::string> codes;
    for (const auto& [code, member] : visit.state().members) codes.insert(code);
    std::string options = option("", "");
    for (const auto& [name, code] : sorted_names(visit, codes)) {
        options += option(code, html(name), code == chosen);
    }
    return options;
}

std::string done_note(const Visit& visit) {
    const auto entry = http::number_of(visit.asked.request.parameter("done"));
    if (!entry || *entry >= visit.state().entries) return {};
    const std::string number = std::to_string(*entry);
    return "<p class=\"told\" role=\"status\">" + visit.say("site.entered", number) + " " +
           link(visit.to("/entries/" + number), visit.say("site.see_receipt")) + "</p>\n";
}

Result<http::Response> do_act(const Visit& visit, const std::string& act) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    const committee::Act* found = committee::find_act(act);
    VERIFY(found != nullptr);
    return do_act_of(visit, act, fields_of(*found, form), form);
}

Result<http::Response> do_act_of(const Visit& visit, const std::string& act,
                                 boost::json::object fields, const http::Request& form) {
    const std::string back = back_of(visit, form.parameter(back_field));
    host::AttemptedAct attempt{visit.identity.caller, act, std::move(fields), {}, {}};
    attempt.seen = http::number_of(form.parameter(seen_field));
    TRY_ASSIGN(attempt.once, http::once_of(visit.identity, form.parameter(once_field), attempt));
    const auto done = visit.committee.committee().act(attempt);
    if (!done) {
        return not_done_page(visit, done.error(), back, second_look(visit, done.error(), form));
    }
    return http::go_to(with_done(back, done->entry));
}

}  // namespace travaux::site
