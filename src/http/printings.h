// Printed texts, kept for who asks for them again while nothing has changed.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "http/representation.h"
#include "http/served_committee.h"

namespace travaux::http {

/// A text as it is asked for in the query of a request, and the languages that its reader takes.
/// Errors: `request.parameter_unknown`, `request.parameter_value`.
[[nodiscard]] Result<host::AskedText> asked_text(const std::string& id, const Request& request);

/// Several threads may use it.
class Printings {
public:
    /// A printing that is kept.
    struct Kept {
        Representation representation;
        text::Language language = text::Language::en;
    };

    /// Returns a printing that is kept and still as it would be printed now.
    [[nodiscard]] std::shared_ptr<const Kept> find(const ServedCommittee& committee,
                                                   const host::AskedText& asked);

    /// Returns it, or prints and keeps it. Errors: those of printing.
    [[nodiscard]] Result<std::shared_ptr<const Kept>> print(const ServedCommittee& committee,
                                                            const host::AskedText& asked);

private:
    std::mutex mutex_;
    std::mutex printing_;  // one at a time: who waits finds what the other printed
    std::map<std::string, std::shared_ptr<const Kept>> kept_;
    std::size_t kept_bytes_ = 0;
};

}  // namespace travaux::http
