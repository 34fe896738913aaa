// Reads the annotated tree as JSON back.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "base/limits.h"
#include "formats/consolidated_names.h"
#include "formats/json_fields.h"
#include "formats/read_consolidated.h"
#include "formats/word_store.h"

namespace travaux::formats {
namespace {

namespace json = boost::json;
using namespace consolidation;

class JsonReader {
public:
    explicit JsonReader(std::string_view file_name) : file_name_(file_name) {}

    Result<Consolidated> read(const json::value& value) {
        if (!value.is_object()) return refuse("json.not_an_object", {});
        const JsonFields fields(value.get_object(), file_name_, Texts::verbatim);
        TRY_ASSIGN(const std::string format, fields.text("format"));
        if (format != "travaux consolidated text 1") return refuse("json.malformed", format);
        result_.lexicon = WordStore::lexicon_of(store_);
        TRY_ASSIGN(result_.draft.bytes, id(fields, "draft"));
        TRY_ASSIGN(result_.language, language(fields));
        TRY_ASSIGN(const auto proposals, fields.objects("proposals"));
        for (const JsonFields& one : proposals) TRY_OK(proposal(one));
        TRY_ASSIGN(const auto rows, fields.objects("rows"));
        for (const JsonFields& one : rows) {
            TRY_ASSIGN(Row read, row(one));
            result_.rows.push_back(std::move(read));
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] std::unexpected<Error> refuse(std::string id, std::string detail) const {
        return std::unexpected(
            Error{ErrorCode::invalid, std::move(id), {file_name_, std::move(detail)}});
    }

    [[nodiscard]] static Result<std::array<std::uint8_t, 16>> id(const JsonFields& fields,
                                                                 std::string_view name) {
        TRY_ASSIGN(const std::string text, fields.text_or_empty(name));
        if (text.empty()) return std::array<std::uint8_t, 16>{};
        const auto bytes = parse_id(text);
        if (!bytes) return fields.refuse("consolidated.value_unknown", text);
        return *bytes;
    }

    [[nodiscard]] static Result<text::Language> language(const JsonFields& fields) {
        TRY_ASSIGN(const std::string code, fields.text("language"));
        const auto found = text::parse_language(code);
        if (!found) return fields.refuse("consolidated.value_unknown", code);
        return *found;
    }

    Result<void> proposal(const JsonFields& fields) {
        Proposal one;
        TRY_ASSIGN(one.id, fields.text("id"));
        TRY_ASSIGN(one.sponsors, fields.texts("sponsors"));
        if (fields.has("brought_by")) {
            TRY_ASSIGN(one.brought_by, fields.texts("brought_by"));
        }
        TRY_ASSIGN(one.language, language(fields));
        TRY_ASSIGN(one.amends, fields.text_or_empty("amends"));
        TRY_ASSIGN(one.reason, fields.text_or_empty("reason"));
        by_id_[one.id] = static_cast<ProposalIndex>(result_.proposals.size());
        result_.proposals.push_back(std::move(one));
        return {};
    }

    [[nodiscard]] Result<ProposalList> proposals(const JsonFields& fields,
                                                 std::string_view name) const {
        ProposalList result;
        if (!fields.has(name)) return result;
        TRY_ASSIGN(const auto ids, fields.texts(name));
        for (const std::string& one : ids) {
            const auto found = by_id_.find(one);
            if (found == by_id_.end()) return fields.refuse("consolidated.value_unknown", one);
            result.push_back(found->second);
        }
        return result;
    }

    Result<Row> row(const JsonFields& fields) {
        Row row;
        TRY_ASSIGN(const std::string kind, fields.text("row"));
        TRY_ASSIGN(const std::string provision_kind, fields.text("kind"));
        const auto row_kind = parse_row_kind(kind);
        const auto of_provision = text::parse_provision_kind(provision_kind);
        if (!row_kind) return fields.refuse("consolidated.value_unknown", kind);
        if (!of_provision) return fields.refuse("consolidated.value_unknown", provision_kind);
        row.kind = *row_kind;
        row.provision_kind = *of_provision;
        TRY_ASSIGN(row.id.bytes, id(fields, "provision"));
        TRY_ASSIGN(row.depth, fields.number("depth"));
        TRY_ASSIGN(row.proposed_by, proposals(fields, "proposed_by"));
        TRY_ASSIGN(row.number, field(fields, "number"));
        TRY_ASSIGN(row.heading, field(fields, "heading"));
        TRY_ASSIGN(row.text, field(fields, "text"));
        if (!fields.has("marks")) return row;
        TRY_ASSIGN(const auto marks, fields.objects("marks"));
        for (const JsonFields& one : marks) {
            TRY_ASSIGN(Mark read, mark(one));
            row.marks.push_back(std::move(read));
        }
        return row;
    }

    Result<Mark> mark(const JsonFields& fields) const {
        Mark mark;
        TRY_ASSIGN(const std::string kind, fields.text("mark"));
        const auto found = parse_mark_kind(kind);
        if (!found) return fields.refuse("consolidated.value_unknown", kind);
        mark.kind = *found;
        TRY_ASSIGN(mark.words, fields.text_or_empty("words"));
        TRY_ASSIGN(mark.other.bytes, id(fields, "other"));
        TRY_ASSIGN(mark.other_parent.bytes, id(fields, "parent"));
        TRY_ASSIGN(mark.proposals, proposals(fields, "by"));
        return mark;
    }

    Result<AnnotatedText> field(const JsonFields& row, std::string_view name) {
        AnnotatedText text;
        if (!row.has(name)) return text;
        TRY_ASSIGN(const JsonFields fields, row.object(name));
        TRY_ASSIGN(const std::string base, fields.text("draft"));
        text.base = store_->whole(base);
        if (!fields.has("tree")) {
            text.tree.push_back({NodeKind::words, 1, text.base, {}});
            return text;
        }
        TRY_ASSIGN(const auto targets, fields.objects("targets"));
        for (const JsonFields& one : targets) {
            Target target;
            TRY_ASSIGN(const std::string words, one.text("text"));
            target.words = store_->whole(words);
            target.is_pending = one.has("pending");
            TRY_ASSIGN(target.proposals, proposals(one, "by"));
            text.targets.push_back(std::move(target));
        }
        TRY_ASSIGN(const auto nodes, fields.objects("tree"));
        for (const JsonFields& one : nodes) TRY_OK(node(one, text.tree));
        return text;
    }

    Result<void> node(const JsonFields& fields, Tree& tree) {
        TRY_ASSIGN(const std::string name, fields.text("node"));
        const auto kind = parse_node_kind(name);
        if (!kind) return fields.refuse("consolidated.value_unknown", name);
        const std::size_t at = tree.size();
        tree.push_back({*kind, 0, {}, {}});
        if (*kind == NodeKind::words) {
            TRY_ASSIGN(const std::string words, fields.text("text"));
            tree[at].words = store_->inside(words);
        }
        if (fields.has("targets")) {
            TRY_ASSIGN(const auto targets, fields.numbers("targets"));
            tree[at].witnesses.assign(targets.begin(), targets.end());
        }
        if (fields.has("nodes")) {
            TRY_ASSIGN(const auto nodes, fields.objects("nodes"));
            for (const JsonFields& one : nodes) TRY_OK(node(one, tree));
        }
        tree[at].subtree_end = static_cast<std::uint32_t>(tree.size());
        return {};
    }

    std::string file_name_;
    std::shared_ptr<WordStore> store_ = std::make_shared<WordStore>();
    std::map<std::string, ProposalIndex, std::less<>> by_id_;
    Consolidated result_;
};

}  // namespace

Result<Consolidated> read_json(std::string_view bytes, std::string_view file_name) {
    json::error_code failure;
    json::parse_options options;
    options.max_depth = limits::tree_depth;
    const json::value value =
        json::parse(json::string_view(bytes.data(), bytes.size()), failure, {}, options);
    if (failure) {
        return std::unexpected(Error{
            ErrorCode::invalid, "json.malformed", {std::string(file_name), failure.message()}});
    }
    return JsonReader(file_name).read(value);
}

}  // namespace travaux::formats
