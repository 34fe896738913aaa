// SPDX-License-Identifier: MIT
#include "crypto/web_signature.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "base/base64.h"
#include "base/result.h"
#include "crypto/ed25519.h"

namespace travaux::crypto {
namespace {

constexpr int rsa_bits_min = 2'048;
constexpr int rsa_bits_max = 8'192;
constexpr std::size_t exponent_bytes_max = 8;
constexpr std::size_t coordinate_bytes = 32;

template <auto function>
struct Freeing {
    template <typename T>
    void operator()(T* one) const {
        function(one);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freeing<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freeing<EVP_MD_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Freeing<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freeing<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freeing<OSSL_PARAM_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Freeing<ECDSA_SIG_free>>;

const unsigned char* start_of(std::string_view bytes) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the C interface takes bytes.
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

Number number_of(std::string_view bytes) {
    return Number(BN_bin2bn(start_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

// Returns the text of a field; empty where there is none.
std::string_view text_in(const boost::json::object& key, std::string_view name) {
    const auto* const found = key.if_contains(name);
    return found != nullptr && found->is_string() ? std::string_view(found->get_string())
                                                  : std::string_view();
}

std::string bytes_in(const boost::json::object& key, std::string_view name) {
    return parse_base64_url(text_in(key, name)).value_or("");
}

// RFC 7517 section 4: what a key may be used for, where it says so.
bool allows(const boost::json::object& key, std::string_view algorithm) {
    const auto says_other = [&](std::string_view name, std::string_view wanted) {
        return key.contains(name) && text_in(key, name) != wanted;
    };
    if (says_other("use", "sig") || says_other("alg", algorithm)) return false;
    const auto* const uses = key.if_contains("key_ops");
    return uses == nullptr || (uses->is_array() &&
                               std::ranges::find(uses->get_array(), boost::json::value("verify")) !=
                                   uses->get_array().end());
}

Key made_of(const char* type, OSSL_PARAM_BLD* builder) {
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    const bool is_made =
        parameters && context && EVP_PKEY_fromdata_init(context.get()) == 1 &&
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) == 1;
    return is_made ? Key(key) : Key();
}

// RFC 7518 section 6.3.1.
Key rsa_key(const boost::json::object& key) {
    const std::string exponent = bytes_in(key, "e");
    const Number n = number_of(bytes_in(key, "n"));
    const Number e = number_of(exponent);
    VERIFY(n && e);
    const int bits = BN_num_bits(n.get());
    const bool is_sound = bits >= rsa_bits_min && bits <= rsa_bits_max &&
                          exponent.size() <= exponent_bytes_max && BN_is_odd(e.get()) == 1 &&
                          BN_is_one(e.get()) == 0;
    if (!is_sound) return {};
    const Builder builder(OSSL_PARAM_BLD_new());
    VERIFY(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) == 1);
    VERIFY(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) == 1);
    return made_of("RSA", builder.get());
}

// RFC 7518 section 6.2.1; OpenSSL refuses a point that is not on the curve.
Key p256_key(const boost::json::object& key) {
    const std::string x = bytes_in(key, "x");
    const std::string y = bytes_in(key, "y");
    if (x.size() != coordinate_bytes || y.size() != coordinate_bytes) return {};
    const std::string point = "\x04" + x + y;
    const Builder builder(OSSL_PARAM_BLD_new());
    VERIFY(OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1",
                                           0) == 1);
    VERIFY(OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                            point.size()) == 1);
    return made_of("EC", builder.get());
}

bool is_signed_sha256(const Key& key, std::string_view bytes, std::string_view signature) {
    const DigestContext context(EVP_MD_CTX_new());
    return key && context &&
           EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), start_of(signature), signature.size(), start_of(bytes),
                            bytes.size()) == 1;
}

// JWS has both numbers in a row, RFC 7518 section 3.4; OpenSSL has them in DER.
std::string der_of(std::string_view signature) {
    if (signature.size() != 2 * coordinate_bytes) return {};
    const EcSignature both(ECDSA_SIG_new());
    Number r = number_of(signature.substr(0, coordinate_bytes));
    Number s = number_of(signature.substr(coordinate_bytes));
    VERIFY(both && r && s && ECDSA_SIG_set0(both.get(), r.release(), s.release()) == 1);
    unsigned char* der = nullptr;
    const int size = i2d_ECDSA_SIG(both.get(), &der);
    VERIFY(size > 0);
    std::string text(der, der + size);
    OPENSSL_free(der);
    return text;
}

bool is_ed25519_signed(const boost::json::object& key, std::string_view bytes,
                       std::string_view signature) {
    const std::string x = bytes_in(key, "x");
    PublicKey known{};
    Signature given{};
    if (x.size() != known.size() || signature.size() != given.size()) return false;
    std::ranges::copy(x, known.begin());
    std::ranges::copy(signature, given.begin());
    return is_signed(known, bytes, given);
}

}  // namespace

bool is_key_for(const boost::json::object& key, std::string_view algorithm) {
    if (!allows(key, algorithm)) return false;
    const auto is_of = [&](std::string_view type, std::string_view curve) {
        return text_in(key, "kty") == type && text_in(key, "crv") == curve;
    };
    if (algorithm == "RS256") return is_of("RSA", "");
    if (algorithm == "ES256") return is_of("EC", "P-256");
    if (algorithm == "EdDSA" || algorithm == "Ed25519") return is_of("OKP", "Ed25519");
    return false;
}

bool is_web_signed(const boost::json::object& key, std::string_view algorithm,
                   std::string_view bytes, std::string_view signature) {
    if (!is_key_for(key, algorithm)) return false;
    if (algorithm == "RS256") return is_signed_sha256(rsa_key(key), bytes, signature);
    if (algorithm == "ES256") return is_signed_sha256(p256_key(key), bytes, der_of(signature));
    return is_ed25519_signed(key, bytes, signature);
}

}  // namespace travaux::crypto
