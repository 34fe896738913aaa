// SPDX-License-Identifier: MIT
#include "cli/mail_options.h"

#include <cstdlib>

#include "cli/files.h"
#include "cli/record_options.h"
#include "crypto/random.h"
#include "mail/head.h"

namespace travaux::cli {
namespace {

std::unexpected<Error> refuse(std::string id, std::string what) {
    return std::unexpected(Error{ErrorCode::invalid, std::move(id), {std::move(what)}});
}

Result<std::string> password_of(const MailOptions& options) {
    if (options.user.empty()) return std::string();
    if (!options.password_file.empty()) return read_secret(options.password_file);
    if (options.password_env.empty()) return refuse("mail.option_missing", "--mail-password-file");
    const char* const found = std::getenv(options.password_env.c_str());
    if (found == nullptr || *found == '\0') {
        return refuse("mail.option_missing", "--mail-password-env");
    }
    return std::string(found);
}

// A server that is known by a name says it to the server of mail.
mail::SmtpServer introduced(mail::SmtpServer server, std::string_view site) {
    constexpr std::string_view scheme = "https://";
    if (!site.starts_with(scheme)) return server;
    site.remove_prefix(scheme.size());
    server.own_name = site.substr(0, site.find(':'));
    return server;
}

}  // namespace

void add_mail_options(CLI::App& command, MailOptions& options) {
    command.add_option("--mail-server", options.server,
                       "The server that takes mail: smtp://HOST:PORT, with STARTTLS, or "
                       "smtps://HOST:PORT; without it no mail is sent");
    command.add_option("--mail-from", options.from,
                       "The sender of mail: 'Secretariat <secretariat@example.org>'");
    command.add_option("--mail-user", options.user, "The user that logs in at the server of mail");
    command.add_option("--mail-password-file", options.password_file,
                       "A file with the user's password, which only its owner may read");
    command.add_option("--mail-password-env", options.password_env,
                       "Or an environment variable with it");
    command.add_option("--mail-ca", options.ca_file,
                       "A file with the certificates that sign those of the server of mail, in the "
                       "place of the machine's own");
    command
        .add_option("--mail-rate", options.each_minute, "How many messages are sent in a minute")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
}

Result<std::optional<MailServer>> mail_server_of(const MailOptions& options) {
    if (options.server.empty()) return std::nullopt;
    TRY_OK(mail::check_server(options.server));
    if (options.from.empty()) return refuse("mail.option_missing", "--mail-from");
    const auto from = mail::parse_mailbox(options.from);
    if (!from) return refuse("mail.from_malformed", options.from);
    TRY_ASSIGN(std::string password, password_of(options));
    MailServer server;
    server.server.address = options.server;
    server.server.user = options.user;
    server.server.password = std::move(password);
    server.server.ca_file = options.ca_file;
    server.from = *from;
    server.each_minute = options.each_minute;
    return server;
}

ServedMail::ServedMail(const MailServer& server, std::vector<mail::ToldCommittee> committees,
                       access::Outbox& outbox, const std::string& site, http::Metrics& metrics)
    : mailer_(introduced(server.server, site)),
      post_({std::move(committees),
             outbox,
             mailer_,
             zones_,
             now_ms,
             crypto::random_bytes,
             {site, server.from},
             server.each_minute,
             {metrics.messages_waiting, metrics.messages_sent, metrics.messages_put_off,
              metrics.messages_failed}}) {
    post_.start();
}

}  // namespace travaux::cli
