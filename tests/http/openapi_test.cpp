// The description of the interface: whole, and in order for a linter that others wrote.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "tests/http/served_accounts.h"
#include "tests/http/served_negotiation.h"
#include "tests/scratch.h"

using namespace travaux;
using tests::HttpClient;
using tests::ServedNegotiation;

TEST_CASE("every act and every view is described, with its fields and who may") {
    ServedNegotiation served;
    HttpClient client(served.port());
    const auto described = boost::json::parse(client.ask("GET", "/api/v1/openapi.json").body);
    const auto& paths = described.at("paths").as_object();
    for (const committee::Act& act : committee::acts()) {
        const auto& path =
            paths.at("/api/v1/committees/{committee}/acts/" + std::string(act.declaration.name));
        const auto& schema = path.at_pointer("/post/requestBody/content/application~1json/schema");
        CHECK(schema.at("properties").as_object().size() == act.fields.size());
        CHECK(path.at_pointer("/post/description").as_string().find("Open to: ") !=
              std::string::npos);
    }
    for (const committee::View& view : committee::views()) {
        const auto& path =
            paths.at("/api/v1/committees/{committee}/views/" + std::string(view.declaration.name));
        CHECK(path.at_pointer("/get/parameters").as_array().size() >= view.fields.size() + 1);
    }
}

TEST_CASE("the description of the interface is OpenAPI 3.1 as Spectral checks it") {
    const auto root = tests::project_folder();
    const auto spectral = root / "node_modules/.bin/spectral";
    if (!std::filesystem::exists(spectral)) {
        std::cout << "skipped: Spectral is not installed; see tools/install_npm_packages\n";
        return;
    }
    // The one has the routes of drafts, the other those of accounts.
    ServedNegotiation negotiation;
    tests::AccountsServed accounts;
    for (const std::uint16_t port : {negotiation.port(), accounts.port()}) {
        HttpClient client(port);
        const tests::Scratch scratch;
        const auto file = scratch / "openapi.json";
        std::ofstream(file) << client.ask("GET", "/api/v1/openapi.json").body;
        const std::string command = "'" + spectral.string() + "' lint --quiet --ruleset '" +
                                    (root / "tests/http/openapi_rules.yaml").string() +
                                    "' --fail-severity hint '" + file.string() + "'";
        CHECK(std::system(command.c_str()) == 0);
    }
}
