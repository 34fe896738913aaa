// SPDX-License-Identifier: MIT
#include "site/bars.h"

#include <algorithm>
#include <array>

#include "formats/html_sink.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

using committee::ProvisionStanding;

/// Who may answer, and who did.
struct Answers {
    std::uint64_t given = 0;
    std::uint64_t members = 0;
};

bool is_member_on(const committee::Member& member, const Date& day) {
    const bool has_begun = !member.from || member.from->days() <= day.days();
    return has_begun && (!member.until || day.days() < member.until->days());
}

// The words for what a member is counted under.
std::string group_of(const committee::Member& member) {
    if (member.status != committee::MemberStatus::member_state) return "site.answers_others";
    if (!member.group) return "site.answers_no_group";
    return "paperwork.group." + std::string(committee::name_of(*member.group));
}

std::string answers_row(const Visit& visit, const std::string& words, const Answers& answers) {
    const std::array shares = {Share{"given", answers.given},
                               Share{"missing", answers.members - answers.given}};
    return "<tr><th scope=\"row\">" + visit.say(words) + "</th><td class=\"pic\">" +
           bar_of(visit, shares) + "</td><td class=\"nums nb\">" +
           visit.say("site.answers_of", std::to_string(answers.given),
                     std::to_string(answers.members)) +
           "</td></tr>\n";
}

// Sessions have what was agreed at the beginning of the bar, so that it is seen to grow.
constexpr std::array standings = {ProvisionStanding::adopted, ProvisionStanding::agreed,
                                  ProvisionStanding::agreed_ad_referendum,
                                  ProvisionStanding::bracketed, ProvisionStanding::open};

std::string words_of(const Visit& visit, ProvisionStanding standing) {
    return visit.say("provision_standing." + std::string(committee::name_of(standing)));
}

std::string session_row(const Visit& visit, const json::object& row) {
    const std::string session(row.at("session").as_string());
    std::vector<Share> shares;
    std::string numbers;
    for (const ProvisionStanding one : standings) {
        const std::string name(committee::name_of(one));
        const auto count = static_cast<std::uint64_t>(row.at(name).as_int64());
        shares.push_back({"s-" + name, count});
        numbers += "<td class=\"nums\">" + std::to_string(count) + "</td>";
    }
    return "<tr><th scope=\"row\">" +
           link(visit.to("/calendar#" + session),
                formats::isolated(visit.said_of(visit.state().sessions.at(session).title))) +
           "</th><td class=\"pic\">" + bar_of(visit, shares) + "</td>" + numbers + "</tr>\n";
}

}  // namespace

std::string bar_of(const Visit& visit, std::span<const Share> shares) {
    constexpr std::uint64_t width = 1000;
    std::uint64_t all = 0;
    for (const Share& one : shares) all += one.count;
    if (all == 0) return {};
    std::string parts;
    std::uint64_t before = 0;
    for (const Share& one : shares) {
        const std::uint64_t begin = before * width / all;
        before += one.count;
        const std::uint64_t end = before * width / all;
        if (end == begin) continue;
        const bool is_from_right = visit.in.language == text::Language::ar;
        parts += "<rect class=\"" + one.style + "\" x=\"" +
                 std::to_string(is_from_right ? width - end : begin) + "\" width=\"" +
                 std::to_string(end - begin) + "\" height=\"14\"/>";
    }
    return "<svg class=\"share\" viewBox=\"0 0 1000 14\" preserveAspectRatio=\"none\" "
           "aria-hidden=\"true\">" +
           parts + "</svg>";
}

std::string answers_by_group(const Visit& visit, const committee::Call& call) {
    std::map<std::string, Answers> groups;
    for (const auto& [code, member] : visit.state().members) {
        const bool has_answered = call.answered.contains(code);
        if (!has_answered && !is_member_on(member, call.deadline.local.date)) continue;
        Answers& group = groups[group_of(member)];
        ++group.members;
        if (has_answered) ++group.given;
    }
    if (groups.empty()) return {};
    std::string rows;
    for (const auto& [words, answers] : groups) rows += answers_row(visit, words, answers);
    return "<details><summary>" + visit.say("site.answers_by_group") + "</summary>" +
           table(visit.say("site.answers_by_group"),
                 {visit.say("site.answers_group"), visit.say("site.answers_share"),
                  visit.say("site.answered_count")},
                 rows) +
           "</details>\n";
}

Result<std::string> progress_of_sessions(const Visit& visit) {
    TRY_ASSIGN(const json::value shown, visit.view("progress_by_session", {}));
    std::string rows;
    for (const json::value& row : shown.as_array()) rows += session_row(visit, row.as_object());
    if (rows.empty()) return std::string();
    std::vector<std::string> columns = {visit.say("site.session"), visit.say("site.answers_share")};
    for (const ProvisionStanding one : standings) columns.push_back(words_of(visit, one));
    return section_head(visit.say("site.sessions_progress")) + "<p>" +
           visit.say("site.sessions_progress_note") + "</p>\n" +
           table(visit.say("site.sessions_progress"), columns, rows);
}

}  // namespace travaux::site
