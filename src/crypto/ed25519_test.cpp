// SPDX-License-Identifier: MIT
#include "crypto/ed25519.h"

#include <doctest/doctest.h>

#include <string>

#include "base/id.h"
#include "crypto/random.h"

using namespace travaux;
using namespace travaux::crypto;

namespace {

// RFC 8032, section 7.1: secret key, public key, message, signature.
struct Vector {
    std::string_view seed, key, message, signature;
};

constexpr Vector vectors[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9"
     "b46bd25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f1"
     "1d8c387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984d"
     "c6594a7c15e9716ed28dc027beceea1ec40a"}};

template <std::size_t size>
std::array<std::uint8_t, size> bytes_of(std::string_view digits) {
    std::array<std::uint8_t, size> bytes{};
    const std::string_view all = "0123456789abcdef";
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] =
            static_cast<std::uint8_t>(all.find(digits[2 * i]) * 16 + all.find(digits[2 * i + 1]));
    }
    return bytes;
}

std::string message_of(const Vector& one) {
    const auto bytes = bytes_of<2>(std::string(one.message) + "0000");
    return {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(one.message.size() / 2)};
}

}  // namespace

TEST_CASE("keys and signatures are those of RFC 8032") {
    for (const Vector& one : vectors) {
        const auto seed = bytes_of<32>(one.seed);
        const auto key = bytes_of<32>(one.key);
        const auto signature = bytes_of<64>(one.signature);
        CHECK(public_key_of(seed) == key);
        CHECK(sign(seed, message_of(one)) == signature);
        CHECK(is_signed(key, message_of(one), signature));
    }
}

TEST_CASE("a signature holds for its key and its bytes alone") {
    const auto seed = bytes_of<32>(vectors[0].seed);
    const auto key = public_key_of(seed);
    const auto signature = sign(seed, "agreed");
    CHECK(is_signed(key, "agreed", signature));
    CHECK_FALSE(is_signed(key, "agreee", signature));
    CHECK_FALSE(is_signed(bytes_of<32>(vectors[1].key), "agreed", signature));
    CHECK_FALSE(is_signed(PublicKey{1}, "agreed", signature));
    for (std::size_t at = 0; at < signature.size(); ++at) {
        auto altered = signature;
        altered[at] ^= 1U;
        CHECK_FALSE(is_signed(key, "agreed", altered));
    }
}

TEST_CASE("chance does not repeat") { CHECK(random_bytes() != random_bytes()); }
