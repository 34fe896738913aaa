// A committee with a text before it, served over HTTP.
// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include "storage/memory.h"
#include "tests/corpus.h"
#include "tests/http/http_client.h"
#include "tests/record/sample_record.h"
#include "tests/scenario.h"

namespace travaux::tests {

class ServedNegotiation {
public:
    /// Begins as a file of `tests/scenarios/given` says.
    explicit ServedNegotiation(const std::string& given = "negotiation")
        : committee_(store_, Way::over_http) {
        const auto played =
            play(project_folder() / "tests/scenarios/given" / (given + ".txt"), committee_);
        REQUIRE(played.findings == std::vector<std::string>{});
        hear_all();
    }

    /// Waits until the server has heard of every entry: news follow what was entered within
    /// moments.
    void hear_all() {
        const std::string last_but_one = std::to_string(sure(store_.length()) - 2);
        REQUIRE(HttpClient(port()).ask("GET", at("live?after=" + last_but_one)).status == 200);
    }

    [[nodiscard]] std::uint16_t port() { return committee_.server().port(); }
    [[nodiscard]] CommitteeUnderTest& committee() { return committee_; }
    [[nodiscard]] storage::MemoryStore& store() { return store_; }

    /// Returns an address below that of the committee.
    [[nodiscard]] static std::string at(const std::string& rest) {
        return "/api/v1/committees/under-test/" + rest;
    }

private:
    storage::MemoryStore store_;
    CommitteeUnderTest committee_;
};

/// A delegate, as the text that is negotiated has them.
inline committee::Caller delegate_of(const std::string& name, const std::string& code) {
    return {person(name), committee::Capacity::delegate, code};
}

/// One of the Secretariat.
inline committee::Caller secretariat() {
    return {person("Secretariat"), committee::Capacity::secretariat, {}};
}

/// Submits on article 1: another word in the place of `shall`.
inline HttpAnswer submit(HttpClient& client, const committee::Caller& caller,
                         const std::string& word, HttpFields more = {}) {
    const boost::json::object fields{
        {"text", "T1"},
        {"parts",
         {{{"part", "text"},
           {"provision", "article 1"},
           {"text", "Each State Party " + word + " cooperate in good time."}}}}};
    HttpFields head = as(caller);
    head.emplace_back("Content-Type", "application/json");
    head.insert(head.end(), more.begin(), more.end());
    return client.ask("POST", ServedNegotiation::at("acts/proposal.submit"), head,
                      boost::json::serialize(fields));
}

}  // namespace travaux::tests
