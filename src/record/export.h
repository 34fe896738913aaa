// A record as files: what is public of it, complete, for anybody to keep and to check.
//
//     checkpoint               the signed head
//     keys                     the keys, and the entries that brought them
//     tile/0/000.p/7 …         the tree
//     tile/entries/000.p/7 …   the entries
//     rotations/5              the head of size 5, signed by the old key and the new one
//     bodies/ab/abcd…          bodies, by hash
//
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/store.h"

namespace travaux::record {

/// Where an export is read from. Names are relative, with `/` between folders.
class ExportFiles {
public:
    ExportFiles() = default;
    ExportFiles(const ExportFiles&) = delete;
    ExportFiles& operator=(const ExportFiles&) = delete;
    virtual ~ExportFiles() = default;

    /// Returns the names of all files, sorted.
    [[nodiscard]] virtual Result<std::vector<std::string>> names() = 0;

    /// Returns the bytes of a file that `names` returned.
    [[nodiscard]] virtual Result<std::string> read(const std::string& name) = 0;
};

/// Takes one file of an export.
using ExportSink = std::function<Result<void>(const std::string& name, std::string_view bytes)>;

/// Returns where a body stands in an export.
[[nodiscard]] std::string body_path(const Sha256& hash);

/// Returns where the head that a rotation of keys signed stands in an export.
[[nodiscard]] std::string rotation_path(std::uint64_t size);

/// Writes the public part of a record, `checkpoint` last. Errors: `export.not_signed` where the
/// head of the last entry is not signed; those of the store and of the entries.
[[nodiscard]] Result<void> write_export(Store& store, const ExportSink& sink);

}  // namespace travaux::record
