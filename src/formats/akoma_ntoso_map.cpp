// SPDX-License-Identifier: MIT
#include "formats/akoma_ntoso_map.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "base/limits.h"
#include "formats/akoma_ntoso_elements.h"
#include "formats/normalise.h"

namespace travaux::formats {
namespace {

using text::ProvisionKind;

bool is_words(const pugi::xml_node& node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// What stands inside words and is set as lines of its own: quoted provisions and lists.
bool is_set_apart(const pugi::xml_node& node) {
    const auto role = role_of(node.name());
    return role != ElementRole::inside && role != ElementRole::note;
}

void append_words(const pugi::xml_node& node, std::string& words) {
    if (is_words(node)) {
        words += node.value();
        return;
    }
    if (node.type() != pugi::node_element || role_of(node.name()) == ElementRole::note) return;
    const std::string_view name = node.name();
    const bool is_apart = name == "eol" || name == "br" || name == "quotedStructure" ||
                          (name.find(':') == std::string_view::npos && is_set_apart(node));
    if (is_apart) words += ' ';
    for (const auto& child : node.children()) append_words(child, words);
    if (is_apart) words += ' ';
}

bool is_title(const pugi::xml_node& block) {
    return block.find_node([](const pugi::xml_node& node) {
        const std::string_view name = node.name();
        return name == "docTitle" || name == "shortTitle";
    });
}

class Mapper {
public:
    Mapper(const AkomaNtosoSource& source, text::Language language)
        : source_(source), language_(language) {}

    Result<std::vector<MappedProvision>> map(const pugi::xml_document& document) {
        document.find_node([&](const pugi::xml_node& node) {
            const bool is_note = std::string_view(node.name()) == "note" &&
                                 std::string_view(node.parent().name()) == "notes";
            if (is_note) notes_.emplace(node.attribute("eId").value(), node);
            return false;
        });
        Place top;
        for (const auto& child : document.child("akomaNtoso").children()) {
            if (is_document(child.name())) {
                TRY_OK(hold(child, top));
            } else if (child.type() == pugi::node_element || is_words(child)) {
                TRY_OK(read(child, top));
            }
        }
        return std::move(mapped_);
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    // What holds what is read: the provision, and whether its own text may still come.
    struct Place {
        std::size_t at = none;
        std::optional<ProvisionKind> kind;
        std::uint32_t depth = 0;  // of what stands in it
        bool takes_text = false;
        bool is_preface = false;
    };

    Result<void> hold(const pugi::xml_node& node, Place& place) {
        for (const auto& child : node.children()) TRY_OK(read(child, place));
        return {};
    }

    Result<void> read(const pugi::xml_node& node, Place& place) {
        if (is_words(node)) {
            if (normalised(node.value()).value_or("?").empty()) return {};
            return source_.refuse("akoma_ntoso.stray_text", node.offset_debug(), node.value());
        }
        if (node.type() != pugi::node_element) return {};
        const auto role = role_of(node.name());
        if (!role) return refuse_element(node);
        switch (*role) {
            case ElementRole::division:
            case ElementRole::paragraph:
                return provision(node, place,
                                 kind_in(place.kind, node.name(), node.attribute("name").value()));
            case ElementRole::item: return item(node, place);
            case ElementRole::recital:
                return provision(node, place, ProvisionKind::preambular_paragraph);
            case ElementRole::preamble: return provision(node, place, ProvisionKind::preamble);
            case ElementRole::holder: return holder(node, place);
            case ElementRole::block: return block(node, place);
            case ElementRole::number: return field(node, place, &MappedProvision::number);
            case ElementRole::heading: return field(node, place, &MappedProvision::heading);
            case ElementRole::line: return line(node, place);
            case ElementRole::table: return provision(node, place, ProvisionKind::table);
            case ElementRole::table_row: return provision(node, place, ProvisionKind::table_row);
            case ElementRole::table_cell: return provision(node, place, ProvisionKind::table_cell);
            case ElementRole::component: return component(node, place);
            case ElementRole::empty: return {};
            case ElementRole::note:
            case ElementRole::inside: break;
        }
        return refuse_element(node);
    }

    Result<std::size_t> add(const pugi::xml_node& node, Place& place, ProvisionKind kind) {
        if (place.depth > limits::draft_depth) {
            return source_.refuse("akoma_ntoso.too_deep", node.offset_debug());
        }
        if (mapped_.size() >= limits::draft_provisions) {
            return source_.refuse("akoma_ntoso.too_long", node.offset_debug());
        }
        MappedProvision mapped;
        mapped.element = node;
        mapped.provision.kind =
            text::parse_provision_kind(node.attribute(kind_attribute).value()).value_or(kind);
        mapped.provision.depth = place.depth;
        if (const auto id = parse_id(node.attribute(provision_attribute).value())) {
            mapped.provision.id = ProvisionId{*id};
        }
        mapped_.push_back(std::move(mapped));
        return mapped_.size() - 1;
    }

    Result<Place> begin(const pugi::xml_node& node, Place& place, ProvisionKind kind) {
        TRY_ASSIGN(const std::size_t at, add(node, place, kind));
        if (kind != ProvisionKind::footnote) place.takes_text = false;
        return Place{.at = at,
                     .kind = mapped_[at].provision.kind,
                     .depth = place.depth + 1,
                     .takes_text = true};
    }

    Result<void> provision(const pugi::xml_node& node, Place& place, ProvisionKind kind) {
        TRY_ASSIGN(Place inner, begin(node, place, kind));
        if (kind == ProvisionKind::preamble) inner.takes_text = false;
        return hold(node, inner);
    }

    Result<void> item(const pugi::xml_node& node, Place& place) {
        const ProvisionKind kind = item_kind_in(place.kind);
        if (std::string_view(node.name()) != "li") return provision(node, place, kind);
        // Words and lists stand mixed in it.
        TRY_ASSIGN(Place inner, begin(node, place, kind));
        return words(node, inner, &MappedProvision::text);
    }

    // What only holds others is a provision where it has a number or a heading of its own.
    Result<void> holder(const pugi::xml_node& node, Place& place) {
        const std::string_view name = node.name();
        if (node.child("num") || node.child("heading")) {
            return provision(node, place, words_kind_in(place.kind));
        }
        Place inner = place;
        if (name == "preface" || name == "coverPage") inner.is_preface = true;
        TRY_OK(hold(node, inner));
        place.takes_text = inner.takes_text;
        return {};
    }

    // An annex, where it has the document with it.
    Result<void> component(const pugi::xml_node& node, Place& place) {
        const bool has_document = std::ranges::any_of(
            node.children(), [](const auto& child) { return is_document(child.name()); });
        if (!has_document) return hold(node, place);
        TRY_ASSIGN(Place inner, begin(node, place, ProvisionKind::annex));
        inner.takes_text = false;
        for (const auto& child : node.children()) {
            TRY_OK(is_document(child.name()) ? hold(child, inner) : read(child, inner));
        }
        return {};
    }

    Result<void> line(const pugi::xml_node& node, Place& place) {
        TRY_ASSIGN(Place inner, begin(node, place, ProvisionKind::heading));
        return words(node, inner, &MappedProvision::heading);
    }

    Result<void> field(const pugi::xml_node& node, Place& place,
                       pugi::xml_node MappedProvision::* of) {
        if (place.at == none || mapped_[place.at].*of) return refuse_element(node);
        return words(node, place, of);
    }

    Result<void> block(const pugi::xml_node& node, Place& place) {
        const bool is_blank = normalised(raw_words_of(node)).value_or("?").empty();
        if (is_blank && !has_notes(node)) return check_inside(node);
        // Words that were a provision stay one, whatever stood before them.
        if (place.takes_text && !node.attribute(provision_attribute)) {
            place.takes_text = false;
            return words(node, place, &MappedProvision::text);
        }
        if (place.is_preface && !has_title_ && is_title(node)) {
            has_title_ = true;
            TRY_ASSIGN(Place inner, begin(node, place, ProvisionKind::title));
            return words(node, inner, &MappedProvision::heading);
        }
        TRY_ASSIGN(Place inner, begin(node, place, words_kind_in(place.kind)));
        return words(node, inner, &MappedProvision::text);
    }

    static bool has_notes(const pugi::xml_node& node) {
        return node.find_node([](const auto& one) {
            return role_of(one.name()) == ElementRole::note ||
                   std::string_view(one.name()) == "noteRef";
        });
    }

    // Takes the words of an element as a field, and its notes as footnotes of the provision.
    Result<void> words(const pugi::xml_node& node, Place& place,
                       pugi::xml_node MappedProvision::* of) {
        TRY_OK(check_inside(node));
        const auto read = normalised(raw_words_of(node));
        if (!read) return source_.refuse("akoma_ntoso.words_malformed", node.offset_debug());
        MappedProvision& mapped = mapped_[place.at];
        mapped.*of = node;
        text::Wording& wording = mapped.provision.in(language_);
        if (of == &MappedProvision::number) wording.number = *read;
        if (of == &MappedProvision::heading) wording.heading = *read;
        if (of == &MappedProvision::text) wording.text = *read;
        return notes(node, place);
    }

    Result<void> check_inside(const pugi::xml_node& node) const {
        for (const auto& child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            const std::string_view name = child.name();
            const bool is_foreign = name.find(':') != std::string_view::npos;
            if (!is_foreign && !role_of(name) && std::string_view(node.name()) != "foreign") {
                return refuse_element(child);
            }
            if (role_of(name) != ElementRole::note) TRY_OK(check_inside(child));
        }
        return {};
    }

    Result<void> notes(const pugi::xml_node& node, Place& place) {
        for (const auto& child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            if (role_of(child.name()) == ElementRole::note) {
                TRY_OK(note(child, child, place));
            } else if (std::string_view(child.name()) == "noteRef") {
                TRY_OK(note_elsewhere(child, place));
            } else {
                TRY_OK(notes(child, place));
            }
        }
        return {};
    }

    // A note that stands in the metadata belongs where it is first referred to.
    Result<void> note_elsewhere(const pugi::xml_node& reference, Place& place) {
        const std::string_view href = reference.attribute("href").value();
        const auto found = notes_.find(href.substr(href.starts_with('#') ? 1 : 0));
        if (found == notes_.end()) return {};
        const pugi::xml_node element = found->second;
        notes_.erase(found);
        return note(element, element.attribute("marker") ? element : reference, place);
    }

    Result<void> note(const pugi::xml_node& node, const pugi::xml_node& marked, Place& place) {
        TRY_ASSIGN(Place inner, begin(node, place, ProvisionKind::footnote));
        const auto mark = normalised(marked.attribute("marker").value());
        if (!mark) return source_.refuse("akoma_ntoso.words_malformed", node.offset_debug());
        mapped_[inner.at].provision.in(language_).number = *mark;
        return hold(node, inner);
    }

    [[nodiscard]] std::unexpected<Error> refuse_element(const pugi::xml_node& node) const {
        return source_.refuse("akoma_ntoso.element_unknown", node.offset_debug(), node.name());
    }

    const AkomaNtosoSource& source_;
    text::Language language_;
    std::vector<MappedProvision> mapped_;
    std::map<std::string, pugi::xml_node, std::less<>> notes_;  // in the metadata, by `eId`
    bool has_title_ = false;
};

}  // namespace

std::string raw_words_of(const pugi::xml_node& node) {
    std::string words;
    for (const auto& child : node.children()) append_words(child, words);
    return words;
}

Result<std::vector<MappedProvision>> map_document(const pugi::xml_document& document,
                                                  const AkomaNtosoSource& source,
                                                  text::Language language) {
    return Mapper(source, language).map(document);
}

}  // namespace travaux::formats
