// SPDX-License-Identifier: MIT
#include "cli/mail_options.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "tests/scratch.h"

using namespace travaux;
using cli::MailOptions;

namespace {

MailOptions sound() {
    MailOptions options;
    options.server = "smtp://mail.example.org:587";
    options.from = "Secretariat <desk@example.org>";
    return options;
}

std::string refusal(const MailOptions& options) {
    const auto server = cli::mail_server_of(options);
    return server ? std::string() : server.error().id + " " + server.error().args.front();
}

}  // namespace

TEST_CASE("mail is sent where a server is named, by a sender that is one") {
    CHECK_FALSE(cli::mail_server_of({}).value());
    const auto server = cli::mail_server_of(sound()).value();
    REQUIRE(server);
    CHECK(server->from == mail::Mailbox{"Secretariat", "desk@example.org"});
    MailOptions wrong = sound();
    wrong.from.clear();
    CHECK(refusal(wrong) == "mail.option_missing --mail-from");
    wrong.from = "nobody";
    CHECK(refusal(wrong) == "mail.from_malformed nobody");
    wrong = sound();
    wrong.server = "mail.example.org";
    CHECK(refusal(wrong) == "mail.server_malformed mail.example.org");
}

TEST_CASE("a password of mail comes from a file of its owner alone, or from the environment") {
    const tests::Scratch scratch;
    const std::string file = (scratch / "secret").string();
    std::ofstream(file) << "a long password\n";
    MailOptions options = sound();
    options.user = "treaty";
    CHECK(refusal(options) == "mail.option_missing --mail-password-file");
    options.password_file = file;
    std::filesystem::permissions(
        file, std::filesystem::perms::owner_read | std::filesystem::perms::group_read);
    CHECK(refusal(options) == "key.open_to_others " + file);
    std::filesystem::permissions(file, std::filesystem::perms::owner_read);
    CHECK(cli::mail_server_of(options).value()->server.password == "a long password");
    options.password_file.clear();
    options.password_env = "TRAVAUX_TEST_MAIL";
    CHECK(refusal(options) == "mail.option_missing --mail-password-env");
    ::setenv("TRAVAUX_TEST_MAIL", "another", 1);
    CHECK(cli::mail_server_of(options).value()->server.password == "another");
    ::unsetenv("TRAVAUX_TEST_MAIL");
}
