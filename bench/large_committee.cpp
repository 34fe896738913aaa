// SPDX-License-Identifier: MIT
#include "bench/large_committee.h"

#include <array>
#include <map>
#include <mutex>
#include <random>

#include "formats/import_text.h"
#include "host/play.h"
#include "storage/recorder.h"
#include "tests/record/sample_record.h"

namespace travaux::bench {
namespace {

namespace json = boost::json;
using tests::sure;

constexpr unsigned articles = 66;
constexpr unsigned paragraphs = 14;  // of an article
constexpr unsigned paragraphs_in_all = articles * paragraphs;
constexpr std::uint64_t copied_at_once = 5'000;
constexpr std::int64_t time_ms = 1'700'000'000'000;

constexpr std::array vocabulary = {
    "State",   "Party",    "shall",     "may",      "cooperate", "exchange", "information",
    "measure", "national", "authority", "request",  "adopt",     "ensure",   "assistance",
    "offence", "conduct",  "under",     "within",   "Article",   "treaty",   "competent",
    "notify",  "promptly", "available", "evidence", "protect",   "promote",  "review",
    "report",  "purpose",  "principle", "law",      "domestic",  "consider", "appropriate"};

constexpr std::array members = {"GHA", "NOR", "PER", "JPN", "FRA"};

std::string words_of_paragraph(unsigned number, unsigned words) {
    std::mt19937 chance(number);
    std::string text;
    for (unsigned at = 0; at < words; ++at) {
        if (at > 0) text += ' ';
        text += vocabulary.at(chance() % vocabulary.size());
    }
    return text + ".";
}

std::string treaty(unsigned words) {
    std::string text = "# Convention\n";
    for (unsigned article = 0; article < articles; ++article) {
        text += "\n### Article " + std::to_string(article + 1) + ". Subject\n";
        for (unsigned at = 0; at < paragraphs; ++at) {
            text += "\n" + std::to_string(at + 1) + ". " +
                    words_of_paragraph(article * paragraphs + at, words) + "\n";
        }
    }
    return text;
}

// The permanent ids, as a page has them that shows the text.
const std::vector<ProvisionId>& ids_of_paragraphs(unsigned words) {
    static std::mutex mutex;
    static std::map<unsigned, std::vector<ProvisionId>> known;
    const std::scoped_lock lock(mutex);
    std::vector<ProvisionId>& found = known[words];
    if (found.empty()) {
        const auto read = sure(formats::import_text(treaty(words), "en", text::Language::en));
        for (const text::Provision& one : read.draft.provisions) {
            if (one.kind == text::ProvisionKind::paragraph) found.push_back(one.id);
        }
        VERIFY(found.size() == paragraphs_in_all);
    }
    return found;
}

std::string line(std::string_view as, std::string_view act, json::object fields) {
    json::object one{{"as", as}, {"act", act}, {"fields", std::move(fields)}};
    return json::serialize(one) + "\n";
}

json::object admit(std::string_view code) {
    return {{"seats", {{{"code", code}, {"name", code}, {"status", "member_state"}}}}};
}

json::object accredit(const std::string& code) {
    return {{"member", code},
            {"head", "head of " + code},
            {"delegates", json::array{json::string("delegate of " + code)}}};
}

std::string beginning(unsigned words) {
    std::string lines =
        R"({"at":"2022-01-05T09:00Z","as":"secretariat","act":"committee.found","fields":)"
        R"({"resolution":"R","adopted_on":"2019-12-27","title":"T","purpose":"P",)"
        R"("parent_organ":"G"}})"
        "\n";
    for (const char* code : members) {
        lines += line("secretariat", "member.admit", admit(code));
        lines += line("secretariat", "delegation.accredit", accredit(code));
    }
    const json::object files{{"import", {{"en", treaty(words)}}}, {"language", "en"}};
    return lines + line("secretariat", "text.publish",
                        {{"subject", "convention"},
                         {"kind", "initial_draft"},
                         {"standing", "basis_of_work"},
                         {"mandate", "M"},
                         {"files", files}});
}

committee::Caller delegate_of(const std::string& code) {
    return {host::person_called("delegate of " + code), committee::Capacity::delegate, code};
}

std::unique_ptr<host::KeptCommittee> open(record::Store& store) {
    auto salts = std::make_shared<std::uint64_t>(0);
    return sure(host::KeptCommittee::open(
        store, [] { return time_ms; },
        [salts] { return sha256("salt " + std::to_string(++*salts)); }));
}

}  // namespace

const record::SigningKey& signing_key() {
    static const record::SigningKey key{"example.org/committee", {1}};
    return key;
}

void found_large(record::Store& store, unsigned words) {
    host::Script script;
    script.files = {{"beginning", beginning(words)}};
    script.keys = std::span(&signing_key(), 1);
    tests::ForgetfulMemory memory;
    const auto played = host::play(store, script, memory);
    if (!played) throw Defect(played.error().place + ": " + played.error().error.id);
}

const committee::Caller& submitter() {
    static const committee::Caller ghana = delegate_of("GHA");
    return ghana;
}

boost::json::object submission(std::uint32_t number, unsigned words) {
    std::mt19937 chance(number + 1'000'000);
    const auto at = static_cast<unsigned>(chance() % paragraphs_in_all);
    std::string text = words_of_paragraph(at, words);
    // One word becomes another; the number keeps it from being proposed twice.
    const std::size_t blank = text.find(' ', chance() % (text.size() / 2));
    const std::size_t end = text.find(' ', blank + 1);
    const std::string other = vocabulary.at(chance() % vocabulary.size());
    text.replace(blank + 1, end - blank - 1, other + " word" + std::to_string(number));
    const std::string provision = hex(ids_of_paragraphs(words).at(at).bytes);
    return {{"text", "T1"},
            {"parts", {{{"part", "text"}, {"provision", provision}, {"text", text}}}}};
}

void submit_many(record::Store& store, std::uint32_t proposals, unsigned words) {
    const auto kept = open(store);
    for (std::uint32_t number = 0; number < proposals; ++number) {
        sure(kept->act({submitter(), "proposal.submit", submission(number, words), {}}));
    }
}

void co_sponsor_many(record::Store& store, std::uint64_t entries) {
    const auto kept = open(store);
    const std::size_t proposals = kept->state().proposals.size();
    for (const char* code : std::span(members).subspan(1)) {
        const committee::Caller other = delegate_of(code);
        for (std::size_t number = 1; number <= proposals && kept->length() < entries; ++number) {
            const boost::json::object fields{{"proposal", "P" + std::to_string(number)}};
            sure(kept->act({other, "proposal.co_sponsor", fields, {}}));
        }
    }
    VERIFY(kept->length() == entries);
}

void copy_record(storage::MemoryStore& from, record::Store& to) {
    const std::uint64_t length = sure(from.length());
    const auto sequence = sure(storage::read_sequence(from));
    for (std::uint64_t at = 0; at < length; at += copied_at_once) {
        std::vector<record::Addition> additions;
        for (std::string& bytes : sure(from.read(at, copied_at_once))) {
            additions.push_back({std::move(bytes), {}, {}});
        }
        if (at == 0) {
            for (const auto& [hash, body] : sequence.bodies()) {
                additions.back().bodies.push_back({hash, sure(from.body(hash)).value()});
            }
        }
        sure(to.append(at, additions));
    }
}

}  // namespace travaux::bench
