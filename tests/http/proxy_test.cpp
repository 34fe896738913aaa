// The documented proxy before a server: TLS, HTTP/2, streams that are not held up, acts that pass.
// SPDX-License-Identifier: MIT
#include <curl/curl.h>
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <thread>

#include "tests/http/http_client.h"
#include "tests/http/served_negotiation.h"
#include "tests/scratch.h"

using namespace travaux;
using tests::HttpClient;
using tests::ServedNegotiation;

namespace {

void replace(std::string& text, std::string_view what, const std::string& with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), with);
}

std::uint16_t free_port() {
    storage::MemoryStore store;
    tests::CommitteeUnderTest committee(store, tests::Way::over_http);
    return committee.server().port();
}

// nginx with the documented file, of which places and ports are changed.
class Proxy {
public:
    explicit Proxy(std::uint16_t server) : port(free_port()) {
        const std::string folder = (scratch_ / "").string();
        const std::string make_key =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 "
            "-subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout " +
            folder + "key -out " + folder + "certificate 2> /dev/null";
        REQUIRE(std::system(make_key.c_str()) == 0);
        std::string file = tests::bytes_of(tests::project_folder() / "examples/nginx.conf");
        replace(file, "user www-data;", "");
        replace(file, "/run/nginx.pid", folder + "pid");
        replace(file, "/var/log/nginx/access.log", folder + "access");
        replace(file, "/var/log/nginx/error.log", folder + "error");
        replace(file, "listen 80;", "listen 127.0.0.1:" + std::to_string(free_port()) + ";");
        replace(file, "listen 443", "listen 127.0.0.1:" + std::to_string(port));
        replace(file, "server 127.0.0.1:8080", "server 127.0.0.1:" + std::to_string(server));
        replace(file, "/etc/ssl/certs/treaty.example.pem", folder + "certificate");
        replace(file, "/etc/ssl/private/treaty.example.key", folder + "key");
        std::string rooms;
        for (const char* room : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
            rooms += std::string(room) + "_temp_path " + folder + room + ";\n";
        }
        replace(file, "server_tokens off;", "server_tokens off;\n" + rooms);
        std::ofstream(scratch_ / "nginx.conf") << file;
        const std::string start = nginx() + " -c " + folder + "nginx.conf -e " + folder + "error";
        REQUIRE(std::system(start.c_str()) == 0);
    }
    ~Proxy() {
        std::ifstream file(scratch_ / "pid");
        int id = 0;
        if (file >> id) ::kill(id, SIGTERM);
    }
    Proxy(const Proxy&) = delete;
    Proxy& operator=(const Proxy&) = delete;

    static std::string nginx() {
        for (const char* path : {"/usr/sbin/nginx", "/usr/bin/nginx"}) {
            if (std::filesystem::exists(path)) return path;
        }
        return {};
    }

    [[nodiscard]] std::string certificate() const { return (scratch_ / "certificate").string(); }
    [[nodiscard]] std::string access_log() const { return tests::bytes_of(scratch_ / "access"); }

    std::uint16_t port;

private:
    tests::Scratch scratch_;
};

struct Asked {
    long status = 0;
    long version = 0;
    std::string body;
};

// A request as a browser makes it; it stops reading once `until` has come.
class Browser {
public:
    explicit Browser(const Proxy& proxy) : proxy_(proxy) {}

    Asked ask(const std::string& target, const tests::HttpFields& fields = {},
              const std::string& body = {}, std::string until = {}) {
        until_ = std::move(until);
        taken_.clear();
        CURL* const curl = ::curl_easy_init();
        const std::string address = "https://localhost:" + std::to_string(proxy_.port) + target;
        ::curl_slist* list = nullptr;
        for (const auto& [name, value] : fields) {
            const std::string line = std::string(name).append(": ").append(value);
            list = ::curl_slist_append(list, line.c_str());
        }
        const std::string certificate = proxy_.certificate();
        ::curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
        ::curl_easy_setopt(curl, CURLOPT_CAINFO, certificate.c_str());
        ::curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
        ::curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
        ::curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
        ::curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
        if (!body.empty()) ::curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, body.c_str());
        (void)::curl_easy_perform(curl);
        Asked asked;
        ::curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &asked.status);
        ::curl_easy_getinfo(curl, CURLINFO_HTTP_VERSION, &asked.version);
        asked.body = taken_;
        ::curl_slist_free_all(list);
        ::curl_easy_cleanup(curl);
        return asked;
    }

private:
    static std::size_t take(char* bytes, std::size_t size, std::size_t count, void* browser) {
        auto& self = *static_cast<Browser*>(browser);
        self.taken_.append(bytes, size * count);
        const bool is_enough =
            !self.until_.empty() && self.taken_.find(self.until_) != std::string::npos;
        return is_enough ? 0 : size * count;
    }

    const Proxy& proxy_;
    std::string until_;
    std::string taken_;
};

}  // namespace

TEST_CASE("behind the documented proxy there are TLS and HTTP/2, and streams are not held up") {
    if (Proxy::nginx().empty()) {
        std::cout << "skipped: nginx is not installed\n";
        return;
    }
    ServedNegotiation served;
    const Proxy proxy(served.port());
    Browser browser(proxy);
    const Asked health = browser.ask("/healthz");
    REQUIRE(health.status == 200);
    CHECK(health.version == CURL_HTTP_VERSION_2_0);
    CHECK(browser.ask("/metrics").status == 404);
    CHECK(browser.ask("/readyz").status == 404);
    const std::string origin = "https://localhost:" + std::to_string(proxy.port);
    auto fields = tests::as(tests::delegate_of("person-GHA", "GHA"));
    fields.emplace_back("Content-Type", "application/json");
    fields.emplace_back("Origin", "https://evil.example");
    const std::string act = ServedNegotiation::at("acts/proposal.submit");
    CHECK(browser.ask(act, fields, "{}").status == 403);
    fields.back().second = origin;
    const std::string body = R"({"text":"T1","parts":[{"part":"delete","provision":"article 3"}]})";
    std::jthread later([&] {
        HttpClient direct(served.port());
        while (served.committee().server().metrics().readers == 0) std::this_thread::yield();
        CHECK(tests::submit(direct, tests::delegate_of("person-NOR", "NOR"), "may").status == 200);
    });
    const Asked stream = browser.ask(ServedNegotiation::at("live"), {}, {}, "\"act\":\"proposal");
    CHECK(stream.body.find("event: entry") != std::string::npos);
    later.join();
    CHECK(browser.ask(act, fields, body).status == 200);
    CHECK(proxy.access_log().find("127.0.0.1") == std::string::npos);
}
