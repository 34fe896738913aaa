// SPDX-License-Identifier: MIT
#include "formats/akoma_ntoso_elements.h"

#include <algorithm>
#include <array>

namespace travaux::formats {
namespace {

using text::ProvisionKind;
using enum ElementRole;

struct Known {
    std::string_view name;
    ElementRole role;
};

// Sorted by name.
constexpr std::array known = {
    Known{"a", inside},
    Known{"abbr", inside},
    Known{"affectedDocument", inside},
    Known{"alinea", paragraph},
    Known{"argument", inside},
    Known{"article", division},
    Known{"attachment", component},
    Known{"attachments", holder},
    Known{"authorialNote", note},
    Known{"b", inside},
    Known{"block", block},
    Known{"blockContainer", holder},
    Known{"blockList", holder},
    Known{"body", holder},
    Known{"book", division},
    Known{"br", inside},
    Known{"caption", heading},
    Known{"change", inside},
    Known{"chapter", division},
    Known{"citation", recital},
    Known{"citations", holder},
    Known{"clause", paragraph},
    Known{"collectionBody", holder},
    Known{"component", component},
    Known{"componentRef", empty},
    Known{"components", holder},
    Known{"concept", inside},
    Known{"conclusions", holder},
    Known{"container", holder},
    Known{"content", holder},
    Known{"courtType", inside},
    Known{"coverPage", holder},
    Known{"crossHeading", line},
    Known{"date", inside},
    Known{"decoration", inside},
    Known{"def", inside},
    Known{"div", holder},
    Known{"division", division},
    Known{"docAuthority", inside},
    Known{"docCommittee", inside},
    Known{"docDate", inside},
    Known{"docIntroducer", inside},
    Known{"docJurisdiction", inside},
    Known{"docNumber", inside},
    Known{"docProponent", inside},
    Known{"docPurpose", inside},
    Known{"docStage", inside},
    Known{"docStatus", inside},
    Known{"docTitle", inside},
    Known{"docType", inside},
    Known{"docketNumber", inside},
    Known{"documentRef", empty},
    Known{"embeddedStructure", inside},
    Known{"embeddedText", inside},
    Known{"entity", inside},
    Known{"eol", inside},
    Known{"eop", inside},
    Known{"event", inside},
    Known{"fillIn", inside},
    Known{"foreign", block},
    Known{"formula", holder},
    Known{"hcontainer", division},
    Known{"heading", heading},
    Known{"i", inside},
    Known{"img", inside},
    Known{"indent", paragraph},
    Known{"inline", inside},
    Known{"interstitial", holder},
    Known{"intro", holder},
    Known{"item", item},
    Known{"judge", inside},
    Known{"lawyer", inside},
    Known{"legislature", inside},
    Known{"level", paragraph},
    Known{"li", item},
    Known{"list", holder},
    Known{"listIntroduction", block},
    Known{"listWrapUp", block},
    Known{"location", inside},
    Known{"longTitle", holder},
    Known{"mainBody", holder},
    Known{"marker", inside},
    Known{"meta", empty},
    Known{"mmod", inside},
    Known{"mod", inside},
    Known{"mref", inside},
    Known{"neutralCitation", inside},
    Known{"note", note},
    Known{"noteRef", inside},
    Known{"num", number},
    Known{"object", inside},
    Known{"ol", holder},
    Known{"omissis", inside},
    Known{"opinion", inside},
    Known{"organization", inside},
    Known{"outcome", inside},
    Known{"p", block},
    Known{"paragraph", paragraph},
    Known{"part", division},
    Known{"party", inside},
    Known{"person", inside},
    Known{"placeholder", inside},
    Known{"point", paragraph},
    Known{"portionBody", holder},
    Known{"preamble", preamble},
    Known{"preface", holder},
    Known{"process", inside},
    Known{"proviso", paragraph},
    Known{"quantity", inside},
    Known{"quotedStructure", inside},
    Known{"quotedText", inside},
    Known{"recital", recital},
    Known{"recitals", holder},
    Known{"recordedTime", inside},
    Known{"ref", inside},
    Known{"relatedDocument", inside},
    Known{"remark", inside},
    Known{"rmod", inside},
    Known{"role", inside},
    Known{"rref", inside},
    Known{"rule", paragraph},
    Known{"section", division},
    Known{"session", inside},
    Known{"shortTitle", inside},
    Known{"signature", inside},
    Known{"span", inside},
    Known{"sub", inside},
    Known{"subFlow", note},
    Known{"subchapter", division},
    Known{"subclause", paragraph},
    Known{"subdivision", division},
    Known{"subheading", line},
    Known{"sublist", holder},
    Known{"subparagraph", paragraph},
    Known{"subpart", division},
    Known{"subrule", paragraph},
    Known{"subsection", paragraph},
    Known{"subtitle", division},
    Known{"sup", inside},
    Known{"table", table},
    Known{"tblock", holder},
    Known{"td", table_cell},
    Known{"term", inside},
    Known{"th", table_cell},
    Known{"time", inside},
    Known{"title", division},
    Known{"toc", holder},
    Known{"tocItem", block},
    Known{"tome", division},
    Known{"tr", table_row},
    Known{"transitional", paragraph},
    Known{"u", inside},
    Known{"ul", holder},
    Known{"vote", inside},
    Known{"wrapUp", holder},
};
static_assert(std::ranges::is_sorted(known, {}, &Known::name));

bool is_above_articles(std::optional<ProvisionKind> kind) {
    return !kind || *kind == ProvisionKind::title || *kind == ProvisionKind::part ||
           *kind == ProvisionKind::chapter || *kind == ProvisionKind::section ||
           *kind == ProvisionKind::annex;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

ProvisionKind below(std::optional<ProvisionKind> parent) {
    if (is_above_articles(parent) || *parent == ProvisionKind::article) {
        return ProvisionKind::paragraph;
    }
    return item_kind_in(parent);
}

}  // namespace

std::optional<ElementRole> role_of(std::string_view element) {
    const auto* found = std::ranges::lower_bound(known, element, {}, &Known::name);
    if (found == known.end() || found->name != element) return std::nullopt;
    return found->role;
}

ProvisionKind kind_in(std::optional<ProvisionKind> parent, std::string_view element,
                      std::string_view name) {
    if (is_one_of(element, {"part", "book", "tome", "title", "subtitle", "subpart"})) {
        return ProvisionKind::part;
    }
    if (is_one_of(element, {"chapter", "subchapter"})) return ProvisionKind::chapter;
    if (is_one_of(element, {"section", "division", "subdivision"})) return ProvisionKind::section;
    if (element == "article") return ProvisionKind::article;
    const bool is_top = is_above_articles(parent);
    if (element == "hcontainer") {
        if (is_one_of(name, {"annex", "appendix", "schedule"})) return ProvisionKind::annex;
        if (is_top && is_one_of(name, {"article", "regulation", "rule"})) {
            return ProvisionKind::article;
        }
        if (is_top) return ProvisionKind::section;
    }
    if (is_top && is_one_of(element, {"clause", "rule"})) return ProvisionKind::article;
    return below(parent);
}

ProvisionKind item_kind_in(std::optional<ProvisionKind> parent) {
    const bool is_deep = parent == ProvisionKind::subparagraph || parent == ProvisionKind::item;
    return is_deep ? ProvisionKind::item : ProvisionKind::subparagraph;
}

ProvisionKind words_kind_in(std::optional<ProvisionKind> parent) {
    if (parent == ProvisionKind::preamble) return ProvisionKind::preambular_paragraph;
    return is_above_articles(parent) || *parent == ProvisionKind::article
               ? ProvisionKind::paragraph
               : ProvisionKind::continuation;
}

bool is_document(std::string_view element) {
    return is_one_of(element, {"act", "bill", "doc", "documentCollection", "portion"});
}

}  // namespace travaux::formats
