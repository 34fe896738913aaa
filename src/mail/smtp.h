// Sending mail over SMTP, with libcurl: TLS and log-in, and the message as MIME.
//
// Certificates are checked. Without TLS a server is only spoken to on this machine.
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>

#include "base/result.h"
#include "mail/mailer.h"

namespace travaux::mail {

/// How a server of mail is reached.
struct SmtpServer {
    std::string address;   ///< `smtp://mail.example.org:587` (with STARTTLS) or `smtps://…`
    std::string user;      ///< empty: nobody logs in
    std::string password;  ///< never written anywhere
    std::string ca_file;   ///< of certificates that sign others; empty: those of the machine
    std::string own_name;  ///< under which the server hears of us (`EHLO`); empty: the machine's
    std::chrono::seconds connect{15};
    std::chrono::seconds whole{120};  ///< until a message is taken
};

/// Checks the address of a server. Error: `mail.server_malformed`.
[[nodiscard]] Result<void> check_server(const std::string& address);

class SmtpMailer final : public Mailer {
public:
    /// REQUIRES: `check_server` finds the address right.
    explicit SmtpMailer(SmtpServer server) : server_(std::move(server)) {}

    [[nodiscard]] Delivery send(const Mail& mail, const std::stop_token& stop) override;

private:
    SmtpServer server_;
};

}  // namespace travaux::mail
