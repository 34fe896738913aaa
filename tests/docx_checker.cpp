// SPDX-License-Identifier: MIT
#include "tests/docx_checker.h"

#include <algorithm>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <set>
#include <utility>

#include "tests/docx_order.h"
#include "tests/word_file.h"

namespace travaux::tests {
namespace {

constexpr std::string_view types_path = "[Content_Types].xml";
constexpr std::string_view main_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
constexpr std::size_t longest_bookmark = 40;
constexpr std::size_t longest_author = 255;

using Xml = std::shared_ptr<pugi::xml_document>;

template <typename Visit>
void each_element(const pugi::xml_node& node, const Visit& visit) {
    for (const auto& child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        visit(child);
        each_element(child, visit);
    }
}

bool is_change(std::string_view name) {
    return name == "w:ins" || name == "w:del" || name == "w:moveFrom" || name == "w:moveTo";
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

bool is_relationships(const std::string& path) { return path.ends_with(".rels"); }

std::string relationships_of(const std::string& owner) {
    const std::string folder = folder_of(owner);
    return folder + "_rels/" + owner.substr(folder.size()) + ".rels";
}

std::string resolved(const std::string& owner, std::string target) {
    if (target.starts_with('/')) return target.substr(1);
    std::string folder = folder_of(owner);
    while (target.starts_with("../")) {
        target.erase(0, 3);
        if (!folder.empty()) folder = folder_of(folder.substr(0, folder.size() - 1));
    }
    return folder + target;
}

class Checker {
public:
    explicit Checker(WordParts parts) : parts_(std::move(parts)) {}

    std::vector<std::string> all() {
        parse();
        types();
        relationships();
        for (const auto& [path, xml] : xml_) {
            if (path.starts_with("word/") && !is_relationships(path)) text_part(path, *xml);
        }
        references();
        return std::move(problems_);
    }

private:
    void say(const std::string& path, const std::string& what) {
        problems_.push_back(path + ": " + what);
    }

    void parse() {
        for (const auto& [path, bytes] : parts_) {
            auto xml = std::make_shared<pugi::xml_document>();
            if (!xml->load_buffer(bytes.data(), bytes.size())) say(path, "is not well formed");
            xml_.emplace(path, std::move(xml));
        }
    }

    [[nodiscard]] pugi::xml_node root_of(const std::string& path) const {
        const auto found = xml_.find(path);
        return found == xml_.end() ? pugi::xml_node() : found->second->document_element();
    }

    // Every part has a type, and every type its part.
    void types() {
        std::map<std::string, std::string> by_ending;
        std::map<std::string, std::string> by_part;
        for (const auto& node : root_of(std::string(types_path)).children()) {
            const std::string type = node.attribute("ContentType").value();
            if (std::string_view(node.name()) == "Default") {
                by_ending.emplace(node.attribute("Extension").value(), type);
                continue;
            }
            const std::string part = std::string(node.attribute("PartName").value()).substr(1);
            if (!by_part.emplace(part, type).second) say(part, "has two types");
            if (!parts_.contains(part)) say(part, "has a type and is not there");
        }
        for (const auto& [path, bytes] : parts_) {
            const bool has_type =
                by_part.contains(path) || by_ending.contains(path.substr(path.rfind('.') + 1));
            if (path != types_path && !has_type) say(path, "has no type");
        }
        if (by_part["word/document.xml"] != main_type) say("word/document.xml", "is no document");
    }

    // Every relationship leads to a part, and every part has one that leads to it.
    void relationships() {
        std::set<std::string> reached;
        for (const auto& [path, xml] : xml_) {
            if (!is_relationships(path)) continue;
            const std::string owner = owner_of(path);
            if (!owner.empty() && !parts_.contains(owner)) say(path, "belongs to no part");
            std::set<std::string> ids;
            for (const auto& node : xml->document_element().children()) {
                const std::string id = node.attribute("Id").value();
                if (!ids.insert(id).second) say(path, "names " + id + " twice");
                const std::string target = resolved(owner, node.attribute("Target").value());
                if (!parts_.contains(target))
                    say(path, "leads to " + target + ", which is not there");
                reached.insert(target);
            }
        }
        for (const auto& [path, bytes] : parts_) {
            const bool is_of_package = path == types_path || is_relationships(path);
            if (!is_of_package && !reached.contains(path)) say(path, "is named by nothing");
        }
    }

    static std::string owner_of(const std::string& relationships) {
        std::string owner = relationships;
        owner.erase(owner.find("_rels/"), 6);
        owner.resize(owner.size() - std::string_view(".rels").size());
        return owner;
    }

    void text_part(const std::string& path, const pugi::xml_document& xml) {
        orders(path, xml);
        ids(path, xml);
        ranges(path, xml);
        contents(path, xml);
        named_relationships(path, xml);
    }

    void orders(const std::string& path, const pugi::xml_document& xml) {
        each_element(xml, [&](const pugi::xml_node& node) {
            const auto* const found =
                std::ranges::find(element_orders, std::string_view(node.name()),
                                  &std::pair<std::string_view, std::string_view>::first);
            if (found == std::end(element_orders)) return;
            std::size_t at = 0;
            for (const auto& child : node.children()) {
                const std::string name = child.name();
                at = found->second.find(" " + name + " ", at);
                if (at == std::string_view::npos) {
                    return say(path, name + " is out of order in " + node.name());
                }
            }
        });
    }

    // What has an id has its own among its kind.
    void ids(const std::string& path, const pugi::xml_document& xml) {
        std::set<std::pair<std::string, std::string>> seen;
        each_element(xml, [&](const pugi::xml_node& node) {
            const std::string_view name = node.name();
            std::string kind;
            std::string id = node.attribute("w:id").value();
            if (is_change(name) || name.ends_with("RangeStart") || name == "w:bookmarkStart") {
                kind = name == "w:commentRangeStart" ? "comment range" : "mark";
            } else if (name == "w:comment" || name == "w:footnote" || name == "w:endnote") {
                if (std::string_view(node.parent().name()) == std::string(name) + "s") kind = name;
            } else if (std::string_view(node.parent().name()) == "w:sdtPr" && name == "w:id") {
                kind = "control";
                id = node.attribute("w:val").value();
            }
            if (kind.empty()) return;
            if (id.empty()) return say(path, std::string(name) + " has no id");
            if (!seen.emplace(kind, id).second) say(path, kind + " " + id + " is there twice");
        });
    }

    // What begins ends, once, behind its beginning.
    void ranges(const std::string& path, const pugi::xml_document& xml) {
        std::set<std::string> open;
        std::set<std::string> names;
        each_element(xml, [&](const pugi::xml_node& node) {
            const std::string name = node.name();
            const std::string id = std::string(" ") + node.attribute("w:id").value();
            if (name.ends_with("Start")) open.insert(name.substr(0, name.size() - 5) + id);
            if (name.ends_with("End") && open.erase(name.substr(0, name.size() - 3) + id) == 0) {
                say(path, name + id + " ends what is not open");
            }
            if (name != "w:bookmarkStart") return;
            const std::string called = node.attribute("w:name").value();
            if (called.empty() || called.size() > longest_bookmark) {
                say(path, "bookmark" + id + " has no fit name");
            }
            if (!names.insert(called).second) say(path, "two bookmarks are called " + called);
        });
        for (const std::string& one : open) say(path, one + " does not end");
    }

    void contents(const std::string& path, const pugi::xml_document& xml) {
        each_element(xml, [&](const pugi::xml_node& node) {
            const std::string_view name = node.name();
            const bool holds_blocks = name == "w:comment" || name == "w:footnote" ||
                                      name == "w:endnote" || name == "w:hdr" || name == "w:ftr" ||
                                      name == "w:tc";
            const bool is_named = std::string_view(node.parent().name()).ends_with("notePr");
            if (holds_blocks && !is_named && !node.child("w:p") && !node.child("w:sdt")) {
                say(path, std::string(name) + " holds no paragraph");
            }
            if (name == "w:body" && std::string_view(node.last_child().name()) != "w:sectPr") {
                say(path, "the pages are not said last");
            }
            if (is_change(name)) author(path, node);
            if (name == "w:t" && is_inside(node, "w:del"))
                say(path, "deleted words stand as words");
            if (name == "w:delText" && !is_inside(node, "w:del")) {
                say(path, "words that nobody deleted stand as deleted");
            }
            if (name == "w:p" && is_inside(node, "w:p")) say(path, "a paragraph in a paragraph");
        });
    }

    void author(const std::string& path, const pugi::xml_node& change) {
        const std::size_t length = std::string_view(change.attribute("w:author").value()).size();
        if (length == 0 || length > longest_author) say(path, "a change has no fit author");
    }

    static bool is_inside(pugi::xml_node node, std::string_view name) {
        for (node = node.parent(); node; node = node.parent()) {
            if (node.name() == name) return true;
        }
        return false;
    }

    void named_relationships(const std::string& path, const pugi::xml_document& xml) {
        const pugi::xml_node known = root_of(relationships_of(path));
        each_element(xml, [&](const pugi::xml_node& node) {
            const auto id = node.attribute("r:id");
            if (id && !known.find_child_by_attribute("Id", id.value())) {
                say(path, std::string("no relationship is called ") + id.value());
            }
        });
    }

    // What the text refers to is there, and no comment stands by itself.
    void references() {
        const auto ids_in = [&](const std::string& path, const char* attribute) {
            std::set<std::string> ids;
            for (const auto& node : root_of(path).children()) {
                ids.insert(node.attribute(attribute).value());
            }
            return ids;
        };
        const std::map<std::string, std::set<std::string>> known = {
            {"w:commentReference", ids_in("word/comments.xml", "w:id")},
            {"w:commentRangeStart", ids_in("word/comments.xml", "w:id")},
            {"w:footnoteReference", ids_in("word/footnotes.xml", "w:id")},
            {"w:endnoteReference", ids_in("word/endnotes.xml", "w:id")},
            {"w:pStyle", ids_in("word/styles.xml", "w:styleId")},
            {"w:rStyle", ids_in("word/styles.xml", "w:styleId")},
            {"w:numId", ids_in("word/numbering.xml", "w:numId")},
            {"w:abstractNumId", ids_in("word/numbering.xml", "w:abstractNumId")},
        };
        std::set<std::string> said;
        for (const auto& [path, xml] : xml_) {
            each_element(*xml, [&](const pugi::xml_node& node) {
                const auto found = known.find(node.name());
                if (found == known.end()) return;
                const bool is_named = found->first.starts_with("w:comment") ||
                                      found->first.ends_with("noteReference");
                const std::string id = node.attribute(is_named ? "w:id" : "w:val").value();
                if (!found->second.contains(id)) {
                    say(path, found->first + " " + id + " refers to nothing");
                }
                if (found->first == "w:commentReference") said.insert(id);
            });
        }
        for (const std::string& id : known.at("w:commentReference")) {
            if (!said.contains(id)) say("word/comments.xml", "nothing refers to comment " + id);
        }
    }

    WordParts parts_;
    std::map<std::string, Xml> xml_;
    std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> problems_of_word_file(std::string_view bytes) {
    return Checker(read_word_parts(bytes)).all();
}

std::string word_problems(std::string_view bytes) {
    std::string all;
    for (const std::string& one : problems_of_word_file(bytes)) all.append(one).append("\n");
    return all;
}

}  // namespace travaux::tests
