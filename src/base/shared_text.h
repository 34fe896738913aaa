// A text that never changes, kept once for all its copies.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace travaux {

/// Copies share their bytes. It may be part of a longer text, such as a file that was read, which
/// then stays as long as any part of it.
class SharedText {
public:
    SharedText() = default;

    // NOLINTBEGIN(google-explicit-constructor): it stands where a text stands
    /// Keeps a text of its own.
    SharedText(std::string text) {
        const auto kept = std::make_shared<const std::string>(std::move(text));
        text_ = *kept;
        owner_ = kept;
    }
    SharedText(const char* text) : SharedText(std::string(text)) {}
    operator std::string_view() const { return text_; }
    // NOLINTEND(google-explicit-constructor)

    /// Returns a part that shares the bytes. REQUIRES: it is a view into this.
    [[nodiscard]] SharedText part(std::string_view inside) const {
        SharedText part;
        part.text_ = inside;
        part.owner_ = owner_;
        return part;
    }

    [[nodiscard]] std::string_view view() const { return text_; }
    [[nodiscard]] std::string copy() const { return std::string(text_); }
    [[nodiscard]] bool empty() const { return text_.empty(); }

    bool operator==(const SharedText& other) const { return text_ == other.text_; }
    bool operator==(std::string_view other) const { return text_ == other; }
    bool operator==(const std::string& other) const { return text_ == other; }
    bool operator==(const char* other) const { return text_ == other; }

private:
    std::string_view text_;
    std::shared_ptr<const void> owner_;
};

}  // namespace travaux
