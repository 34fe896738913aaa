// Printed texts, kept for who asks for them again while nothing has changed.
// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "http/representation.h"
#include "http/served_committee.h"
#include "http/shelf.h"

namespace travaux::http {

/// A text as it is asked for in the query of a request, and the languages that its reader takes.
/// What is wanted as PDF is asked for as Word file. Errors: `request.parameter_unknown`,
/// `request.parameter_value`, `request.view_not_in_form`.
[[nodiscard]] Result<host::AskedText> asked_text(const std::string& id, const Request& request);

/// Whether a text is asked for as PDF.
[[nodiscard]] bool wants_pdf(const host::AskedText& asked, const Request& request);

/// Returns the policy of a page that has a style in it and nothing else that a browser would run or
/// fetch; and that of a printed text.
[[nodiscard]] std::string policy_of_style(std::string_view style);
[[nodiscard]] const std::string& policy_of_printings();

/// Whether a form is a Word file.
[[nodiscard]] bool is_word(host::TextForm form);

/// Several threads may use it.
class Printings {
public:
    /// A printing that is kept.
    struct Kept {
        Representation representation;
        text::Language language = text::Language::en;
        std::string symbol;  ///< of the text; empty where it has none
    };

    /// Returns a printing that is kept and still as it would be printed now.
    [[nodiscard]] std::shared_ptr<const Kept> find(const ServedCommittee& committee,
                                                   const host::AskedText& asked);

    /// Returns it, or prints and keeps it. Errors: those of printing.
    [[nodiscard]] Result<std::shared_ptr<const Kept>> print(const ServedCommittee& committee,
                                                            const host::AskedText& asked);

private:
    static constexpr std::size_t kept_bytes_max = 256U << 20U;

    // One at a time: who waits finds what the other printed. Word files do not hold up the others.
    std::mutex printing_;
    std::mutex writing_;
    Shelf<Kept> kept_{kept_bytes_max};
};

}  // namespace travaux::http
