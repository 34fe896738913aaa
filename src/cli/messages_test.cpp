// SPDX-License-Identifier: MIT
#include "cli/messages.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "committee/act.h"
#include "tests/corpus.h"

using namespace travaux;

namespace {

// The names of acts and events have the form of refusals.
std::set<std::string> names_of_acts_and_events() {
    std::set<std::string> names;
    for (const auto& act : committee::acts()) names.insert(std::string(act.declaration.name));
    for (const auto name : committee::event_names()) names.insert(std::string(name));
    return names;
}

// The ids in a source: texts of the form "area.what", the area being one of those of refusals.
void collect_ids(const std::string& source, std::set<std::string>& ids) {
    static const std::set<std::string> areas = {"account",       "act",
                                                "adoption",      "akoma_ntoso",
                                                "body",          "bundle",
                                                "call",          "canonical",
                                                "checkpoint",    "command",
                                                "committee",     "consolidated",
                                                "database",      "decision",
                                                "delegation",    "draft",
                                                "edit",          "entry",
                                                "event",         "export",
                                                "facilitator",   "file",
                                                "folder",        "group",
                                                "identity",      "import",
                                                "instrument",    "json",
                                                "key",           "label",
                                                "letter",        "link",
                                                "log_in",        "meeting",
                                                "member",        "modalities",
                                                "moment",        "note",
                                                "officer",       "openid",
                                                "paper",         "passkey",
                                                "play",          "position",
                                                "private_draft", "proposal",
                                                "proposals",     "provenance",
                                                "provision",     "publish",
                                                "remote",        "request",
                                                "rights",        "route",
                                                "row",           "server",
                                                "session",       "sponsor_request",
                                                "store",         "task",
                                                "text",          "token",
                                                "view"};
    static const std::set<std::string> names = names_of_acts_and_events();
    for (std::size_t at = source.find('"'); at != std::string::npos;
         at = source.find('"', at + 1)) {
        const std::size_t end = source.find('"', at + 1);
        if (end == std::string::npos) return;
        const std::string text = source.substr(at + 1, end - at - 1);
        const std::size_t dot = text.find('.');
        if (dot == std::string::npos || !areas.contains(text.substr(0, dot))) continue;
        const std::string rest = text.substr(dot + 1);
        const auto strange = rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789");
        const bool is_id = !rest.empty() && rest != "json" && strange == std::string::npos;
        if (is_id && !names.contains(text)) ids.insert(text);
    }
}

std::set<std::string> ids_in_sources() {
    std::set<std::string> ids;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(tests::project_folder() / "src")) {
        const std::string name = entry.path().filename().string();
        const bool is_read =
            name.ends_with(".h") || (name.ends_with(".cpp") && !name.ends_with("_test.cpp"));
        if (!is_read || name == "messages.cpp") continue;
        std::ifstream in(entry.path());
        std::stringstream bytes;
        bytes << in.rdbuf();
        collect_ids(bytes.str(), ids);
    }
    return ids;
}

}  // namespace

TEST_CASE("every refusal in the sources has its sentence, and every sentence its refusal") {
    std::set<std::string> known;
    for (const auto& message : cli::messages()) known.insert(std::string(message.id));
    const std::set<std::string> used = ids_in_sources();
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
    CHECK(cli::sentence_of({ErrorCode::not_found, "label.unknown", {"a:1", "\033[2Jx"}}) ==
          "a:1: no provision is called  [2Jx");
    std::string many;
    for (int i = 0; i < 300; ++i) many += "\u00e9";
    CHECK(cli::sentence_of({ErrorCode::not_found, "label.unknown", {"a:1", "x" + many}}).size() <
          340);
    CHECK(cli::exit_code_of(error) == 2);
    CHECK(cli::exit_code_of({ErrorCode::storage, "file.unwritable", {"x"}}) == 3);
}
