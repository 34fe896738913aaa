// Word files on pages: one of a delegation, many of the Secretariat; each confirmed by itself, and
// nothing kept until then.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "base/file_limits.h"
#include "tests/http/negotiated_file.h"
#include "tests/http/page_reader.h"
#include "tests/http/served_negotiation.h"

using namespace travaux;
using committee::Caller;
using committee::Capacity;
using tests::delegate_of;
using tests::HttpAnswer;
using tests::PageReader;
using tests::says;
using tests::SentForm;
using tests::ServedNegotiation;

namespace {

const Caller ghana = delegate_of("person-GHA", "GHA");
const Caller secretariat{tests::person("Secretariat"), Capacity::secretariat, {}};

/// The fields of the form on a page that carries files, in their order, as a browser sends them:
/// boxes only where they are ticked.
std::vector<std::pair<std::string, std::string>> fields_of(const HttpAnswer& page) {
    std::vector<std::pair<std::string, std::string>> fields;
    const std::size_t form = page.body.find("/confirm\">");
    REQUIRE_MESSAGE(form != std::string::npos, page.body);
    const std::string body = page.body.substr(form, page.body.find("</form>", form) - form);
    for (std::size_t at = body.find("<input"); at != std::string::npos;
         at = body.find("<input", at + 1)) {
        const std::string input = body.substr(at, body.find('>', at) - at);
        const auto attribute = [&](const std::string& name) {
            const std::size_t begin = input.find(" " + name + "=\"");
            if (begin == std::string::npos) return std::string();
            const std::size_t first = begin + name.size() + 3;
            return input.substr(first, input.find('"', first) - first);
        };
        const bool is_box = attribute("type") == "checkbox";
        if (is_box && input.find(" checked") == std::string::npos) continue;
        fields.emplace_back(attribute("name"), attribute("value"));
    }
    for (std::size_t at = body.find("<select"); at != std::string::npos;
         at = body.find("<select", at + 1)) {
        const std::string select = body.substr(at, body.find("</select>", at) - at);
        const std::size_t name = select.find("name=\"") + 6;
        const std::size_t chosen = select.find("\" selected");
        const std::size_t value =
            chosen == std::string::npos ? chosen : select.rfind('"', chosen - 1) + 1;
        fields.emplace_back(
            select.substr(name, select.find('"', name) - name),
            chosen == std::string::npos ? "" : select.substr(value, chosen - value));
    }
    return fields;
}

HttpAnswer press(PageReader& reader, const HttpAnswer& page, const std::string& go) {
    SentForm form;
    for (const auto& [name, value] : fields_of(page)) form.field(name, value);
    form.field("go", go);
    return reader.send("/texts/T1/confirm", form);
}

SentForm files(const std::vector<std::pair<std::string, std::string>>& sent) {
    SentForm form;
    for (const auto& [name, bytes] : sent) form.file("file", name, bytes);
    return form;
}

std::size_t count_of(const HttpAnswer& page, const std::string& words) {
    std::size_t count = 0;
    for (std::size_t at = page.body.find(words); at != std::string::npos;
         at = page.body.find(words, at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("many files of the Secretariat wait on one page, and each is confirmed by itself") {
    ServedNegotiation served;
    PageReader at_desk(served, secretariat);
    CHECK(says(at_desk.see("/file"), " multiple>"));
    const std::uint64_t before = tests::sure(served.store().length());
    const HttpAnswer reports =
        at_desk.send("/texts/T1/file", files({{"ghana.docx", tests::file_of_ghana()},
                                              {"broken.docx", "These are no pages."},
                                              {"other.docx", tests::file_of_ghana("will")}}));
    REQUIRE_MESSAGE(reports.status == 200, reports.body);
    CHECK(says(reports, "3 files wait to be confirmed"));
    CHECK(count_of(reports, "role=\"alert\"") == 1);
    CHECK(count_of(reports, "sponsors: Ghana") == 2);
    CHECK(count_of(reports, "value=\"GHA\" selected") == 2);
    CHECK(tests::sure(served.store().length()) == before);

    const HttpAnswer first = press(at_desk, reports, "submit:2");
    REQUIRE_MESSAGE(first.status == 200, first.body);
    CHECK(tests::sure(served.store().length()) == before + 1);
    CHECK(says(first, "Entered in the record as entry " + std::to_string(before)));
    CHECK(says(first, "2 files wait to be confirmed"));
    CHECK(says(first, "<bdi>other.docx</bdi>: <a"));
    // The same button twice is the same act.
    press(at_desk, reports, "submit:2");
    CHECK(tests::sure(served.store().length()) == before + 1);

    const HttpAnswer refused = press(at_desk, first, "submit:1");
    CHECK(refused.status == 422);
    CHECK(says(refused, "2 files wait to be confirmed"));
    const HttpAnswer aside = press(at_desk, refused, "set_aside:1");
    CHECK(says(aside, "1 file waits to be confirmed"));
    CHECK(!says(aside, "broken.docx"));
    const HttpAnswer last = press(at_desk, aside, "submit:0");
    REQUIRE_MESSAGE(last.status == 200, last.body);
    CHECK(says(last, "No file waits any more"));
    CHECK(says(last, "<bdi>ghana.docx</bdi>: <a"));
    CHECK(says(last, "<bdi>other.docx</bdi>: <a"));
    CHECK(tests::sure(served.store().length()) == before + 2);
    CHECK(says(at_desk.see("/proposals/P2"), "Ghana"));
}

TEST_CASE("files beyond the limits are refused by name, and nothing is taken in") {
    ServedNegotiation served;
    PageReader at_desk(served, secretariat);
    std::vector<std::pair<std::string, std::string>> many;
    for (std::size_t at = 0; at <= limits::sent_files; ++at) {
        many.emplace_back("file" + std::to_string(at) + ".docx", "x");
    }
    const HttpAnswer too_many = at_desk.send("/texts/T1/file", files(many));
    CHECK(too_many.status == 400);
    CHECK(says(too_many, "file20.docx: this is one file too many"));
    const std::string half(limits::sent_files_bytes / 2 + 1, 'x');
    const HttpAnswer too_large =
        at_desk.send("/texts/T1/file", files({{"one.docx", half}, {"two.docx", half}}));
    CHECK(too_large.status == 400);
    CHECK(says(too_large, "two.docx: this file has more than"));
}

TEST_CASE("a delegation sends one file, and what it submits is led to") {
    ServedNegotiation served;
    PageReader of_ghana(served, ghana);
    CHECK(!says(of_ghana.see("/file"), " multiple>"));
    const std::string bytes = tests::file_of_ghana();
    CHECK(of_ghana.send("/texts/T1/file", files({{"a.docx", bytes}, {"b.docx", bytes}})).status ==
          400);
    const HttpAnswer report = of_ghana.send("/texts/T1/file", files({{"a.docx", bytes}}));
    REQUIRE_MESSAGE(report.status == 200, report.body);
    CHECK(!says(report, "wait"));
    const HttpAnswer done = press(of_ghana, report, "submit:0");
    REQUIRE_MESSAGE(done.status == 303, done.body);
    CHECK(done.fields.at("location").find("/proposals/P1?done=") != std::string::npos);
}

TEST_CASE("a queue that was tampered with is refused, and names are shown as words") {
    ServedNegotiation served;
    PageReader at_desk(served, secretariat);
    const HttpAnswer report =
        at_desk.send("/texts/T1/file", files({{"<b>.docx", tests::file_of_ghana()}}));
    CHECK(says(report, "&lt;b&gt;.docx"));
    CHECK(!says(report, "<b>.docx"));
    const auto refused = [&](const std::string& name, const std::string& value) {
        SentForm form;
        form.field(name, value);
        form.field("go", "submit:0");
        return at_desk.send("/texts/T1/confirm", form).status;
    };
    CHECK(refused("name-7", "x") == 400);
    CHECK(refused("file-0", "not base64!") == 400);
    CHECK(refused("dance-0", "x") == 400);
    CHECK(refused("dance", "x") == 400);
    CHECK(refused("go", "dance:0") == 400);
    CHECK(refused("name-0", "x") == 422);
    // Of the past only what the record has is shown.
    SentForm form;
    form.field("submitted", "P9 gone.docx");
    form.field("name-0", "a.docx");
    form.field("go", "set_aside:0");
    CHECK(!says(at_desk.send("/texts/T1/confirm", form), "gone.docx"));
}

TEST_CASE("a file of several proposals waits once for each, and carries its bytes once") {
    ServedNegotiation served;
    PageReader reader(served, secretariat);
    const std::string bytes = tests::file_of_ghana("should", "Mission of Kenya");
    const HttpAnswer page = reader.send("/texts/T1/file", files({{"sent.docx", bytes}}));
    CHECK(says(page, "2 files wait to be confirmed"));
    CHECK(count_of(page, "name=\"file-") == 1);
    CHECK(count_of(page, "name=\"of-1\"") == 1);
    CHECK(count_of(page, "value=\"KEN\" selected") == 1);
    const HttpAnswer first = press(reader, page, "submit:0");
    CHECK(says(first, "/proposals/P1"));
    // What is left carries the bytes from then on.
    CHECK(count_of(first, "name=\"file-0\"") == 1);
    CHECK(press(reader, first, "submit:0").status == 200);
    CHECK(says(reader.see("/proposals/P1"), "Ghana"));
    CHECK(says(reader.see("/proposals/P2"), "Kenya"));
}
