// SPDX-License-Identifier: MIT
#include "site/visit.h"

#include "base/base64.h"
#include "base/search_limits.h"
#include "formats/html_sink.h"
#include "formats/terms.h"
#include "http/representation.h"
#include "lang/dates.h"
#include "lang/states.h"
#include "paperwork/paper.h"
#include "site/forms.h"

namespace travaux::site {
namespace {

constexpr std::size_t texts_kept = 24;
constexpr std::size_t large_page_bytes = 64U << 10U;
constexpr auto page_type = "text/html; charset=utf-8";
constexpr std::int64_t ms_in_minute = 60'000;
constexpr std::int64_t minutes_in_day = 1440;

struct NavLink {
    Section section;
    std::string_view page;
    std::string_view words;
};

constexpr auto nav_links = std::to_array<NavLink>({
    {Section::home, "", "site.home"},
    {Section::text, "/text", "site.text"},
    {Section::proposals, "/proposals", "site.proposals"},
    {Section::documents, "/documents", "site.documents"},
    {Section::calendar, "/calendar", "site.calendar"},
    {Section::screen, "/screen", "site.screen"},
    {Section::record, "/entries", "site.record"},
});

std::string nav_item(const Visit& visit, const NavLink& one, Section here) {
    return "<li><a href=\"" + visit.to(one.page) + "\"" +
           (one.section == here ? " aria-current=\"page\"" : "") + ">" + visit.say(one.words) +
           "</a></li>\n";
}

std::string nav(const Visit& visit, Section here) {
    std::string items;
    for (const NavLink& one : nav_links) items += nav_item(visit, one, here);
    if (is_at_the_desk(visit)) {
        items += nav_item(visit, {Section::desk, "/desk", "site.desk"}, here);
    }
    if (here != Section::search) {
        items += "<li>" + search_form(visit, {}, "find") + "</li>\n";
    }
    const std::string_view account = visit.is_visitor() ? "/log_in" : "/account";
    items += "<li><a href=\"" + html(visit.in.path(account)) + "\">" +
             visit.say(visit.is_visitor() ? "page.log_in" : "site.account") + "</a></li>\n";
    return items;
}

std::string foot(const Visit& visit) {
    const committee::State& state = visit.state();
    std::string items;
    if (state.mandate) items += "<span>" + html(visit.said_of(state.mandate->title)) + "</span>\n";
    items += "<span>" + visit.say("site.entries", std::to_string(state.entries)) + "</span>\n";
    if (const auto head = signed_head(visit); head && *head) {
        items += "<span>" + visit.say("site.checkpoint") + " <span class=\"hash\">" +
                 html(base64_of((*head)->head.root)) + "</span></span>\n";
    }
    return items + "<span>" + link(visit.to("/entries#verify"), visit.say("site.verify")) +
           "</span>\n";
}

}  // namespace

std::shared_ptr<const committee::State> Site::state(const http::ServedCommittee& committee) {
    const std::scoped_lock lock(mutex_);
    auto& held = states_[committee.name()];
    const std::uint64_t entries =
        committee.committee().read([](const committee::State& state) { return state.entries; });
    if (!held || held->entries != entries) {
        held = std::make_shared<const committee::State>(committee.committee().state());
    }
    return held;
}

Result<std::shared_ptr<const host::ConsolidatedText>> Site::text(
    const http::ServedCommittee& committee, const host::AskedText& asked,
    const std::vector<consolidation::Adoption>& as_if) {
    std::string key = committee.name() + "/" + asked.id;
    for (const text::Language one : asked.languages) key += "/" + std::string(code_of(one));
    for (const consolidation::Adoption& one : as_if) {
        key += "/" + one.proposal + "#" + std::to_string(one.part);
    }
    const std::uint64_t entries = state(committee)->entries;
    {
        const std::scoped_lock lock(mutex_);
        const auto found = texts_.find(key);
        if (found != texts_.end() && found->second->entries == entries) return found->second;
    }
    TRY_ASSIGN(host::ConsolidatedText made, committee.committee().consolidated(asked, as_if));
    auto kept = std::make_shared<const host::ConsolidatedText>(std::move(made));
    const std::scoped_lock lock(mutex_);
    if (texts_.size() >= texts_kept) texts_.clear();
    texts_[key] = kept;
    return kept;
}

Result<std::shared_ptr<const std::string>> Site::part(
    const Visit& visit, const std::string& name, const std::function<Result<std::string>()>& make) {
    const std::string key = visit.committee.name() + "/" + name;
    const std::uint64_t entries = visit.state().entries;
    const auto find = [&]() -> std::shared_ptr<const std::string> {
        const auto part = parts_.find(key);
        if (!part || part->entries != entries) return nullptr;
        return {part, &part->html};
    };
    if (auto found = find()) return found;
    const std::scoped_lock one_at_a_time(making_);
    if (auto found = find()) return found;
    TRY_ASSIGN(std::string html, make());
    const auto part = std::make_shared<const Part>(Part{entries, std::move(html)});
    parts_.keep(key, part, part->html.size());
    return std::shared_ptr<const std::string>(part, &part->html);
}

http::Representation Site::represented(std::string page, std::string_view accept_encoding) {
    if (page.size() < large_page_bytes) {
        return http::represent(std::move(page), page_type, http::Kept::no, accept_encoding);
    }
    const std::string key =
        hex(sha256(page)) + "/" + std::to_string(int(http::accepted_encoding(accept_encoding)));
    if (const auto found = pages_.find(key)) return *found;
    auto made = std::make_shared<const http::Representation>(
        http::represent(std::move(page), page_type, http::Kept::no, accept_encoding));
    pages_.keep(key, made, http::bytes_of(*made));
    return *made;
}

host::CommitteeSearch& Site::search(const http::ServedCommittee& committee) {
    const std::scoped_lock lock(mutex_);
    auto& search = searches_[committee.name()];
    if (!search) {
        search = std::make_unique<host::CommitteeSearch>(
            host::CommitteeSearch::Source{committee.committee(), committee.record()});
    }
    return *search;
}

ScreenPlace Site::screen(const std::string& committee) {
    const std::scoped_lock lock(mutex_);
    return screens_[committee];
}

void Site::turn_screen(const std::string& committee, std::string provision) {
    const std::scoped_lock lock(mutex_);
    ScreenPlace& place = screens_[committee];
    place.provision = std::move(provision);
    ++place.turn;
}

Result<Visit> Visit::begin(Site& site, const http::Asked& asked) {
    const http::Service& service = site.service();
    TRY_ASSIGN(http::ServedCommittee* const committee, http::committee_of(service, asked));
    TRY_ASSIGN(http::Identity identity, http::identity_of(service, asked));
    return Visit{site,
                 asked,
                 *committee,
                 std::move(identity),
                 http::page_language(service, asked.request),
                 site.state(*committee),
                 site.now_ms()};
}

Result<http::DraftWork> Visit::drafts() const {
    TRY_OK(committee::check_rights(state(), identity.caller, http::of_delegations(), {}));
    return http::DraftWork{site.drafts(), committee, identity.caller};
}

Result<std::vector<http::ActingPerson>> Visit::people() const {
    return site.service().identities.people(asked.request, committee.name());
}

std::string Visit::said(std::string_view id, std::span<const std::string> args) const {
    return html(in.words(id, args));
}

std::string Visit::say(std::string_view id) const { return said(id, {}); }

std::string Visit::to(std::string_view page) const {
    return html(in.path("/committees/" + committee.name() + std::string(page)));
}

Result<boost::json::value> Visit::view(std::string name, boost::json::object fields) const {
    TRY_ASSIGN(host::ShownView shown,
               committee.committee().view({identity.caller, std::move(name), std::move(fields)}));
    return std::move(shown.value);
}

std::string Visit::said_of(const std::string& words) const {
    return paperwork::name_in(state(), words, in.language);
}

std::string Visit::name_of(const std::string& code) const {
    std::string english = code;
    if (const auto member = state().members.find(code); member != state().members.end()) {
        english = member->second.name;
    } else if (const auto group = state().groups.find(code); group != state().groups.end()) {
        english = group->second.name;
    }
    return formats::isolated(lang::name_in(english, in.language));
}

std::string Visit::day(std::int64_t time_ms) const {
    return html(lang::date_in_words(date_of(time_ms), in.language));
}

std::string Visit::moment(std::int64_t time_ms) const {
    const LocalTime time{date_of(time_ms),
                         static_cast<std::int32_t>(time_ms / ms_in_minute % minutes_in_day)};
    return html(lang::time_in_words(time, in.language)) + " UTC";
}

http::Response answer(const Visit& visit, const SitePage& page) {
    const committee::State& state = visit.state();
    std::string data = page.data;
    if (page.is_followed) {
        data += " data-live=\"/api/v1/committees/" + html(visit.committee.name()) +
                "/live\" data-entries=\"" + std::to_string(state.entries) + "\" data-news=\"" +
                visit.say("site.news") + "\" data-lost=\"" + visit.say("site.line_lost") +
                "\" data-show=\"" + visit.say("site.show_news") + "\"";
    }
    http::Representation representation =
        visit.site.represented(http::framed({page.title, page.body, nav(visit, page.section),
                                             foot(visit), page.query, std::move(data)},
                                            visit.in),
                               visit.asked.request.field("Accept-Encoding"));
    representation.entries = state.entries;
    http::Response response =
        http::answer_with(visit.asked.request, representation, http::Sharing::by_rights);
    if (response.status == 200) response.status = page.status;
    http::mark_as_page(response, visit.in.language);
    return response;
}

Result<std::optional<SignedHead>> signed_head(const Visit& visit) {
    TRY_ASSIGN(auto file, visit.committee.record().file("checkpoint"));
    if (!file) return std::nullopt;
    TRY_ASSIGN(const record::Note note, record::read_note(file->bytes));
    TRY_ASSIGN(const record::Checkpoint checkpoint, record::read_checkpoint(note.text));
    return SignedHead{checkpoint.head, std::move(file->bytes)};
}

std::string base64_of(const Sha256& hash) {
    return base64(std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size()));
}

