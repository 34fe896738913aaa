// Which list a paragraph is in, and which heading it is: what the parts on numbering and styles
// say.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "docx/document.h"

namespace travaux::docx {

class Numbering {
public:
    /// Reads the two parts, either of which may be empty, and appends the lists to a document.
    void read(const pugi::xml_document& numbering, const pugi::xml_document& styles,
              Document& document);

    /// Returns the place of a paragraph, given its properties: its own, else that of its style.
    [[nodiscard]] std::optional<ListPlace> place_of(const pugi::xml_node& properties) const;

    /// Returns the outline level of a paragraph, from 1, or 0 for none: its own, else that of its
    /// style, and 1 for the style of titles.
    [[nodiscard]] std::uint8_t outline_of(const pugi::xml_node& properties) const;

private:
    // What properties say of numbering; `number` is 0 where they take a list away.
    struct Said {
        std::optional<std::string> number;
        std::optional<std::size_t> level;
    };
    struct Style {
        std::string based_on;
        Said said;
        std::optional<std::uint8_t> outline;
    };

    [[nodiscard]] static Said said_in(const pugi::xml_node& properties);
    [[nodiscard]] Said said_by_style(std::string style) const;
    void read_styles(const pugi::xml_document& styles);
    [[nodiscard]] pugi::xml_node abstract_list_of(const std::string& number) const;
    [[nodiscard]] pugi::xml_node followed(pugi::xml_node list) const;
    void add_list(const pugi::xml_node& number, const pugi::xml_node& list, Document& document);

    std::map<std::string, pugi::xml_node> abstract_;  // lists, by their ids
    std::map<std::string, std::string> abstract_of_;  // the ids of lists, by numbers
    std::map<std::string, Style> styles_;             // by id
    std::map<std::string, std::size_t> lists_;        // in the document, by the numbers of lists
    std::map<std::string, std::size_t> counters_;     // by the ids of abstract lists
    std::map<std::string, std::size_t> level_of_;  // of styles that a list names, by "list style"
};

}  // namespace travaux::docx
