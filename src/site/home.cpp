// The home of a committee: what comes next, the state of the text, the latest papers.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "formats/html_sink.h"
#include "lang/dates.h"
#include "site/bars.h"
#include "site/needs.h"
#include "site/pages.h"
#include "site/session_parts.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

constexpr std::size_t papers_shown = 5;

std::string founded(const Visit& visit, const committee::Mandate& mandate) {
    return "<bdi>" + html(mandate.resolution) + "</bdi>, " +
           html(lang::date_in_words(mandate.adopted_on, visit.in.language));
}

// What the committee has translated is in the language of the page; else it is most likely English.
std::string said_or_english(const Visit& visit, const std::string& element,
                            const std::string& words) {
    const std::string said = visit.said_of(words);
    const std::string end = element.substr(0, element.find(' '));
    return "<" + element + (said == words ? " lang=\"en\" dir=\"auto\"" : "") + ">" + html(said) +
           "</" + end + ">";
}

std::string next_section(const Visit& visit) {
    const committee::Session* next = next_session(visit.state(), visit.now_ms);
    std::string body;
    if (next == nullptr) {
        body = "<p class=\"when\">" + visit.say("site.nothing_planned") + "</p>\n";
    } else {
        const committee::SessionDates& dates = next->dates();
        body = "<p class=\"when nums\">" +
               (dates.opens ? html(lang::time_in_words(dates.opens->local, visit.in.language))
                            : formats::isolated(dates.words)) +
               "</p>\n<p>" + formats::isolated(visit.said_of(next->title)) +
               (dates.place ? ", " + html(visit.said_of(*dates.place)) : std::string{}) + "</p>\n";
    }
    return "<section class=\"next\" aria-labelledby=\"next\"><h2 id=\"next\" class=\"small dim\">" +
           visit.say("site.next") + "</h2>\n" + body + "<p>" +
           link(visit.to("/calendar"), visit.say("site.whole_calendar")) + "</p></section>\n";
}

std::string papers(const Visit& visit) {
    std::vector<const std::pair<const std::string, committee::PublishedText>*> texts;
    for (const auto& one : visit.state().texts) texts.push_back(&one);
    std::ranges::stable_sort(texts, std::ranges::greater{},
                             [](const auto* one) { return one->second.published_ms; });
    if (texts.size() > papers_shown) texts.resize(papers_shown);
    std::string items;
    for (const auto* one : texts) items += text_item(visit, one->first, one->second);
    return section_head(visit.say("site.papers")) +
           (items.empty() ? "<p class=\"none-yet\">" + visit.say("site.no_papers") + "</p>\n"
                          : "<ul class=\"list nums\">\n" + items + "</ul>\n<p>" +
                                link(visit.to("/texts"), visit.say("site.all_texts")) + "</p>\n");
}

}  // namespace

Result<SitePage> home_page(const Visit& visit) {
    const committee::State& state = visit.state();
    if (!state.mandate) {
        return SitePage{visit.committee.name(),
                        "<div class=\"wrap\">" +
                            title_block({}, html(visit.committee.name()),
                                        "<p>" + visit.say("site.not_founded") + "</p>") +
                            "</div>\n",
                        Section::home};
    }
    const auto members = std::ranges::count_if(state.members, [](const auto& one) {
        return one.second.status == committee::MemberStatus::member_state && !one.second.until;
    });
    std::string body =
        "<div class=\"wrap\">" +
        title_block(
            {founded(visit, *state.mandate),
             link(visit.to("/members"), visit.say("site.members_count", std::to_string(members))),
             link(visit.to("/modalities"), visit.say("site.ways"))},
            said_or_english(visit, "span", state.mandate->title),
            said_or_english(visit, "p class=\"mandate\"", state.mandate->purpose) + "\n");
    TRY_ASSIGN(const std::string needs, needs_section(visit));
    TRY_ASSIGN(const std::string picture, picture_of_text(visit));
    TRY_ASSIGN(const std::string trend, trend_of_text(visit));
    TRY_ASSIGN(const std::string sessions, progress_of_sessions(visit));
    body += "<div class=\"home\"><div>\n" + next_section(visit) + picture + sessions + trend +
            papers(visit) + "</div>\n<aside aria-labelledby=\"needs\">\n" + needs +
            "</aside></div></div>\n";
    return SitePage{
        visit.said_of(state.mandate->title), std::move(body), Section::home, {}, 200, true};
}

Result<SitePage> texts_page(const Visit& visit) {
    std::string body = "<div class=\"wrap\">" + title_block({}, visit.say("site.texts"));
    for (const committee::Subject subject : committee::all_of<committee::Subject>()) {
        std::string items;
        for (const auto& [id, one] : visit.state().texts) {
            if (one.subject == subject) items.insert(0, text_item(visit, id, one));
        }
        if (items.empty()) continue;
        body += section_head(visit.say("subject." + std::string(name_of(subject)))) +
                "<ul class=\"list nums\">\n" + items + "</ul>\n";
    }
    if (visit.state().texts.empty()) {
        body += "<p class=\"none-yet\">" + visit.say("site.no_papers") + "</p>\n";
    }
    return SitePage{visit.in.words("site.texts"), body + "</div>\n", Section::text};
}

}  // namespace travaux::site
