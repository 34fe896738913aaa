// SPDX-License-Identifier: MIT
#include "tests/http/served_process.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <boost/json.hpp>
#include <csignal>
#include <sstream>

#include "cli/app.h"
#include "http/message.h"
#include "tests/access/server_accounts.h"

namespace travaux::tests {
namespace {

// What is written goes to a pipe at once.
class PipeBuffer final : public std::stringbuf {
public:
    explicit PipeBuffer(int pipe) : pipe_(pipe) {}

protected:
    int sync() override {
        const std::string bytes = str();
        str({});
        return ::write(pipe_, bytes.data(), bytes.size()) < 0 ? -1 : 0;
    }

private:
    int pipe_;
};

void serve(const std::string& location, const std::string& keys,
           const std::vector<std::string>& more, int pipe) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // A file that would be too long is an error, as a disk without room is.
    ::signal(SIGXFSZ, SIG_IGN);
    PipeBuffer buffer(pipe);
    std::ostream out(&buffer);
    std::ostringstream err;
    const std::string committee = "c=" + location;
    std::vector<const char*> arguments = {"travaux", "serve",      "--committee", committee.c_str(),
                                          "--keys",  keys.c_str(), "--listen",    "127.0.0.1:0"};
    for (const std::string& one : more) arguments.push_back(one.c_str());
    const int code = cli::run(static_cast<int>(arguments.size()), arguments.data(), {out, err});
    ::_exit(code);
}

// Reads up to the line that says where the first accounts are made, where there are none yet.
std::string read_greeting(int pipe) {
    std::string said;
    while (!said.ends_with('\n')) {
        std::array<char, 4096> bytes{};
        const ::ssize_t count = ::read(pipe, bytes.data(), bytes.size());
        if (count <= 0) throw std::runtime_error("the server ended: " + said);
        said.append(bytes.data(), static_cast<std::size_t>(count));
    }
    return said;
}

boost::json::object person_called(const std::string& name) {
    const auto account = account_of(name);
    return {{"address", account.address}, {"name", account.name}, {"password", account.password}};
}

}  // namespace

ServedProcess::ServedProcess(const std::string& location, const std::string& folder,
                             const std::vector<std::string>& more)
    : process_(in_a_process([&](int pipe) { serve(location, folder, more, pipe); })) {
    const std::string said = read_greeting(process_.pipe);
    const std::size_t colon = said.find(':', said.find("//"));
    port_ = static_cast<std::uint16_t>(
        http::number_of(said.substr(colon + 1, said.find('\n') - colon - 1)).value());
    const std::size_t at = said.find("/accept/");
    if (at == std::string::npos) return;
    const std::size_t secret = at + 8;
    link_ = said.substr(secret, said.find('\n', secret) - secret);
}

int ServedProcess::stop() {
    if (process_.id == 0) return 0;
    ::kill(process_.id, SIGTERM);
    const int code = process_.end();
    process_.id = 0;
    return code;
}

void ServedProcess::found() {
    const HttpFields json = {{"Content-Type", "application/json"}};
    const boost::json::object people{{"secret", link_},
                                     {"administrator", person_called("admin")},
                                     {"secretariat", person_called("secretariat")}};
    const HttpAnswer founded = ask("POST", "/api/v1/found", json, boost::json::serialize(people));
    if (founded.status != 200) throw std::runtime_error(founded.body);
    log_in();
}

void ServedProcess::log_in() {
    const HttpFields json = {{"Content-Type", "application/json"}};
    const boost::json::object account{{"address", account_of("secretariat").address},
                                      {"password", any_password}};
    const HttpAnswer in = ask("POST", "/api/v1/log_in", json, boost::json::serialize(account));
    if (in.status != 200) throw std::runtime_error(in.body);
    const std::string& set = in.fields.at("set-cookie");
    cookie_ = set.substr(0, set.find(';'));
}

HttpAnswer ServedProcess::ask(const std::string& method, const std::string& target,
                              const HttpFields& more, const std::string& body) const {
    HttpFields fields = more;
    if (!cookie_.empty()) fields.emplace_back("Cookie", cookie_);
    return HttpClient(port_).ask(method, target, fields, body);
}

HttpAnswer ServedProcess::act(const std::string& name, const std::string& fields,
                              const HttpFields& more) const {
    HttpFields head = more;
    head.emplace_back("Content-Type", "application/json");
    return ask("POST", at("acts/" + name), head, fields);
}

void ServedProcess::limit_files(std::optional<std::uint64_t> bytes) const {
    const ::rlimit limit{bytes.value_or(RLIM_INFINITY), RLIM_INFINITY};
    if (::prlimit(process_.id, RLIMIT_FSIZE, &limit, nullptr) != 0) {
        throw std::runtime_error("prlimit");
    }
}

}  // namespace travaux::tests
