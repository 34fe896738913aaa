// Passkeys with keys that the test itself makes: what an authenticator would answer, and what is
// refused of it.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <boost/json.hpp>

#include "access/accounts.h"
#include "base/account_limits.h"
#include "base/base64.h"
#include "tests/access/server_accounts.h"

using namespace travaux;
using namespace travaux::access;
using crypto::PasskeyAnswer;
using crypto::PasskeyPlace;
using tests::refusal;
using tests::ServerAccounts;
using tests::sure;

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr char present_and_verified = 0x05;
constexpr char with_key = 0x40;

std::string raw(const Sha256& hash) { return {hash.begin(), hash.end()}; }

// An authenticator with one key of ES256 for one site.
class Authenticator {
public:
    explicit Authenticator(std::string credential = "a credential")
        : credential_(std::move(credential)), key_(EVP_EC_gen("P-256"), EVP_PKEY_free) {}

    [[nodiscard]] const std::string& credential() const { return credential_; }

    char flags = present_and_verified;
    std::uint32_t count = 0;
    std::string site = "localhost";

    PasskeyAnswer make(const PasskeyPlace& place) {
        // CTAP2: the map of a COSE key, RFC 9053: kty EC2, alg ES256, crv P-256, x, y.
        std::string key("\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", 10);
        const std::string point = this->point();
        key += point.substr(0, 32) + std::string("\x22\x58\x20", 3) + point.substr(32);
        std::string data = head(static_cast<char>(flags | with_key)) + std::string(16, '\0');
        data += '\0';
        data += static_cast<char>(credential_.size());
        return {client_data("webauthn.create", place), data + credential_ + key, {}};
    }

    PasskeyAnswer show(const PasskeyPlace& place) {
        PasskeyAnswer answer{client_data("webauthn.get", place), head(flags), {}};
        answer.signature = sign(answer.authenticator_data + raw(sha256(answer.client_data)));
        return answer;
    }

    static std::string client_data(const char* type, const PasskeyPlace& place) {
        return boost::json::serialize(
            boost::json::object{{"type", type},
                                {"challenge", base64_url(place.challenge)},
                                {"origin", place.origin},
                                {"crossOrigin", false}});
    }

private:
    std::string head(char said) const {
        std::string data = raw(sha256(site)) + said;
        for (int shift = 24; shift >= 0; shift -= 8) {
            data += static_cast<char>((count >> static_cast<unsigned>(shift)) & 0xFFU);
        }
        return data;
    }

    std::string point() const {
        std::array<unsigned char, 65> bytes{};
        std::size_t size = 0;
        REQUIRE(EVP_PKEY_get_octet_string_param(key_.get(), "pub", bytes.data(), bytes.size(),
                                                &size) == 1);
        REQUIRE(size == 65);
        return {bytes.begin() + 1, bytes.end()};
    }

    std::string sign(const std::string& bytes) const {
        const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(),
                                                                         EVP_MD_CTX_free);
        std::array<unsigned char, 128> signature{};
        std::size_t size = signature.size();
        REQUIRE(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1);
        REQUIRE(EVP_DigestSign(context.get(), signature.data(), &size,
                               reinterpret_cast<const unsigned char*>(bytes.data()),
                               bytes.size()) == 1);
        return {signature.begin(), signature.begin() + static_cast<std::ptrdiff_t>(size)};
    }

    std::string credential_;
    std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> key_;
};

// Somebody who has an account and an authenticator, at one server.
struct AtServer {
    ServerAccounts server;
    Asker asker = server.in("secretariat");
    Authenticator authenticator;

    PasskeyPlace place(const std::string& account) {
        return {"localhost", "http://localhost:8080",
                sure(server.accounts.challenge(account, server.now_ms))};
    }

    std::string add() {
        const PasskeyPlace at = place(asker.account);
        return sure(server.accounts.add_passkey(asker, "phone", at, authenticator.make(at)));
    }

    Result<std::string> log_in(const PasskeyPlace& at, const PasskeyAnswer& answer) {
        return server.accounts.log_in_by_passkey(authenticator.credential(), at, answer,
                                                 server.now_ms);
    }

    Result<std::string> log_in() {
        const PasskeyPlace at = place("");
        return log_in(at, authenticator.show(at));
    }
};

}  // namespace

TEST_CASE("a passkey that was added logs in, and no longer once it is taken away") {
    AtServer at;
    auto& accounts = at.server.accounts;
    CHECK(refusal(at.log_in()) == "passkey.refused");
    const std::string id = at.add();
    const auto secret = sure(at.log_in());
    const Asker in = sure(accounts.who(Credential::log_in, secret, at.server.now_ms));
    CHECK(in.account == at.asker.account);
    CHECK(sure(accounts.passkeys(at.asker)).at(0).second.name == "phone");
    CHECK(refusal(accounts.end_passkey(at.server.in("admin"), id)) == "passkey.unknown");
    sure(accounts.end_passkey(at.asker, id));
    CHECK(refusal(at.log_in()) == "passkey.refused");
}

