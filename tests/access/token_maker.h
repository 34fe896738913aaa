// ID tokens as a provider signs them, for tests: right ones, and whatever else the test says.
// SPDX-License-Identifier: MIT
#pragma once

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <boost/json.hpp>
#include <memory>
#include <string>

#include "base/base64.h"
#include "crypto/ed25519.h"
#include "crypto/random.h"

namespace travaux::tests {

/// A key pair that signs by one algorithm.
class TokenKey {
public:
    TokenKey(std::string algorithm, std::string name)
        : algorithm_(std::move(algorithm)), name_(std::move(name)), key_(nullptr, EVP_PKEY_free) {
        if (algorithm_ == "RS256") key_.reset(EVP_RSA_gen(2048));
        if (algorithm_ == "ES256") key_.reset(EVP_EC_gen("P-256"));
    }

    [[nodiscard]] const std::string& algorithm() const { return algorithm_; }

    /// The public key as JSON has it.
    [[nodiscard]] boost::json::object shown() const {
        boost::json::object shown{{"kid", name_}, {"use", "sig"}};
        if (algorithm_ == "RS256") {
            shown["kty"] = "RSA";
            shown["n"] = base64_url(number(OSSL_PKEY_PARAM_RSA_N));
            shown["e"] = base64_url(number(OSSL_PKEY_PARAM_RSA_E));
        } else if (algorithm_ == "ES256") {
            shown["kty"] = "EC";
            shown["crv"] = "P-256";
            shown["x"] = base64_url(number(OSSL_PKEY_PARAM_EC_PUB_X, 32));
            shown["y"] = base64_url(number(OSSL_PKEY_PARAM_EC_PUB_Y, 32));
        } else {
            const auto key = crypto::public_key_of(seed_);
            shown["kty"] = "OKP";
            shown["crv"] = "Ed25519";
            shown["x"] = base64_url(std::string(key.begin(), key.end()));
        }
        return shown;
    }

    [[nodiscard]] std::string sign(const std::string& bytes) const {
        if (key_ == nullptr) {
            const auto signature = crypto::sign(seed_, bytes);
            return {signature.begin(), signature.end()};
        }
        const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(),
                                                                         EVP_MD_CTX_free);
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get());
        std::string signature(1024, '\0');
        std::size_t size = signature.size();
        EVP_DigestSign(context.get(), start_of(signature), &size, start_of(bytes), bytes.size());
        signature.resize(size);
        return algorithm_ == "RS256" ? signature : both_of(signature);
    }

    /// A token; the head says the algorithm and the name of the key, and what else is said.
    [[nodiscard]] std::string token(const boost::json::object& claims,
                                    boost::json::object head = {}) const {
        if (!head.contains("alg")) head["alg"] = algorithm_;
        if (!head.contains("kid")) head["kid"] = name_;
        const std::string bytes = part(head) + "." + part(claims);
        return bytes + "." + base64_url(sign(bytes));
    }

    static std::string part(const boost::json::value& value) {
        return base64_url(boost::json::serialize(value));
    }

private:
    static const unsigned char* start_of(const std::string& bytes) {
        return reinterpret_cast<const unsigned char*>(bytes.data());
    }
    static unsigned char* start_of(std::string& bytes) {
        return reinterpret_cast<unsigned char*>(bytes.data());
    }

    [[nodiscard]] std::string number(const char* name, int bytes = 0) const {
        BIGNUM* number = nullptr;
        EVP_PKEY_get_bn_param(key_.get(), name, &number);
        std::string text(static_cast<std::size_t>(bytes == 0 ? BN_num_bytes(number) : bytes), '\0');
        BN_bn2binpad(number, start_of(text), static_cast<int>(text.size()));
        BN_free(number);
        return text;
    }

    // JWS has both numbers of a signature in a row.
    static std::string both_of(const std::string& der) {
        const unsigned char* at = start_of(der);
        ECDSA_SIG* const both = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size()));
        std::string r(32, '\0');
        std::string s(32, '\0');
        BN_bn2binpad(ECDSA_SIG_get0_r(both), start_of(r), 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(both), start_of(s), 32);
        ECDSA_SIG_free(both);
        return r + s;
    }

    std::string algorithm_;
    std::string name_;
    std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> key_;
    crypto::Seed seed_ = crypto::random_bytes();
};

}  // namespace travaux::tests
