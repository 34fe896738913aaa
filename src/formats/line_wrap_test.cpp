// SPDX-License-Identifier: MIT
#include "formats/line_wrap.h"

#include <doctest/doctest.h>

#include <array>
#include <random>

using namespace travaux::formats;

namespace {

std::string wrapped(std::string_view text, std::size_t indent = 0) {
    std::string out;
    append_wrapped(out, text, indent);
    return out;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (; times > 0; --times) result += text;
    return result;
}

}  // namespace

TEST_CASE("a text that fits is one line behind its indent") {
    CHECK(wrapped("Each Party shall act.", 2) == "  Each Party shall act.\n");
    CHECK(wrapped("Each Party shall act. ", 2) == "  Each Party shall act.\n");
    CHECK(wrapped("", 4) == "\n");
}

TEST_CASE("lines break at blanks and reach no column from 100 on") {
    CHECK(wrapped(repeated("abcd ", 21)) == repeated("abcd ", 19) + "abcd\nabcd\n");
    CHECK(wrapped(std::string(49, 'a') + " " + std::string(49, 'b')) ==
          std::string(49, 'a') + " " + std::string(49, 'b') + "\n");
    CHECK(wrapped(std::string(50, 'a') + " " + std::string(49, 'b')) ==
          std::string(50, 'a') + "\n" + std::string(49, 'b') + "\n");
}

TEST_CASE("a run of Han characters, two columns wide, breaks where half a line of it is left") {
    CHECK(wrapped(repeated("缔", 60)) == repeated("缔", 35) + "\n" + repeated("缔", 25) + "\n");
    CHECK(wrapped(repeated("缔", 90)) == repeated("缔", 49) + "\n" + repeated("缔", 41) + "\n");
    CHECK(wrapped("abc " + repeated("约", 60), 1) ==
          " abc " + repeated("约", 35) + "\n " + repeated("约", 25) + "\n");
}

TEST_CASE("no word is lost or joined to another, and no line is too long") {
    std::minstd_rand engine(3);
    const std::array<std::string_view, 7> pieces{"a",  "shall",           " ",      "–",
                                                 "缔", "extraordinarily", " Party "};
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (auto left = engine() % 80; left > 0; --left)
            text += pieces.at(engine() % pieces.size());
        std::string words;
        for (const char byte : text) words += byte == ' ' ? "" : std::string(1, byte);
        std::string kept;
        std::size_t columns = 0;
        for (const char byte : wrapped(text, 3)) {
            const bool continues = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
            columns = byte == '\n' ? 0 : columns + (continues ? 0U : 1U);
            CHECK(columns < columns_max);
            if (byte != ' ' && byte != '\n') kept += byte;
        }
        CHECK(kept == words);
    }
}
