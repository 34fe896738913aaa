// SPDX-License-Identifier: MIT
#include "crypto/web_signature.h"

#include <doctest/doctest.h>

#include <string>

#include "base/base64.h"

using namespace travaux;
using namespace travaux::crypto;
using boost::json::object;

namespace {

/// A signed example that others published: the key, and the three parts of the token.
struct Example {
    std::string_view algorithm;
    object key;
    std::string bytes;
    std::string signature;
};

const std::string claims =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
    "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

// RFC 7515 appendix A.2.
Example rs256() {
    return {
        "RS256",
        {{"kty", "RSA"},
         {"n",
          "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJ"
          "PMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0"
          "LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uD"
          "Zlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2"
          "PAcDTW9gb54h4FRWyuXpoQ"},
         {"e", "AQAB"}},
        "eyJhbGciOiJSUzI1NiJ9." + claims,
        "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_"
        "O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIAR"
        "NPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvh"
        "J1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"};
}

// RFC 7515 appendix A.3.
Example es256() {
    return {"ES256",
            {{"kty", "EC"},
             {"crv", "P-256"},
             {"x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"},
             {"y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}},
            "eyJhbGciOiJFUzI1NiJ9." + claims,
            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-"
            "Kg6NU1Q"};
}

// RFC 8037 appendix A.4.
Example eddsa() {
    return {
        "EdDSA",
        {{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}},
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc",
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_"
        "MuM0KAg"};
}

bool is_good(const Example& one, const object& key) {
    return is_web_signed(key, one.algorithm, one.bytes,
                         parse_base64_url(one.signature).value_or(""));
}

object with(object key, std::string_view name, const boost::json::value& value) {
    key[name] = value;
    return key;
}

}  // namespace

TEST_CASE("the signatures that the RFCs print are good, and with another bit none is") {
    for (const Example& one : {rs256(), es256(), eddsa()}) {
        INFO(one.algorithm);
        CHECK(is_good(one, one.key));
        const std::string signature = parse_base64_url(one.signature).value_or("");
        for (std::size_t at = 0; at < signature.size(); at += 7) {
            std::string other = signature;
            other[at] = static_cast<char>(other[at] ^ 4);
            CHECK_FALSE(is_web_signed(one.key, one.algorithm, one.bytes, other));
        }
        CHECK_FALSE(is_web_signed(one.key, one.algorithm, one.bytes + "A", signature));
        CHECK_FALSE(is_web_signed(one.key, one.algorithm, one.bytes, ""));
        CHECK_FALSE(is_web_signed(one.key, one.algorithm, one.bytes, signature + "A"));
    }
}

TEST_CASE("a key counts for its own algorithm alone, and for what it says it is for") {
    for (const Example& one : {rs256(), es256(), eddsa()}) {
        INFO(one.algorithm);
        for (const char* algorithm :
             {"RS256", "ES256", "EdDSA", "HS256", "none", "", "rs256", "RS512", "PS256"}) {
            CHECK(is_key_for(one.key, algorithm) == (algorithm == one.algorithm));
        }
        CHECK(is_good(one, with(one.key, "use", "sig")));
        CHECK_FALSE(is_good(one, with(one.key, "use", "enc")));
        CHECK(is_good(one, with(one.key, "alg", boost::json::value(one.algorithm))));
        CHECK_FALSE(is_good(one, with(one.key, "alg", "RS512")));
        CHECK(is_good(one, with(one.key, "key_ops", {"sign", "verify"})));
        CHECK_FALSE(is_good(one, with(one.key, "key_ops", {"encrypt"})));
        CHECK_FALSE(is_good(one, with(one.key, "key_ops", "verify")));
        CHECK_FALSE(is_good(one, with(one.key, "kty", "oct")));
    }
}

TEST_CASE("a key that is weak, cut off or not on its curve signs nothing") {
    const Example rsa = rs256();
    for (const char* exponent : {"", "AQ", "Ag", "AQABAQABAQABAQAB", "AQAB="}) {
        INFO(exponent);
        CHECK_FALSE(is_good(rsa, with(rsa.key, "e", exponent)));
    }
    for (const std::string& modulus : {std::string(), std::string("oQ"), std::string(171, 'f'),
                                       std::string(2732, 'f'), std::string(100'000, 'f')}) {
        CHECK_FALSE(is_good(rsa, with(rsa.key, "n", boost::json::value(modulus))));
    }
    const Example ec = es256();
    CHECK_FALSE(is_good(ec, with(ec.key, "x", ec.key.at("y"))));
    CHECK_FALSE(is_good(ec, with(ec.key, "y", "AAAA")));
    CHECK_FALSE(is_good(ec, with(ec.key, "crv", "P-384")));
    CHECK_FALSE(is_good(ec, with(ec.key, "x", 7)));
    CHECK_FALSE(is_web_signed(ec.key, "ES256", ec.bytes, std::string(64, '\0')));
    const Example ed = eddsa();
    CHECK_FALSE(is_good(ed, with(ed.key, "x", boost::json::value(std::string(43, 'A')))));
    CHECK_FALSE(is_good(ed, with(ed.key, "x", "AAAA")));
    CHECK_FALSE(is_good(ed, {}));
}
