// SPDX-License-Identifier: MIT
#include "docx/numbering.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace travaux::docx {
namespace {

constexpr std::size_t levels_max = 9;  // ISO/IEC 29500-1, 17.9.6
constexpr int steps_max = 32;          // of styles that are based on styles, and links of lists
constexpr std::uint32_t start_max = 32767;

std::optional<std::uint32_t> number_in(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string_view value_of(const pugi::xml_node& node) { return node.attribute("w:val").value(); }

ListLevel level_in(const pugi::xml_node& node) {
    ListLevel level;
    level.format = value_of(node.child("w:numFmt"));
    level.text = value_of(node.child("w:lvlText"));
    const auto start = number_in(value_of(node.child("w:start")));
    level.start = std::min(start.value_or(1), start_max);
    level.is_restarted = value_of(node.child("w:lvlRestart")) != "0";
    level.is_legal = static_cast<bool>(node.child("w:isLgl"));
    return level;
}

// Levels are counted from 0 there, and 9 takes one away: ISO/IEC 29500-1, 17.3.1.20.
std::optional<std::uint8_t> outline_in(const pugi::xml_node& properties) {
    const auto level = number_in(value_of(properties.child("w:outlineLvl")));
    if (!level) return std::nullopt;
    return static_cast<std::uint8_t>(*level < levels_max ? *level + 1 : 0);
}

void read_levels(const pugi::xml_node& parent, std::vector<ListLevel>& levels) {
    for (const auto& node : parent.children("w:lvl")) {
        const auto at = number_in(node.attribute("w:ilvl").value());
        if (at && *at < levels_max) levels[*at] = level_in(node);
    }
}

}  // namespace

void Numbering::read(const pugi::xml_document& numbering, const pugi::xml_document& styles,
                     Document& document) {
    read_styles(styles);
    const auto root = numbering.document_element();
    for (const auto& list : root.children("w:abstractNum")) {
        abstract_.emplace(list.attribute("w:abstractNumId").value(), list);
    }
    for (const auto& number : root.children("w:num")) {
        abstract_of_.emplace(number.attribute("w:numId").value(),
                             value_of(number.child("w:abstractNumId")));
    }
    for (const auto& number : root.children("w:num")) {
        const auto list = abstract_list_of(number.attribute("w:numId").value());
        if (list) add_list(number, followed(list), document);
    }
}

pugi::xml_node Numbering::abstract_list_of(const std::string& number) const {
    const auto id = abstract_of_.find(number);
    const auto list = id == abstract_of_.end() ? abstract_.end() : abstract_.find(id->second);
    return list == abstract_.end() ? pugi::xml_node() : list->second;
}

void Numbering::read_styles(const pugi::xml_document& styles) {
    for (const auto& node : styles.document_element().children("w:style")) {
        auto outline = outline_in(node.child("w:pPr"));
        if (!outline && value_of(node.child("w:name")) == "Title") outline = 1;
        styles_[node.attribute("w:styleId").value()] = {
            std::string(value_of(node.child("w:basedOn"))), said_in(node.child("w:pPr")), outline};
    }
}

// A list may say that a style has its levels.
pugi::xml_node Numbering::followed(pugi::xml_node list) const {
    for (int step = 0; step < steps_max; ++step) {
        const std::string_view link = value_of(list.child("w:numStyleLink"));
        const auto said = link.empty() ? Said{} : said_by_style(std::string(link));
        const auto next = said.number ? abstract_list_of(*said.number) : pugi::xml_node();
        if (!next) return list;
        list = next;
    }
    return list;
}

// Lists of one abstract list count on from each other, after one that starts anew too.
void Numbering::add_list(const pugi::xml_node& number, const pugi::xml_node& list,
                         Document& document) {
    const std::string id = number.attribute("w:numId").value();
    const std::string abstract = list.attribute("w:abstractNumId").value();
    List read;
    read.levels.resize(levels_max);
    read_levels(list, read.levels);
    read.counters = counters_.try_emplace(abstract, counters_.size()).first->second;
    for (const auto& node : number.children("w:lvlOverride")) {
        const auto at = number_in(node.attribute("w:ilvl").value());
        if (!at || *at >= levels_max) continue;
        if (const auto level = node.child("w:lvl")) read.levels[*at] = level_in(level);
        if (const auto start = number_in(value_of(node.child("w:startOverride")))) {
            read.levels[*at].start = std::min(*start, start_max);
            read.levels[*at].starts_anew = true;
        }
    }
    for (const auto& node : list.children("w:lvl")) {
        const auto at = number_in(node.attribute("w:ilvl").value());
        const std::string_view style = value_of(node.child("w:pStyle"));
        if (at && *at < levels_max && !style.empty()) {
            level_of_[id + " " + std::string(style)] = *at;
        }
    }
    lists_[id] = document.lists.size();
    document.lists.push_back(std::move(read));
}

Numbering::Said Numbering::said_in(const pugi::xml_node& properties) {
    const auto node = properties.child("w:numPr");
    Said said;
    if (const auto number = node.child("w:numId")) said.number = std::string(value_of(number));
    if (const auto level = number_in(value_of(node.child("w:ilvl")))) said.level = *level;
    return said;
}

// What a style leaves open, the style says that it is based on.
Numbering::Said Numbering::said_by_style(std::string style) const {
    Said said;
    for (int step = 0; step < steps_max && !style.empty(); ++step) {
        const auto found = styles_.find(style);
        if (found == styles_.end()) break;
        if (!said.number) said.number = found->second.said.number;
        if (!said.level) said.level = found->second.said.level;
        if (said.number) break;
        style = found->second.based_on;
    }
    return said;
}

std::uint8_t Numbering::outline_of(const pugi::xml_node& properties) const {
    if (const auto own = outline_in(properties)) return *own;
    std::string style(value_of(properties.child("w:pStyle")));
    for (int step = 0; step < steps_max && !style.empty(); ++step) {
        const auto found = styles_.find(style);
        if (found == styles_.end()) break;
        if (found->second.outline) return *found->second.outline;
        style = found->second.based_on;
    }
    return 0;
}

std::optional<ListPlace> Numbering::place_of(const pugi::xml_node& properties) const {
    const std::string style(value_of(properties.child("w:pStyle")));
    const Said own = said_in(properties);
    const Said of_style = said_by_style(style);
    const auto number = own.number ? own.number : of_style.number;
    if (!number) return std::nullopt;
    const auto list = lists_.find(*number);
    if (list == lists_.end()) return std::nullopt;
    auto level = own.level;
    if (!level) {
        const auto named = level_of_.find(*number + " " + style);
        level = named != level_of_.end() ? std::optional(named->second) : of_style.level;
    }
    return ListPlace{list->second, std::min(level.value_or(0), levels_max - 1)};
}

}  // namespace travaux::docx
