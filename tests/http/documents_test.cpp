// The documents that are made of published texts, and what goes on while they are made.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <condition_variable>
#include <iostream>
#include <thread>

#include "base/limits.h"
#include "docx/read.h"
#include "docx/words.h"
#include "tests/http/served_negotiation.h"
#include "tests/word_file.h"

using namespace travaux;
using committee::Capacity;
using tests::HttpAnswer;
using tests::HttpClient;
using tests::ServedNegotiation;

namespace {

namespace json = boost::json;

const committee::Caller ghana = tests::delegate_of("person-GHA", "GHA");

HttpAnswer get(ServedNegotiation& served, const std::string& rest,
               const tests::HttpFields& fields = {}) {
    return HttpClient(served.port()).ask("GET", ServedNegotiation::at(rest), fields);
}

std::string refused(const HttpAnswer& answer) {
    return std::to_string(answer.status) + " " +
           std::string(json::parse(answer.body).at("id").as_string());
}

std::string words_of(const HttpAnswer& answer, docx::Side side) {
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    std::string words;
    const auto document = tests::sure(docx::read(answer.body, "answer.docx"));
    for (const std::string& line : docx::lines_of(document, side)) words += line + "\n";
    return words;
}

/// A converter that waits until it is let go, and counts what it converted.
class Gate {
public:
    Result<std::string> convert(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        ++begun_;
        changed_.notify_all();
        changed_.wait(lock, stop, [this] { return is_open_; });
        if (stop.stop_requested())
            return std::unexpected(Error{ErrorCode::storage, "pdf.failed", {}});
        return "%PDF-" + std::to_string(begun_);
    }

    void open() {
        const std::scoped_lock lock(mutex_);
        is_open_ = true;
        changed_.notify_all();
    }

    void wait_for(int begun) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return begun_ >= begun; });
    }

    int begun() {
        const std::scoped_lock lock(mutex_);
        return begun_;
    }

private:
    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool is_open_ = false;
    int begun_ = 0;
};

void convert_at(ServedNegotiation& served, Gate& gate) {
    served.committee().server().convert_with(
        [&gate](std::string_view /*file*/, const std::stop_token& stop) {
            return gate.convert(stop);
        });
}

}  // namespace

TEST_CASE(
    "a published text is there as a Word file, with brackets, with tracked changes and clean") {
    ServedNegotiation served;
    HttpClient client(served.port());
    REQUIRE(tests::submit(client, ghana, "may").status == 200);
    const HttpAnswer bracketed = get(served, "texts/T1?form=docx&language=en");
    CHECK(words_of(bracketed, docx::Side::accepted).find("[shall] [may – Ghana]") !=
          std::string::npos);
    CHECK(bracketed.fields.at("content-type").find("wordprocessingml") != std::string::npos);
    CHECK(bracketed.fields.at("content-disposition") ==
          "attachment; filename=\"under-test-T1-en.docx\"");
    const HttpAnswer tracked = get(served, "texts/T1?form=docx_tracked");
    CHECK(words_of(tracked, docx::Side::rejected).find("shall cooperate") != std::string::npos);
    CHECK(words_of(tracked, docx::Side::accepted).find("may cooperate") != std::string::npos);
    CHECK(tracked.fields.at("content-disposition").find("T1-tracked-en.docx") != std::string::npos);
    const HttpAnswer clean = get(served, "texts/T1?form=docx&view=clean");
    CHECK(words_of(clean, docx::Side::accepted).find("may cooperate") == std::string::npos);
    CHECK(refused(get(served, "texts/T1?form=docx_tracked&view=options")) ==
          "400 request.view_not_in_form");
    const std::string tag = bracketed.fields.at("etag");
    CHECK(get(served, "texts/T1?form=docx&language=en", {{"If-None-Match", tag}}).status == 304);
}

