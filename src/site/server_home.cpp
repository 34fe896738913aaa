// The home of the server: its committees, with what comes next in each.
// SPDX-License-Identifier: MIT
#include "formats/html_sink.h"
#include "lang/dates.h"
#include "paperwork/paper.h"
#include "site/pages.h"
#include "site/session_parts.h"

namespace travaux::site {
namespace {

// What comes next: a session and its days, in the words in which they were said where none is
// known.
std::string next_of(const committee::State& state, const http::PageLanguage& in,
                    std::int64_t now_ms) {
    const committee::Session* next = next_session(state, now_ms);
    if (next == nullptr) return html(in.words("site.nothing_planned"));
    const committee::SessionDates& dates = next->dates();
    return listed({formats::isolated(paperwork::name_in(state, next->title, in.language)),
                   dates.opens ? html(lang::date_in_words(dates.opens->local.date, in.language))
                               : formats::isolated(dates.words)},
                  in.language);
}

}  // namespace

http::Response server_home(Site& site, const http::Asked& asked) {
    const http::PageLanguage in = http::page_language(site.service(), asked.request);
    const auto& committees = site.service().committees;
    if (committees.size() == 1) {
        return http::go_to(in.path("/committees/" + committees.front()->name()));
    }
    std::string items;
    for (const http::ServedCommittee* one : committees) {
        const auto state = site.state(*one);
        const std::string title =
            state->mandate ? paperwork::name_in(*state, state->mandate->title, in.language)
                           : one->name();
        items += "<li>" + link(html(in.path("/committees/" + one->name())), html(title)) +
                 "<span class=\"more\"><bdi>" + html(one->name()) + "</bdi></span>" +
                 "<span class=\"more nums\">" + html(in.words("site.next")) + ": " +
                 next_of(*state, in, site.now_ms()) + "</span></li>\n";
    }
    return http::page({in, in.words("site.all_committees"),
                       "<ul class=\"list\">\n" + items + "</ul>\n<p>" +
                           link(html(in.path("/log_in")), html(in.words("page.log_in"))) +
                           "</p>\n"});
}

}  // namespace travaux::site
