// SPDX-License-Identifier: MIT
#include "site/routes.h"

#include "committee/act.h"
#include "committee/view.h"
#include "http/papers.h"
#include "site/drafts_page.h"
#include "site/file_page.h"
#include "site/forms.h"
#include "site/member_forms.h"
#include "site/modality_forms.h"
#include "site/pages.h"
#include "site/propose_page.h"
#include "site/screen_page.h"
#include "site/session_parts.h"
#include "site/text_forms.h"

namespace travaux::site {
namespace {

http::RouteDescription described(std::string id, std::string sentence) {
    http::RouteDescription description;
    description.id = "page." + std::move(id);
    description.sentence = std::move(sentence);
    description.query = {
        {"language", "In which language; else that of whoever asks.",
         boost::json::object{{"type", "string"}, {"enum", {"ar", "en", "es", "fr", "ru", "zh"}}}}};
    description.media_type = "text/html; charset=utf-8";
    return description;
}

// What is refused is said on a page, as everything is.
http::Response refused(Site& site, const http::Asked& asked, const Error& error) {
    const http::PageLanguage in = http::page_language(site.service(), asked.request);
    return http::page({in, in.words("site.not_found"),
                       "<p role=\"alert\" class=\"told\">" +
                           html(lang::sentence_of(error, in.language)) + "</p>\n<p>" +
                           link(html(in.path("/")), html(in.words("site.all_committees"))) + " " +
                           link(html(in.path("/log_in")), html(in.words("page.log_in"))) + "</p>\n",
                       http::status_of(error)});
}

// One thing that is asked of a committee's pages.
struct Entrance {
    std::string method;
    std::string pattern;  ///< below the committee
    std::string id;
    std::string sentence;
    std::vector<committee::Right> who;
};

// Who may is checked by what the route declares, before anything is done.
template <typename Take>
http::Route route_of(Site& site, Entrance entrance, Take take) {
    http::Route route;
    route.method = std::move(entrance.method);
    route.pattern = "/committees/{committee}" + std::move(entrance.pattern);
    route.who = std::move(entrance.who);
    route.description = described(std::move(entrance.id), std::move(entrance.sentence));
    route.answer = [&site, who = route.who, take](const http::Asked& asked) {
        const auto taken = [&]() -> Result<http::Response> {
            TRY_ASSIGN(const Visit visit, Visit::begin(site, asked));
            TRY_OK(committee::check_rights(visit.state(), visit.identity.caller, who, {}));
            return take(visit);
        }();
        return taken ? *taken : refused(site, asked, taken.error());
    };
    return route;
}

// An act has its rights on an object, which it checks itself, and says on the page why not.
http::Route act_route(Site& site, const committee::Act& act) {
    const std::string name(act.declaration.name);
    http::Route route = route_of(site,
                                 {"POST", "/do/" + name, "do." + name,
                                  std::string(act.declaration.sentence), committee::everybody()},
                                 [name](const Visit& visit) { return do_act(visit, name); });
    route.who = act.declaration.who;
    return route;
}

/// A page that everybody may see.
struct OpenPage {
    const char* pattern;
    const char* id;
    const char* sentence;
    Result<SitePage> (*make)(const Visit&);
};

constexpr auto open_pages = std::to_array<OpenPage>({
    {"", "home", "Shows where a committee stands.", home_page},
    {"/text", "text", "Shows the text that is negotiated.", text_page},
    {"/texts", "texts", "Lists the published texts.", texts_page},
    {"/texts/{text}", "one_text", "Shows a text with everything proposed on it.", text_page},
    {"/proposals", "proposals", "Lists the proposals.", proposals_page},
    {"/proposals/{proposal}", "proposal", "Shows one proposal.", proposal_page},
    {"/documents", "documents", "Lists the documents.", documents_page},
    {"/documents/{document…}", "document", "Shows one document.", document_page},
    {"/search", "search", "Finds words in documents, texts and proposals.", search_page},
    {"/members", "members", "Shows members, groups, officers and facilitators.", members_page},
    {"/modalities", "modalities", "Shows the seat, the modalities in force and translations.",
     modalities_page},
    {"/contributions", "contributions", "Shows comments, circulated papers and instruments.",
     contributions_page},
    {"/calendar", "calendar", "Shows sessions, meetings and calls.", calendar_page},
    {"/sessions/{session}", "session", "Shows one session with its agenda.", session_page},
    {"/entries", "entries", "Shows the record in words.", entries_page},
    {"/entries/{entry}", "entry", "Shows one entry with its proof.", entry_page},
    {"/propose", "propose", "Shows the page on which a proposal is written.", propose_page},
    {"/file", "word_file", "Shows the page on which a Word file is chosen.", file_page},
    {"/screen", "screen", "Shows the screen in the hall.", screen_page},
});

http::Route page_route(Site& site, const OpenPage& page, std::vector<committee::Right> who) {
    return route_of(site, {"GET", page.pattern, page.id, page.sentence, std::move(who)},
                    [make = page.make](const Visit& visit) -> Result<http::Response> {
                        TRY_ASSIGN(const SitePage made, make(visit));
                        return answer(visit, made);
                    });
}

using Take = Result<http::Response> (*)(const Visit&);

http::Route sent(Site& site, Entrance entrance, Take take) {
    entrance.method = "POST";
    return route_of(site, std::move(entrance), take);
}

std::vector<committee::Right> rights_of(std::string_view act) {
    return committee::find_act(act)->declaration.who;
}

/// A form whose fields make those of an act; who may is what the act says.
struct FormOfAct {
    const char* pattern;
    const char* id;
    const char* sentence;
    const char* act;
    Take take;
};

constexpr auto forms_of_acts = std::to_array<FormOfAct>({
    {"/edits", "edited_text.sent", "Edits words by name.", "text.edit", edit_text},
    {"/members", "admitted_member.sent", "Admits a member.", "member.admit", admit_member},
    {"/modalities", "applied_modalities.sent", "Gives effect to modalities.", "modalities.apply",
     apply_modalities},
    {"/translations", "translations.sent", "Enters translations.", "translation.enter",
     enter_translations},
    {"/sessions", "planned_session.sent", "Plans a session.", "session.plan", plan_session},
    {"/sessions/{session}/dates", "session_dates.sent", "Gives a session other dates.",
     "session.fix_dates", fix_session_dates},
    {"/sessions/{session}/calls", "opened_call.sent", "Opens a call before a session.", "call.open",
     open_call},
    {"/sessions/{session}/agenda", "proposed_agenda.sent", "Proposes the agenda of a session.",
     "agenda.propose", propose_agenda},
    {"/sessions/{session}/work", "organized_work.sent", "Organizes the work of a session.",
     "work.organize", organize_work},
});

// What pages send that is not an act by itself. Everybody may see what a proposal would do; who may
// submit it, the act says.
std::vector<http::Route> sent_routes(Site& site) {
    return {
        sent(site,
             {{},
              "/propose",
              "propose.sent",
              "Shows what a proposal does, or submits it.",
              committee::everybody()},
             propose),
        sent(site,
             {{},
              "/drafts/{draft}",
              "own_draft.sent",
              "Invites to a draft, answers, submits or erases it.",
              http::of_delegations()},
             change_draft),
        sent(site,
             {{},
              "/sponsor_requests",
              "co_sponsor.sent",
              "Asks another delegation to co-sponsor, takes a request, or ends it.",
              http::of_delegations()},
             take_sponsor_request),
        sent(site,
             {{},
              "/screen/place",
              "screen.turned",
              "Takes the screen in the hall to a provision.",
              of_the_desk()},
             turn_screen),
        sent(site,
             {{},
              "/screen/words",
              "screen.words",
              "Enters words that were proposed in the room.",
              {{committee::Capacity::secretariat}}},
             write_on_screen),
    };
}

// What is sent with files, which are read on a lane of their own.
std::vector<http::Route> sent_files(Site& site) {
    std::vector<http::Route> routes = {
        sent(site,
             {{},
              "/texts/{text}/file",
              "word_file.understood",
              "Shows what Word files want of a text; nothing is taken in.",
              rights_of("proposal.submit")},
             understand_sent_files),
        sent(site,
             {{},
              "/documents",
              "version_file.sent",
              "Adds a version of a document.",
              {{committee::Capacity::secretariat}}},
             add_version),
        sent(site,
             {{},
              "/texts/{text}/confirm",
              "word_file.submitted",
              "Submits what is chosen of a Word file, and shows what is left.",
              rights_of("proposal.submit")},
             submit_confirmed),
    };
    for (http::Route& route : routes) {
        route.lane = [](const http::Asked& /*asked*/) { return http::Lane::files; };
    }
    return routes;
}

}  // namespace

std::vector<http::Route> routes(Site& site) {
    std::vector<http::Route> all = sent_routes(site);
    for (const FormOfAct& one : forms_of_acts) {
        all.push_back(
            sent(site, {{}, one.pattern, one.id, one.sentence, rights_of(one.act)}, one.take));
    }
    std::ranges::move(sent_files(site), std::back_inserter(all));
    for (const OpenPage& page : open_pages) {
        all.push_back(page_route(site, page, committee::everybody()));
    }
    all.push_back(page_route(
        site,
        {"/plan", "plan", "Shows the sessions to come, days for them and their papers.", plan_page},
        committee::everybody()));
    // Looking for days can take seconds.
    all.back().lane = [](const http::Asked& /*asked*/) { return http::Lane::documents; };
    // A form that the documents page has; the file is the one that programs get.
    all.push_back(route_of(site,
                           {"GET", "/written_documents/{kind}", "written_document.page",
                            "Writes a document from the record.", committee::everybody()},
                           [](const Visit& visit) {
                               return http::answer_with_paper(visit.site.service(), visit.asked);
                           }));
    all.back().lane = [](const http::Asked& /*asked*/) { return http::Lane::documents; };
    all.push_back(page_route(
        site, {"/resources", "resources", "Shows what the sessions take and cost.", resources_page},
        committee::everybody()));
    all.back().lane = [](const http::Asked& /*asked*/) { return http::Lane::documents; };
    all.push_back(page_route(
        site, {"/drafts", "drafts", "Shows what a delegation keeps to itself.", drafts_page},
        http::of_delegations()));
    all.push_back(page_route(
        site, {"/desk", "desk", "Shows the desk of the Secretariat and the Chair.", desk_page},
        of_the_desk()));
    all.push_back(
        route_of(site,
                 {"GET", "/screen/place", "screen.place", "Tells where the screen in the hall is.",
                  committee::everybody()},
                 [](const Visit& visit) -> Result<http::Response> { return screen_place(visit); }));
    all.back().description.media_type = "application/json";
    all.push_back(
        route_of(site,
                 {"GET", "/calendar/line.svg", "time_line",
                  "Returns the line of the calendar as a picture.", committee::everybody()},
                 [](const Visit& visit) { return calendar_line(visit); }));
    all.back().description.media_type = "image/svg+xml";
    all.push_back(
        route_of(site,
                 {"GET", "/calendar/line.pdf", "time_line_pdf",
                  "Returns the line of the calendar as a PDF file.", committee::everybody()},
                 [](const Visit& visit) { return calendar_line_pdf(visit); }));
    all.back().description.media_type = "application/pdf";
    all.back().lane = [](const http::Asked& /*asked*/) { return http::Lane::documents; };
    for (const committee::Act& act : committee::acts()) all.push_back(act_route(site, act));

    http::Route first;
    first.method = "GET";
    first.pattern = "/";
    first.who = committee::everybody();
    first.description = described("first", "Leads to the committees of the server.");
    first.answer = [&site](const http::Asked& asked) { return server_home(site, asked); };
    all.push_back(std::move(first));
    return all;
}

}  // namespace travaux::site
