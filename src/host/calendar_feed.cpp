// SPDX-License-Identifier: MIT
#include "host/calendar_feed.h"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/id.h"
#include "base/result.h"
#include "lang/dates.h"
#include "lang/messages.h"

namespace travaux::host {
namespace {

using committee::DatesStanding;

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

icaltimetype instant(std::int64_t time_ms) {
    return icaltime_from_timet_with_zone(static_cast<time_t>(time_ms / 1000), 0,
                                         icaltimezone_get_utc_timezone());
}

// What happens, as far as it is the same for everything.
struct Happening {
    std::string id;  ///< in the committee
    std::string title;
    std::string place;
    std::string details;
    std::int64_t begins_ms = 0;
    std::int64_t ends_ms = 0;  ///< as it begins: a point in time
    std::int64_t changed_ms = 0;
    std::size_t changes = 0;
    icalproperty_status status = ICAL_STATUS_CONFIRMED;
    bool is_day = false;  ///< the whole of it
};

class Feed {
public:
    Feed(const committee::State& state, text::Language language, const committee::Caller& reader)
        : state_(state), language_(language), reader_(reader),
          calendar_(icalcomponent_new(ICAL_VCALENDAR_COMPONENT)) {
        VERIFY(state.mandate.has_value());
        const auto add = [&](icalproperty* one) {
            icalcomponent_add_property(calendar_.get(), one);
        };
        add(icalproperty_new_version("2.0"));
        add(icalproperty_new_prodid("-//Travaux//Calendar//EN"));
        add(icalproperty_new_method(ICAL_METHOD_PUBLISH));
        add(named("X-WR-CALNAME", state.mandate->title));
        // How often a calendar asks again.
        add(named("REFRESH-INTERVAL;VALUE=DURATION", "PT12H"));
    }

    std::string write() {
        for (const auto& [id, session] : state_.sessions) add_session(id, session);
        for (const auto& [id, call] : state_.calls) add_call(id, call);
        if (reader_.capacity == committee::Capacity::secretariat) {
            for (const auto& [id, one] : state_.document_requests) add_document(id, one);
        }
        const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text(
            icalcomponent_as_ical_string_r(calendar_.get()), icalmemory_free_buffer);
        return text.get();
    }

private:
    static icalproperty* named(const char* name, const std::string& value) {
        icalproperty* const property = icalproperty_new_x(value.c_str());
        icalproperty_set_x_name(property, name);
        return property;
    }

    [[nodiscard]] std::string say(std::string_view id, std::span<const std::string> args) const {
        return lang::words(language_, id, args);
    }

    // The same whatever the committee is called where it is served.
    [[nodiscard]] std::string uid_of(const std::string& id) const {
        return hex(sha256(state_.mandate->resolution + "\n" + state_.mandate->title + "\n" + id))
            .substr(0, 32);
    }

    void add(const Happening& one) {
        icalcomponent* const event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
        const auto add = [&](icalproperty* property) {
            icalcomponent_add_property(event, property);
        };
        add(icalproperty_new_uid(uid_of(one.id).c_str()));
        add(icalproperty_new_sequence(static_cast<int>(one.changes)));
        add(icalproperty_new_dtstamp(instant(one.changed_ms)));
        icaltimetype begins = instant(one.begins_ms);
        begins.is_date = one.is_day ? 1 : 0;
        if (one.is_day) begins.zone = nullptr;
        add(icalproperty_new_dtstart(begins));
        if (one.ends_ms != one.begins_ms) add(icalproperty_new_dtend(instant(one.ends_ms)));
        add(icalproperty_new_summary((one.title + " (" + state_.mandate->title + ")").c_str()));
        if (!one.place.empty()) add(icalproperty_new_location(one.place.c_str()));
        if (!one.details.empty()) add(icalproperty_new_description(one.details.c_str()));
        add(icalproperty_new_status(one.status));
        // A session takes part of a day; nobody is busy all night for it.
        add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
        icalcomponent_add_component(calendar_.get(), event);
    }

    void add_session(const std::string& id, const committee::Session& session) {
        const committee::SessionDates* exact = nullptr;
        for (const committee::DatedEntry& one : session.history) {
            if (one.dates.opens && one.dates.closes) exact = &one.dates;
        }
        if (exact == nullptr) return;
        const committee::SessionDates& now = session.dates();
        const bool is_cancelled = now.standing == DatesStanding::postponed || &now != exact;
        std::string details;
        for (const std::string& task : session.tasks) details += "- " + task + "\n";
        add({.id = id,
             .title = session.title,
             .place = exact->place.value_or(""),
             .details = (is_cancelled || now.words.empty() ? "" : now.words + "\n") + details,
             .begins_ms = exact->opens->at_ms,
             .ends_ms = exact->closes->at_ms,
             .changed_ms = session.history.back().since_ms,
             .changes = session.history.size() - 1,
             .status = is_cancelled                               ? ICAL_STATUS_CANCELLED
                       : now.standing == DatesStanding::tentative ? ICAL_STATUS_TENTATIVE
                                                                  : ICAL_STATUS_CONFIRMED});
    }

    void add_call(const std::string& id, const committee::Call& call) {
        const std::array<std::string, 2> until = {
            lang::time_in_words(call.deadline.local, language_), call.deadline.zone};
        Happening one{.id = id,
                      .title = say("calendar.deadline", {{call.subject}}),
                      .place = {},
                      .details = say("letter.awaited", until),
                      .begins_ms = call.deadline.at_ms,
                      .ends_ms = call.deadline.at_ms,
                      .changed_ms = call.closed_ms.value_or(call.opened_ms),
                      .changes = call.closed_ms ? 1U : 0U};
        if (speaks()) say_for_delegation(call, one);
        add(one);
    }

    // Whether one's own delegation answered is a change of its own.
    void say_for_delegation(const committee::Call& call, Happening& one) const {
        const auto answered = call.answered.find(reader_.delegation);
        const bool has_answered = answered != call.answered.end();
        one.title =
            say(has_answered ? "calendar.answered" : "calendar.not_answered", {{one.title}});
        if (has_answered) {
            ++one.changes;
            one.changed_ms = std::max(one.changed_ms, answered->second);
        } else if (call.closed_ms) {
            one.status = ICAL_STATUS_CANCELLED;
        }
    }

    // A day is one at the duty station, and a calendar shows it as a day everywhere.
    void add_document(const std::string& id, const committee::DocumentRequest& request) {
        if (request.delivered_ms) return;
        const std::int64_t day_ms = request.due.days() * 86'400'000;
        add({.id = id,
             .title = say("calendar.document_due", {{request.title}}),
             .place = {},
             .details = {},
             .begins_ms = day_ms,
             .ends_ms = day_ms,
             .changed_ms = request.requested_ms,
             .is_day = true});
    }

    [[nodiscard]] bool speaks() const {
        return reader_.capacity == committee::Capacity::delegate ||
               reader_.capacity == committee::Capacity::head;
    }

    const committee::State& state_;
    text::Language language_;
    committee::Caller reader_;
    Component calendar_;
};

}  // namespace

std::string calendar_feed(const committee::State& state, text::Language language) {
    return Feed(state, language, {}).write();
}

std::string own_calendar_feed(const committee::State& state, text::Language language,
                              const committee::Caller& reader) {
    return Feed(state, language, reader).write();
}

}  // namespace travaux::host
