// SPDX-License-Identifier: MIT
#include "record/checkpoint.h"

#include <algorithm>
#include <charconv>
#include <memory>

#include "base/base64.h"

namespace travaux::record {
namespace {

std::optional<std::uint64_t> parse_size(std::string_view digits) {
    std::uint64_t size = 0;
    const auto failure =
        std::from_chars(std::to_address(digits.begin()), std::to_address(digits.end()), size).ec;
    // A number has one spelling; what stands after it is no part of that.
    if (failure != std::errc{} || std::to_string(size) != digits) return std::nullopt;
    return size;
}

// The next line of a text, which loses it; nothing where no line's end is left.
std::optional<std::string_view> take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

}  // namespace

std::string text_of(const Checkpoint& checkpoint) {
    const std::string root(checkpoint.head.root.begin(), checkpoint.head.root.end());
    return checkpoint.origin + "\n" + std::to_string(checkpoint.head.size) + "\n" + base64(root) +
           "\n";
}

Result<Checkpoint> read_checkpoint(std::string_view text) {
    const auto refuse = [](std::string_view line) {
        return std::unexpected(
            Error{ErrorCode::invalid, "checkpoint.malformed", {std::string(line)}});
    };
    const auto origin = take_line(text);
    if (!origin || !is_key_name(*origin)) return refuse("line 1 is no origin");
    const auto digits = take_line(text);
    const auto size = digits ? parse_size(*digits) : std::nullopt;
    if (!size) return refuse("line 2 is no number of entries");
    const auto hash = take_line(text);
    const auto root = hash ? parse_base64(*hash) : std::nullopt;
    if (!root || root->size() != sizeof(Sha256)) return refuse("line 3 is no root hash");
    if (!text.empty()) return refuse("there are more than three lines");
    Checkpoint checkpoint{std::string(*origin), {*size, {}}};
    std::ranges::copy(*root, checkpoint.head.root.begin());
    return checkpoint;
}

Result<Note> sign_head(const Tree& tree, std::uint64_t size, const std::optional<Checkpoint>& last,
                       std::span<const SigningKey> keys) {
    VERIFY(!keys.empty() && size <= tree.size());
    const std::string& origin = keys.front().name;
    for (const SigningKey& key : keys) VERIFY(key.name == origin);
    if (last) {
        VERIFY(last->origin == origin);
        if (size < last->head.size) {
            return std::unexpected(
                Error{ErrorCode::refused,
                      "checkpoint.shorter",
                      {origin, std::to_string(size), std::to_string(last->head.size)}});
        }
        if (tree.root(last->head.size) != last->head.root) {
            return std::unexpected(Error{ErrorCode::corrupt,
                                         "checkpoint.two_roots",
                                         {origin, std::to_string(last->head.size)}});
        }
    }
    return sign_note(text_of({origin, {size, tree.root(size)}}), keys);
}

}  // namespace travaux::record
