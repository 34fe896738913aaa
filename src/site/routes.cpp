// SPDX-License-Identifier: MIT
#include "site/routes.h"

#include "committee/act.h"
#include "committee/view.h"
#include "site/file_page.h"
#include "site/forms.h"
#include "site/pages.h"
#include "site/propose_page.h"
#include "site/screen_page.h"

namespace travaux::site {
namespace {

using Make = Result<SitePage> (*)(const Visit&);

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
                           link(html(in.path("/")), html(in.words("site.all_committees"))) +
                           "</p>\n",
                       http::status_of(error)});
}

http::Route page_route(Site& site, std::string pattern, std::string id, std::string sentence,
                       Make make) {
    http::Route route;
    route.method = "GET";
    route.pattern = "/committees/{committee}" + std::move(pattern);
    route.who = committee::everybody();
    route.description = described(std::move(id), std::move(sentence));
    route.answer = [&site, make](const http::Asked& asked) {
        const auto visit = Visit::begin(site, asked);
        if (!visit) return refused(site, asked, visit.error());
        const auto page = make(*visit);
        return page ? answer(*visit, *page) : refused(site, asked, page.error());
    };
    return route;
}

// What a page sends; who may do what with it, the act behind it says.
http::Route sent_route(Site& site, std::string pattern, std::string id, std::string sentence,
                       Result<http::Response> (*take)(const Visit&)) {
    http::Route route;
    route.method = "POST";
    route.pattern = "/committees/{committee}" + std::move(pattern);
    route.who = committee::everybody();
    route.description = described(std::move(id), std::move(sentence));
    route.answer = [&site, take](const http::Asked& asked) {
        const auto visit = Visit::begin(site, asked);
        if (!visit) return refused(site, asked, visit.error());
        auto taken = take(*visit);
        return taken ? *std::move(taken) : refused(site, asked, taken.error());
    };
    return route;
}

http::Route act_route(Site& site, const committee::Act& act) {
    const std::string name(act.declaration.name);
    http::Route route;
    route.method = "POST";
    route.pattern = "/committees/{committee}/do/" + name;
    route.who = act.declaration.who;
    route.description = described("do." + name, std::string(act.declaration.sentence));
    route.answer = [&site, name](const http::Asked& asked) {
        const auto visit = Visit::begin(site, asked);
        if (!visit) return refused(site, asked, visit.error());
        auto done = do_act(*visit, name);
        return done ? *std::move(done) : refused(site, asked, done.error());
    };
    return route;
}

// The committees of this server, or the one that there is.
http::Response first_page(Site& site, const http::Asked& asked) {
    const http::PageLanguage in = http::page_language(site.service(), asked.request);
    const auto& committees = site.service().committees;
    if (committees.size() == 1) {
        return http::go_to(in.path("/committees/" + committees.front()->name()));
    }
    std::string items;
    for (const http::ServedCommittee* one : committees) {
        const auto state = site.state(*one);
        items += "<li>" +
                 link(html(in.path("/committees/" + one->name())),
                      html(state->mandate ? state->mandate->title : one->name())) +
                 "</li>\n";
    }
    return http::page({in, in.words("site.all_committees"), "<ul>\n" + items + "</ul>\n"});
}

}  // namespace

std::vector<http::Route> routes(Site& site) {
    std::vector<http::Route> all;
    const auto add = [&](const char* pattern, const char* id, const char* sentence, Make make) {
        all.push_back(page_route(site, pattern, id, sentence, make));
    };
    add("", "home", "Shows where a committee stands.", home_page);
    add("/text", "text", "Shows the text that is negotiated.", text_page);
    add("/texts", "texts", "Lists the published texts.", texts_page);
    add("/texts/{text}", "one_text", "Shows a text with everything proposed on it.", text_page);
    add("/proposals", "proposals", "Lists the proposals.", proposals_page);
    add("/proposals/{proposal}", "proposal", "Shows one proposal.", proposal_page);
    add("/calendar", "calendar", "Shows sessions, meetings and calls.", calendar_page);
    add("/entries", "entries", "Shows the record in words.", entries_page);
    add("/entries/{entry}", "entry", "Shows one entry with its proof.", entry_page);
    add("/propose", "propose", "Shows the page on which a proposal is written.", propose_page);
    all.push_back(sent_route(site, "/propose", "propose.sent",
                             "Shows what a proposal does, or submits it.", propose));
    add("/file", "word_file", "Shows the page on which a Word file is chosen.", file_page);
    all.push_back(sent_route(site, "/texts/{text}/file", "word_file.understood",
                             "Shows what a Word file wants of a text; nothing is taken in.",
                             understand_sent_file));
    all.back().who = committee::find_act("proposal.submit")->declaration.who;
    all.back().lane = [](const http::Asked& /*asked*/) { return http::Lane::files; };
    all.push_back(sent_route(site, "/texts/{text}/confirm", "word_file.submitted",
                             "Submits what is chosen of a Word file.", submit_confirmed));
    all.back().who = committee::find_act("proposal.submit")->declaration.who;
    all.back().lane = [](const http::Asked& /*asked*/) { return http::Lane::files; };
    add("/screen", "screen", "Shows the screen in the hall.", screen_page);
    http::Route place = page_route(site, "/screen/place", "screen.place",
                                   "Tells where the screen in the hall is.", nullptr);
    place.description.media_type = "application/json";
    place.answer = [&site](const http::Asked& asked) {
        const auto visit = Visit::begin(site, asked);
        return visit ? screen_place(*visit) : refused(site, asked, visit.error());
    };
    all.push_back(std::move(place));
    all.push_back(sent_route(site, "/screen/place", "screen.turned",
                             "Takes the screen in the hall to a provision.", turn_screen));
    all.back().who = {{committee::Capacity::secretariat}, {committee::Capacity::officer}};
    all.push_back(sent_route(site, "/screen/words", "screen.words",
                             "Enters words that were proposed in the room.", write_on_screen));
    all.back().who = {{committee::Capacity::secretariat}};
    add("/desk", "desk", "Shows the desk of the Secretariat and the Chair.", desk_page);
    all.back().who = {{committee::Capacity::secretariat}, {committee::Capacity::officer}};
    for (const committee::Act& act : committee::acts()) all.push_back(act_route(site, act));

    http::Route first;
    first.method = "GET";
    first.pattern = "/";
    first.who = committee::everybody();
    first.description = described("first", "Leads to the committees of the server.");
    first.answer = [&site](const http::Asked& asked) { return first_page(site, asked); };
    all.push_back(std::move(first));
    return all;
}

}  // namespace travaux::site
