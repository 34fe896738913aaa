// SPDX-License-Identifier: MIT
#include "formats/picture_document.h"

#include <doctest/doctest.h>

#include <pugixml.hpp>

#include "base/base64.h"

using namespace travaux;

namespace {

const std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"/>)";

pugi::xml_document printed(text::Language language, std::int64_t height = 100) {
    pugi::xml_document xml;
    const std::string bytes =
        formats::print_picture({.title = "Years & days",
                                .language = language,
                                .svg = svg,
                                .width = 400,
                                .height = height,
                                .said = "Sessions",
                                .columns = {"What", "When"},
                                .rows = {{"First", "2022"}, {"<2>", "2023"}}});
    REQUIRE(xml.load_string(bytes.c_str()));
    return xml;
}

std::string one(const pugi::xml_document& xml, const char* path) {
    return xml.select_node(path).node().text().get();
}

}  // namespace

TEST_CASE("a picture stands in its document byte for byte, with its title and what it shows") {
    const auto xml = printed(text::Language::en);
    CHECK(parse_base64(one(xml, "//office:binary-data")) == svg);
    CHECK(one(xml, "//text:h") == "Years & days");
    CHECK(one(xml, "//svg:desc") == "Sessions");
}

TEST_CASE("a picture keeps its shape and stays on its page") {
    const auto size_of = [](std::int64_t height, const char* side) -> std::string {
        const auto xml = printed(text::Language::en, height);
        return xml.select_node("//draw:frame").node().attribute(side).value();
    };
    CHECK(size_of(100, "svg:width") == "267.0mm");
    CHECK(size_of(100, "svg:height") == "66.7mm");
    CHECK(size_of(800, "svg:width") == "80.0mm");
    CHECK(size_of(800, "svg:height") == "160.0mm");
}

TEST_CASE("the table beside a picture has its heads first, and a row for each") {
    const auto xml = printed(text::Language::ar);
    CHECK(xml.select_nodes("//table:table-header-rows//table:table-cell").size() == 2);
    CHECK(xml.select_nodes("//table:table/table:table-row").size() == 2);
    CHECK(one(xml, "//table:table/table:table-row[2]/table:table-cell[1]/text:p") == "<2>");
}

TEST_CASE("the page of a picture runs from right to left in Arabic alone") {
    const auto way_of = [](text::Language language) -> std::string {
        const auto xml = printed(language);
        return xml.select_node("//style:page-layout-properties")
            .node()
            .attribute("style:writing-mode")
            .value();
    };
    CHECK(way_of(text::Language::ar) == "rl-tb");
    CHECK(way_of(text::Language::zh) == "lr-tb");
}
