// SPDX-License-Identifier: MIT
#include "host/site_pages.h"

#include <algorithm>

#include "formats/html_sink.h"

namespace travaux::host {
namespace {

namespace json = boost::json;
using formats::escaped;

// A name of a field as people read it.
std::string spoken(std::string_view name) {
    std::string words(name);
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::string cell(const json::value& value) {
    if (value.is_string()) return formats::isolated(value.get_string());
    if (value.is_array()) {
        std::string list;
        for (const json::value& one : value.get_array()) {
            list += (list.empty() ? "" : "; ") + cell(one);
        }
        return list;
    }
    if (value.is_object()) {
        std::string list;
        for (const auto& field : value.get_object()) {
            list += (list.empty() ? "" : ", ") + escaped(spoken(field.key())) + " " +
                    cell(field.value());
        }
        return list;
    }
    return escaped(json::serialize(value));
}

// The names of all fields, in the order in which they come up.
std::vector<std::string> columns_of(const json::array& rows) {
    std::vector<std::string> columns;
    for (const json::value& row : rows) {
        if (!row.is_object()) continue;
        for (const auto& field : row.get_object()) {
            if (std::ranges::find(columns, field.key()) == columns.end()) {
                columns.emplace_back(field.key());
            }
        }
    }
    return columns;
}

std::string row_of(const json::object& row, const std::vector<std::string>& columns) {
    std::string text = "<tr>";
    for (const std::string& column : columns) {
        const json::value* value = row.if_contains(column);
        const bool is_head = column == columns.front();
        text += is_head ? "<th scope=\"row\">" : "<td>";
        if (value != nullptr) text += cell(*value);
        text += is_head ? "</th>" : "</td>";
    }
    return text + "</tr>\n";
}

}  // namespace

std::string site_page(std::string_view title, std::string_view body, std::string_view up,
                      const SiteFoot& foot) {
    const std::string home(up);
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
           escaped(title) + "</title>\n<link rel=\"stylesheet\" href=\"" + home +
           "style.css\">\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">To the content</a>\n" +
           (home.empty() ? ""
                         : "<nav><a href=\"" + home + "index.html\">The committee</a></nav>\n") +
           "<main id=\"main\">\n<h1>" + escaped(title) + "</h1>\n" + std::string(body) +
           "</main>\n<footer><p>Record " + escaped(foot.origin) + ", " +
           std::to_string(foot.entries) + " entries, root <code>" + foot.root +
           "</code>. <a href=\"" + home + "record/checkpoint\">The signed head</a></p></footer>\n" +
           "</body>\n</html>\n";
}

std::string links_section(std::string_view heading, const std::vector<SiteLink>& links) {
    if (links.empty()) return {};
    std::string text = "<h2>" + escaped(heading) + "</h2>\n<ul>\n";
    for (const SiteLink& link : links) {
        text += "<li><a href=\"" + escaped(link.to) + "\">" + escaped(link.words) + "</a></li>\n";
    }
    return text + "</ul>\n";
}

std::string table_section(std::string_view heading, const json::value& shown) {
    const json::array rows = shown.is_array() ? shown.get_array() : json::array{shown};
    const std::vector<std::string> columns = columns_of(rows);
    if (columns.empty()) return {};
    std::string text = "<div class=\"wide\" role=\"region\" aria-label=\"" + escaped(heading) +
                       "\" tabindex=\"0\">\n<table>\n<caption>" + escaped(heading) +
                       "</caption>\n<thead><tr>";
    for (const std::string& column : columns) {
        text += "<th scope=\"col\">" + escaped(spoken(column)) + "</th>";
    }
    text += "</tr></thead>\n<tbody>\n";
    for (const json::value& row : rows) {
        if (row.is_object()) text += row_of(row.get_object(), columns);
    }
    return text + "</tbody>\n</table>\n</div>\n";
}

std::string_view site_style() {
    return R"(body { font: 1rem/1.5 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff;
       margin: 0 auto; max-width: 60rem; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.2rem; }
a { color: #0b4f8a; }
a:focus, .wide:focus { outline: 3px solid #0b4f8a; outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0; font-size: .9rem; }
caption { text-align: start; font-weight: bold; padding: .25rem 0; }
th, td { border-bottom: 1px solid #8a8a8a; padding: .25rem .5rem; text-align: start;
         vertical-align: top; }
footer { border-top: 1px solid #8a8a8a; margin-top: 2rem; font-size: .85rem; }
code { overflow-wrap: anywhere; }
)";
}

}  // namespace travaux::host
