// SPDX-License-Identifier: MIT
#include "formats/word_frame.h"

#include <pugixml.hpp>
#include <utility>

#include "base/xml_writer.h"
#include "formats/document_view.h"

namespace travaux::formats {
namespace {

using text::ProvisionKind;

constexpr std::size_t fingerprint_digits = 16;
constexpr std::string_view of_draft = "draft";

// The provisions in the order of the draft, whatever a file shows of them.
std::string provisions_part(const text::Draft& draft, const consolidation::Consolidated& text,
                            WordsBefore words) {
    XmlWriter xml;
    xml.open("provisions",
             {{"xmlns", std::string(provisions_namespace)},
              {"draft", hex(text.draft.bytes)},
              {"language", std::string(text::code_of(text.language))},
              {"words", words == WordsBefore::of_draft ? std::string(of_draft) : ""}});
    for (const text::Provision& one : draft.provisions) {
        xml.empty("provision",
                  {{"id", hex(one.id.bytes)}, {"words", fingerprint_of(one.in(text.language))}});
    }
    xml.close();
    return std::move(xml).finish();
}

}  // namespace

std::string word_style_of(ProvisionKind kind, std::uint32_t depth) {
    switch (kind) {
        case ProvisionKind::title: return "Title";
        case ProvisionKind::part:
        case ProvisionKind::annex: return "Heading1";
        case ProvisionKind::preamble:
        case ProvisionKind::chapter: return "Heading2";
        case ProvisionKind::section: return "Heading3";
        case ProvisionKind::article:
        case ProvisionKind::heading: return "Heading4";
        case ProvisionKind::subparagraph: return "Provision2";
        case ProvisionKind::item: return depth > 3 ? "Provision4" : "Provision3";
        case ProvisionKind::preambular_paragraph:
        case ProvisionKind::paragraph:
        case ProvisionKind::continuation:
        case ProvisionKind::table:
        case ProvisionKind::table_row:
        case ProvisionKind::table_cell:
        case ProvisionKind::footnote: break;
    }
    return "Provision1";
}

std::string word_name_of(ProvisionId provision) { return "p_" + hex(provision.bytes); }

ProvisionId provision_named(std::string_view name) {
    constexpr std::string_view prefix = "p_";
    if (!name.starts_with(prefix)) return {};
    return {parse_id(name.substr(prefix.size())).value_or(ProvisionId{}.bytes)};
}

std::optional<MadeOf> made_of(const docx::Document& document) {
    for (const std::string& part : document.data) {
        pugi::xml_document xml;
        if (!xml.load_buffer(part.data(), part.size())) continue;
        const auto root = xml.document_element();
        if (root.attribute("xmlns").value() != provisions_namespace) continue;
        const auto id = parse_id(root.attribute("draft").value());
        const bool is_printed = std::string_view(root.attribute("words").value()) != of_draft;
        if (id) return MadeOf{{*id}, is_printed ? WordsBefore::printed : WordsBefore::of_draft};
    }
    return std::nullopt;
}

std::string fingerprint_of(const text::Wording& wording) {
    std::string lines = wording.number;
    lines.append("\n").append(wording.heading).append("\n").append(wording.text);
    return hex(sha256(lines)).substr(0, fingerprint_digits);
}

docx::Document word_frame(const text::Draft& draft, const consolidation::Consolidated& consolidated,
                          const Printing& printing, WordsBefore words) {
    docx::Document document;
    document.properties.title = title_of(draft, consolidated);
    document.properties.subject = printing.symbol;
    document.properties.language = text::code_of(consolidated.language);
    document.data = {provisions_part(draft, consolidated, words)};
    const auto head = [&](std::string line_words) {
        docx::Paragraph line;
        line.style = "Header";
        line.is_right_to_left = consolidated.language == text::Language::ar;
        line.spans = {{std::move(line_words), {}}};
        document.heads.push_back(std::move(line));
    };
    if (!printing.symbol.empty() || !printing.date.empty()) {
        head(std::string(printing.symbol).append("\t").append(printing.date));
    }
    head(document.properties.title);
    return document;
}

}  // namespace travaux::formats
