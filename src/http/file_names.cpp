// SPDX-License-Identifier: MIT
#include "http/file_names.h"

namespace travaux::http {
namespace {

bool is_plain(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') ||
           (sign >= '0' && sign <= '9') || sign == '.' || sign == '_';
}

}  // namespace

std::string saved_as(std::initializer_list<std::string_view> parts, std::string_view ending) {
    std::string name;
    for (const std::string_view part : parts) {
        if (!part.empty() && !name.empty()) name += '-';
        for (const char sign : part) name += is_plain(sign) ? sign : '-';
    }
    return "attachment; filename=\"" + name + "." + std::string(ending) + "\"";
}

}  // namespace travaux::http
