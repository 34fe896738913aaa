// The keys that sign a record, in a folder of their own outside of the database.
//
//     key-1, key-2 …   signing keys as text, oldest first
//     signed           the head that was signed last
//
// Only the owner may read them. A copy of the database is no copy of the keys.
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

#include "record/signing.h"

namespace travaux::storage {

class KeyFolder final : public record::HeadMemory {
    struct Private {};

public:
    /// For `open` alone.
    KeyFolder(Private /*only here*/, std::filesystem::path path) : path_(std::move(path)) {}

    /// Opens a folder, and makes one where there is none. Errors: `key.open_to_others`,
    /// `key.malformed`, `file.unreadable`, `file.unwritable`.
    [[nodiscard]] static Result<std::unique_ptr<KeyFolder>> open(std::filesystem::path path);

    /// Returns the keys, oldest first.
    [[nodiscard]] const std::vector<record::SigningKey>& keys() const { return keys_; }

    /// Makes a key from chance and keeps it, before anything names it. Keys of one folder have one
    /// origin.
    [[nodiscard]] Result<record::SigningKey> add_key(const std::string& origin,
                                                     const crypto::Seed& chance);

    Result<std::optional<std::string>> last() override;
    Result<void> remember(const std::string& text) override;

private:
    std::filesystem::path path_;
    std::vector<record::SigningKey> keys_;
};

}  // namespace travaux::storage
