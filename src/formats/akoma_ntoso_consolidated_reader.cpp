// Reads a consolidated text as Akoma Ntoso back.
//
// The body gives provisions, words and brackets; `proprietary` gives whose targets they are, marks,
// places to move to, and words without translation.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <map>
#include <pugixml.hpp>

#include "formats/akoma_ntoso_names.h"
#include "formats/consolidated_names.h"
#include "formats/read_consolidated.h"
#include "formats/word_store.h"

namespace travaux::formats {
namespace {

using namespace consolidation;
using FieldOf = std::pair<std::size_t, std::string_view>;  // a row and `number`, `heading`, `text`

class XmlReader {
public:
    explicit XmlReader(std::string_view file_name) : file_name_(file_name) {}

    Result<Consolidated> read(const pugi::xml_node& act) {
        const auto meta = act.child("meta");
        own_ = meta.child("proprietary").child("t:consolidated");
        if (!own_) return refuse("akoma_ntoso.not_a_draft", "t:consolidated");
        result_.lexicon = WordStore::lexicon_of(store_);
        TRY_OK(read_identity(meta.child("identification")));
        for (const auto& one : meta.child("references").children("TLCOrganization")) {
            sponsors_["#" + attribute(one, "eId")] = attribute(one, "showAs");
        }
        for (const auto& one : own_.children("t:proposal")) TRY_OK(read_proposal(one));
        for (const auto& one : own_.children("t:target")) targets_[field_of(one)].push_back(one);
        for (const auto& one : own_.children("t:destination")) {
            destinations_[number(one, "row")] = one;
        }
        for (const auto& child : act.child("body").children()) TRY_OK(read_row(child, 0));
        TRY_OK(read_destinations());
        for (const auto& one : own_.children("t:mark")) TRY_OK(read_mark(one));
        return std::move(result_);
    }

private:
    [[nodiscard]] std::unexpected<Error> refuse(std::string id, std::string detail) const {
        return std::unexpected(
            Error{ErrorCode::invalid, std::move(id), {file_name_, std::move(detail)}});
    }

    [[nodiscard]] std::unexpected<Error> refuse_value(std::string detail) const {
        return refuse("consolidated.value_unknown", std::move(detail));
    }

    static std::string attribute(const pugi::xml_node& node, const char* name) {
        return node.attribute(name).value();
    }

    static std::size_t number(const pugi::xml_node& node, const char* name) {
        return node.attribute(name).as_ullong();
    }

    static FieldOf field_of(const pugi::xml_node& node) {
        return {number(node, "row"), node.attribute("field").value()};
    }

    static ProposalList numbers(const pugi::xml_node& node, const char* name) {
        ProposalList result;
        const std::string_view text = node.attribute(name).value();
        for (const char* at = text.data(); at != text.data() + text.size();) {
            std::uint32_t value = 0;
            const auto read = std::from_chars(at, text.data() + text.size(), value);
            if (read.ec != std::errc{}) return {};
            result.push_back(value);
            at = read.ptr == text.data() + text.size() ? read.ptr : read.ptr + 1;
        }
        return result;
    }

    static ProvisionId id(const pugi::xml_node& node, const char* name) {
        return {parse_id(node.attribute(name).value()).value_or(ProvisionId{}.bytes)};
    }

    Result<void> read_identity(const pugi::xml_node& identification) {
        const std::string work =
            attribute(identification.child("FRBRWork").child("FRBRuri"), "value");
        const auto draft = parse_id(std::string_view(work).substr(work.rfind('/') + 1));
        const std::string code =
            attribute(identification.child("FRBRExpression").child("FRBRlanguage"), "language");
        const auto language = std::ranges::find(text::languages, code, text::three_letter_code_of);
        if (!draft) return refuse_value(work);
        if (language == text::languages.end()) return refuse_value(code);
        result_.draft.bytes = *draft;
        result_.language = *language;
        return {};
    }

    Result<void> read_proposal(const pugi::xml_node& node) {
        Proposal proposal;
        proposal.id = attribute(node, "id");
        proposal.amends = attribute(node, "amends");
        proposal.reason = attribute(node, "reason");
        const std::string code = attribute(node, "language");
        const auto language = text::parse_language(code);
        if (!language) return refuse_value(code);
        proposal.language = *language;
        TRY_ASSIGN(proposal.sponsors, sponsors(attribute(node, "sponsors")));
        TRY_ASSIGN(proposal.brought_by, sponsors(attribute(node, "broughtBy")));
        result_.proposals.push_back(std::move(proposal));
        return {};
    }

    [[nodiscard]] Result<std::vector<std::string>> sponsors(const std::string& references) const {
        std::vector<std::string> result;
        for (std::size_t at = 0; at < references.size();) {
            const std::size_t end = std::min(references.find(' ', at), references.size());
            const auto found = sponsors_.find(references.substr(at, end - at));
            if (found == sponsors_.end()) return refuse_value(references);
            result.push_back(found->second);
            at = end + 1;
        }
        return result;
    }

    // Destinations have no element of their own in the body.
    Result<void> read_destinations() {
        for (auto found = destinations_.find(result_.rows.size()); found != destinations_.end();
             found = destinations_.find(result_.rows.size())) {
            Row row;
            row.kind = RowKind::destination;
            row.id = id(found->second, "wId");
            row.depth = static_cast<std::uint32_t>(number(found->second, "depth"));
            row.proposed_by = numbers(found->second, "by");
            const std::string kind = attribute(found->second, "kind");
            const auto of_provision = text::parse_provision_kind(kind);
            if (!of_provision) return refuse_value(kind);
            row.provision_kind = *of_provision;
            result_.rows.push_back(std::move(row));
        }
        return {};
    }

