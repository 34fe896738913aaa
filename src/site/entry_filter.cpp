// SPDX-License-Identifier: MIT
#include "site/entry_filter.h"

#include <algorithm>

#include "committee/act.h"
#include "http/answers.h"
#include "site/forms.h"

namespace travaux::site {
namespace {

constexpr std::uint64_t shown_at_once = 50;
constexpr std::uint64_t read_at_once = 200;
constexpr std::uint64_t looked_at_most = 2'000;
constexpr std::int64_t ms_in_day = 86'400'000;

std::unexpected<Error> refused(std::string_view name, std::string_view value) {
    return http::refuse_request("request.parameter_value", {std::string(name), std::string(value)});
}

bool names(const record::Event& event, const std::string& member) {
    return std::ranges::any_of(event.fields, [&](const auto& field) {
        const bool is_name =
            field.key() == "member" || field.key() == "members" || field.key() == "submitted_by";
        if (!is_name) return false;
        if (field.value().is_string()) return field.value().get_string() == member;
        if (!field.value().is_array()) return false;
        return std::ranges::any_of(field.value().get_array(), [&](const auto& one) {
            return one.is_string() && one.get_string() == member;
        });
    });
}

// The place of the first entry at a time or later: entries stand in the order of their times.
Result<std::uint64_t> first_at(const host::PublicRecord& record, std::int64_t time_ms) {
    std::uint64_t low = 0;
    std::uint64_t high = record.length();
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        TRY_ASSIGN(const auto bytes, record.entries(middle, 1));
        VERIFY(bytes.size() == 1);
        TRY_ASSIGN(const record::Entry entry, record::decode_entry(bytes.front()));
        if (entry.time_ms < time_ms) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/// Where entries are looked at: [begin, end).
struct Stretch {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

Result<Stretch> asked_stretch(const Visit& visit, const EntryFilter& filter) {
    const host::PublicRecord& record = visit.committee.record();
    Stretch asked{0, record.length()};
    if (filter.day) {
        const std::int64_t midnight = filter.day->days() * ms_in_day;
        TRY_ASSIGN(asked.begin, first_at(record, midnight));
        TRY_ASSIGN(asked.end, first_at(record, midnight + ms_in_day));
    }
    asked.end = std::min(asked.end, filter.before.value_or(asked.end));
    asked.begin = std::min(asked.begin, asked.end);
    return asked;
}

}  // namespace

bool EntryFilter::takes(const record::Entry& entry) const {
    if (act.empty() && capacity.empty() && member.empty()) return true;
    const auto* open = std::get_if<record::OpenAct>(&entry.content);
    if (open == nullptr) return false;
    if (!act.empty() && open->act.name != act) return false;
    if (!capacity.empty() && open->act.capacity != capacity) return false;
    return member.empty() || std::ranges::any_of(open->act.events, [&](const auto& event) {
               return names(event, member);
           });
}

std::string EntryFilter::query(std::optional<std::uint64_t> page_before) const {
    std::string result;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty()) return;
        result += (result.empty() ? "" : "&") + std::string(name) + "=" + value;
    };
    add("act", act);
    add("capacity", capacity);
    add("member", member);
    if (day) add("day", day->text());
    if (page_before) add("before", std::to_string(*page_before));
    return result;
}

Result<EntryFilter> entry_filter_of(const Visit& visit) {
    const http::Request& request = visit.asked.request;
    EntryFilter filter;
    filter.act = request.parameter("act");
    if (!filter.act.empty() && committee::find_act(filter.act) == nullptr) {
        return refused("act", filter.act);
    }
    filter.capacity = request.parameter("capacity");
    const auto capacities = committee::all_of<committee::Capacity>();
    const bool is_known =
        filter.capacity.empty() || std::ranges::any_of(capacities, [&](const auto one) {
            return committee::name_of(one) == filter.capacity;
        });
    if (!is_known) return refused("capacity", filter.capacity);
    filter.member = request.parameter("member");
    if (!filter.member.empty() && !visit.state().members.contains(filter.member)) {
        return refused("member", filter.member);
    }
    if (const auto day = request.parameter("day"); !day.empty()) {
        filter.day = Date::parse(day);
        if (!filter.day) return refused("day", day);
    }
    if (const auto before = request.parameter("before"); !before.empty()) {
        filter.before = http::number_of(before);
        if (!filter.before) return refused("before", before);
    }
    return filter;
}

std::string entry_filter_form(const Visit& visit, const EntryFilter& filter) {
    const std::string any = option("", visit.say("site.any"));
    std::string acts = any;
    for (const committee::Act& act : committee::acts()) {
        const std::string name(act.declaration.name);
        acts += option(name, visit.say("act_name." + name), name == filter.act);
    }
    std::string capacities = any;
    for (const auto one : committee::all_of<committee::Capacity>()) {
        const std::string name(committee::name_of(one));
        capacities += option(name, visit.say("capacity." + name), name == filter.capacity);
    }
    return "<form class=\"row\" method=\"get\" action=\"" + visit.to("/entries") + "\">\n" +
           chooser("by-act", "act", visit.say("site.act"), acts) +
           chooser("by-capacity", "capacity", visit.say("site.capacity"), capacities) +
           chooser("by-member", "member", visit.say("site.member_concerned"),
                   member_options(visit, filter.member)) +
           "<div><label for=\"by-day\">" + visit.say("site.day") +
           "</label><input id=\"by-day\" name=\"day\" type=\"date\" value=\"" +
           (filter.day ? filter.day->text() : std::string{}) + "\"></div>\n" +
           (visit.in.is_chosen ? "<input type=\"hidden\" name=\"language\" value=\"" +
                                     std::string(code_of(visit.in.language)) + "\">"
                               : std::string{}) +
           "<button>" + visit.say("site.filter") + "</button></form>\n";
}

Result<FoundEntries> find_entries(const Visit& visit, const EntryFilter& filter) {
    TRY_ASSIGN(const Stretch asked, asked_stretch(visit, filter));
    FoundEntries found;
    found.first = asked.end;
    while (found.first > asked.begin && asked.end - found.first < looked_at_most) {
        const std::uint64_t count = std::min(read_at_once, found.first - asked.begin);
        TRY_ASSIGN(const auto read, visit.committee.record().entries(found.first - count, count));
        for (auto bytes = read.rbegin(); bytes != read.rend(); ++bytes) {
            TRY_ASSIGN(record::Entry entry, record::decode_entry(*bytes));
            found.first = entry.index;
            if (filter.takes(entry)) found.entries.push_back(std::move(entry));
            if (found.entries.size() == shown_at_once) break;
        }
        if (found.entries.size() == shown_at_once) break;
    }
    if (found.first == asked.begin) found.first = 0;
    return found;
}

}  // namespace travaux::site
