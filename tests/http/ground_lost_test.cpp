// The ground goes away under `travaux serve`: the disk is full, or the database is stopped. Acts
// are refused for now, reading goes on, and once it is back all goes on by itself and nothing is
// lost.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <csignal>
#include <thread>

#include "record/verify.h"
#include "storage/database.h"
#include "tests/http/served_process.h"
#include "tests/record/sample_record.h"
#include "tests/scratch.h"
#include "tests/storage/postgres_server.h"

using namespace travaux;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::ServedProcess;
using tests::sure;

namespace {

constexpr int attempts_max = 600;

std::uint64_t longest_file(const std::filesystem::path& folder) {
    std::uint64_t longest = 0;
    for (const auto& one : std::filesystem::recursive_directory_iterator(folder)) {
        if (one.is_regular_file()) longest = std::max(longest, one.file_size());
    }
    return longest;
}

// A committee in a server's process, in which sessions are planned one after another, and somebody
// who follows.
class Planning {
public:
    Planning(const std::string& location, const std::string& folder) : server(location, folder) {
        server.found();
        REQUIRE(server
                    .act("committee.found",
                         R"({"resolution":"R","adopted_on":"2019-12-27","title":"T",)"
                         R"("purpose":"P","parent_organ":"G"})")
                    .status == 200);
        REQUIRE(server.ask("GET", ServedProcess::at("live?after=0")).status == 200);
        stream_ = std::make_unique<HttpClient>(server.port());
        stream_->send("GET " + ServedProcess::at("live") +
                      " HTTP/1.1\r\nHost: a\r\nLast-Event-ID: 1\r\n\r\n");
        CHECK(stream_->read_until("retry: 2000\n\n").starts_with("HTTP/1.1 200"));
        REQUIRE(plan().status == 200);
    }

    // Plans the next session, or again the one that was not planned.
    HttpAnswer plan() {
        const std::string title = "session " + std::to_string(planned + 1);
        const boost::json::object fields{{"title", title},
                                         {"kind", "negotiating"},
                                         {"tasks", boost::json::array()},
                                         {"words", "in spring"},
                                         {"standing", "tentative"}};
        HttpAnswer answer = server.act("session.plan", boost::json::serialize(fields),
                                       {{"Idempotency-Key", title}});
        if (answer.status == 200) ++planned;
        return answer;
    }

    void check_refused(const HttpAnswer& answer) const {
        CHECK(answer.status == 503);
        CHECK(answer.fields.contains("retry-after"));
        CHECK(boost::json::parse(answer.body).at("id").is_string());
    }

    // What was acknowledged is seen, once each, and nothing else.
    void check_seen() const {
        CHECK(server.ask("GET", "/healthz").status == 200);
        CHECK(server.ask("GET", ServedProcess::at("views/committee")).status == 200);
        const HttpAnswer seen = server.ask("GET", ServedProcess::at("views/sessions"));
        REQUIRE(seen.status == 200);
        CHECK(boost::json::parse(seen.body).as_array().size() == planned);
    }

    // Every entry was heard of, in its order.
    void check_heard() {
        for (; heard_ < planned; ++heard_) {
            const std::string event = stream_->read_until("\n\n");
            CHECK(event.starts_with("id: " + std::to_string(heard_ + 2) + "\n"));
        }
    }

    ServedProcess server;
    std::uint64_t planned = 0;

private:
    std::unique_ptr<HttpClient> stream_;
    std::uint64_t heard_ = 0;
};

void check_record(const std::string& location, std::uint64_t planned) {
    const auto store = sure(storage::open_database(location, storage::Access::write));
    const auto found = sure(record::verify_store(*store, std::nullopt));
    CHECK(found.is_sound());
    CHECK(found.entries == planned + 2);
    CHECK(found.entries_unsigned == 0);
}

}  // namespace

TEST_CASE("on a full disk acts are refused for now, reading goes on and nothing is lost") {
    const tests::Scratch scratch;
    const std::string file = (scratch / "c.db").string();
    std::uint64_t planned = 0;
    {
        Planning planning(file, (scratch / "keys").string());
        for (int round = 0; round < 3; ++round) {
            planning.server.limit_files(longest_file(scratch / ""));
            HttpAnswer answer = planning.plan();
            for (int at = 0; answer.status == 200 && at < attempts_max; ++at) {
                answer = planning.plan();
            }
            planning.check_refused(answer);
            planning.check_refused(planning.plan());
            planning.check_seen();
            planning.check_heard();
            planning.server.limit_files(std::nullopt);
            CHECK(planning.plan().status == 200);
            planning.check_seen();
            planning.check_heard();
        }
        planned = planning.planned;
        CHECK(planning.server.stop() == 0);
    }
    check_record(file, planned);
}

TEST_CASE("a PostgreSQL that is stopped and started under a server costs it nothing but the time") {
    if (!tests::has_postgres("a database that goes away under travaux serve")) return;
    const tests::Scratch scratch;
    tests::PostgresServer postgres;
    const std::string url = postgres.fresh_database();
    std::uint64_t planned = 0;
    {
        Planning planning(url, (scratch / "keys").string());
        for (const int signal : {SIGINT, SIGKILL}) {
            planning.check_heard();
            postgres.kill(signal);
            planning.check_refused(planning.plan());
            CHECK(planning.server.ask("GET", "/readyz").status == 503);
            planning.check_seen();
            postgres.start();
            HttpAnswer answer = planning.plan();
            for (int at = 0; answer.status == 503 && at < attempts_max; ++at) {
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
                answer = planning.plan();
            }
            CHECK(answer.status == 200);
            CHECK(planning.server.ask("GET", "/readyz").status == 200);
            planning.check_seen();
            planning.check_heard();
        }
        planned = planning.planned;
        CHECK(planning.server.stop() == 0);
    }
    check_record(url, planned);
}
