// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <set>

#include "formats/akoma_ntoso.h"
#include "formats/akoma_ntoso_form.h"
#include "formats/akoma_ntoso_names.h"
#include "formats/akoma_ntoso_source.h"
#include "formats/normalise.h"

namespace travaux::formats {
namespace {

class DraftReader {
public:
    explicit DraftReader(const AkomaNtosoSource& source) : source_(source) {}

    Result<text::Draft> read() {
        TRY_ASSIGN(const auto document, source_.parse(Remarks::dropped));
        const auto act = document.child("akomaNtoso").child("act");
        if (!act || std::string_view(act.attribute("name").value()) != "treaty") {
            return source_.refuse("akoma_ntoso.not_a_draft", 0);
        }
        TRY_OK(read_meta(act.child("meta")));
        for (const auto& child : act.child("body").children()) TRY_OK(read_provision(child, 0));
        return std::move(draft_);
    }

private:
    Result<void> read_meta(const pugi::xml_node& meta) {
        const auto identification = meta.child("identification");
        const auto alias = identification.child("FRBRWork").child("FRBRalias");
        const auto title = normalised(alias.attribute("value").value());
        if (!title) return source_.refuse("akoma_ntoso.words_malformed", alias.offset_debug());
        draft_.title = *title;
        const std::string_view code = identification.child("FRBRExpression")
                                          .child("FRBRlanguage")
                                          .attribute("language")
                                          .value();
        const auto language = std::ranges::find(text::languages, code, text::three_letter_code_of);
        if (language == text::languages.end()) {
            return source_.refuse("akoma_ntoso.language_unknown", identification.offset_debug(),
                                  std::string(code));
        }
        language_ = *language;
        draft_.written_in = {language_};
        const auto own = meta.child("proprietary").child("t:draft").attribute("workingLanguage");
        draft_.working_language = text::parse_language(own.value()).value_or(language_);
        return {};
    }

    Result<void> read_provision(const pugi::xml_node& node, std::uint32_t depth) {
        if (node.type() == pugi::node_pcdata) {
            if (normalised(node.value()).value_or("?").empty()) return {};
            return source_.refuse("akoma_ntoso.stray_text", node.offset_debug(), node.value());
        }
        if (std::string_view(node.attribute("name").value()) == "empty") return {};
        const auto kind = kind_of(node.name(), node.attribute("name").value());
        if (!kind)
            return source_.refuse("akoma_ntoso.element_unknown", node.offset_debug(), node.name());
        const auto id = parse_id(node.attribute("wId").value());
        if (!id || ProvisionId{*id}.is_none()) {
            return source_.refuse("akoma_ntoso.wid_missing", node.offset_debug(), node.name());
        }
        text::Provision provision;
        provision.id = ProvisionId{*id};
        provision.kind = *kind;
        provision.depth = depth;
        if (!seen_.insert(provision.id).second) {
            return source_.refuse("akoma_ntoso.wid_twice", node.offset_debug(), hex(*id));
        }
        text::Wording& wording = provision.in(language_);
        const auto has_text = node.child("content") ? "content" : "intro";
        wording.number = node.child("num").child_value();
        wording.heading = node.child("heading").child_value();
        for (const auto& piece : node.child(has_text).child("p").children()) {
            if (piece.type() == pugi::node_comment) continue;
            wording.text +=
                std::string_view(piece.name()) == "ref" ? piece.child_value() : piece.value();
        }
        const bool is_normal =
            std::ranges::all_of(std::array{&wording.number, &wording.heading, &wording.text},
                                [](const auto* words) { return normalised(*words) == *words; });
        draft_.provisions.push_back(std::move(provision));
        for (const auto& child : node.children()) {
            const std::string_view name = child.name();
            if (name == "num" || name == "heading" || name == "content" || name == "intro") {
                TRY_OK(check_plain(child));
                continue;
            }
            TRY_OK(read_provision(child, depth + 1));
        }
        if (!is_normal) return source_.refuse("akoma_ntoso.words_malformed", node.offset_debug());
        return {};
    }

    // Words inside further elements would be lost. References are made again from the words, so
    // that they lead where the words say.
    Result<void> check_plain(const pugi::xml_node& node) const {
        const std::string_view name = node.name();
        if (name == "num" || name == "heading") return only_words(node);
        for (const auto& child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            if (child != node.child("p")) return refuse_element(child);
        }
        for (const auto& child : node.child("p").children()) {
            if (std::string_view(child.name()) == "ref") {
                TRY_OK(only_words(child));
            } else if (child.type() == pugi::node_element) {
                return refuse_element(child);
            }
        }
        return {};
    }

    Result<void> only_words(const pugi::xml_node& node) const {
        std::size_t count = 0;
        for (const auto& child : node.children()) {
            if (child.type() == pugi::node_comment) continue;
            if (child.type() != pugi::node_pcdata || ++count > 1) return refuse_element(child);
        }
        return {};
    }

    [[nodiscard]] std::unexpected<Error> refuse_element(const pugi::xml_node& node) const {
        return source_.refuse("akoma_ntoso.element_unknown", node.offset_debug(), node.name());
    }

    const AkomaNtosoSource& source_;
    text::Draft draft_;
    text::Language language_ = text::Language::en;
    std::set<ProvisionId> seen_;
};

}  // namespace

Result<DraftFile> read_draft_file(std::string_view xml, std::string_view file_name) {
    const AkomaNtosoSource source(xml, file_name);
    if (xml.find(form_element) != std::string_view::npos) {
        TRY_ASSIGN(const auto document, source.parse(Remarks::kept));
        if (is_form(document)) {
            TRY_ASSIGN(text::Draft draft, read_form(document, source));
            return DraftFile{.draft = std::move(draft), .form = Form::of_others};
        }
    }
    TRY_ASSIGN(text::Draft draft, DraftReader(source).read());
    return DraftFile{.draft = std::move(draft), .form = Form::own};
}

Result<text::Draft> read_akoma_ntoso(std::string_view xml, std::string_view file_name) {
    TRY_ASSIGN(DraftFile file, read_draft_file(xml, file_name));
    return std::move(file.draft);
}

}  // namespace travaux::formats
