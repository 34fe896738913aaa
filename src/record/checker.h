// The steps that every check of a record takes, wherever its bytes come from.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/sequence.h"
#include "record/verify.h"

namespace travaux::record {

class Checker {
public:
    explicit Checker(std::optional<VerifierKey> trusted) : trusted_(std::move(trusted)) {}

    [[nodiscard]] const Sequence& sequence() const { return sequence_; }
    [[nodiscard]] bool is_full() const { return found_.damages.size() >= damages_max; }

    /// Notes a damage; a place is named once.
    void damage(std::string id, std::string place, std::string detail = {});
    void damage(const Error& error, std::string place);

    /// Reads the signed head. Returns nothing where it is damaged.
    [[nodiscard]] std::optional<Note> read_head(std::string_view bytes, const std::string& place);

    /// Takes the next entry. Returns whether those after it can be followed.
    [[nodiscard]] bool take_entry(std::string_view bytes, const std::string& place);

    /// Checks that the keys which the entries name have signed the head, and that the trusted key
    /// is among them.
    void check_signers(const Note& head, const std::string& place);

    /// Checks the head at which a key took the place of another.
    void check_rotation(const KeyPeriod& period, const std::optional<std::string>& bytes,
                        const std::string& place);

    /// Checks a body; `bytes` is nothing where it is not there.
    void check_body(const BodyState& state, const std::optional<std::string>& bytes,
                    const std::string& place);

    /// Checks what a confidential entry kept, once it is disclosed.
    void check_disclosed(const SealedState& state, std::string_view bytes,
                         const std::string& place);

    /// Adds up, and returns what was found.
    [[nodiscard]] Verification finish();

    Verification& found() { return found_; }

private:
    std::optional<VerifierKey> trusted_;
    Sequence sequence_;
    Verification found_;
};

}  // namespace travaux::record