    Result<void> read_row(const pugi::xml_node& node, std::uint32_t depth) {
        if (node.type() != pugi::node_element || attribute(node, "name") == "empty") return {};
        const auto kind = kind_of(node.name(), attribute(node, "name"));
        if (!kind) return refuse("akoma_ntoso.element_unknown", node.name());
        TRY_OK(read_destinations());
        const std::size_t at = result_.rows.size();
        Row row;
        row.kind = attribute(node, "t:row").empty() ? RowKind::provision : RowKind::insertion;
        row.provision_kind = *kind;
        row.id = id(node, "wId");
        row.depth = depth;
        row.proposed_by = numbers(node, "t:by");
        const auto holder = node.child("content") ? "content" : "intro";
        TRY_ASSIGN(row.number, read_field(node.child("num"), {at, "number"}));
        TRY_ASSIGN(row.heading, read_field(node.child("heading"), {at, "heading"}));
        TRY_ASSIGN(row.text, read_field(node.child(holder).child("p"), {at, "text"}));
        result_.rows.push_back(std::move(row));
        for (const auto& child : node.children()) {
            const std::string_view name = child.name();
            const bool is_own =
                name == "num" || name == "heading" || name == "content" || name == "intro";
            if (!is_own) TRY_OK(read_row(child, depth + 1));
        }
        return {};
    }

    Result<void> read_mark(const pugi::xml_node& node) {
        Mark mark;
        const std::string name = attribute(node, "kind");
        const auto kind = parse_mark_kind(name);
        const std::size_t row = number(node, "row");
        if (!kind || row >= result_.rows.size()) return refuse_value(name);
        mark.kind = *kind;
        mark.words = node.child_value();
        mark.other = id(node, "other");
        mark.other_parent = id(node, "parent");
        mark.proposals = numbers(node, "by");
        result_.rows[row].marks.push_back(std::move(mark));
        return {};
    }

    Result<AnnotatedText> read_field(const pugi::xml_node& node, const FieldOf& field) {
        AnnotatedText text;
        is_start_ = true;
        TRY_OK(read_nodes(node, text.tree));
        text.base = base_of(text.tree);
        const auto found = targets_.find(field);
        if (found == targets_.end()) return text;
        for (const auto& one : found->second) {
            Target target;
            target.is_pending = !attribute(one, "pending").empty();
            target.words = target.is_pending
                               ? store_->whole(one.child_value())
                               : reading_of(text.tree, static_cast<Witness>(text.targets.size()));
            target.proposals = numbers(one, "by");
            text.targets.push_back(std::move(target));
        }
        return text;
    }

    // Words, and references among them, up to the next bracket are one node.
    Result<void> read_nodes(const pugi::xml_node& parent, Tree& tree) {
        std::string words;
        for (const auto& node : parent.children()) {
            const std::string_view name = node.name();
            if (node.type() == pugi::node_pcdata || name == "ref") {
                words += name == "ref" ? node.child_value() : node.value();
                continue;
            }
            add_words(std::exchange(words, {}), tree);
            const auto kind = node_kind(node);
            if (!kind) return refuse("akoma_ntoso.element_unknown", node.name());
            const std::size_t at = tree.size();
            const bool is_mark = name == "marker";
            const auto witnesses = numbers(node, is_mark ? "t:mark" : "t:targets");
            tree.push_back({*kind, 0, {}, {witnesses.begin(), witnesses.end()}});
            TRY_OK(read_nodes(node, tree));
            tree[at].subtree_end = static_cast<std::uint32_t>(tree.size());
        }
        add_words(words, tree);
        return {};
    }

    void add_words(const std::string& words, Tree& tree) {
        if (words.empty()) return;
        const auto end = static_cast<std::uint32_t>(tree.size() + 1);
        tree.push_back({NodeKind::words, end, store_->inside(is_start_ ? " " + words : words), {}});
        is_start_ = false;
    }

    static std::optional<NodeKind> node_kind(const pugi::xml_node& node) {
        const std::string_view element = node.name();
        if (element == "del") return NodeKind::deletion;
        if (element == "ins") return NodeKind::insertion;
        const auto named = parse_node_kind(node.attribute("name").value());
        const bool is_known = (element == "inline" && named == NodeKind::place) ||
                              (element == "marker" && (named == NodeKind::bracket_open ||
                                                       named == NodeKind::bracket_close));
        return is_known ? named : std::nullopt;
    }

    std::string file_name_;
    pugi::xml_node own_;
    std::shared_ptr<WordStore> store_ = std::make_shared<WordStore>();
    std::map<std::string, std::string> sponsors_;
    std::map<FieldOf, std::vector<pugi::xml_node>> targets_;
    std::map<std::size_t, pugi::xml_node> destinations_;  ///< by row
    bool is_start_ = true;
    Consolidated result_;
};

}  // namespace

Result<Consolidated> read_consolidated_akoma_ntoso(std::string_view bytes,
                                                   std::string_view file_name) {
    pugi::xml_document document;
    const auto parsed =
        document.load_buffer(bytes.data(), bytes.size(),
                             pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!parsed) {
        return std::unexpected(Error{ErrorCode::invalid,
                                     "akoma_ntoso.malformed",
                                     {std::string(file_name), parsed.description()}});
    }
    return XmlReader(file_name).read(document.child("akomaNtoso").child("act"));
}

}  // namespace travaux::formats
