// OpenID Connect over HTTP, from outside, with a provider of the test's own that may say anything.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "tests/access/token_maker.h"
#include "tests/http/served_accounts.h"

using namespace travaux;
using boost::json::object;
using http::ClientAnswer;
using http::ClientRequest;
using tests::AccountsServed;
using tests::HttpAnswer;
using tests::HttpFields;
using tests::now_ms;
using tests::TokenKey;

namespace {

const std::string issuer = "https://login.example.org";
constexpr auto redirect = "https://treaty.example.org/log_in/from/un";

// What stands in a query, as it was before it was escaped.
std::string parameter(const std::string& address, const std::string& name) {
    http::Request request;
    const std::size_t query = address.find('?');
    if (query == std::string::npos || !http::read_target("/" + address.substr(query), request)) {
        return {};
    }
    return std::string(request.parameter(name));
}

/// A provider that knows one person, and says what it is told to.
struct Provider {
    object metadata{{"issuer", issuer},
                    {"authorization_endpoint", issuer + "/auth"},
                    {"token_endpoint", issuer + "/token"},
                    {"jwks_uri", issuer + "/keys"}};
    TokenKey key{"ES256", "k1"};
    std::string subject = "akosua";
    std::string nonce;                    // of the last trip
    object claims;                        // that differ from what is right
    std::optional<ClientAnswer> instead;  // of an answer of the token endpoint
    std::string away;                     // what the address ends with that is not answered
    std::vector<ClientRequest> asked;

    Result<ClientAnswer> answer(const ClientRequest& request) {
        asked.push_back(request);
        const std::string& address = request.address;
        if (!away.empty() && address.ends_with(away)) {
            return std::unexpected(Error{ErrorCode::storage, "remote.away", {issuer, "no route"}});
        }
        if (address.ends_with("/token")) {
            return instead ? *instead : ClientAnswer{200, boost::json::serialize(tokens())};
        }
        if (address == issuer + "/keys") {
            return ClientAnswer{200, boost::json::serialize(object{{"keys", {key.shown()}}})};
        }
        if (address == issuer + "/.well-known/openid-configuration") {
            return ClientAnswer{200, boost::json::serialize(metadata)};
        }
        return ClientAnswer{404, ""};
    }

    [[nodiscard]] std::size_t times_asked(const std::string& end) const {
        return static_cast<std::size_t>(std::ranges::count_if(
            asked, [&](const ClientRequest& one) { return one.address.ends_with(end); }));
    }

    [[nodiscard]] object tokens() const {
        object said{{"iss", issuer},        {"sub", subject},
                    {"aud", "the client"},  {"exp", now_ms / 1000 + 60},
                    {"iat", now_ms / 1000}, {"nonce", nonce}};
        for (const auto& [name, value] : claims) said[name] = value;
        return {{"access_token", "unused"}, {"id_token", key.token(said)}};
    }
};

/// A server with two accounts and a provider; its clock for the provider is the test's.
struct Served {
    Provider provider;
    std::int64_t clock_ms = now_ms;
    http::OpenIdProviders providers{
        {{"un", "The <Provider>", issuer, "the client", "a secret:"},
         {"other", "Other", issuer, "c", ""}},
        [this](const ClientRequest& request) { return provider.answer(request); },
        [this] { return clock_ms; }};
    AccountsServed server;

    Served() {
        server.account_service().openid = &providers;
        server.found();
    }

    /// Begins at a page, and returns where the browser goes on to, and the cookie.
    struct Begun {
        HttpAnswer answer;
        std::string address;
        HttpFields cookie;
        [[nodiscard]] std::string state() const { return parameter(address, "state"); }
    };
    Begun begin(const std::string& path = "/log_in/with/un", const HttpFields& fields = {},
                const std::string& form = {}) {
        Begun begun{server.send_form(path, form, fields), {}, {}};
        if (!begun.answer.fields.contains("refresh")) return begun;
        begun.address = begun.answer.fields.at("refresh").substr(std::string("0; url=").size());
        begun.cookie = {{"Cookie", AccountsServed::cookie_in(begun.answer)}};
        provider.nonce = parameter(begun.address, "nonce");
        return begun;
    }

    HttpAnswer come_back(const Begun& begun, const std::string& more = "&code=the+code",
                         const HttpFields& others = {}) {
        HttpFields fields = begun.cookie;
        for (const auto& [name, value] : others) fields.front().second += "; " + value;
        return server.ask("GET", "/log_in/from/un?state=" + begun.state() + more, fields);
    }

