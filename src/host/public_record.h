// The public record as it is served: the files of an export, of a record that goes on.
// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/sequence.h"
#include "record/store.h"

namespace travaux::host {

/// A file of the public record.
struct PublicFile {
    std::string bytes;
    bool is_final = false;  ///< whether it never changes and never goes
};

/// Content that stands beside an entry, without its salt.
struct PublicBody {
    std::string content;
    std::string media_type;
};

/// Several threads may use it.
class PublicRecord {
public:
    /// The store outlives it.
    explicit PublicRecord(record::Store& store) : store_(store) {}

    /// Begins with entries of the store that were read and checked already. REQUIRES: none were
    /// taken in.
    void begin(record::Sequence sequence);

    /// Takes in what the store has more, at most `count` entries, and returns those entries.
    [[nodiscard]] Result<std::vector<std::string>> read_on(std::uint64_t count);

    /// Returns how many entries were taken in.
    [[nodiscard]] std::uint64_t length() const;

    /// Returns the file that `record/export.h` names so; nothing where there is none.
    [[nodiscard]] Result<std::optional<PublicFile>> file(std::string_view name) const;

    /// Returns the bytes of entries, from one on, as far as they were taken in.
    [[nodiscard]] Result<std::vector<std::string>> entries(std::uint64_t first,
                                                           std::uint64_t count) const;

    /// Returns the proof that an entry is in the tree of a size. REQUIRES: index < size, and so
    /// many were taken in.
    [[nodiscard]] record::Proof proof(std::uint64_t index, std::uint64_t size) const;

    /// Returns a body that is public; nothing where there is none, and where it is withheld.
    [[nodiscard]] Result<std::optional<PublicBody>> body(const Sha256& hash) const;

private:
    [[nodiscard]] Result<std::optional<PublicFile>> tile(std::string_view name) const;
    [[nodiscard]] Result<std::optional<PublicFile>> signed_head(std::string_view name) const;
    [[nodiscard]] std::optional<record::BodyReference> public_body(const Sha256& hash) const;

    record::Store& store_;
    mutable std::mutex mutex_;
    record::Sequence sequence_;
};

}  // namespace travaux::host
