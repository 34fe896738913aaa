// SPDX-License-Identifier: MIT
#include "formats/akoma_ntoso_shape.h"

#include <algorithm>
#include <array>

#include "formats/akoma_ntoso_elements.h"
#include "formats/akoma_ntoso_map.h"

namespace travaux::formats {
namespace {

bool is_named(const pugi::xml_node& node, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, std::string_view(node.name())) != names.end();
}

bool holds_elements(const pugi::xml_node& node) {
    return !node.find_child([](const auto& child) { return child.type() == pugi::node_element; })
                .empty();
}

// Whether an element in which something stood may go on without it.
bool may_stay_without(const pugi::xml_node& node) {
    const auto role = role_of(node.name());
    if (role == ElementRole::item || role == ElementRole::recital || is_named(node, {"tblock"})) {
        return !node.find_child([](const auto& child) {
                        const auto one = role_of(child.name());
                        return one == ElementRole::block || one == ElementRole::holder ||
                               one == ElementRole::table;
                    })
                    .empty() ||
               is_named(node, {"li"});
    }
    const bool needs_more = role == ElementRole::table || role == ElementRole::table_row ||
                            role == ElementRole::preamble || role == ElementRole::component ||
                            role == ElementRole::note ||
                            is_named(node, {"body", "mainBody", "portionBody", "collectionBody"});
    return !needs_more || holds_elements(node);
}

}  // namespace

bool is_hierarchical(const pugi::xml_node& node) {
    const auto role = role_of(node.name());
    return role == ElementRole::division || role == ElementRole::paragraph;
}

bool may_have_number(const pugi::xml_node& node) {
    const auto role = role_of(node.name());
    return is_hierarchical(node) || role == ElementRole::recital ||
           (role == ElementRole::item && !is_named(node, {"li"}));
}

bool may_have_text(const pugi::xml_node& node) {
    const auto role = role_of(node.name());
    return may_have_number(node) || role == ElementRole::table_cell || role == ElementRole::note;
}

bool may_change_places(const pugi::xml_node& node, const pugi::xml_node& beside) {
    if (node.parent() != beside.parent()) return false;
    return (is_hierarchical(node) && is_hierarchical(beside)) ||
           std::string_view(node.name()) == beside.name();
}

bool remove_element(const pugi::xml_node& element) {
    auto parent = element.parent();
    parent.remove_child(element);
    while (role_of(parent.name()) == ElementRole::holder && !holds_elements(parent) &&
           !parent.attribute(provision_attribute) && may_stay_without(parent)) {
        const auto empty = parent;
        parent = parent.parent();
        parent.remove_child(empty);
    }
    return may_stay_without(parent);
}

std::string name_beside(const pugi::xml_node& beside, bool is_plain) {
    if (is_named(beside.parent(), {"portionBody", "toc", "blockList"}) &&
        !is_named(beside, {"item"})) {
        return {};
    }
    switch (role_of(beside.name()).value_or(ElementRole::empty)) {
        case ElementRole::item:
        case ElementRole::table_row: return beside.name();
        case ElementRole::table_cell: return "td";
        case ElementRole::block: return is_plain ? "p" : "";
        case ElementRole::division:
        case ElementRole::paragraph:
        case ElementRole::recital:
        case ElementRole::preamble:
        case ElementRole::holder:
        case ElementRole::number:
        case ElementRole::heading:
        case ElementRole::line:
        case ElementRole::table:
        case ElementRole::note:
        case ElementRole::component:
        case ElementRole::empty:
        case ElementRole::inside: break;
    }
    return {};
}

std::string name_inside(const pugi::xml_node& parent) {
    const auto role = role_of(parent.name());
    if (role == ElementRole::table) return "tr";
    return role == ElementRole::table_row ? "td" : "";
}

pugi::xml_node place_division(std::string_view element, pugi::xml_node parent,
                              const pugi::xml_node& before, const pugi::xml_node& beside) {
    const std::string name(element);
    if (beside && is_hierarchical(beside)) {
        auto holder = beside.parent();
        if (!is_hierarchical(holder) &&
            !is_named(holder, {"body", "mainBody", "list", "sublist"})) {
            return {};
        }
        return before ? holder.insert_child_after(name.c_str(), before)
                      : holder.insert_child_before(name.c_str(), beside);
    }
    if (!parent || !is_hierarchical(parent)) return {};
    // Words before further provisions introduce them.
    auto introduction = parent.child("intro");
    if (auto content = parent.child("content")) {
        content.set_name("intro");
        introduction = content;
    }
    if (!beside) {
        const auto last = parent.child("wrapUp");
        return last ? parent.insert_child_before(name.c_str(), last)
                    : parent.append_child(name.c_str());
    }
    const bool is_introduced = before && introduction && before.parent() == introduction;
    return is_introduced ? parent.insert_child_after(name.c_str(), introduction) : pugi::xml_node{};
}

}  // namespace travaux::formats
