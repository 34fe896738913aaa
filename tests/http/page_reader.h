// Somebody who looks at the pages of a committee that is served to a test, and sends their forms.
// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <optional>

#include "tests/http/sent_form.h"
#include "tests/http/served_negotiation.h"

namespace travaux::tests {

using Form = std::vector<std::pair<std::string, std::string>>;

inline std::string encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char sign : text) {
        const auto byte = static_cast<unsigned char>(sign);
        out += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return out;
}

/// Somebody who looks at the pages of the committee; a visitor where there is no caller.
class PageReader {
public:
    PageReader(ServedNegotiation& served, std::optional<committee::Caller> caller)
        : client_(served.port()), caller_(std::move(caller)) {}

    HttpAnswer see(const std::string& page) { return client_.ask("GET", at(page), head()); }

    HttpAnswer send(const std::string& page, const Form& form) {
        std::string body;
        for (const auto& [name, value] : form) {
            body += (body.empty() ? "" : "&") + encoded(name) + "=" + encoded(value);
        }
        HttpFields fields = head();
        fields.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        return client_.ask("POST", at(page), fields, body);
    }

    HttpAnswer send(const std::string& page, const SentForm& form) {
        HttpFields fields = head();
        fields.emplace_back("Content-Type", form.media_type());
        return client_.ask("POST", at(page), fields, form.body());
    }

private:
    static std::string at(const std::string& page) { return "/committees/under-test" + page; }
    [[nodiscard]] HttpFields head() const { return caller_ ? as(*caller_) : HttpFields{}; }

    HttpClient client_;
    std::optional<committee::Caller> caller_;
};

/// Returns what stands in the field of a form: of the first on a page.
inline std::string value_in(const HttpAnswer& page, const std::string& name) {
    const std::string begin = "name=\"" + name + "\" value=\"";
    const std::size_t at = page.body.find(begin);
    REQUIRE_MESSAGE(at != std::string::npos, name << " in " << page.body);
    const std::size_t first = at + begin.size();
    return page.body.substr(first, page.body.find('"', first) - first);
}

inline bool says(const HttpAnswer& page, std::string_view words) {
    return page.body.find(words) != std::string::npos;
}

}  // namespace travaux::tests
