// SPDX-License-Identifier: MIT
#include "base/base64.h"

#include <doctest/doctest.h>

using namespace travaux;

TEST_CASE("base64 is that of RFC 4648, read back to the same bytes") {
    const std::pair<std::string, std::string> vectors[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : vectors) {
        CHECK(base64(bytes) == text);
        CHECK(parse_base64(text) == bytes);
    }
    std::string all;
    for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
    CHECK(parse_base64(base64(all)) == all);
}

TEST_CASE("a second spelling of the same bytes is no base64") {
    for (const std::string_view text : {"Zh==", "Zm9=", "Zg=", "Zg", "Z===", "====", "Zg==Zg==",
                                        "Zm9v\n", " Zm9v", "Zm9v====", "Zm-_", "=Zg="}) {
        INFO(text);
        CHECK_FALSE(parse_base64(text));
    }
}

TEST_CASE("base64 for addresses has neither padding nor signs that addresses use") {
    const std::string bytes("\xfb\xff\xfe\0", 4);
    CHECK(base64_url(bytes) == "-__-AA");
    CHECK(parse_base64_url("-__-AA") == bytes);
    for (const char* wrong : {"-__-AA==", "+//+AA", "-__-AB", "-__-A", "-__-AAAA=", "a b"}) {
        CHECK(parse_base64_url(wrong) == std::nullopt);
    }
    CHECK(base64_url("").empty());
}
