// SPDX-License-Identifier: MIT
#include "http/form_data.h"

#include <algorithm>

#include "base/limits.h"
#include "base/utf8.h"
#include "http/answers.h"

namespace travaux::http {
namespace {

constexpr std::size_t boundary_bytes_max = 70;  // RFC 2046 section 5.1.1
constexpr std::string_view line_end = "\r\n";

std::unexpected<Error> malformed(std::string_view what) {
    return refuse_request("request.form_malformed", {std::string(what)});
}

// Returns a parameter, `name="value"` or `name=value`, of a field of a head.
std::optional<std::string> parameter_in(std::string_view field, std::string_view name) {
    while (!field.empty()) {
        const std::size_t semicolon = field.find(';');
        if (semicolon == std::string_view::npos) return std::nullopt;
        field.remove_prefix(semicolon + 1);
        while (field.starts_with(' ')) field.remove_prefix(1);
        const std::size_t equals = field.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const bool is_it = is_same_name(field.substr(0, equals), name);
        field.remove_prefix(equals + 1);
        const bool is_quoted = field.starts_with('"');
        if (is_quoted) field.remove_prefix(1);
        const std::size_t end = is_quoted ? field.find('"') : field.find(';');
        if (is_it) return std::string(field.substr(0, end));
        if (end == std::string_view::npos) return std::nullopt;
        field.remove_prefix(is_quoted ? end + 1 : end);
    }
    return std::nullopt;
}

// Browsers of old sent the whole path.
std::string without_folders(const std::string& path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

bool is_name(std::string_view text) {
    const auto is_fit = [](char sign) { return static_cast<unsigned char>(sign) >= ' '; };
    return text.size() <= limits::form_name_bytes && is_utf8(text) &&
           std::ranges::all_of(text, is_fit);
}

Result<SentField> read_head(std::string_view head) {
    SentField field;
    while (!head.empty()) {
        const std::size_t end = std::min(head.find(line_end), head.size());
        const std::string_view line = head.substr(0, end);
        head.remove_prefix(std::min(end + line_end.size(), head.size()));
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) return malformed("head of a field");
        if (!is_same_name(line.substr(0, colon), "Content-Disposition")) continue;
        const std::string_view value = line.substr(colon + 1);
        field.name = parameter_in(value, "name").value_or("");
        const auto file_name = parameter_in(value, "filename");
        field.is_file = file_name.has_value();
        field.file_name = without_folders(file_name.value_or(""));
    }
    if (field.name.empty() || !is_name(field.name)) return malformed("name of a field");
    if (!is_name(field.file_name)) return malformed("name of a file");
    return field;
}

}  // namespace

Result<std::vector<SentField>> read_form_data(const Request& request) {
    if (!is_same_name(media_type_of(request), "multipart/form-data")) {
        return refuse_request("request.media_type", {"multipart/form-data"});
    }
    const std::string boundary =
        parameter_in(request.field("Content-Type"), "boundary").value_or("");
    if (boundary.empty() || boundary.size() > boundary_bytes_max) return malformed("boundary");
    const std::string mark = "\r\n--" + boundary;
    std::string_view rest = request.body;
    if (!rest.starts_with(std::string_view(mark).substr(line_end.size()))) {
        return malformed("boundary");
    }
    rest.remove_prefix(mark.size() - line_end.size());
    std::vector<SentField> fields;
    while (!rest.starts_with("--")) {
        if (!rest.starts_with(line_end)) return malformed("boundary");
        const std::size_t head_end = rest.find("\r\n\r\n");
        if (head_end == std::string_view::npos) return malformed("head of a field");
        const std::size_t head_size = head_end < line_end.size() ? 0 : head_end - line_end.size();
        if (head_size > limits::form_head_bytes) return malformed("head of a field");
        TRY_ASSIGN(SentField field, read_head(rest.substr(line_end.size(), head_size)));
        rest.remove_prefix(head_end + 2 * line_end.size());
        const std::size_t end = rest.find(mark);
        if (end == std::string_view::npos) return malformed("end of a field");
        field.content = rest.substr(0, end);
        if (!field.is_file && !is_utf8(field.content)) return malformed(field.name);
        if (fields.size() >= limits::form_fields) {
            return refuse_request("request.form_too_long", {std::to_string(limits::form_fields)});
        }
        fields.push_back(std::move(field));
        rest.remove_prefix(end + mark.size());
    }
    return fields;
}

}  // namespace travaux::http
