// SPDX-License-Identifier: MIT
#include "tests/scenario_line.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace travaux::tests {
namespace {

namespace json = boost::json;

std::unexpected<Error> malformed(std::string_view text) {
    return std::unexpected(Error{ErrorCode::invalid, "scenario.malformed", {std::string(text)}});
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// Returns the length of JSON that opens with a bracket, or of a quoted text.
std::size_t length_of_value(std::string_view text) {
    std::size_t depth = 0;
    bool is_quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_quoted && text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            is_quoted = !is_quoted;
            if (!is_quoted && depth == 0) return at + 1;
        } else if (!is_quoted && (text[at] == '[' || text[at] == '{')) {
            ++depth;
        } else if (!is_quoted && (text[at] == ']' || text[at] == '}')) {
            if (--depth == 0) return at + 1;
        }
    }
    return std::string_view::npos;
}

json::value value_of(const Token& token) {
    if (token.is_quoted) return json::value(token.text);
    std::int64_t number = 0;
    const char* end = token.text.data() + token.text.size();
    const auto read = std::from_chars(token.text.data(), end, number);
    if (read.ec == std::errc{} && read.ptr == end) return number;
    const bool is_json = token.text.starts_with('[') || token.text.starts_with('{');
    if (!is_json) return json::value(token.text);
    json::error_code failure;
    json::value value = json::parse(token.text, failure);
    return failure ? json::value(token.text) : value;
}

// `text "article 1" replace "shall" with "may" and delete "article 9"`
Result<json::array> parts_of(const std::vector<Token>& words) {
    constexpr std::array of_new = {"kind", "number", "heading", "text"};
    json::array parts;
    for (std::size_t at = 0; at < words.size();) {
        json::object part{{"part", words[at].text}};
        const bool inserts = words[at].text == "insert";
        ++at;
        if (at < words.size() && words[at].is_quoted) part["provision"] = words[at++].text;
        json::object added;
        while (at < words.size() && words[at].text != "and") {
            if (at + 1 >= words.size() || !words[at + 1].is_quoted) {
                return malformed(words[at].text);
            }
            const std::string& key = words[at].text;
            const bool is_new = inserts && std::ranges::find(of_new, key) != of_new.end();
            (is_new ? added : part)[key] = words[at + 1].text;
            at += 2;
        }
        if (inserts) part["new"] = std::move(added);
        parts.emplace_back(std::move(part));
        ++at;
    }
    return parts;
}

std::string printed(const json::value& value) {
    if (value.is_string()) {
        const std::string text(value.get_string());
        const bool is_plain = !text.empty() && text.find_first_of(" \"=,") == std::string::npos;
        return is_plain ? text : json::serialize(value);
    }
    if (value.is_array()) {
        std::string list;
        for (const json::value& one : value.get_array()) {
            list += (list.empty() ? "" : ",") + printed(one);
        }
        return list;
    }
    return json::serialize(value);
}

}  // namespace

Result<std::vector<Token>> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        Token token;
        const auto equals = text.find_first_of("= \"");
        if (equals != std::string_view::npos && text[equals] == '=') {
            token.key = text.substr(0, equals);
            text.remove_prefix(equals + 1);
        }
        std::size_t length = std::min(text.find(' '), text.size());
        const bool has_end =
            text.starts_with('"') || text.starts_with('[') || text.starts_with('{');
        if (has_end) length = length_of_value(text);
        if (length == std::string_view::npos) return malformed(text);
        token.is_quoted = text.starts_with('"');
        token.text = token.is_quoted ? std::string(json::parse(text.substr(0, length)).as_string())
                                     : std::string(text.substr(0, length));
        text.remove_prefix(length);
        tokens.push_back(std::move(token));
    }
    return tokens;
}

Result<ScenarioLine> parse_act_line(std::string_view text) {
    ScenarioLine line;
    text = trimmed(text);
    const auto gap = text.find("  ");
    if (gap == std::string_view::npos) return malformed(text);
    line.who = text.substr(0, gap);
    text.remove_prefix(gap);
    if (const auto arrow = text.rfind(" -> "); arrow != std::string_view::npos) {
        line.outcome = trimmed(text.substr(arrow + 4));
        text = text.substr(0, arrow);
    }
    TRY_ASSIGN(line.tokens, tokens_of(text));
    if (line.tokens.empty()) return malformed(text);
    line.name = line.tokens.front().text;
    line.tokens.erase(line.tokens.begin());
    return line;
}

Result<json::object> fields_of_tokens(const std::vector<Token>& tokens) {
    json::object fields;
    std::vector<Token> words;
    for (const Token& token : tokens) {
        if (token.key.empty()) {
            words.push_back(token);
        } else {
            fields[token.key] = value_of(token);
        }
    }
    if (words.empty()) return fields;
    TRY_ASSIGN(fields["parts"], parts_of(words));
    return fields;
}

std::vector<std::string> lines_of(const json::value& value) {
    std::vector<std::string> lines;
    if (value.is_array()) {
        for (const json::value& one : value.get_array()) {
            for (std::string& line : lines_of(one)) lines.push_back(std::move(line));
        }
    } else if (value.is_object()) {
        std::string line;
        for (const auto& field : value.get_object()) {
            line +=
                (line.empty() ? "" : " ") + std::string(field.key()) + "=" + printed(field.value());
        }
        lines.push_back(std::move(line));
    } else {
        lines.push_back(printed(value));
    }
    return lines;
}

}  // namespace travaux::tests
