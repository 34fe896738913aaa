// SPDX-License-Identifier: MIT
#include "docx/xml.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/limits.h"
#include "base/utf8.h"

namespace travaux::docx {
namespace {

struct Namespace {
    std::string_view uri;
    std::string_view prefix;
};

constexpr std::array known = {
    Namespace{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    Namespace{"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    Namespace{"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    Namespace{"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    Namespace{"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    Namespace{"http://purl.org/dc/elements/1.1/", "dc"},
};

// The prefix that a namespace has with us; `own` where it is none that we read.
std::string_view prefix_of(std::string_view uri, std::string_view own) {
    if (const auto* found = std::ranges::find(known, uri, &Namespace::uri); found != known.end()) {
        return found->prefix;
    }
    const bool is_taken = std::ranges::find(known, own, &Namespace::prefix) != known.end();
    return is_taken ? "x" : own;
}

std::string_view prefix_in(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

// Walks a document and gives its names the prefixes that we know.
class Naming {
public:
    // Returns what is wrong: elements stand in elements too deep, or declare too many prefixes.
    std::optional<std::string> rename(const pugi::xml_node& root) {
        pugi::xml_node node = root;
        std::size_t depth = 1;
        while (true) {
            enter(node, depth);
            if (bindings_.size() > bindings_max) return "docx.malformed";
            if (const auto child = node.first_child()) {
                if (++depth > limits::xml_depth) return "docx.too_deep";
                node = child;
                continue;
            }
            while (!node.next_sibling()) {
                if (node == root) return std::nullopt;
                node = node.parent();
                --depth;
            }
            if (node == root) return std::nullopt;
            node = node.next_sibling();
        }
    }

private:
    // A prefix as an element at some depth declares it.
    struct Binding {
        std::string own;
        std::string ours;
        std::size_t depth;
    };

    void enter(pugi::xml_node& node, std::size_t depth) {
        while (!bindings_.empty() && bindings_.back().depth >= depth) bindings_.pop_back();
        if (node.type() != pugi::node_element) return;
        for (const auto& attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            if (name == "xmlns") bind("", attribute.value(), depth);
            if (bindings_.size() > bindings_max) return;
            if (prefix_in(name) == "xmlns") bind(local_name(name), attribute.value(), depth);
        }
        // Most files have our prefixes already.
        if (bindings_.empty()) return;
        if (const auto name = renamed(node.name(), true); name) node.set_name(name->c_str());
        for (auto& attribute : node.attributes()) {
            if (const auto name = renamed(attribute.name(), false); name) {
                attribute.set_name(name->c_str());
            }
        }
    }

    // Only what changes a name is kept, and what takes such a change back.
    void bind(std::string_view own, std::string_view uri, std::size_t depth) {
        const std::string_view ours = prefix_of(uri, own);
        const bool is_bound = std::ranges::find(bindings_, own, &Binding::own) != bindings_.end();
        if (own != ours || is_bound) {
            bindings_.push_back({std::string(own), std::string(ours), depth});
        }
    }

    // An attribute without a prefix has no namespace.
    [[nodiscard]] std::optional<std::string> renamed(std::string_view name, bool is_element) const {
        const std::string_view own = prefix_in(name);
        if (own == "xmlns" || (own.empty() && !is_element)) return std::nullopt;
        for (std::size_t at = bindings_.size(); at > 0; --at) {
            const Binding& binding = bindings_[at - 1];
            if (binding.own != own) continue;
            if (binding.ours == own) return std::nullopt;
            const std::string_view local = local_name(name);
            if (binding.ours.empty()) return std::string(local);
            return std::string(binding.ours).append(":").append(local);
        }
        return std::nullopt;
    }

    static constexpr std::size_t bindings_max = 1000;

    std::vector<Binding> bindings_;
};

}  // namespace

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }

Result<pugi::xml_document> parse_part(std::string_view bytes, const std::string& file,
                                      const std::string& part) {
    const auto refuse = [&](std::string id, std::string detail) {
        return std::unexpected(
            Error{ErrorCode::invalid, std::move(id), {file, part, std::move(detail)}});
    };
    pugi::xml_document document;
    const auto parsed = document.load_buffer(
        bytes.data(), bytes.size(),
        pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype);
    if (!parsed) return refuse("docx.malformed", parsed.description());
    if (parsed.encoding == pugi::encoding_utf8 && !is_utf8(bytes)) {
        return refuse("docx.malformed", "not UTF-8");
    }
    for (const auto& node : document.children()) {
        // Entities could stand for anything, and grow without end.
        if (node.type() == pugi::node_doctype) return refuse("docx.document_type", "");
    }
    if (auto id = Naming().rename(document.document_element())) {
        return refuse(*std::move(id), "too many namespaces");
    }
    return document;
}

}  // namespace travaux::docx
