// The port behind which it is known who asks: log-in and accounts stand on its other side.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "committee/rights.h"
#include "http/message.h"
#include "text/language.h"

namespace travaux::http {

/// Who asks, in one committee.
struct Identity {
    committee::Caller caller;
    std::string account;  ///< the account or token, for rates; empty for a visitor
};

/// Somebody who acts in a committee, with the name that is on no record.
struct ActingPerson {
    ActorId actor;
    std::string name;
    committee::Capacity capacity = committee::Capacity::visitor;
    std::string delegation;  ///< the code of a member; may be empty
};

/// Several threads ask at a time; whoever implements it may read a database.
class Identities {
public:
    Identities() = default;
    Identities(const Identities&) = delete;
    Identities& operator=(const Identities&) = delete;
    virtual ~Identities() = default;

    /// Returns who asks, by the session cookie or `Authorization: Bearer` of a request; a visitor
    /// where it has neither. Errors: `identity.unknown` (code `refused`) where what it has is not
    /// valid any more; of code `storage` where that cannot be found out at present.
    [[nodiscard]] virtual Result<Identity> who(const Request& request,
                                               std::string_view committee) = 0;

    /// Returns the language that whoever asks has chosen for their account, if they have.
    [[nodiscard]] virtual std::optional<text::Language> language(const Request& /*request*/) {
        return std::nullopt;
    }

    /// Returns those who act in a committee, to who may see their names. Errors: those of `who`,
    /// and `rights.*`.
    [[nodiscard]] virtual Result<std::vector<ActingPerson>> people(const Request& /*request*/,
                                                                   std::string_view /*committee*/) {
        return std::vector<ActingPerson>{};
    }
};

/// Knows nobody: everybody is a visitor.
class Visitors final : public Identities {
public:
    Result<Identity> who(const Request& /*request*/, std::string_view /*committee*/) override {
        return Identity{};
    }
};

}  // namespace travaux::http
