// SPDX-License-Identifier: MIT
#include "site/precedents.h"

#include "lang/dates.h"

namespace travaux::site {
namespace {

using namespace planning;

std::string cell(std::string_view inside) {
    return "<td class=\"nums\">" + std::string(inside) + "</td>";
}

std::string figures(const Course& course) {
    std::string between = "\xE2\x80\x93";
    if (course.median_interval) {
        between = std::to_string(*course.shortest_interval) + ", " +
                  std::to_string(*course.median_interval) + ", " +
                  std::to_string(*course.longest_interval);
    }
    return cell(std::to_string(course.sessions)) + cell(std::to_string(course.weekdays)) +
           cell("<bdi dir=\"ltr\">" + between + "</bdi>") + cell(std::to_string(course.months));
}

std::string symbol(std::string_view text) {
    return "<bdi class=\"nb\" dir=\"ltr\">" + html(text) + "</bdi>";
}

// `A/RES/55/61 → A/RES/58/4, text adopted on …`, and where its practice is described.
std::string outcome(const Visit& visit, const Precedent& one) {
    std::string said = symbol(one.mandate);
    if (!one.outcome.empty()) said += " \xE2\x86\x92 " + symbol(one.outcome);
    const std::string day =
        one.adopted ? lang::date_in_words(*one.adopted, visit.in.language) : std::string{};
    said += "<br><span class=\"dim\">" +
            (one.adopted ? visit.say("site.precedents_adopted", day)
                         : visit.say("site.precedents_no_text")) +
            "</span>";
    if (!one.contributions.empty()) {
        said += "<br><span class=\"dim\">" +
                visit.say("site.precedents_contributions", std::string(one.contributions),
                          std::string(one.paragraphs)) +
                "</span>";
    }
    return said;
}

}  // namespace

std::string beside_precedents(const Visit& visit, std::vector<HeldDays> sessions) {
    std::string rows = "<tr><th scope=\"row\">" + visit.say("site.precedents_this") + "</th>" +
                       figures(course_of(std::move(sessions))) + "<td></td></tr>\n";
    for (const Precedent& one : precedents()) {
        rows += "<tr><th scope=\"row\">" + visit.say("precedent." + std::string(one.id)) +
                " <span class=\"dim\">" + symbol(one.symbol) + "</span></th>" +
                figures(course_of(one.sessions)) + "<td>" + outcome(visit, one) + "</td></tr>\n";
    }
    return section_head(visit.say("site.precedents"), "precedents") + "<p>" +
           visit.say("site.precedents_intro") + "</p>\n" +
           table(visit.say("site.precedents"),
                 {visit.say("site.precedents_body"), visit.say("site.precedents_sessions"),
                  visit.say("site.precedents_days"), visit.say("site.precedents_intervals"),
                  visit.say("site.precedents_months"), visit.say("site.precedents_outcome")},
                 rows);
}

}  // namespace travaux::site