TEST_CASE("an answer is good once, in its time, for what was asked, where it was asked") {
    AtServer at;
    at.add();
    const PasskeyPlace place = at.place("");
    const PasskeyAnswer answer = at.authenticator.show(place);
    sure(at.log_in(place, answer));
    CHECK(refusal(at.log_in(place, answer)) == "passkey.refused");

    const auto refused = [&](auto change) {
        PasskeyPlace where = at.place("");
        PasskeyAnswer said = at.authenticator.show(where);
        change(where, said);
        return refusal(at.log_in(where, said)) == "passkey.refused";
    };
    CHECK_FALSE(refused([](auto&, auto&) {}));
    CHECK(refused([](auto& where, auto&) { where.origin = "http://elsewhere.example"; }));
    CHECK(refused([](auto& where, auto&) { where.site = "elsewhere.example"; }));
    CHECK(refused([](auto& where, auto&) { where.challenge[60] ^= 1; }));
    CHECK(refused([&](auto& where, auto&) { where.challenge = place.challenge; }));
    CHECK(refused([](auto&, auto& said) { said.signature.back() ^= 1; }));
    CHECK(refused([](auto&, auto& said) { said.signature.clear(); }));
    CHECK(refused([](auto&, auto& said) { said.authenticator_data.back() ^= 1; }));
    CHECK(refused([](auto&, auto& said) { said.authenticator_data.clear(); }));
    CHECK(refused([](auto&, auto& said) { said.client_data += " "; }));
    CHECK(refused([](auto&, auto& said) { said.client_data = "[]"; }));
    // A challenge for adding a key is none for logging in, and the other way round.
    CHECK(refused([&](auto& where, auto& said) {
        where = at.place(at.asker.account);
        said = at.authenticator.show(where);
    }));
    CHECK(refused([&](auto&, auto&) { at.server.now_ms += 5 * minute_ms; }));
}

TEST_CASE("nobody's presence, another site and a key that counts backwards are refused") {
    AtServer at;
    at.add();
    at.authenticator.flags = 0x01;
    CHECK(refusal(at.log_in()) == "passkey.refused");
    at.authenticator.flags = 0x04;
    CHECK(refusal(at.log_in()) == "passkey.refused");
    at.authenticator.flags = present_and_verified;
    at.authenticator.site = "elsewhere.example";
    CHECK(refusal(at.log_in()) == "passkey.refused");
    at.authenticator.site = "localhost";
    at.authenticator.count = 7;
    sure(at.log_in());
    CHECK(refusal(at.log_in()) == "passkey.refused");
    at.authenticator.count = 0;
    CHECK(refusal(at.log_in()) == "passkey.refused");
    at.authenticator.count = 8;
    sure(at.log_in());
}

TEST_CASE("a passkey is added by whose challenge it answers, once, and by no copy of another's") {
    AtServer at;
    auto& accounts = at.server.accounts;
    const Asker admin = at.server.in("admin");
    const PasskeyPlace mine = at.place(at.asker.account);
    const PasskeyAnswer answer = at.authenticator.make(mine);
    CHECK(refusal(accounts.add_passkey(admin, "stolen", mine, answer)) == "passkey.refused");
    sure(accounts.add_passkey(at.asker, "phone", mine, answer));
    CHECK(refusal(accounts.add_passkey(at.asker, "again", mine, answer)) == "passkey.refused");
    const PasskeyPlace of_admin = at.place(admin.account);
    CHECK(refusal(accounts.add_passkey(admin, "copy", of_admin, at.authenticator.make(of_admin))) ==
          "passkey.refused");
    // With the same name an authenticator of somebody else opens nothing.
    Authenticator other(at.authenticator.credential());
    const PasskeyPlace place = at.place("");
    CHECK(refusal(at.log_in(place, other.show(place))) == "passkey.refused");
    for (std::size_t i = 1; i < limits::passkeys_of_account; ++i) {
        Authenticator more("credential " + std::to_string(i));
        const PasskeyPlace where = at.place(at.asker.account);
        sure(accounts.add_passkey(at.asker, "more", where, more.make(where)));
    }
    Authenticator last("one too many");
    const PasskeyPlace where = at.place(at.asker.account);
    CHECK(refusal(accounts.add_passkey(at.asker, "more", where, last.make(where))) ==
          "passkey.too_many");
}

TEST_CASE("a recovery and an erasure take the passkeys away") {
    AtServer at;
    auto& accounts = at.server.accounts;
    at.add();
    const auto link = sure(accounts.recover(at.server.in("admin"), at.asker.account)).secret;
    sure(accounts.accept_recovery(link, tests::any_password, at.server.now_ms));
    CHECK(refusal(at.log_in()) == "passkey.refused");
    at.asker = at.server.in("secretariat");
    at.add();
    sure(accounts.erase_person(at.asker, at.asker.account));
    CHECK(refusal(at.log_in()) == "passkey.refused");
    CHECK(sure(at.server.store.rows({"passkey", at.asker.account, "", 10})).empty());
}
