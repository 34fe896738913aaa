// What a provider of OpenID Connect answers: what is taken of it, and that each rule about ID
// tokens refuses what breaks it.
// SPDX-License-Identifier: MIT
#include "access/openid.h"

#include <doctest/doctest.h>

#include "tests/access/server_accounts.h"
#include "tests/access/token_maker.h"

using namespace travaux;
using namespace travaux::access;
using boost::json::object;
using tests::refusal;
using tests::sure;
using tests::TokenKey;

namespace {

constexpr std::int64_t now_s = 1'700'000'000;
const std::string issuer = "https://login.example.org";
const TokenTerms terms{issuer, "travaux", "the nonce", now_s * 1000};

object right_claims() {
    return {{"iss", issuer},    {"sub", "person-7"}, {"aud", "travaux"},
            {"exp", now_s + 5}, {"iat", now_s - 5},  {"nonce", "the nonce"}};
}

object with(object claims, std::string_view name, const boost::json::value& value) {
    claims[name] = value;
    return claims;
}

object without(object claims, std::string_view name) {
    claims.erase(name);
    return claims;
}

// Returns the rule by which a token is refused; empty where it is taken.
std::string broken_rule(const std::string& token, const WebKeys& keys) {
    const auto outcome = subject_of(token, keys, terms);
    if (outcome) return {};
    return outcome.error().id == "openid.answer_refused" ? outcome.error().args.at(0)
                                                         : outcome.error().id;
}

object metadata(std::string_view name = {}, const boost::json::value& value = {}) {
    object all{{"issuer", issuer},
               {"authorization_endpoint", issuer + "/auth?tenant=7"},
               {"token_endpoint", "https://tokens.example.net/token"},
               {"jwks_uri", issuer + "/keys"}};
    if (!name.empty()) all[name] = value;
    return all;
}

std::string refused_metadata(const object& said, const std::string& of = issuer) {
    const auto read = read_metadata(boost::json::serialize(said), of);
    return read ? std::string() : read.error().args.at(0);
}

}  // namespace

TEST_CASE("an ID token that is in order gives its subject, whatever algorithm of ours signs it") {
    for (const char* algorithm : {"RS256", "ES256", "EdDSA", "Ed25519"}) {
        INFO(algorithm);
        const TokenKey key(algorithm, "k1");
        const WebKeys keys{TokenKey("ES256", "k0").shown(), key.shown()};
        CHECK(sure(subject_of(key.token(right_claims()), keys, terms)) == "person-7");
        const auto of_several =
            with(with(right_claims(), "aud", {"other", "travaux"}), "azp", "travaux");
        CHECK(broken_rule(key.token(of_several), keys).empty());
        CHECK(broken_rule(key.token(with(right_claims(), "aud", {"travaux"})), keys).empty());
        CHECK(broken_rule(key.token(with(right_claims(), "iat", 1.7e9)), keys).empty());
        CHECK(broken_rule(key.token(right_claims(), {{"kid", nullptr}}), {key.shown()}).empty());
    }
}

TEST_CASE("each rule about what a token claims refuses what breaks it") {
    const TokenKey key("ES256", "k1");
    const auto rule = [&](const object& claims) {
        return broken_rule(key.token(claims), {key.shown()});
    };
    REQUIRE(rule(right_claims()).empty());
    for (const char* name : {"iss", "aud", "exp", "iat", "nonce", "sub"}) {
        INFO(name);
        CHECK(rule(without(right_claims(), name)) == name);
        for (const boost::json::value& other :
             {boost::json::value(), boost::json::value(""), boost::json::value("x\ny"),
              boost::json::value(-1), boost::json::value(1e300), boost::json::value(object{}),
              boost::json::value({"a", "b"})}) {
            CHECK(rule(with(right_claims(), name, other)) == name);
        }
    }
    CHECK(rule(with(right_claims(), "iss", boost::json::value(issuer + "/"))) == "iss");
    CHECK(rule(with(right_claims(), "aud", "Travaux")) == "aud");
    CHECK(rule(with(right_claims(), "aud", {"other", "travaux"})) == "aud");
    CHECK(rule(with(right_claims(), "azp", "other")) == "aud");
    CHECK(rule(with(right_claims(), "exp", now_s - 60)) == "exp");
    CHECK(rule(with(right_claims(), "exp", now_s - 59)).empty());
    CHECK(rule(with(right_claims(), "exp", boost::json::value(std::to_string(now_s + 5)))) ==
          "exp");
    CHECK(rule(with(right_claims(), "iat", now_s + 60)).empty());
    CHECK(rule(with(right_claims(), "iat", now_s + 61)) == "iat");
    CHECK(rule(with(right_claims(), "iat", now_s - 660)) == "iat");
    CHECK(rule(with(right_claims(), "nbf", now_s + 61)) == "nbf");
    CHECK(rule(with(right_claims(), "nbf", "soon")) == "nbf");
    CHECK(rule(with(right_claims(), "nonce", "another nonce")) == "nonce");
    CHECK(rule(with(right_claims(), "sub", boost::json::value(std::string(256, 's')))) == "sub");
    CHECK(rule(with(right_claims(), "sub", "p\u00e9rsona")) == "sub");
    // What is said of the person beside that is nobody's business here.
    CHECK(rule(with(right_claims(), "email", "admin@example.org")).empty());
}

