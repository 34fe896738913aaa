// Every id has its words in every language. A new one gets a line in each file of lang/, in the
// order of the ids; an id with a new first word gets that word in `areas`.
// SPDX-License-Identifier: MIT
#include "lang/messages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "access/notice.h"
#include "committee/act.h"
#include "committee/state.h"
#include "consolidation/decision.h"
#include "formats/normalise.h"
#include "paperwork/paper.h"
#include "planning/documents.h"
#include "tests/corpus.h"

using namespace travaux;
using text::Language;

namespace {

constexpr std::string_view narrow_blank = "\xE2\x80\xAF";  // U+202F

// The names of acts and events have the form of refusals.
std::set<std::string> names_of_acts_and_events() {
    std::set<std::string> names;
    for (const auto& act : committee::acts()) names.insert(std::string(act.declaration.name));
    for (const auto name : committee::event_names()) names.insert(std::string(name));
    return names;
}

// The first words of ids.
// clang-format off
const std::set<std::string> areas = {  // NOLINT(bugprone-throwing-static-initialization)
    "account", "act", "adoption", "agenda", "akoma_ntoso", "body", "bundle", "calendar", "call", "canonical", "change",
    "checkpoint", "command", "committee", "consolidated", "database", "date", "decision",
    "delegation", "document", "docx", "draft", "edit", "entry", "event", "export", "facilitator", "feed", "file", "folder",
    "group", "identity", "import", "instrument", "json", "key", "label", "letter", "link", "log_in", "mail",
    "meeting", "member", "modalities", "moment", "note", "notice", "officer", "openid", "page", "paper", "paperwork", "passkey",
    "pdf", "plan", "play", "position", "private_draft", "proposal", "proposals", "provenance", "provision",
    "publish", "remote", "request", "rights", "route", "row", "search", "server", "session", "site",
    "sponsor_request", "store", "task", "text", "token", "translation", "understanding", "understood", "view", "work",
};
// clang-format on

// The ids in a source: texts of the form "area.what", the area being one of those of refusals.
void collect_ids(const std::string& source, std::set<std::string>& ids) {
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
        const bool is_id =
            !rest.empty() && rest != "json" && rest != "xml" && strange == std::string::npos;
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
        if (!is_read) continue;
        std::ifstream in(entry.path());
        std::stringstream bytes;
        bytes << in.rdbuf();
        collect_ids(bytes.str(), ids);
    }
    return ids;
}

// Ids whose last part is the name of a value.
bool is_of_value(std::string_view id) {
    constexpr std::array beginnings = {"act_name.",
                                       "call_standing.",
                                       "capacity.",
                                       "confidence.",
                                       "dates_standing.",
                                       "decision_kind.",
                                       "do_act.",
                                       "document_author.",
                                       "document_distribution.",
                                       "document_kind.",
                                       "document_length.",
                                       "document_series.",
                                       "doubt.",
                                       "duty_station.",
                                       "formality.",
                                       "holiday.",
                                       "instrument_kind.",
                                       "kind_of_change.",
                                       "language.",
                                       "letter.fate.",
                                       "letter.title.",
                                       "log_in_by.",
                                       "meeting_standing.",
                                       "member_status.",
                                       "message_standing.",
                                       "notice_every.",
                                       "notice_kind.",
                                       "notice_of.",
                                       "on_time_line.",
                                       "paper_distribution.",
                                       "paper_kind.",
                                       "paper_standing.",
                                       "paper_step.",
                                       "paperwork.distribution.",
                                       "paperwork.group.",
                                       "paperwork.office.",
                                       "plan_rule.",
                                       "precedent.",
                                       "proposal_status.",
                                       "provision_standing.",
                                       "rate.",
                                       "release_standing.",
                                       "resource.",
                                       "rule.",
                                       "setting.",
                                       "session_kind.",
                                       "sponsor_source.",
                                       "stakeholder_part.",
                                       "state_position.",
                                       "stated_position.",
                                       "subject.",
                                       "symbol_relation.",
                                       "symbol_relation_to.",
                                       "text_form.",
                                       "text_kind.",
                                       "text_standing.",
                                       "timing.",
                                       "usual.",
                                       "view_name."};
    return std::ranges::any_of(beginnings,
                               [&](const char* beginning) { return id.starts_with(beginning); });
}