std::string html(std::string_view text) { return formats::escaped(text); }

std::string title_block(const std::vector<std::string>& over, std::string_view title,
                        std::string_view under) {
    std::string result = "<div class=\"title\">";
    if (!over.empty()) {
        result += "<p class=\"sym nums\">";
        for (const std::string& one : over) result += "<span>" + one + "</span> ";
        result += "</p>\n";
    }
    return result + "<h1>" + std::string(title) + "</h1>\n" + std::string(under) + "</div>\n";
}

std::string search_form(const Visit& visit, std::string_view query, std::string_view id,
                        std::string_view text) {
    const std::string place(id);
    const std::string label = visit.say(text.empty() ? "site.search_for" : "site.find_in_text");
    return "<form class=\"find\" role=\"search\" aria-label=\"" + label +
           "\" method=\"get\" action=\"" + visit.to("/search") + "\"><input id=\"" + place +
           "\" type=\"search\" name=\"q\" dir=\"auto\" maxlength=\"" +
           std::to_string(limits::search_query_bytes / 4) + "\" aria-label=\"" + label +
           "\" value=\"" + html(query) + "\">" +
           (text.empty() ? std::string{}
                         : "<input type=\"hidden\" name=\"in\" value=\"" + html(text) + "\">") +
           (visit.in.is_chosen ? "<input type=\"hidden\" name=\"language\" value=\"" +
                                     std::string(code_of(visit.in.language)) + "\">"
                               : std::string{}) +
           "<button class=\"quiet\">" +
           visit.say(text.empty() ? "site.search" : "site.find_in_text") + "</button></form>";
}