TEST_CASE("a token that nobody signed, or that whoever reads it could sign, is refused") {
    const TokenKey rsa("RS256", "k1");
    const TokenKey ec("ES256", "k2");
    const WebKeys keys{rsa.shown(), ec.shown()};
    for (const char* algorithm :
         {"none", "None", "HS256", "HS512", "RS512", "PS256", "ES384", ""}) {
        INFO(algorithm);
        CHECK(broken_rule(rsa.token(right_claims(), {{"alg", algorithm}}), keys) == "alg");
    }
    const std::string unsigned_token =
        TokenKey::part(object{{"alg", "none"}}) + "." + TokenKey::part(right_claims()) + ".";
    CHECK(broken_rule(unsigned_token, keys) == "alg");
    CHECK(broken_rule(rsa.token(right_claims(), {{"alg", nullptr}}), keys) == "alg");
    // The key of one algorithm named for another.
    CHECK(broken_rule(rsa.token(right_claims(), {{"alg", "ES256"}}), keys) == "openid.key_unknown");
    CHECK(broken_rule(ec.token(right_claims(), {{"alg", "RS256"}}), keys) == "openid.key_unknown");
    CHECK(broken_rule(ec.token(right_claims(), {{"alg", "RS256"}, {"kid", "k1"}}), keys) ==
          "signature");
}

TEST_CASE("a key counts where it stands in the key set of the provider, and nowhere else") {
    const TokenKey ours("ES256", "k1");
    const TokenKey theirs("ES256", "k1");
    const WebKeys keys{ours.shown()};
    CHECK(broken_rule(theirs.token(right_claims()), keys) == "signature");
    const object with_key{{"jwk", theirs.shown()},
                          {"jku", "https://elsewhere.example/keys"},
                          {"x5u", "https://elsewhere.example/certificate"}};
    CHECK(broken_rule(theirs.token(right_claims(), with_key), keys) == "signature");
    CHECK(broken_rule(ours.token(right_claims(), with_key), keys).empty());
    CHECK(broken_rule(ours.token(right_claims(), {{"kid", "k2"}}), keys) == "openid.key_unknown");
    CHECK(broken_rule(ours.token(right_claims()), {}) == "openid.key_unknown");
    CHECK(broken_rule(ours.token(right_claims()), {ours.shown(), theirs.shown()}) == "kid");
    CHECK(broken_rule(ours.token(right_claims(), {{"kid", nullptr}}),
                      {ours.shown(), TokenKey("ES256", "k3").shown()}) == "kid");
    CHECK(broken_rule(ours.token(right_claims(), {{"crit", {"exp"}}}), keys) == "crit");
    object encrypting = ours.shown();
    encrypting["use"] = "enc";
    CHECK(broken_rule(ours.token(right_claims()), {encrypting}) == "openid.key_unknown");
}

