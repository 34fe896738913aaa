// Messages in words: what a notice says to its reader, in the reader's language.
//
// Whoever reads mail on its way reads it all. So a message says what is public; of what is not, a
// restricted document or a paper for members, that there is something, and where to read it.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>

#include "access/outbox.h"
#include "host/kept_committee.h"
#include "mail/mailer.h"

namespace travaux::mail {

/// A committee whose people are told; what it stands on outlives it.
struct ToldCommittee {
    std::string name;  ///< at the server
    record::Store* store = nullptr;
    host::KeptCommittee* committee = nullptr;
};

/// As whom a server writes.
struct Sender {
    std::string site;  ///< `https://treaty.example.org`, to which paths are added
    Mailbox from;
};

/// Who a message is for.
struct Reader {
    std::string name;
    std::string address;
    text::Language language = text::Language::en;
    std::string unsubscribing;  ///< of the link that ends notices; empty for none
};

class Writer {
public:
    /// The committees outlive it.
    Writer(std::span<const ToldCommittee> committees, Sender sender)
        : committees_(committees), sender_(std::move(sender)) {}

    /// Returns a message as it is sent; nothing where there is nothing to say any more. Errors:
    /// those of the views.
    [[nodiscard]] Result<std::optional<Mail>> write(const access::Claimed& claimed,
                                                    const Reader& reader) const;

private:
    std::span<const ToldCommittee> committees_;
    Sender sender_;
};

}  // namespace travaux::mail