    /// Links the provider's person to somebody's account.
    void link(const std::string& who) {
        const HttpFields in = server.in(who);
        REQUIRE(come_back(begin("/link_identity/un", in), "&code=c", in).status == 303);
    }
};

bool logs_in(const HttpAnswer& answer) {
    const bool has_cookie =
        answer.fields.contains("set-cookie") &&
        answer.fields.at("set-cookie").find("__Host-travaux=") != std::string::npos;
    CHECK(has_cookie == (answer.status == 303));
    return has_cookie;
}

bool says(const HttpAnswer& answer, std::string_view words) {
    return answer.body.find("role=\"alert\"") != std::string::npos &&
           answer.body.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("an identity is linked from an account, logs in to it, and is taken away") {
    Served served;
    const HttpFields in = served.server.in("secretariat");
    const auto begun = served.begin("/link_identity/un", in);
    CHECK(begun.answer.status == 200);
    CHECK(begun.address.starts_with(issuer + "/auth?response_type=code&"));
    CHECK(parameter(begun.address, "redirect_uri") == redirect);
    CHECK(parameter(begun.address, "client_id") == "the client");
    CHECK(begun.answer.body.find("The &lt;Provider&gt;") != std::string::npos);
    const HttpAnswer linked = served.come_back(begun, "&code=the+code%26", in);
    CHECK(linked.status == 303);
    CHECK(linked.fields.at("location") == "/account");
    CHECK_FALSE(linked.fields.at("set-cookie").find("__Host-travaux=") != std::string::npos);
    CHECK(served.server.ask("GET", "/account", in).body.find("Take away The &lt;Provider&gt;") !=
          std::string::npos);

    const HttpAnswer logged_in = served.come_back(served.begin());
    CHECK(logs_in(logged_in));
    const auto all =
        boost::json::parse(served.server.ask("GET", "/api/v1/identities", in).body).as_array();
    REQUIRE(all.size() == 1);
    CHECK(all[0].at("issuer").as_string() == issuer);
    const std::string id(all[0].at("id").as_string());
    CHECK(
        served.server.ask("DELETE", "/api/v1/identities/" + id, served.server.in("admin")).status ==
        404);
    CHECK(served.server.ask("DELETE", "/api/v1/identities/" + id, in).status == 200);
    CHECK_FALSE(logs_in(served.come_back(served.begin())));

    const ClientRequest& token = *std::ranges::find_if(
        served.provider.asked,
        [](const ClientRequest& one) { return one.address.ends_with("/token"); });
    CHECK(token.body->find("grant_type=authorization_code&code=the%20code%26&") == 0);
    CHECK(parameter("/?" + *token.body, "redirect_uri") == redirect);
    // RFC 6749 section 2.3.1: the client and its secret, each escaped.
    CHECK(std::ranges::find(token.fields,
                            "Authorization: Basic " + base64("the%20client:a%20secret%3A")) !=
          token.fields.end());
}

TEST_CASE("the cookie of a trip is for this browser and ten minutes, and goes when it is over") {
    Served served;
    const auto begun = served.begin();
    const std::string& set = begun.answer.fields.at("set-cookie");
    CHECK(set.starts_with("__Host-travaux-openid="));
    for (const char* wanted :
         {"; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=600"}) {
        CHECK(set.find(wanted) != std::string::npos);
    }
    CHECK(begun.answer.fields.at("cache-control") == "no-store");
    const HttpAnswer back = served.come_back(begun);
    CHECK(back.fields.at("set-cookie").find("__Host-travaux-openid=; ") != std::string::npos);
    CHECK(back.fields.at("set-cookie").find("Max-Age=0") != std::string::npos);
}

TEST_CASE("an identity that no account has is told of invitations, whatever address it names") {
    Served served;
    served.provider.claims = {{"email", "secretariat@example.org"}, {"email_verified", true}};
    served.provider.subject = "secretariat@example.org";
    const HttpAnswer back = served.come_back(served.begin());
    CHECK(back.status == 403);
    CHECK(says(back, "invitation"));
    CHECK_FALSE(logs_in(back));
}

TEST_CASE("what comes back without its cookie, with another state, late or again opens nothing") {
    Served served;
    served.link("secretariat");
    const auto refused = [&](const Served::Begun& begun, const std::string& path) {
        const HttpAnswer answer = served.server.ask("GET", path, begun.cookie);
        CHECK(answer.status == 403);
        return says(answer, "not begun") && !logs_in(answer);
    };
    const std::size_t before = served.provider.times_asked("/token");
    const auto one = served.begin();
    const auto other = served.begin();
    const std::string from = "/log_in/from/un?code=c&state=";
    CHECK(refused({{}, one.address, {}}, from + one.state()));
    CHECK(refused(one, from + other.state()));
    CHECK(refused(other, from + one.state()));
    CHECK(refused(one, from));
    CHECK(refused(one, "/log_in/from/un"));
    CHECK(refused(one, from + one.state() + "A"));
    CHECK(refused({{}, {}, {{"Cookie", "__Host-travaux-openid="}}}, from));
    CHECK(refused({{}, {}, {{"Cookie", "__Host-travaux-openid=" + one.state()}}},
                  from + one.state()));
    CHECK(served.provider.times_asked("/token") == before);
    // Nothing of that used it up.
    CHECK(logs_in(served.come_back(other)));
    CHECK(refused(other, from + other.state()));
    // One that began with another provider.
    CHECK(refused(served.begin(),
                  "/log_in/from/other?code=c&state=" + parameter(served.begin().address, "state")));
    const auto last = served.begin();
    CHECK(refused(last, "/log_in/from/other?code=c&state=" + last.state()));
    CHECK(served.provider.times_asked("/token") == before + 1);
}

TEST_CASE("a link is begun by a form of this site, and ends in the log-in in which it began") {
    Served served;
    const HttpFields in = served.server.in("secretariat");
    for (const char* path : {"/link_identity/un", "/log_in/with/un"}) {
        HttpFields elsewhere = in;
        elsewhere.emplace_back("Origin", "https://elsewhere.example");
        CHECK(served.server.send_form(path, "", elsewhere).body.find("request.cross_site") !=
              std::string::npos);
        CHECK(served.server.ask("GET", path, in).status == 405);
    }
    CHECK(served.server.send_form("/link_identity/un", "").status == 401);
    const auto refused = [&](const HttpFields& cookies) {
        const HttpAnswer back =
            served.come_back(served.begin("/link_identity/un", in), "&code=c", cookies);
        return back.status != 303;
    };
    CHECK(refused({}));
    CHECK(refused(served.server.in("admin")));
    CHECK(refused(served.server.in("secretariat")));
    CHECK(boost::json::parse(served.server.ask("GET", "/api/v1/identities", in).body)
              .as_array()
              .empty());
    CHECK_FALSE(refused(in));
    // Somebody else's account does not get it, and is told so.
    const HttpFields admin = served.server.in("admin");
    const HttpAnswer taken =
        served.come_back(served.begin("/link_identity/un", admin), "&code=c", admin);
    CHECK(taken.status == 409);
    CHECK(says(taken, "linked to an account"));
}

TEST_CASE("an invitation is taken as whoever the provider knows, without a password") {
    Served served;
    const HttpFields secretariat = served.server.in("secretariat");
    const auto link = boost::json::parse(
        served.server
            .post("invitations",
                  {{"committee", "treaty"}, {"capacity", "head"}, {"delegation", "GHA"}},
                  secretariat)
            .body);
    const std::string path = "/accept/" + std::string(link.at("secret").as_string());
    CHECK(served.server.ask("GET", path).body.find("formaction=\"" + path + "/with/un\"") !=
          std::string::npos);
    const auto wrong = served.begin(path + "/with/un", {}, "name=Akosua&address=nowhere");
    CHECK(wrong.answer.status == 422);
    CHECK(says(wrong.answer, "address"));
    CHECK(wrong.answer.body.find("value=\"Akosua\"") != std::string::npos);

    const std::string person = "name=Akosua&address=a%40example.org&password=ignored";
    const HttpAnswer cancelled =
        served.come_back(served.begin(path + "/with/un", {}, person), "&error=access_denied");
    CHECK(says(cancelled, "cancelled at The &lt;Provider&gt;"));
    CHECK(cancelled.body.find("value=\"a@example.org\"") != std::string::npos);
    const HttpAnswer back = served.come_back(served.begin(path + "/with/un", {}, person));
    REQUIRE(logs_in(back));
    CHECK(served.server.ask("GET", path).status == 404);
    CHECK(served.server.send_form("/log_in", "address=a%40example.org&password=ignored").status ==
          403);
    CHECK(logs_in(served.come_back(served.begin())));
}

TEST_CASE("what a provider refuses is said in its words, and they are only words") {
    Served served;
    const HttpAnswer cancelled = served.come_back(served.begin(), "&error=access_denied&code=c");
    CHECK(cancelled.status == 403);
    CHECK(says(cancelled, "cancelled at The &lt;Provider&gt;"));
    const HttpAnswer other = served.come_back(served.begin(), "&error=%3Cscript%3E&code=c");
    CHECK(says(other, "(&lt;script&gt;)"));
    served.provider.instead = ClientAnswer{400, R"({"error":"invalid_grant"})"};
    const HttpAnswer replayed = served.come_back(served.begin());
    CHECK(says(replayed, "invalid_grant"));
    CHECK_FALSE(logs_in(replayed));
    CHECK(served.provider.times_asked("/token") == 1);
    served.provider.instead = ClientAnswer{401, R"({"error":"invalid_client"})"};
    CHECK(says(served.come_back(served.begin()), "invalid_client"));
}

TEST_CASE(
    "an ID token that is not for this trip, this server or from this provider logs nobody in") {
    Served served;
    served.link("secretariat");
    const auto rule = [&](const object& claims) {
        const auto begun = served.begin();
        served.provider.claims = claims;
        const HttpAnswer back = served.come_back(begun);
        served.provider.claims = {};
        CHECK_FALSE(logs_in(back));
        for (const char* one : {"iss", "aud", "exp", "iat", "nonce", "sub"}) {
            if (says(back, "(" + std::string(one) + ")")) return std::string(one);
        }
        return std::string();
    };
    const std::string another = parameter(served.begin().address, "nonce");
    CHECK(rule({{"nonce", another}}) == "nonce");
    CHECK(rule({{"aud", "another client"}}) == "aud");
    CHECK(rule({{"iss", "https://other.example.org"}}) == "iss");
    CHECK(rule({{"exp", now_ms / 1000 - 100}}) == "exp");
    CHECK(rule({{"iat", now_ms / 1000 - 3600}}) == "iat");
    const TokenKey theirs("ES256", "k1");
    served.provider.instead =
        ClientAnswer{200, boost::json::serialize(object{{"id_token", theirs.token({})}})};
    CHECK(says(served.come_back(served.begin()), "(signature)"));
    served.provider.instead = ClientAnswer{200, "<html>"};
    CHECK(says(served.come_back(served.begin()), "(json)"));
    served.provider.instead.reset();
    CHECK(says(served.come_back(served.begin(), "&code=c&iss=https%3A%2F%2Fother.example.org"),
               "(iss)"));
    CHECK(logs_in(served.come_back(served.begin(), "&code=c&iss=https%3A%2F%2Flogin.example.org")));
}

TEST_CASE("a provider that names itself has to do so") {
    Served served;
    served.provider.metadata["authorization_response_iss_parameter_supported"] = true;
    CHECK(says(served.come_back(served.begin()), "(iss)"));
}

TEST_CASE("keys that the provider changes are read again, and made-up ones once a minute") {
    Served served;
    served.link("secretariat");
    CHECK(served.provider.times_asked("/keys") == 1);
    CHECK(logs_in(served.come_back(served.begin())));
    CHECK(served.provider.times_asked("/keys") == 1);
    served.provider.key = TokenKey("RS256", "k2");
    CHECK(logs_in(served.come_back(served.begin())));
    CHECK(served.provider.times_asked("/keys") == 2);
    const TokenKey unknown("ES256", "k3");
    served.provider.instead =
        ClientAnswer{200, boost::json::serialize(object{{"id_token", unknown.token({})}})};
    for (int i = 0; i < 5; ++i) {
        CHECK(says(served.come_back(served.begin()), "not among those of the provider"));
    }
    CHECK(served.provider.times_asked("/keys") == 2);
    served.clock_ms += 60'000;
    CHECK_FALSE(logs_in(served.come_back(served.begin())));
    CHECK(served.provider.times_asked("/keys") == 3);
    // And all of them after an hour, so that what was taken back ends.
    served.provider.instead.reset();
    served.clock_ms += 3'600'000;
    served.provider.claims = {{"exp", served.clock_ms / 1000 + 60},
                              {"iat", served.clock_ms / 1000}};
    CHECK(logs_in(served.come_back(served.begin())));
    CHECK(served.provider.times_asked("/keys") == 4);
    CHECK(served.provider.times_asked("/openid-configuration") == 2);
}

TEST_CASE("a provider that is away keeps nobody from logging in otherwise") {
    for (const char* what : {"/openid-configuration", "/token", "/keys"}) {
        INFO(what);
        Served served;
        served.provider.away = what;
        const auto begun = served.begin();
        const HttpAnswer answer = begun.address.empty() ? begun.answer : served.come_back(begun);
        CHECK(answer.status == 503);
        CHECK(says(answer, "no route"));
        CHECK(answer.body.find("current-password") != std::string::npos);
        served.server.in("secretariat");
    }
    Served served;
    served.provider.instead = ClientAnswer{500, ""};
    CHECK(says(served.come_back(served.begin()), "HTTP 500"));
    served.provider.metadata["issuer"] = "https://other.example.org";
    served.clock_ms += 3'600'000;
    CHECK(says(served.begin().answer, "(issuer)"));
}

TEST_CASE("while as many providers are asked as may be, a trip waits and is not lost") {
    Served served;
    served.link("secretariat");
    const auto begun = served.begin();
    const auto held = [&](auto done) { return served.providers.asking(done); };
    const auto outcome = held([&] {
        return held([&] {
            return held([&]() -> Result<int> {
                const HttpAnswer busy = served.come_back(begun);
                CHECK(busy.status == 503);
                CHECK_FALSE(logs_in(busy));
                CHECK(served.begin().answer.status == 503);
                served.server.in("secretariat");
                return 0;
            });
        });
    });
    CHECK(outcome);
    served.provider.nonce = parameter(begun.address, "nonce");
    CHECK(logs_in(served.come_back(begun)));
}

TEST_CASE("without providers there are no buttons, and no provider is known") {
    AccountsServed server;
    server.found();
    CHECK(server.ask("GET", "/log_in").body.find("/log_in/with/") == std::string::npos);
    CHECK(server.ask("GET", "/account", server.in("admin")).body.find("Identities") ==
          std::string::npos);
    CHECK(server.send_form("/log_in/with/un", "").status == 404);
    CHECK(server.ask("GET", "/log_in/from/un?code=c").status == 404);
    CHECK(server.ask("GET", "/api/v1/providers").body == "[]\n");
    Served served;
    CHECK(served.server.send_form("/log_in/with/nobody", "").status == 404);
    CHECK(served.server.ask("GET", "/api/v1/providers").body ==
          R"([{"name":"un","title":"The <Provider>"},{"name":"other","title":"Other"}])"
          "\n");
    const std::string page = served.server.ask("GET", "/log_in").body;
    CHECK(page.find("action=\"/log_in/with/un\"") != std::string::npos);
    CHECK(page.find("Log in with The &lt;Provider&gt;") != std::string::npos);
}

TEST_CASE("another server is not followed elsewhere, and answers within its limits or not at all") {
    AccountsServed server;
    const std::string address = "http://127.0.0.1:" + std::to_string(server.port());
    const auto asked = [&](const std::string& path, std::size_t bytes) {
        return http::ask_server({address + path, {}, {}}, {.answer_bytes = bytes});
    };
    const auto elsewhere = asked("/account", 100);
    REQUIRE(elsewhere);
    CHECK(elsewhere->status == 303);
    const auto whole = asked("/api/v1/openapi.json", 1U << 20U);
    REQUIRE(whole);
    CHECK(asked("/api/v1/openapi.json", whole->body.size()));
    CHECK(tests::refusal(asked("/api/v1/openapi.json", whole->body.size() - 1)) == "remote.away");
    CHECK(tests::refusal(http::ask_provider({"file:///etc/hostname", {}, {}})) == "remote.away");

    // Somebody who takes the connection and says nothing.
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    ::sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const any = reinterpret_cast<::sockaddr*>(&place);
    ::socklen_t size = sizeof place;
    REQUIRE(::bind(socket, any, size) == 0);
    REQUIRE(::listen(socket, 1) == 0);
    REQUIRE(::getsockname(socket, any, &size) == 0);
    const std::string silent = "http://127.0.0.1:" + std::to_string(ntohs(place.sin_port));
    const auto late = http::ask_server({silent + "/token?code=secret", {}, {}},
                                       {.answer_bytes = 100, .whole = std::chrono::seconds(1)});
    REQUIRE_FALSE(late);
    CHECK(late.error().id == "remote.away");
    CHECK(late.error().args.at(0) == silent);
    ::close(socket);
}
