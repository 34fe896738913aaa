// SPDX-License-Identifier: MIT
#include "tests/committee_under_test.h"

#include "committee/act.h"
#include "tests/record/sample_record.h"

namespace travaux::tests {

namespace {

const std::string address = "/api/v1/committees/under-test/";

Error error_of(const HttpAnswer& answer) {
    const auto said = boost::json::parse(answer.body).as_object();
    return {ErrorCode::refused, std::string(said.at("id").as_string()),
            boost::json::value_to<std::vector<std::string>>(said.at("args"))};
}

// A view's fields as a query; a list stands there once for each of its values.
std::string query_of(const boost::json::object& fields) {
    std::string query;
    const auto add = [&](std::string_view name, const boost::json::value& value) {
        query += query.empty() ? "?" : "&";
        query += percent_encoded(name) + "=" +
                 percent_encoded(value.is_string() ? std::string(value.get_string())
                                                   : boost::json::serialize(value));
    };
    for (const auto& [name, value] : fields) {
        if (!value.is_array()) {
            add(name, value);
            continue;
        }
        for (const auto& one : value.get_array()) add(name, one);
    }
    return query;
}

}  // namespace

CommitteeUnderTest::CommitteeUnderTest(record::Store& store, Way way) : store_(store) {
    const record::SigningKey key{"example.org/committee", {1}};
    sure(host::KeptCommittee::open_record(store, 0, record::verifier_of(key)));
    kept_ = sure(open());
    if (way == Way::directly) return;
    served_ = sure(http::ServedCommittee::open({"under-test", store_, *kept_}));
    server_ = std::make_unique<ServedForTest>(std::vector{served_.get()});
    client_ = std::make_unique<HttpClient>(server_->port());
}

Result<std::unique_ptr<host::KeptCommittee>> CommitteeUnderTest::open() {
    return host::KeptCommittee::open(
        store_, [this] { return time_ms_.load(); },
        [this] { return sha256("salt " + std::to_string(++salts_)); },
        dynamic_cast<record::SideTable*>(&store_));
}

Result<host::DoneAct> CommitteeUnderTest::act(const host::AttemptedAct& attempt,
                                              std::int64_t time_ms) {
    time_ms_ = time_ms;
    const committee::State before = kept_->state();
    auto done = do_act(attempt);
    if (!done && kept_->state() != before) return committee::refuse("test.decided_and_changed");
    return done;
}

Result<host::DoneAct> CommitteeUnderTest::do_act(const host::AttemptedAct& attempt) {
    if (!client_) return kept_->act(attempt);
    HttpFields fields = as(attempt.caller);
    fields.emplace_back("Content-Type", "application/json");
    if (attempt.seen) fields.emplace_back("If-Match", '"' + std::to_string(*attempt.seen) + "-0\"");
    const HttpAnswer answer = client_->ask("POST", address + "acts/" + attempt.name, fields,
                                           boost::json::serialize(attempt.fields));
    if (answer.status != 200) return std::unexpected(error_of(answer));
    const auto done = boost::json::parse(answer.body).as_object();
    return host::DoneAct{done.at("entry").to_number<std::uint64_t>(),
                         boost::json::value_to<std::vector<std::string>>(done.at("born"))};
}

Result<boost::json::value> CommitteeUnderTest::view(const host::AskedView& asked,
                                                    std::int64_t time_ms) {
    time_ms_ = time_ms;
    if (client_) {
        const HttpAnswer answer = client_->ask(
            "GET", address + "views/" + asked.name + query_of(asked.fields), as(asked.caller));
        if (answer.status != 200) return std::unexpected(error_of(answer));
        return boost::json::parse(answer.body);
    }
    TRY_ASSIGN(host::ShownView shown, kept_->view(asked));
    return std::move(shown.value);
}

Result<std::string> CommitteeUnderTest::text(const std::string& id) const {
    if (client_) {
        const HttpAnswer answer =
            client_->ask("GET", address + "texts/" + id + "?form=text&language=en");
        if (answer.status != 200) return std::unexpected(error_of(answer));
        return answer.body;
    }
    TRY_ASSIGN(host::PrintedText printed, kept_->print({id, {text::Language::en}, {}, {}}));
    return std::move(printed.bytes);
}

Result<void> CommitteeUnderTest::check() {
    TRY_ASSIGN(const auto again, open());
    if (again->state() != kept_->state()) return committee::refuse("test.replay_differs");
    return {};
}

}  // namespace travaux::tests
