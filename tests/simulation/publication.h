// What the public has of a committee, and what it proves: from the exported record alone anybody
// makes every page again, byte for byte, and they are the pages that the committee itself shows.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "host/kept_committee.h"
#include "record/store.h"

namespace travaux::tests {

class Publication {
public:
    /// Publishes a record whose head is signed.
    explicit Publication(record::Store& store);

    /// Checks that the record in it is sound and gives the pages in it.
    void check_by_itself() const;

    /// Checks that texts and lists are those that a committee shows to everybody, whose clock
    /// stands at the last entry.
    void check_against(const host::KeptCommittee& committee) const;

    /// Whether words stand in any of its files.
    [[nodiscard]] bool says(std::string_view words) const;

private:
    void check_list(const host::KeptCommittee& committee, std::string_view file,
                    const std::string& bytes) const;
    void check_text(const host::KeptCommittee& committee, std::string_view file,
                    const std::string& bytes) const;

    std::map<std::string, std::string> files_;  // by name
};

}  // namespace travaux::tests
