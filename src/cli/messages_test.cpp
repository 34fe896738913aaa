// SPDX-License-Identifier: MIT
#include "cli/messages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/corpus.h"

using namespace travaux;

TEST_CASE(
    "every refusal that the sources can make has its sentence, and every sentence a refusal") {
    std::set<std::string> used;
    const std::regex id(
        "\"((?:adoption|akoma_ntoso|command|draft|file|folder|import|json|label|"
        "proposal|proposals|provenance)\\.[a-z_0-9]+)\"");
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(tests::project_folder() / "src")) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".cpp") || name.ends_with("_test.cpp") || name == "messages.cpp")
            continue;
        std::ifstream in(entry.path());
        std::stringstream bytes;
        bytes << in.rdbuf();
        const std::string text = bytes.str();
        for (std::sregex_iterator at(text.begin(), text.end(), id); at != std::sregex_iterator();
             ++at) {
            if (!(*at)[1].str().ends_with(".json")) used.insert((*at)[1].str());
        }
    }
    std::set<std::string> known;
    for (const auto& message : cli::messages()) known.insert(std::string(message.id));
    for (const std::string& one : used) {
        INFO(one);
        CHECK(known.contains(one));
    }
    for (const std::string& one : known) {
        INFO(one);
        CHECK(used.contains(one));
    }
}

TEST_CASE("a refusal is one line that names the place and the thing") {
    const Error error{ErrorCode::not_found, "label.unknown", {"a.jsonl:3", "article\n99"}};
    CHECK(cli::sentence_of(error) == "a.jsonl:3: no provision is called article 99");
    CHECK(cli::exit_code_of(error) == 2);
    CHECK(cli::exit_code_of({ErrorCode::storage, "file.unwritable", {"x"}}) == 3);
}
