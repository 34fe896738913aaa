// SPDX-License-Identifier: MIT
#include "crypto/password.h"

#include <doctest/doctest.h>
#include <sodium.h>

using namespace travaux;
using crypto::PasswordCost;

namespace {

constexpr PasswordCost cheap{.passes = 1, .memory_kib = 8};
constexpr std::array<std::uint8_t, 16> salt{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

}  // namespace

TEST_CASE("a kept password knows its password and no other") {
    const std::string kept = crypto::keep_password("correct horse battery", salt, cheap);
    CHECK(kept.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
    CHECK(crypto::is_password(kept, "correct horse battery"));
    CHECK_FALSE(crypto::is_password(kept, "correct horse batterz"));
    CHECK_FALSE(crypto::is_password(kept, ""));
    CHECK_FALSE(crypto::is_password("", "correct horse battery"));
    CHECK_FALSE(crypto::is_password("$argon2id$nonsense", "correct horse battery"));
    // A zero in a password is a part of it.
    CHECK_FALSE(
        crypto::is_password(crypto::keep_password("a", salt, cheap), std::string_view("a\0b", 3)));
}

TEST_CASE("the same password with another salt is kept as something else") {
    auto other = salt;
    other[0] = 99;
    CHECK(crypto::keep_password("secret words here", salt, cheap) !=
          crypto::keep_password("secret words here", other, cheap));
}

TEST_CASE("libsodium reads what is kept as its own, at the cost of the program too") {
    const std::string kept = crypto::keep_password("secret words here", salt, PasswordCost{});
    CHECK(crypto_pwhash_str_verify(kept.c_str(), "secret words here", 17) == 0);
    CHECK(crypto_pwhash_str_needs_rehash(kept.c_str(), 2, 64U << 20U) == 0);
    CHECK_FALSE(crypto::has_other_cost(kept, PasswordCost{}));
    CHECK(crypto::has_other_cost(kept, cheap));
}
