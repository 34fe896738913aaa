// SPDX-License-Identifier: MIT
#include "mail/head.h"

#include <algorithm>
#include <array>

#include "base/base64.h"
#include "base/date.h"
#include "base/days.h"

namespace travaux::mail {
namespace {

constexpr std::size_t plain_bytes_max = 60;  // then a line is short, whatever stands before
// 45 bytes are 60 signs, and with `=?UTF-8?B?` and `?=` 72 of 75.
constexpr std::size_t encoded_bytes_max = 45;

bool is_plain(char c) { return c >= 0x20 && c < 0x7F; }

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string two_digits(std::int64_t number) {
    std::string digits = std::to_string(number);
    if (digits.size() < 2) digits.insert(0, 1, '0');
    return digits;
}

bool is_of_phrase(char c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter || (c >= '0' && c <= '9') || c == ' ' || c == '-';
}

std::string encoded(std::string_view words) {
    std::string encoded;
    while (!words.empty()) {
        std::size_t end = std::min(words.size(), encoded_bytes_max);
        while (end < words.size() && end > 1 && continues_character(words[end])) --end;
        encoded += encoded.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?";
        encoded += base64(words.substr(0, end)) + "?=";
        words.remove_prefix(end);
    }
    return encoded;
}

// Without ends of lines and other signs that are not words.
std::string one_line(std::string_view words) {
    std::string line(words);
    for (char& c : line) {
        const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        if (is_control) c = ' ';
    }
    return line;
}

std::string shown(const Mailbox& mailbox) {
    if (mailbox.name.empty()) return mailbox.address;
    // A name with points or commas would have to be quoted; encoded it is right as it is.
    const bool is_simple = std::ranges::all_of(mailbox.name, is_of_phrase);
    const std::string name = is_simple ? mailbox.name : encoded(one_line(mailbox.name));
    return name + " <" + mailbox.address + ">";
}

}  // namespace

std::string encoded_words(std::string_view words) {
    // What looks like an encoded word is encoded too.
    const bool is_simple = words.size() <= plain_bytes_max &&
                           std::ranges::all_of(words, is_plain) &&
                           words.find("=?") == std::string_view::npos;
    return is_simple ? std::string(words) : encoded(one_line(words));
}

std::string date_field(std::int64_t time_ms) {
    constexpr std::array week = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    constexpr std::int64_t day_s = 86'400;
    const Date date = date_of(time_ms);
    const std::int64_t second = time_ms / 1000 % day_s;
    return std::string(week.at(static_cast<std::size_t>(weekday_of(date)))) + ", " +
           two_digits(date.day) + " " + months.at(static_cast<std::size_t>(date.month - 1)) + " " +
           std::to_string(date.year) + " " + two_digits(second / 3600) + ":" +
           two_digits(second / 60 % 60) + ":" + two_digits(second % 60) + " +0000";
}

bool is_sound_address(std::string_view address) {
    constexpr std::string_view signs_with_meaning = "<>()[]\\,;:\" ";
    const std::size_t at = address.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < address.size() &&
           address.find('@', at + 1) == std::string_view::npos &&
           std::ranges::none_of(address, [&](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte < 0x20 || byte == 0x7F ||
                      signs_with_meaning.find(c) != std::string_view::npos;
           });
}

std::optional<Mailbox> parse_mailbox(std::string_view text) {
    Mailbox mailbox;
    const std::size_t open = text.find('<');
    if (open == std::string_view::npos) {
        mailbox.address = text;
    } else {
        if (!text.ends_with('>')) return std::nullopt;
        mailbox.address = text.substr(open + 1, text.size() - open - 2);
        std::string_view name = text.substr(0, open);
        while (name.ends_with(' ')) name.remove_suffix(1);
        mailbox.name = name;
    }
    if (!is_sound_address(mailbox.address)) return std::nullopt;
    return mailbox;
}

std::vector<std::string> head_of(const Mail& mail) {
    std::vector<std::string> fields = {
        "Date: " + date_field(mail.time_ms),
        "From: " + shown(mail.from),
        "To: " + shown(mail.to),
        "Subject: " + encoded_words(mail.subject),
        "Message-ID: <" + mail.id + ">",
        "Content-Language: " + std::string(code_of(mail.language)),
        // No program answers it: RFC 3834, section 5.
        "Auto-Submitted: auto-generated",
    };
    if (mail.unsubscribe) {
        fields.push_back("List-Unsubscribe: <" + *mail.unsubscribe + ">");
        fields.emplace_back("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }
    return fields;
}

}  // namespace travaux::mail