std::string section_head(std::string_view words, std::string_view id) {
    return "<h2 class=\"sec\"" + (id.empty() ? std::string{} : " id=\"" + std::string(id) + "\"") +
           ">" + std::string(words) + "</h2>\n";
}

std::string table(std::string_view label, const std::vector<std::string>& columns,
                  std::string_view rows) {
    std::string result = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"";
    result.append(label).append("\"><table class=\"works\"><thead><tr>");
    for (const std::string& one : columns) {
        result.append("<th scope=\"col\">").append(one).append("</th>");
    }
    return result.append("</tr></thead><tbody>\n").append(rows).append("</tbody></table></div>\n");
}

std::string link(std::string_view to, std::string_view words) {
    return "<a href=\"" + std::string(to) + "\">" + std::string(words) + "</a>";
}

std::vector<std::pair<std::string, std::string>> sorted_names(const Visit& visit,
                                                              const std::set<std::string>& codes) {
    std::vector<std::string> names;
    std::map<std::string, std::string> code_of_name;
    for (const std::string& code : codes) {
        const auto member = visit.state().members.find(code);
        const std::string name = lang::name_in(
            member == visit.state().members.end() ? code : member->second.name, visit.in.language);
        names.push_back(name);
        code_of_name[name] = code;
    }
    lang::sort_as_in(visit.in.language, names);
    std::vector<std::pair<std::string, std::string>> sorted;
    for (const std::string& name : names) sorted.emplace_back(name, code_of_name.at(name));
    return sorted;
}

std::string listed(const std::vector<std::string>& texts, text::Language language) {
    std::string result;
    for (const std::string& one : texts) {
        if (!result.empty()) result += formats::list_comma(language);
        result += one;
    }
    return result;
}

}  // namespace travaux::site
