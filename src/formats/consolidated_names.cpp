// SPDX-License-Identifier: MIT
#include "formats/consolidated_names.h"

#include <algorithm>
#include <array>

namespace travaux::formats {
namespace {

using namespace consolidation;

constexpr std::array<std::string_view, 6> nodes = {"words",     "place",        "deletion",
                                                   "insertion", "bracket_open", "bracket_close"};
constexpr std::array<std::string_view, 6> marks = {"delete",  "move",    "join",
                                                   "bracket", "reserve", "note"};
constexpr std::array<std::string_view, 3> rows = {"provision", "insertion", "destination"};

template <typename Kind, std::size_t count>
std::optional<Kind> find(const std::array<std::string_view, count>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Kind>(found - names.begin());
}

}  // namespace

std::string_view name_of(NodeKind kind) { return nodes[static_cast<std::size_t>(kind)]; }
std::string_view name_of(MarkKind kind) { return marks[static_cast<std::size_t>(kind)]; }
std::string_view name_of(RowKind kind) { return rows[static_cast<std::size_t>(kind)]; }

std::optional<NodeKind> parse_node_kind(std::string_view name) {
    return find<NodeKind>(nodes, name);
}
std::optional<MarkKind> parse_mark_kind(std::string_view name) {
    return find<MarkKind>(marks, name);
}
std::optional<RowKind> parse_row_kind(std::string_view name) { return find<RowKind>(rows, name); }

}  // namespace travaux::formats