TEST_CASE("a token with any byte changed, cut off or with more parts is refused") {
    const TokenKey key("EdDSA", "k1");
    const WebKeys keys{key.shown()};
    const std::string token = key.token(right_claims());
    for (std::size_t at = 0; at < token.size(); ++at) {
        std::string other = token;
        other[at] = other[at] == 'A' ? 'B' : 'A';
        CHECK_FALSE(subject_of(other, keys, terms).has_value());
        CHECK_FALSE(subject_of(token.substr(0, at), keys, terms).has_value());
    }
    const std::string dotted = token + ".";
    const std::string deep = base64_url(std::string(20'000, '[')) + ".";
    for (const std::string& other :
         {std::string(), std::string("."), std::string(".."), dotted, dotted + token, "." + token,
          " " + token, deep + deep, std::string(40'000, 'A')}) {
        CHECK(broken_rule(other, keys) == "jwt");
    }
    CHECK(broken_rule(TokenKey::part("text") + "." + TokenKey::part(7) + ".", keys) == "jwt");
}

TEST_CASE("the metadata of a provider are its own, and lead nowhere without TLS") {
    const auto read = sure(read_metadata(boost::json::serialize(metadata()), issuer));
    CHECK(read.token_endpoint == "https://tokens.example.net/token");
    CHECK(read.secret_in == ProviderMetadata::SecretIn::head);
    CHECK_FALSE(read.names_itself);
    CHECK(refused_metadata(metadata("issuer", "https://other.example.org")) == "issuer");
    CHECK(refused_metadata(metadata("issuer", 7)) == "issuer");
    for (const char* name : {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
        INFO(name);
        CHECK(refused_metadata(without(metadata(), name)) == name);
        for (const std::string& address :
             {std::string("http://login.example.org/x"), std::string("http://127.0.0.1/x"),
              std::string("file:///etc/passwd"), std::string("https://"),
              std::string("https://us er@login.example.org/"),
              std::string("https://user@login.example.org/"), std::string("https://a.example/#x"),
              "https://a.example/" + std::string(1000, 'a'),
              std::string("https://a.example/\r\nX: y")}) {
            CHECK(refused_metadata(metadata(name, boost::json::value(address))) == name);
        }
    }
    for (const char* bytes : {"", "[]", "{", "7"})
        CHECK(refusal(read_metadata(bytes, issuer)) != "");
    const object more{{"token_endpoint_auth_methods_supported", {"client_secret_post"}},
                      {"authorization_response_iss_parameter_supported", true}};
    object said = metadata();
    for (const auto& [name, value] : more) said[name] = value;
    const auto others = sure(read_metadata(boost::json::serialize(said), issuer));
    CHECK(others.secret_in == ProviderMetadata::SecretIn::body);
    CHECK(others.names_itself);
}

TEST_CASE("an issuer has TLS, or is on this machine") {
    for (const char* good :
         {"https://login.example.org", "https://login.example.org/tenant/", "http://127.0.0.1:9000",
          "http://localhost:9000", "http://[::1]:9000", "http://[::1]"}) {
        INFO(good);
        CHECK(is_sound_issuer(good));
    }
    for (const char* bad :
         {"", "login.example.org", "http://login.example.org", "https://", "https://a.example?b",
          "https://a.example#b", "https://u@a.example", "http://127.0.0.1.evil.example",
          "http://localhost.evil.example:80", "http://127.0.0.1@evil.example",
          "http://evil.example/127.0.0.1", "http://evil.example?127.0.0.1", "ftp://127.0.0.1"}) {
        INFO(bad);
        CHECK_FALSE(is_sound_issuer(bad));
    }
    const object here{{"issuer", "http://localhost:9"},
                      {"authorization_endpoint", "http://localhost:9/a"},
                      {"token_endpoint", "http://127.0.0.1:9/t"},
                      {"jwks_uri", "http://evil.example/k"}};
    CHECK(refused_metadata(here, "http://localhost:9") == "jwks_uri");
}

TEST_CASE("what a provider is asked says the code flow, PKCE and nothing of the person") {
    const auto read = sure(read_metadata(boost::json::serialize(metadata()), issuer));
    // RFC 7636 appendix B.
    const AuthorizationRequest request{"a client&", "https://treaty.example/log_in/from/un",
                                       "the state", "the nonce",
                                       "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"};
    CHECK(authorization_address(read, request) ==
          issuer +
              "/auth?tenant=7&response_type=code&scope=openid&code_challenge_method=S256"
              "&client_id=a%20client%26"
              "&redirect_uri=https%3A%2F%2Ftreaty.example%2Flog_in%2Ffrom%2Fun&state=the%20state"
              "&nonce=the%20nonce&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    CHECK(token_form("a+b/c=", request) ==
          "grant_type=authorization_code&code=a%2Bb%2Fc%3D"
          "&redirect_uri=https%3A%2F%2Ftreaty.example%2Flog_in%2Ffrom%2Fun"
          "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    CHECK(metadata_address("https://a.example/t/") ==
          "https://a.example/t/.well-known/openid-configuration");
}

TEST_CASE("an answer of the token endpoint without an ID token is a refusal") {
    CHECK(sure(id_token_in(R"({"access_token":"a","id_token":"x.y.z"})")) == "x.y.z");
    CHECK(id_token_in(R"({"error":"invalid_grant"})").error().args.at(0) == "invalid_grant");
    for (const char* bytes : {"", "{}", "[]", R"({"id_token":7})", "<html>"}) {
        CHECK(refusal(id_token_in(bytes)) == "openid.answer_refused");
    }
    CHECK(sure(read_web_keys(R"({"keys":[{"kty":"RSA"},7]})")).size() == 1);
    boost::json::array many(101, object{});
    for (const std::string& bytes :
         {std::string("{}"), std::string("[]"), std::string(R"({"keys":{}})"),
          boost::json::serialize(object{{"keys", many}})}) {
        CHECK(refusal(read_web_keys(bytes)) == "openid.answer_refused");
    }
}
