// SPDX-License-Identifier: MIT
#include "understanding/wording_split.h"

#include "text/division.h"
#include "text/numbering.h"

namespace travaux::understanding {
namespace {

std::string behind(std::string_view text, std::size_t bytes) {
    text.remove_prefix(bytes);
    if (text.starts_with(' ')) text.remove_prefix(1);
    return std::string(text);
}

bool begins_with(std::string_view text, std::string_view number) {
    if (number.empty() || !text.starts_with(number)) return false;
    return text.size() == number.size() || text[number.size()] == ' ';
}

// How many bytes a number takes at the start of a line.
std::size_t number_bytes(std::string_view text, text::Language language) {
    if (const auto division = text::parse_division(language, text)) return division->number.size();
    const auto marker = text::parse_marker(text);
    const bool is_set_off = marker && (marker->bytes == text.size() || text[marker->bytes] == ' ');
    return is_set_off ? marker->bytes : 0;
}

}  // namespace

NumberedLine split_number(const FileLine& line, const std::string& former,
                          text::Language language) {
    const std::string& text = line.text;
    if (line.is_listed) return {former, behind(text, line.numbered.size())};
    if (begins_with(text, former)) return {former, behind(text, former.size())};
    const bool is_number =
        !line.numbered.empty() && number_bytes(line.numbered, language) == line.numbered.size();
    if (is_number) return {line.numbered, behind(text, line.numbered.size())};
    if (former.empty()) return {{}, text};
    const std::size_t bytes = number_bytes(text, language);
    return {text.substr(0, bytes), behind(text, bytes)};
}

}  // namespace travaux::understanding
