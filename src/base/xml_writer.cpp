// SPDX-License-Identifier: MIT
#include "base/xml_writer.h"

#include "base/result.h"

namespace travaux {

void XmlWriter::open(std::string_view name, std::initializer_list<Attribute> attributes) {
    start(name, attributes);
    bytes_ += '>';
    open_.emplace_back(name);
}

void XmlWriter::close() {
    VERIFY(!open_.empty());
    bytes_ += "</" + open_.back() + ">";
    open_.pop_back();
}

void XmlWriter::empty(std::string_view name, std::initializer_list<Attribute> attributes) {
    start(name, attributes);
    bytes_ += "/>";
}

void XmlWriter::text(std::string_view text) { escape(text); }

void XmlWriter::line() { bytes_ += '\n'; }

std::string XmlWriter::finish() && {
    VERIFY(open_.empty());
    bytes_ += '\n';
    return std::move(bytes_);
}

void XmlWriter::start(std::string_view name, std::initializer_list<Attribute> attributes) {
    bytes_ += '<';
    bytes_ += name;
    for (const auto& [key, value] : attributes) {
        if (value.empty()) continue;
        bytes_ += ' ';
        bytes_ += key;
        bytes_ += "=\"";
        escape(value);
        bytes_ += '"';
    }
}

void XmlWriter::escape(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        switch (c) {
            case '&': bytes_ += "&amp;"; break;
            case '<': bytes_ += "&lt;"; break;
            case '>': bytes_ += "&gt;"; break;
            case '"': bytes_ += "&quot;"; break;
            default:
                // XML 1.0, 2.2: no controls, and neither U+FFFE nor U+FFFF.
                if (static_cast<unsigned char>(c) < 0x20) break;
                if (text.substr(at, 2) == "\xEF\xBF" && at + 2 < text.size() &&
                    static_cast<unsigned char>(text[at + 2]) >= 0xBE) {
                    at += 2;
                    break;
                }
                bytes_ += c;
        }
    }
}

}  // namespace travaux
