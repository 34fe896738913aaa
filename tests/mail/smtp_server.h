// A server of mail on this machine, which is another program, and its messages as another library
// reads them.
// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>
#include <sys/prctl.h>

#include <boost/json.hpp>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "tests/corpus.h"
#include "tests/process.h"
#include "tests/scratch.h"

namespace travaux::tests {

/// Whether the server is installed; where it is not, the test says so.
inline bool has_smtp_server(const char* test) {
    static const bool is_there =
        std::system("/usr/bin/python3 -c 'import aiosmtpd' 2> /dev/null") == 0;
    if (!is_there) std::printf("skipped: no python3-aiosmtpd (%s)\n", test);
    return is_there;
}

class SmtpServer {
public:
    /// Starts it with options, see smtp_server.py.
    explicit SmtpServer(const std::vector<std::string>& options = {}) {
        std::vector<std::string> command = {
            "/usr/bin/python3", (project_folder() / "tests/mail/smtp_server.py").string(),
            (scratch_ / "").string()};
        command.insert(command.end(), options.begin(), options.end());
        process_ = in_a_process([&](int pipe) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::dup2(pipe, STDOUT_FILENO);
            std::vector<char*> arguments;
            for (std::string& one : command) arguments.push_back(one.data());
            arguments.push_back(nullptr);
            ::execv(arguments[0], arguments.data());
        });
        std::string said;
        for (char c = 0; ::read(process_.pipe, &c, 1) == 1 && c != '\n';) said += c;
        REQUIRE_FALSE(said.empty());
        port_ = std::stoi(said);
    }
    SmtpServer(const SmtpServer&) = delete;
    SmtpServer& operator=(const SmtpServer&) = delete;
    ~SmtpServer() { stop(); }

    void stop() {
        if (process_.id == 0) return;
        ::kill(process_.id, SIGKILL);
        process_.end();
        process_.id = 0;
    }

    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] std::string address() const {
        return "smtp://127.0.0.1:" + std::to_string(port_);
    }

    /// Returns how many messages it took.
    [[nodiscard]] std::size_t count() const {
        std::size_t count = 0;
        while (std::filesystem::exists(path_of(count + 1))) ++count;
        return count;
    }

    /// Returns a message that it took, counted from 1, as Python's library reads it.
    [[nodiscard]] boost::json::value message(std::size_t number) const {
        const std::string command = "/usr/bin/python3 '" +
                                    (project_folder() / "tests/mail/read_mail.py").string() +
                                    "' '" + path_of(number).string() + "'";
        std::FILE* const pipe = ::popen(command.c_str(), "r");
        REQUIRE(pipe != nullptr);
        std::string said;
        for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
            said += static_cast<char>(c);
        }
        REQUIRE(::pclose(pipe) == 0);
        return boost::json::parse(said);
    }

    /// Returns a message as its bytes.
    [[nodiscard]] std::string bytes(std::size_t number) const { return bytes_of(path_of(number)); }

private:
    [[nodiscard]] std::filesystem::path path_of(std::size_t number) const {
        return scratch_ / (std::to_string(number) + ".eml");
    }

    Scratch scratch_;
    Process process_;
    int port_ = 0;
};

/// Returns a field of the head of a message that was read.
inline std::string head(const boost::json::value& message, const std::string& name) {
    const auto* const found = message.at("heads").as_object().if_contains(name);
    return found == nullptr ? std::string() : std::string(found->as_string());
}

/// Returns the words of a part of a message that was read.
inline std::string words(const boost::json::value& message, std::size_t part) {
    return std::string(message.at("parts").as_array().at(part).at("words").as_string());
}

}  // namespace travaux::tests