std::set<char> arguments_in(std::string_view words) {
    std::set<char> arguments;
    for (std::size_t at = words.find('{'); at != std::string_view::npos && at + 1 < words.size();
         at = words.find('{', at + 1)) {
        if (words[at + 1] >= '0' && words[at + 1] <= '9') arguments.insert(words[at + 1]);
    }
    return arguments;
}

template <typename Value>
void check_names(const std::string& beginning) {
    for (const Value value : committee::all_of<Value>()) {
        const std::string id = beginning + "." + std::string(committee::name_of(value));
        INFO(id);
        CHECK(lang::find_words(Language::en, id));
    }
}

}  // namespace

TEST_CASE("every id in the sources has its words, and all words are used") {
    std::set<std::string> known;
    for (const auto& message : lang::messages(Language::en)) known.emplace(message.id);
    const std::set<std::string> used = ids_in_sources();
    for (const std::string& one : used) {
        INFO(one);
        CHECK(known.contains(one));
    }
    for (const std::string& one : known) {
        INFO(one);
        CHECK((is_of_value(one) || used.contains(one)));
    }
}

TEST_CASE("every value that words name has a name") {
    check_names<committee::Capacity>("capacity");
    for (const committee::Act& act : committee::acts()) {
        CHECK(lang::find_words(Language::en, "act_name." + std::string(act.declaration.name)));
    }
    check_names<committee::DatesStanding>("dates_standing");
    check_names<committee::DecisionKind>("decision_kind");
    check_names<committee::Distribution>("paper_distribution");
    check_names<committee::Formality>("formality");
    check_names<committee::InstrumentKind>("instrument_kind");
    check_names<committee::MemberStatus>("member_status");
    check_names<committee::SessionKind>("session_kind");
    check_names<access::MessageStanding>("message_standing");
    check_names<access::NoticeFrequency>("notice_every");
    check_names<access::NoticeKind>("notice_kind");
    check_names<access::NoticeKind>("notice_of");
    check_names<committee::DocumentAuthor>("document_author");
    check_names<committee::DocumentDistribution>("document_distribution");
    check_names<committee::DocumentKind>("document_kind");
    check_names<committee::Series>("document_series");
    check_names<committee::ReleaseStanding>("release_standing");
    check_names<committee::SymbolRelation>("symbol_relation");
    check_names<committee::SymbolRelation>("symbol_relation_to");
    check_names<committee::LetterKind>("letter.title");
    check_names<committee::MeetingStanding>("meeting_standing");
    check_names<committee::DocumentDistribution>("paperwork.distribution");
    check_names<committee::RegionalGroup>("paperwork.group");
    check_names<committee::Office>("paperwork.office");
    check_names<paperwork::PaperKind>("paper_kind");
    check_names<committee::Position>("stated_position");
    check_names<committee::Position>("state_position");
    check_names<committee::ProposalStatus>("proposal_status");
    check_names<committee::ProvisionStanding>("provision_standing");
    check_names<committee::Setting>("setting");
    check_names<committee::StakeholderPart>("stakeholder_part");
    check_names<committee::Subject>("subject");
    check_names<committee::TextKind>("text_kind");
    check_names<committee::TextStanding>("text_standing");
    check_names<committee::Timing>("timing");
    for (const Language language : text::languages) {
        CHECK(lang::find_words(Language::en, "language." + std::string(code_of(language))));
    }
    for (const std::string_view name : planning::duty_station_names) {
        CHECK(lang::find_words(Language::en, "duty_station." + std::string(name)));
        const auto station = planning::parse_duty_station(name);
        for (const planning::Holiday& one : planning::holidays(*station, 2024)) {
            CHECK(lang::find_words(Language::en, "holiday." + std::string(one.name)));
        }
    }
    for (const std::string_view name : planning::paper_step_names) {
        CHECK(lang::find_words(Language::en, "paper_step." + std::string(name)));
    }
    for (const std::string_view name : planning::paper_standing_names) {
        CHECK(lang::find_words(Language::en, "paper_standing." + std::string(name)));
    }
    for (const std::string_view name : planning::feast_names) {
        CHECK(lang::find_words(Language::en, "holiday." + std::string(name)));
    }
    for (int verdict = 0; verdict <= int(consolidation::CarryOver::orphaned); ++verdict) {
        const auto name = consolidation::name_of(consolidation::CarryOver(verdict));
        INFO(name);
        CHECK(lang::find_words(Language::en, "letter.fate." + std::string(name)));
    }
}