TEST_CASE(
    "a text in Arabic has its symbol and its day at the head of its pages, without isolates") {
    ServedNegotiation served;
    tests::HttpFields fields = tests::as({tests::person("Secretariat"), Capacity::secretariat, {}});
    fields.emplace_back("Content-Type", "application/json");
    const auto published =
        HttpClient(served.port())
            .ask(
                "POST", ServedNegotiation::at("acts/text.publish"), fields,
                R"({"subject":"convention","kind":"chairs_text","standing":"chairs_proposal",)"
                R"("symbol":"A/AC.1/L.2","mandate":"Decision 4","files":{"language":"ar","import":)"
                R"("# الاتفاقية\n\n## المادة 1\n\nتتعاون الدول الأطراف."}})");
    REQUIRE_MESSAGE(published.status == 200, published.body);
    const HttpAnswer file = get(served, "texts/T2?form=docx&language=ar");
    REQUIRE(file.status == 200);
    const auto parts = tests::read_word_parts(file.body);
    std::string heads;
    for (const auto& [path, bytes] : parts) {
        if (path.find("header") != std::string::npos) heads += bytes;
    }
    CHECK(heads.find("A/AC.1/L.2") != std::string::npos);
    CHECK(heads.find("كانون الثاني") != std::string::npos);
    CHECK(heads.find("\xE2\x81\xA8") == std::string::npos);  // U+2068
}

TEST_CASE("acts and views go on while documents are converted, and one file is converted once") {
    ServedNegotiation served;
    Gate gate;
    convert_at(served, gate);
    std::vector<std::string> pdfs(3);
    std::vector<std::jthread> readers;
    for (std::string& pdf : pdfs) {
        readers.emplace_back([&] { pdf = get(served, "texts/T1?form=pdf&view=clean").body; });
    }
    gate.wait_for(1);
    HttpClient client(served.port());
    CHECK(tests::submit(client, ghana, "may").status == 200);
    CHECK(get(served, "views/proposals").status == 200);
    CHECK(get(served, "texts/T1?form=html").status == 200);
    gate.open();
    readers.clear();
    CHECK(pdfs == std::vector<std::string>(3, "%PDF-1"));
    CHECK(gate.begun() == 1);
}

TEST_CASE("where too many documents are asked for at a time, the next is asked to come again") {
    ServedNegotiation served;
    Gate gate;
    convert_at(served, gate);
    std::vector<std::jthread> readers;
    for (std::size_t i = 0; i < limits::waiting_documents; ++i) {
        readers.emplace_back([&] { CHECK(get(served, "texts/T1?form=pdf").status == 200); });
    }
    const auto& waiting = served.committee().server().metrics().waiting;
    while (waiting[std::size_t(http::Lane::documents)] < std::int64_t(limits::waiting_documents)) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    const HttpAnswer next = get(served, "texts/T1?form=pdf");
    CHECK(refused(next) == "503 request.busy");
    CHECK(next.fields.contains("retry-after"));
    CHECK(get(served, "texts/T1?form=text").status == 200);
    gate.open();
}

TEST_CASE("a conversion that fails is told, and tried again by the next who asks") {
    ServedNegotiation served;
    int calls = 0;
    served.committee().server().convert_with(
        [&](std::string_view /*file*/, const std::stop_token& /*stop*/) -> Result<std::string> {
            if (++calls > 1) return "%PDF-";
            return std::unexpected(Error{ErrorCode::storage, "pdf.no_libreoffice", {}});
        });
    CHECK(refused(get(served, "texts/T1?form=pdf")) == "501 pdf.no_libreoffice");
    const HttpAnswer pdf = get(served, "texts/T1?form=pdf&view=clean");
    CHECK(pdf.status == 200);
    CHECK(pdf.fields.at("content-type") == "application/pdf");
    CHECK(pdf.fields.at("content-disposition") ==
          "attachment; filename=\"under-test-T1-clean-en.pdf\"");
}

TEST_CASE("a server that stops does not wait for what is being converted, nor begins another") {
    Gate gate;
    std::vector<std::jthread> readers;
    {
        ServedNegotiation served;
        convert_at(served, gate);
        for (int i = 0; i < 4; ++i) {
            readers.emplace_back([port = served.port(), i] {
                const std::string view = i % 2 == 0 ? "clean" : "bracketed";
                try {
                    HttpClient(port).ask("GET",
                                         ServedNegotiation::at("texts/T1?form=pdf&view=" + view));
                } catch (const std::runtime_error&) {
                    return;  // the connection was closed
                }
            });
        }
        gate.wait_for(1);
        served.committee().server().stop_converting();
    }
    CHECK(gate.begun() <= 2);
}

TEST_CASE("two published texts are compared in every form, without what is proposed on them") {
    ServedNegotiation served;
    HttpClient client(served.port());
    REQUIRE(tests::submit(client, ghana, "may").status == 200);
    tests::HttpFields fields = tests::as({tests::person("Secretariat"), Capacity::secretariat, {}});
    fields.emplace_back("Content-Type", "application/json");
    const auto published = client.ask(
        "POST", ServedNegotiation::at("acts/text.publish"), fields,
        R"({"subject":"convention","kind":"chairs_text","standing":"chairs_proposal",)"
        R"("symbol":"A/AC.1/L.2","mandate":"Decision 4","files":{"language":"en","import":)"
        R"("# Model convention\n\n## Article 1\n\nEach State Party must cooperate."}})");
    REQUIRE_MESSAGE(published.status == 200, published.body);
    const std::string text = get(served, "comparisons/T1/T2?form=text").body;
    CHECK(text.find("must") != std::string::npos);
    CHECK(text.find("may") == std::string::npos);
    const HttpAnswer page = get(served, "comparisons/T1/T2");
    CHECK(page.body.find("<ins>") != std::string::npos);
    CHECK(page.fields.at("content-security-policy").find("sha256-") != std::string::npos);
    const auto rows = json::parse(get(served, "comparisons/T1/T2?form=json&language=fr").body);
    CHECK(rows.at("language") == "en");
    const HttpAnswer file = get(served, "comparisons/T1/T2?form=docx_tracked");
    CHECK(words_of(file, docx::Side::rejected).find("in good time") != std::string::npos);
    CHECK(words_of(file, docx::Side::accepted).find("in good time") == std::string::npos);
    CHECK(file.fields.at("content-disposition") ==
          "attachment; filename=\"under-test-T1-T2-en.docx\"");
    const HttpAnswer marked = get(served, "comparisons/T1/T2?form=docx");
    CHECK(words_of(marked, docx::Side::accepted) == words_of(marked, docx::Side::rejected));
    CHECK(words_of(marked, docx::Side::accepted).find("in good time") != std::string::npos);
    CHECK(get(served, "texts/T2?form=docx&view=clean").fields.at("content-disposition") ==
          "attachment; filename=\"A-AC.1-L.2-clean-en.docx\"");
    CHECK(refused(get(served, "comparisons/T1/T9")) == "404 text.unknown");
    CHECK(refused(get(served, "comparisons/T1/T2?form=pdf")) == "400 request.parameter_value");
    CHECK(refused(get(served, "comparisons/T1/T2?colour=blue")) == "400 request.parameter_unknown");
}
