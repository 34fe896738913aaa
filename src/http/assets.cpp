// SPDX-License-Identifier: MIT
#include "http/assets.h"

#include "base/id.h"
#include "committee/view.h"
#include "formats/print_style.h"
#include "http/answers.h"
#include "http/representation.h"

namespace travaux::http {
namespace {

// The build makes them of the files in web/.
constexpr std::string_view site_style =
#include "http/rows/site.css.inc"
    ;
constexpr std::string_view site_script =
#include "http/rows/site.js.inc"
    ;

/// A file with the address that its content gives it.
struct Asset {
    std::string address;
    Representation content;
};

Asset asset(std::string_view name, std::string_view suffix, std::string content,
            std::string media_type) {
    Asset made;
    made.content = represent(std::move(content), std::move(media_type), Kept::yes, {});
    made.address = "/assets/" + std::string(name) + "-" + made.content.hash + std::string(suffix);
    return made;
}

const Asset& style() {
    static const Asset made =
        asset("site", ".css", std::string(formats::treaty_style).append(site_style),
              "text/css; charset=utf-8");
    return made;
}

const Asset& script() {
    static const Asset made =
        asset("site", ".js", std::string(site_script), "text/javascript; charset=utf-8");
    return made;
}

Route route_of(const Asset& asset, std::string sentence) {
    Route route;
    route.method = "GET";
    route.pattern = asset.address;
    route.who = committee::everybody();
    route.description = {"asset" + asset.address.substr(asset.address.rfind('.')),
                         std::move(sentence),
                         {},
                         nullptr,
                         nullptr,
                         asset.content.media_type};
    route.at_once = [&asset](const Asked& asked) {
        Response response = answer_with(asked.request, asset.content, Sharing::everybody);
        for (auto& [name, value] : response.fields) {
            if (name == "Cache-Control") value = "public, max-age=31536000, immutable";
        }
        return std::optional(std::move(response));
    };
    return route;
}

}  // namespace

const std::string& style_address() { return style().address; }

const std::string& script_address() { return script().address; }

std::vector<Route> asset_routes() {
    return {route_of(style(), "Returns the style of all pages."),
            route_of(script(), "Returns the script of all pages.")};
}

}  // namespace travaux::http
