// The options about electronic mail of `travaux serve`, and the post that they begin.
// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "access/outbox.h"
#include "base/result.h"
#include "host/icu_zones.h"
#include "http/metrics.h"
#include "mail/post.h"
#include "mail/smtp.h"

namespace travaux::cli {

struct MailOptions {
    std::string server;  ///< empty: no mail is sent
    std::string from;
    std::string user;
    std::string password_file;
    std::string password_env;
    std::string ca_file;
    std::int64_t each_minute = 60;
};

void add_mail_options(CLI::App& command, MailOptions& options);

/// How mail is sent.
struct MailServer {
    mail::SmtpServer server;
    mail::Mailbox from;
    std::int64_t each_minute = 60;
};

/// Returns how mail is sent, with the password; nothing where none is. Errors: `mail.*`, those of
/// `read_secret`.
[[nodiscard]] Result<std::optional<MailServer>> mail_server_of(const MailOptions& options);

/// The post of a server, at work as long as this is there.
class ServedMail {
public:
    /// `site` is where people find the pages. The outbox and the counts outlive it.
    ServedMail(const MailServer& server, std::vector<mail::ToldCommittee> committees,
               access::Outbox& outbox, const std::string& site, http::Metrics& metrics);

    ServedMail(const ServedMail&) = delete;
    ServedMail& operator=(const ServedMail&) = delete;
    ~ServedMail() { post_.stop(); }

private:
    mail::SmtpMailer mailer_;
    host::IcuZones zones_;
    mail::Post post_;
};

}  // namespace travaux::cli
