// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <set>

#include "base/limits.h"
#include "formats/akoma_ntoso.h"
#include "formats/akoma_ntoso_names.h"
#include "formats/normalise.h"

namespace travaux::formats {
namespace {

class DraftReader {
public:
    DraftReader(std::string_view xml, std::string_view file_name)
        : xml_(xml), file_name_(file_name) {}

    Result<text::Draft> read() {
        if (xml_.empty()) return refuse("akoma_ntoso.empty", 0);
        if (xml_.size() > limits::input_file_bytes) return refuse("akoma_ntoso.too_large", 0);
        if (!is_utf8(xml_)) return refuse("akoma_ntoso.not_utf8", 0);
        // Entities could stand for anything, and grow without end.
        if (const auto at = xml_.find("<!DOCTYPE"); at != std::string_view::npos) {
            return refuse("akoma_ntoso.document_type", static_cast<std::ptrdiff_t>(at));
        }
        TRY_OK(check_depth());
        pugi::xml_document document;
        const auto parsed =
            document.load_buffer(xml_.data(), xml_.size(),
                                 pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
        if (!parsed) return refuse("akoma_ntoso.malformed", parsed.offset, parsed.description());
        const auto act = document.child("akomaNtoso").child("act");
        if (!act || std::string_view(act.attribute("name").value()) != "treaty") {
            return refuse("akoma_ntoso.not_a_draft", 0);
        }
        TRY_OK(read_meta(act.child("meta")));
        for (const auto& child : act.child("body").children()) TRY_OK(read_provision(child, 0));
        return std::move(draft_);
    }

private:
    // An element that is missing has no offset, -1: what lacks it is the file.
    std::unexpected<Error> refuse(std::string id, std::ptrdiff_t offset,
                                  std::string detail = {}) const {
        const auto size = static_cast<std::ptrdiff_t>(xml_.size());
        const auto end = xml_.begin() + std::clamp<std::ptrdiff_t>(offset, 0, size);
        const auto line = 1 + std::count(xml_.begin(), end, '\n');
        return std::unexpected(
            Error{ErrorCode::invalid,
                  std::move(id),
                  {std::string(file_name_) + ":" + std::to_string(line), std::move(detail)}});
    }

    // The parser's own recursion would follow any depth.
    Result<void> check_depth() const {
        std::size_t depth = 0;
        for (std::size_t at = 0; at + 1 < xml_.size(); ++at) {
            if (xml_[at] != '<') continue;
            const std::size_t end = xml_.find('>', at);
            if (end == std::string_view::npos) break;
            const bool is_empty = xml_[end - 1] == '/';
            const char next = xml_[at + 1];
            if (next == '/') {
                depth -= depth > 0 ? 1U : 0U;
            } else if (next != '!' && next != '?' && !is_empty && ++depth > limits::xml_depth) {
                return refuse("akoma_ntoso.too_deep", static_cast<std::ptrdiff_t>(at));
            }
            at = end;
        }
        return {};
    }

    Result<void> read_meta(const pugi::xml_node& meta) {
        const auto identification = meta.child("identification");
        const auto alias = identification.child("FRBRWork").child("FRBRalias");
        const auto title = normalised(alias.attribute("value").value());
        if (!title) return refuse("akoma_ntoso.words_malformed", alias.offset_debug());
        draft_.title = *title;
        const std::string_view code = identification.child("FRBRExpression")
                                          .child("FRBRlanguage")
                                          .attribute("language")
                                          .value();
        const auto language = std::ranges::find(text::languages, code, text::three_letter_code_of);
        if (language == text::languages.end()) {
            return refuse("akoma_ntoso.language_unknown", identification.offset_debug(),
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
            return refuse("akoma_ntoso.stray_text", node.offset_debug(), node.value());
        }
        if (std::string_view(node.attribute("name").value()) == "empty") return {};
        const auto kind = kind_of(node.name(), node.attribute("name").value());
        if (!kind) return refuse("akoma_ntoso.element_unknown", node.offset_debug(), node.name());
        const auto id = parse_id(node.attribute("wId").value());
        if (!id || ProvisionId{*id}.is_none()) {
            return refuse("akoma_ntoso.wid_missing", node.offset_debug(), node.name());
        }
        text::Provision provision;
        provision.id = ProvisionId{*id};
        provision.kind = *kind;
        provision.depth = depth;
        if (!seen_.insert(provision.id).second) {
            return refuse("akoma_ntoso.wid_twice", node.offset_debug(), hex(*id));
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
        if (!is_normal) return refuse("akoma_ntoso.words_malformed", node.offset_debug());
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
        return refuse("akoma_ntoso.element_unknown", node.offset_debug(), node.name());
    }

    std::string_view xml_;
    std::string_view file_name_;
    text::Draft draft_;
    text::Language language_ = text::Language::en;
    std::set<ProvisionId> seen_;
};

}  // namespace

Result<text::Draft> read_akoma_ntoso(std::string_view xml, std::string_view file_name) {
    return DraftReader(xml, file_name).read();
}

}  // namespace travaux::formats
