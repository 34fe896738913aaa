// Who may do what, as tests/rights.txt says it.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <map>
#include <string>

#include "tests/corpus.h"

namespace travaux::tests {

/// By act and capacity: `any` or `own`; what is not there is refused.
using RightsTable = std::map<std::string, std::map<std::string, std::string>>;

inline RightsTable rights_table() {
    RightsTable table;
    const std::string bytes = bytes_of(project_folder() / "tests/rights.txt");
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        const std::string line = bytes.substr(at, end - at);
        at = end + 1;
        if (line.empty() || line[0] == '#') continue;
        auto& row = table[line.substr(0, line.find(' '))];
        std::string rest = line.substr(line.find(' '));
        while (!rest.empty()) {
            rest.erase(0, rest.find_first_not_of(" ,"));
            const auto comma = std::min(rest.find(','), rest.size());
            const std::string name = rest.substr(0, comma);
            rest.erase(0, comma);
            const auto own = name.find(" (own)");
            row[name.substr(0, own)] = own == std::string::npos ? "any" : "own";
        }
    }
    return table;
}

}  // namespace travaux::tests
