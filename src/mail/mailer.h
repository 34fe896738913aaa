// The port of electronic mail: one message goes to one person, or the reason why not comes back.
//
// Whether a message arrived nobody knows for certain: where the answer of a server is lost it may
// have been taken. It is tried again then, under the same name (`Message-ID`), by which programs of
// mail know it.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "text/language.h"

namespace travaux::mail {

/// Somebody with an address of e-mail; the name may be empty. Both are UTF-8.
struct Mailbox {
    std::string name;
    std::string address;

    bool operator==(const Mailbox&) const = default;
};

struct Attachment {
    std::string name;  ///< of the file, ASCII
    std::string media_type;
    std::string bytes;

    bool operator==(const Attachment&) const = default;
};

/// A message as it is sent, with its words in both forms.
struct Mail {
    std::string id;  ///< `abc@treaty.example.org`, the same at every try
    std::int64_t time_ms = 0;
    Mailbox from;
    Mailbox to;
    text::Language language = text::Language::en;
    std::string subject;                     ///< UTF-8, one line
    std::string text;                        ///< UTF-8, with lines that end in `\n`
    std::string html;                        ///< a whole page
    std::optional<std::string> unsubscribe;  ///< the address that ends such messages, by RFC 8058
    std::vector<Attachment> attachments;

    bool operator==(const Mail&) const = default;
};

/// What came of sending.
struct Delivery {
    enum class Outcome : std::uint8_t {
        accepted,  ///< the server has it
        later,     ///< this message, for now, not
        never,     ///< this message will not be taken
        away,      ///< the server takes none at present, or lets nobody in
    };

    Outcome outcome = Outcome::accepted;
    std::string reason;  ///< for an operator, in the server's or the library's words

    bool operator==(const Delivery&) const = default;
};

class Mailer {
public:
    Mailer() = default;
    Mailer(const Mailer&) = delete;
    Mailer& operator=(const Mailer&) = delete;
    virtual ~Mailer() = default;

    /// Sends a message and waits for the answer, or until it is told to stop.
    [[nodiscard]] virtual Delivery send(const Mail& mail, const std::stop_token& stop) = 0;
};

}  // namespace travaux::mail
