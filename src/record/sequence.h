// The entries of a record one after another, each checked against those before it.
//
// The same check runs before an entry is appended, when a server starts, and when a record is
// verified. It knows what entries say of the record itself: order, times, keys, and which bodies
// came in, were withheld or disclosed. What acts mean it does not know.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/entry.h"

namespace travaux::record {

/// A key of the record, and the entry that brought it.
struct KeyPeriod {
    std::uint64_t entry = 0;
    VerifierKey key;

    bool operator==(const KeyPeriod&) const = default;
};

/// What the entries say of a body.
struct BodyState {
    BodyReference reference;
    std::uint64_t entry = 0;                   ///< that brought it
    std::optional<std::uint64_t> withheld_by;  ///< the entry that withheld it
};

/// What the entries say of a confidential one among them.
struct SealedState {
    Sha256 commitment{};
    std::optional<std::uint64_t> disclosed_by;
    std::optional<std::uint64_t> withheld_by;
};

class Sequence {
public:
    /// Checks the next entry and takes it in, or refuses it and stays as it is. Errors: those of
    /// decoding, `entry.out_of_order`, `entry.time_back`, `entry.opening`, `entry.key`,
    /// `entry.body_twice`, `entry.body_unknown`, `entry.disclosure`.
    [[nodiscard]] Result<Entry> add(std::string_view bytes);

    /// The same for an entry that was just encoded. REQUIRES: the bytes are those of `encode`.
    [[nodiscard]] Result<void> add(const Entry& entry, std::string_view bytes);

    [[nodiscard]] const Tree& tree() const { return tree_; }
    [[nodiscard]] std::uint64_t size() const { return tree_.size(); }
    [[nodiscard]] std::int64_t time_ms() const { return time_ms_; }
    [[nodiscard]] const std::string& origin() const { return origin_; }
    [[nodiscard]] const std::vector<KeyPeriod>& keys() const { return keys_; }
    [[nodiscard]] const std::map<Sha256, BodyState>& bodies() const { return bodies_; }
    [[nodiscard]] const std::map<std::uint64_t, SealedState>& sealed() const { return sealed_; }

    /// Returns the keys that have to sign the head of a size, the one in force last: two where the
    /// last entry brings a key in place of another. REQUIRES: 1 <= size <= this size.
    [[nodiscard]] std::span<const KeyPeriod> signers(std::uint64_t size) const;

private:
    [[nodiscard]] Result<void> check(const Entry& entry) const;
    [[nodiscard]] Result<void> check_open(const OpenAct& open) const;
    [[nodiscard]] Result<void> check_key(const OpenAct& open) const;
    [[nodiscard]] Result<void> check_bodies(const OpenAct& open) const;
    [[nodiscard]] Result<void> check_withheld(const Sha256& hash) const;
    [[nodiscard]] bool is_commitment(const Sha256& hash) const;
    void take(const OpenAct& open);

    Tree tree_;
    std::int64_t time_ms_ = 0;
    std::string origin_;
    std::vector<KeyPeriod> keys_;
    std::map<Sha256, BodyState> bodies_;
    std::map<std::uint64_t, SealedState> sealed_;
    std::map<Sha256, std::uint64_t> commitments_;
};

/// Returns the page that lists a record's keys: a line for each, the entry that brought it and the
/// key.
[[nodiscard]] std::string keys_page(std::span<const KeyPeriod> keys);

}  // namespace travaux::record
