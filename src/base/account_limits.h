// Every maximum that accounts and what stands beside the record meet, with its unit in its name.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace travaux::limits {

inline constexpr std::size_t address_bytes = 254;  ///< of e-mail, RFC 5321
inline constexpr std::size_t person_name_bytes = 200;
inline constexpr std::size_t password_bytes_min = 12;
inline constexpr std::size_t password_bytes = 1'000;
inline constexpr std::size_t roles_of_account = 64;
inline constexpr std::size_t log_ins_of_account = 32;  ///< the oldest ends
inline constexpr std::size_t tokens_of_account = 32;
inline constexpr std::size_t passkeys_of_account = 16;
inline constexpr std::size_t credential_bytes = 1'023;  ///< WebAuthn section 5.1
inline constexpr std::size_t identities_of_account = 16;
inline constexpr std::size_t openid_providers = 20;         ///< of a server
inline constexpr std::size_t subject_bytes = 255;           ///< OpenID Connect Core section 2
inline constexpr std::size_t openid_address_bytes = 1'000;  ///< of an issuer and its endpoints
inline constexpr std::size_t openid_answer_bytes = 256U << 10U;
inline constexpr std::size_t id_token_bytes = 16U << 10U;
inline constexpr std::size_t web_keys = 100;       ///< in a key set
inline constexpr std::size_t open_links = 4'000;   ///< of a committee
inline constexpr std::int64_t link_refusals = 10;  ///< then a link ends
inline constexpr std::int64_t log_in_tries = 10;   ///< of an address; each comes back in a minute
inline constexpr std::size_t private_drafts = 1'000;    ///< of a delegation
inline constexpr std::size_t private_draft_files = 50;  ///< of a delegation: drafts with a file
inline constexpr std::size_t private_draft_bytes = 1U << 20U;
inline constexpr std::size_t digest_notices = 200;  ///< in one message
inline constexpr std::size_t feeds_of_account = 16;
inline constexpr std::size_t open_requests = 1'000;  ///< to co-sponsor, to one delegation

}  // namespace travaux::limits
