// SPDX-License-Identifier: MIT
#include "base/id.h"

#include <doctest/doctest.h>

using namespace travaux;

TEST_CASE("A hash is that of FIPS 180-4") {
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("A text has one hash, wherever the beginning ends that is hashed before") {
    std::string text;
    while (text.size() < 200) text += "The Parties shall act. ";
    const Sha256 whole = sha256(text);
    for (std::size_t end = 0; end <= text.size(); ++end) {
        const HashedBeginning beginning(std::string_view(text).substr(0, end));
        const std::string_view rest = std::string_view(text).substr(end);
        CHECK(beginning.with(rest) == whole);
    }
}
