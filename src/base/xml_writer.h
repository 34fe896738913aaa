// The one place that writes XML: every text is escaped here, and elements close in order.
// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace travaux {

class XmlWriter {
public:
    using Attribute = std::pair<std::string_view, std::string>;

    /// Opens an element; attributes with an empty value are left out.
    void open(std::string_view name, std::initializer_list<Attribute> attributes = {});

    /// Closes the element opened last.
    void close();

    /// Writes an element without content.
    void empty(std::string_view name, std::initializer_list<Attribute> attributes = {});

    /// Writes text. Characters that XML cannot carry fall away.
    void text(std::string_view text);

    /// Writes a line end, between elements only.
    void line();

    /// Returns the document. REQUIRES: every element is closed.
    [[nodiscard]] std::string finish() &&;

private:
    void start(std::string_view name, std::initializer_list<Attribute> attributes);
    void escape(std::string_view text);

    std::string bytes_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    std::vector<std::string> open_;
};

}  // namespace travaux