TEST_CASE("every language has the words of every id, sorted, with the same arguments") {
    std::map<std::string_view, std::string_view> english;
    for (const auto& message : lang::messages(Language::en)) {
        english.emplace(message.id, message.words);
    }
    for (const Language language : text::languages) {
        const auto all = lang::messages(language);
        INFO(code_of(language));
        std::set<std::string_view> ids;
        std::string_view before;
        for (const auto& message : all) {
            INFO(message.id);
            CHECK(before < message.id);
            before = message.id;
            ids.insert(message.id);
            CHECK(english.contains(message.id));
            if (!english.contains(message.id)) continue;
            CHECK(arguments_in(message.words) == arguments_in(english.at(message.id)));
        }
        for (const auto& [id, words] : english) {
            INFO(id);
            CHECK(ids.contains(id));
        }
    }
}

TEST_CASE("words are clean: NFC, no stray blanks, no typewriter quotes, no invisible marks") {
    for (const Language language : text::languages) {
        INFO(code_of(language));
        for (const auto& [id, words] : lang::messages(language)) {
            INFO(id);
            CHECK_FALSE(words.empty());
            // What is normalised has no doubled blanks, no control characters and no marks of
            // direction; the narrow blank of French is put in order apart.
            std::string plain(words);
            for (std::size_t at = plain.find(narrow_blank); at != std::string::npos;
                 at = plain.find(narrow_blank)) {
                CHECK(language == Language::fr);
                plain.replace(at, narrow_blank.size(), " ");
            }
            CHECK(formats::normalised(plain) == plain);
            CHECK(words.find_first_of("'\"") == std::string_view::npos);
        }
    }
}

TEST_CASE("in French a narrow blank stands before high signs, and in quotation marks") {
    for (const auto& [id, words] : lang::messages(Language::fr)) {
        INFO(id);
        for (const char sign : {';', ':', '!', '?'}) {
            for (std::size_t at = words.find(sign); at != std::string_view::npos;
                 at = words.find(sign, at + 1)) {
                // A place, `file:3:`, and what is code have none.
                const bool is_place = at > 0 && words[at - 1] == '}' && at < 9;
                const bool is_code = std::ranges::count(words.substr(0, at), '`') % 2 == 1;
                CHECK((is_place || is_code || words.substr(0, at).ends_with(narrow_blank)));
            }
        }
    }
}

TEST_CASE("words are translated") {
    for (const Language language : text::languages) {
        if (language == Language::en) continue;
        INFO(code_of(language));
        for (const auto& [id, words] : lang::messages(language)) {
            INFO(id);
            const std::string_view english = *lang::find_words(Language::en, id);
            const bool has_words =
                english.find(' ') != std::string_view::npos &&
                english.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos &&
                !std::string_view(id).starts_with("date.");
            const bool is_name = id == "play.stopped" || id == "log_in_by.openid" ||
                                 id == "change.note" || id == "text_form.akoma_ntoso" ||
                                 id == "text_form.docx" || id == "text_form.pdf" ||
                                 id == "site.hash" || id == "duty_station.new_york" ||
                                 id == "paperwork.original" || id == "paperwork.sessions";
            CHECK((!has_words || english != words || is_name));
        }
    }
}

TEST_CASE("every message can be said with every number") {
    for (const Language language : text::languages) {
        for (const auto& message : lang::messages(language)) {
            for (const char* number : {"0", "1", "2", "3", "5", "11", "21", "100", "1000000"}) {
                const std::vector<std::string> args(5, number);
                const std::string said = lang::words(language, message.id, args);
                INFO(said);
                CHECK(said.find_first_of("{}#") == std::string::npos);
                CHECK(said.find(", plural") == std::string::npos);
            }
        }
    }
}
