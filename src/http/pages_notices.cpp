// Pages about notices by e-mail: how often somebody wants them, the link that ends them, one's own
// calendars, and the messages that go out.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "committee/described.h"
#include "formats/html_sink.h"
#include "http/account_pages.h"
#include "http/outbox_list.h"
#include "lang/dates.h"

namespace travaux::http {
namespace {

using access::Asker;
using access::NoticeFrequency;
using access::Operation;
using formats::escaped;

constexpr std::string_view committee_field = "in_";  // before the name of a committee

std::string frequency_words(NoticeFrequency frequency, const PageLanguage& in) {
    return in.words("notice_every." + std::string(committee::name_of(frequency)));
}

std::string frequency_options(std::optional<NoticeFrequency> chosen, const PageLanguage& in) {
    std::string options;
    for (const auto one : committee::all_of<NoticeFrequency>()) {
        options += option(committee::name_of(one), frequency_words(one, in), one == chosen);
    }
    return options;
}

// The committees in which somebody has a part, sorted.
std::vector<std::string> committees_of(const access::Account& account) {
    std::vector<std::string> names;
    for (const access::Role& role : account.roles) {
        if (role.part.committee) names.push_back(*role.part.committee);
    }
    std::ranges::sort(names);
    const auto [first, last] = std::ranges::unique(names);
    names.erase(first, last);
    return names;
}

std::optional<NoticeFrequency> frequency_said(std::string_view text) {
    for (const auto one : committee::all_of<NoticeFrequency>()) {
        if (committee::name_of(one) == text) return one;
    }
    return std::nullopt;
}

Result<access::NoticeChoice> choice_said(const Request& form) {
    const auto malformed = [] { return refuse_request("notice.choice_malformed"); };
    access::NoticeChoice choice;
    const auto all = frequency_said(form.parameter("frequency"));
    if (!all) return malformed();
    choice.frequency = *all;
    for (const auto& [name, value] : form.query) {
        if (!name.starts_with(committee_field) || value.empty()) continue;
        const auto one = frequency_said(value);
        if (!one) return malformed();
        choice.committees.push_back({name.substr(committee_field.size()), *one});
    }
    return choice;
}

Result<Response> post_choice(const PageTurn& turn) {
    TRY_ASSIGN(const Asker asker, asker_of(turn.accounts, turn.asked.request));
    TRY_ASSIGN(const Request form, form_of(turn.asked.request));
    TRY_ASSIGN(const auto choice, choice_said(form));
    TRY_OK(choose_notices(turn.accounts, asker, choice));
    return go_to(turn.in().path("/account#notices"));
}

Result<Response> get_unsubscribe(const PageTurn& turn) {
    TRY_ASSIGN(access::Outbox* const outbox, outbox_of(turn.accounts));
    const PageLanguage in = turn.in();
    const std::string& sealed = turn.asked.places.at("sealed");
    TRY_OK(outbox->unsubscribed(sealed));
    return page({in, in.words("page.unsubscribe"),
                 "<p>" + escaped(in.words("page.unsubscribe_ask")) + "</p>\n" +
                     form(in.path("/unsubscribe/" + sealed), "", in.words("page.unsubscribe"))});
}

// Programs of mail send this by themselves, with a body that says nothing: RFC 8058, section 3.2.
Result<Response> post_unsubscribe(const PageTurn& turn) {
    TRY_ASSIGN(access::Outbox* const outbox, outbox_of(turn.accounts));
    const PageLanguage in = turn.in();
    TRY_OK(outbox->unsubscribe(turn.asked.places.at("sealed")));
    return page({in, in.words("page.unsubscribe"),
                 "<p role=\"status\">" + escaped(in.words("page.unsubscribed")) +
                     "</p>\n<p><a href=\"" + escaped(in.path("/account#notices")) + "\">" +
                     escaped(in.words("page.notices")) + "</a></p>\n"});
}

Result<Response> post_feed(const PageTurn& turn) {
    TRY_ASSIGN(const Asker asker, asker_of(turn.accounts, turn.asked.request));
    TRY_ASSIGN(const Request form, form_of(turn.asked.request));
    const std::string committee(form.parameter("committee"));
    TRY_ASSIGN(const auto made, turn.accounts.accounts.make_feed(asker, committee));
    const PageLanguage in = turn.in();
    const std::string address = site_of(turn.accounts, turn.asked.request) + "/api/v1/committees/" +
                                committee + "/calendars/" + made.secret;
    return page({in, in.words("page.feed_made"),
                 "<p><code dir=\"ltr\">" + escaped(address) + "</code></p>\n<p>" +
                     escaped(in.words("page.feeds_words")) + "</p>\n<p><a href=\"" +
                     escaped(in.path("/account#feeds")) + "\">" + escaped(in.words("page.feeds")) +
                     "</a></p>\n"});
}

Result<Response> post_end_feed(const PageTurn& turn) {
    TRY_ASSIGN(const Asker asker, asker_of(turn.accounts, turn.asked.request));
    TRY_OK(turn.accounts.accounts.end_feed(asker, turn.asked.places.at("id")));
    return go_to(turn.in().path("/account#feeds"));
}

std::string when(std::int64_t time_ms, const PageLanguage& in) {
    constexpr std::int64_t minute_ms = 60'000;
    constexpr std::int64_t day_minutes = 1'440;
    const LocalTime time{date_of(time_ms),
                         static_cast<std::int32_t>(time_ms / minute_ms % day_minutes)};
    return lang::time_in_words(time, in.language) + " (UTC)";
}

std::string row_of(const ListedMessage& one, const PageLanguage& in) {
    std::string kinds;
    for (const auto kind : one.kinds) {
        const std::string words = in.words("notice_kind." + std::string(committee::name_of(kind)));
        if (kinds.find(words) == std::string::npos) kinds += (kinds.empty() ? "" : "; ") + words;
    }
    const auto cell = [](const std::string& words) { return "<td>" + escaped(words) + "</td>"; };
    return "<tr>" + cell(one.to) + cell(kinds) + cell(when(one.since_ms, in)) +
           cell(std::to_string(one.tries)) + "<td dir=\"auto\">" + escaped(one.reason) +
           "</td></tr>\n";
}

std::string table_of(const std::vector<ListedMessage>& list, const PageLanguage& in) {
    std::string head;
    for (const char* id : {"page.outbox_who", "page.outbox_what", "page.outbox_when",
                           "page.outbox_tries", "page.outbox_reason"}) {
        head += "<th scope=\"col\">" + escaped(in.words(id)) + "</th>";
    }
    std::string rows;
    for (const ListedMessage& one : list) rows += row_of(one, in);
    return "<div class=\"scroll\"><table>\n<thead><tr>" + head + "</tr></thead>\n<tbody>\n" + rows +
           "</tbody></table></div>\n";
}

Result<Response> get_outbox(const PageTurn& turn) {
    const auto asker = asker_of(turn.accounts, turn.asked.request);
    const PageLanguage in = turn.in();
    if (!asker) return go_to(in.path("/log_in"));
    std::string body;
    for (const auto standing : committee::all_of<access::MessageStanding>()) {
        TRY_ASSIGN(const auto list, messages_for(turn.accounts, *asker, standing));
        body += "<h2>" +
                escaped(in.words("message_standing." + std::string(committee::name_of(standing)))) +
                " (" + std::to_string(list.size()) + ")</h2>\n";
        if (!list.empty()) body += table_of(list, in);
    }
    return page({in, in.words("page.outbox"), body});
}

}  // namespace

std::string notices_section(const AccountService& accounts, const Asker& asker,
                            const access::Account& own, const PageLanguage& in) {
    if (accounts.outbox == nullptr) return {};
    const auto choice = accounts.outbox->choice(asker.account);
    if (!choice) return {};
    std::string fields = chooser("frequency", in.words("page.notices_every"),
                                 frequency_options(choice->frequency, in));
    const auto committees = committees_of(own);
    for (const std::string& committee : committees) {
        if (committees.size() < 2) break;
        const auto chosen =
            std::ranges::find(choice->committees, committee, &access::CommitteeChoice::committee);
        const bool is_chosen = chosen != choice->committees.end();
        fields += chooser(
            std::string(committee_field) + committee,
            in.words("page.notices_in", std::array{committee}),
            option("", in.words("page.notices_as_all"), !is_chosen) +
                frequency_options(is_chosen ? std::optional(chosen->frequency) : std::nullopt, in));
    }
    std::string html = "<h2 id=\"notices\">" + escaped(in.words("page.notices")) + "</h2>\n<p>" +
                       escaped(in.words("page.notices_letters")) + "</p>\n" +
                       form(in.path("/account/notices"), fields, in.words("page.keep_choice"));
    const bool sees_outbox = std::ranges::any_of(own.roles, [](const access::Role& role) {
        return role.part.capacity == access::Capacity::secretariat ||
               role.part.capacity == access::Capacity::administrator;
    });
    if (sees_outbox) {
        html += "<p><a href=\"" + escaped(in.path("/outbox")) + "\">" +
                escaped(in.words("page.outbox")) + "</a></p>\n";
    }
    return html;
}

std::string feeds_section(const AccountService& accounts, const Asker& asker,
                          const access::Account& own, const PageLanguage& in) {
    const auto committees = committees_of(own);
    const auto feeds = accounts.accounts.feeds(asker);
    if (committees.empty() || !feeds) return {};
    std::string items;
    for (const auto& [id, feed] : *feeds) {
        const std::array since = {feed.committee,
                                  lang::date_in_words(date_of(feed.made_ms), in.language)};
        items += "<li>" + escaped(in.words("page.feed_since", since)) +
                 form(in.path("/account/feeds/" + id + "/end"), "", in.words("page.end")) +
                 "</li>\n";
    }
    std::string buttons;
    for (const std::string& committee : committees) {
        buttons += form(
            in.path("/account/feeds"),
            "<input type=\"hidden\" name=\"committee\" value=\"" + escaped(committee) + "\">\n",
            in.words("page.feed_make", std::array{committee}));
    }
    return "<h2 id=\"feeds\">" + escaped(in.words("page.feeds")) + "</h2>\n<p>" +
           escaped(in.words("page.feeds_words")) + "</p>\n" +
           (items.empty() ? std::string{} : "<ul>\n" + items + "</ul>\n") + buttons;
}

std::vector<Route> notice_pages(const Service& service, AccountService& accounts) {
    std::vector<Route> routes;
    const auto add = [&](std::string method, std::string pattern, Operation operation,
                         const std::string& id, AnswerTurn answer) {
        routes.push_back(answered(
            service, accounts,
            account_page_route(std::move(method), std::move(pattern), operation, id), answer));
    };
    add("POST", "/account/notices", Operation::choose_notices, "notices.sent", post_choice);
    add("POST", "/account/feeds", Operation::make_feed, "own_feed.sent", post_feed);
    add("POST", "/account/feeds/{id}/end", Operation::end_feed, "end_feed.sent", post_end_feed);
    add("GET", "/unsubscribe/{sealed}", Operation::unsubscribe, "unsubscribe", get_unsubscribe);
    add("POST", "/unsubscribe/{sealed}", Operation::unsubscribe, "unsubscribe.sent",
        post_unsubscribe);
    add("GET", "/outbox", Operation::see_outbox, "outbox", get_outbox);
    return routes;
}

}  // namespace travaux::http
