// A Word file as a package: a zip archive of parts, with their types and their relationships
// (ECMA-376, part 2).
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct zip;

namespace travaux::docx {

/// What a part says of another.
struct Relationship {
    std::string id;
    std::string kind;    ///< the last step of its type: `footnotes`
    std::string target;  ///< the path of a part, `word/footnotes.xml`; a URI where it is external
    bool is_external = false;
};

class Package {
public:
    /// Opens the bytes of a file, which outlive the package; `file` names it in refusals, and all
    /// its parts together have at most `unpacked_bytes`. Errors: `docx.not_a_package`,
    /// `docx.encrypted`, `docx.macros`, `docx.part_missing`, `docx.part_external`,
    /// `docx.type_unknown`, `docx.too_large`, and those of `parse_part`.
    [[nodiscard]] static Result<Package> open(std::string_view bytes, std::string file,
                                              std::size_t unpacked_bytes);

    [[nodiscard]] const std::string& file() const { return file_; }

    /// Returns the path of the part that has the text.
    [[nodiscard]] const std::string& main_part() const { return main_part_; }

    /// Returns the bytes of a part. Errors: `docx.part_missing`, `docx.part_damaged`.
    [[nodiscard]] Result<std::string> part(const std::string& path) const;

    /// Returns what a part says of others, targets as paths; nothing where it says nothing.
    [[nodiscard]] Result<std::vector<Relationship>> relationships_of(const std::string& path) const;

private:
    struct Discard {
        void operator()(zip* archive) const;
    };

    Package(std::string file, zip* archive) : file_(std::move(file)), archive_(archive) {}

    [[nodiscard]] std::unexpected<Error> refuse(std::string id, std::string detail = {}) const;
    [[nodiscard]] bool has(const std::string& path) const;
    [[nodiscard]] Result<void> check_sizes(std::size_t unpacked_bytes) const;
    [[nodiscard]] Result<void> read_types();
    [[nodiscard]] Result<void> find_main_part();
    [[nodiscard]] std::string type_of(const std::string& path) const;

    std::string file_;
    std::unique_ptr<zip, Discard> archive_;
    std::string main_part_;
    std::map<std::string, std::string> types_;             // by path
    std::map<std::string, std::string> types_of_endings_;  // by what a name ends in
};

}  // namespace travaux::docx
