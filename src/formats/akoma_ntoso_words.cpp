// SPDX-License-Identifier: MIT
#include "formats/akoma_ntoso_words.h"

#include <string_view>
#include <vector>

#include "formats/akoma_ntoso_elements.h"
#include "formats/akoma_ntoso_map.h"
#include "formats/normalise.h"

namespace travaux::formats {
namespace {

std::string words_of_one(const pugi::xml_node& node) {
    pugi::xml_document alone;
    auto holder = alone.append_child("p");
    holder.append_copy(node);
    return raw_words_of(holder);
}

// Notes, and what leads to notes, outlast the words at which they stand.
bool is_note(const pugi::xml_node& node) {
    return role_of(node.name()) == ElementRole::note || std::string_view(node.name()) == "noteRef";
}

// Takes notes out of markup that goes, and leaves them before it.
void save_notes(pugi::xml_node element, const pugi::xml_node& node, const pugi::xml_node& before) {
    if (node.type() != pugi::node_element) return;
    if (is_note(node)) {
        element.insert_move_before(node, before);
        return;
    }
    for (auto child = node.first_child(); child;) {
        const auto next = child.next_sibling();
        save_notes(element, child, before);
        child = next;
    }
}

// Replaces the children from `first` up to `end`, which stays, by words.
void replace(pugi::xml_node element, pugi::xml_node first, const pugi::xml_node& end,
             const std::string& words) {
    if (!words.empty()) {
        auto node = first ? element.insert_child_before(pugi::node_pcdata, first)
                          : element.append_child(pugi::node_pcdata);
        node.set_value(words.c_str());
    }
    while (first && first != end) {
        const auto next = first.next_sibling();
        if (!is_note(first)) {
            save_notes(element, first, first);
            element.remove_child(first);
        }
        first = next;
    }
}

}  // namespace

void set_words(pugi::xml_node element, const std::string& words) {
    // How much of the new words the first children, and the last ones, say already.
    std::string said;
    std::size_t kept_front = 0;
    std::size_t front = 0;
    std::vector<pugi::xml_node> children;
    for (const auto& child : element.children()) children.push_back(child);
    for (std::size_t at = 0; at < children.size(); ++at) {
        said += words_of_one(children[at]);
        const auto plain = normalised(said);
        if (!plain || !words.starts_with(*plain)) break;
        front = at + 1;
        kept_front = plain->size();
    }
    said.clear();
    std::size_t kept_back = 0;
    std::size_t back = children.size();
    for (std::size_t at = children.size(); at-- > front;) {
        said.insert(0, words_of_one(children[at]));
        const auto plain = normalised(said);
        if (!plain || !words.ends_with(*plain) || plain->size() + kept_front > words.size()) break;
        back = at;
        kept_back = plain->size();
    }
    const std::string middle = words.substr(kept_front, words.size() - kept_front - kept_back);
    const auto first = front < children.size() ? children[front] : pugi::xml_node{};
    const auto end = back < children.size() ? children[back] : pugi::xml_node{};
    replace(element, first, end, middle);
    if (normalised(raw_words_of(element)) != words) {
        replace(element, element.first_child(), {}, words);
    }
}

}  // namespace travaux::formats
