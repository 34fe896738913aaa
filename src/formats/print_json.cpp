// The annotated tree as JSON, as `docs/consolidated-json.md` lays down.
// SPDX-License-Identifier: MIT
#include <boost/json.hpp>

#include "formats/document_view.h"
#include "formats/printing.h"

namespace travaux::formats {
namespace {

namespace json = boost::json;
using namespace consolidation;

std::string_view name_of_kind(NodeKind kind) {
    switch (kind) {
        case NodeKind::words: return "words";
        case NodeKind::place: return "place";
        case NodeKind::deletion: return "deletion";
        case NodeKind::insertion: return "insertion";
        case NodeKind::bracket_open: return "bracket_open";
        case NodeKind::bracket_close: break;
    }
    return "bracket_close";
}

std::string_view name_of_mark(MarkKind kind) {
    switch (kind) {
        case MarkKind::deletion: return "delete";
        case MarkKind::move: return "move";
        case MarkKind::join: return "join";
        case MarkKind::bracket: return "bracket";
        case MarkKind::reservation: return "reserve";
        case MarkKind::note: break;
    }
    return "note";
}

std::string_view name_of_row(RowKind kind) {
    switch (kind) {
        case RowKind::provision: return "provision";
        case RowKind::insertion: return "insertion";
        case RowKind::destination: break;
    }
    return "destination";
}

class JsonPrinter {
public:
    JsonPrinter(const Consolidated& consolidated, const Printing& printing)
        : consolidated_(consolidated), is_named_(printing.sponsors == Sponsors::named) {}

    std::string print(const text::Draft& draft) {
        std::string out = "{\"format\":\"travaux consolidated text 1\",\"title\":" +
                          json::serialize(json::value(draft.title)) + ",\"draft\":\"" +
                          hex(consolidated_.draft.bytes) + "\",\"language\":\"" +
                          std::string(text::code_of(consolidated_.language)) + "\"";
        if (is_named_) list(out, "proposals", consolidated_.proposals);
        list(out, "rows", consolidated_.rows);
        return out + "}\n";
    }

private:
    template <typename T>
    void list(std::string& out, std::string_view name, const std::vector<T>& items) const {
        out += ",\n\"" + std::string(name) + "\":[";
        for (const T& item : items) {
            out += &item == items.data() ? "\n" : ",\n";
            out += json::serialize(object(item));
        }
        out += "]";
    }

    json::object object(const Proposal& proposal) const {
        json::object result{{"id", proposal.id}};
        json::array sponsors;
        for (const std::string& one : proposal.sponsors) sponsors.emplace_back(one);
        result["sponsors"] = std::move(sponsors);
        result["language"] = text::code_of(proposal.language);
        if (!proposal.amends.empty()) result["amends"] = proposal.amends;
        if (!proposal.reason.empty()) result["reason"] = proposal.reason;
        return result;
    }

    json::object object(const Row& row) const {
        json::object result{{"row", name_of_row(row.kind)},
                            {"provision", hex(row.id.bytes)},
                            {"kind", text::name_of(row.provision_kind)},
                            {"depth", row.depth}};
        if (is_named_ && !row.proposed_by.empty()) result["proposed_by"] = ids(row.proposed_by);
        field(result, "number", row.number);
        field(result, "heading", row.heading);
        field(result, "text", row.text);
        json::array marks;
        for (const Mark& mark : row.marks) marks.emplace_back(object(mark));
        if (!marks.empty()) result["marks"] = std::move(marks);
        return result;
    }

    json::object object(const Mark& mark) const {
        json::object result{{"mark", name_of_mark(mark.kind)}};
        if (!mark.words.empty()) result["words"] = mark.words;
        if (!mark.other.is_none()) result["other"] = hex(mark.other.bytes);
        if (!mark.other_parent.is_none()) result["parent"] = hex(mark.other_parent.bytes);
        if (is_named_) result["by"] = ids(mark.proposals);
        return result;
    }

    json::array ids(const std::vector<ProposalIndex>& proposals) const {
        json::array result;
        for (const ProposalIndex at : proposals)
            result.emplace_back(consolidated_.proposals[at].id);
        return result;
    }

    void field(json::object& row, std::string_view name, const AnnotatedText& text) const {
        if (text.base.empty() && text.targets.empty()) return;
        json::object result{{"draft", base_text(consolidated_, text)}};
        json::array targets;
        for (const Target& target : text.targets) {
            json::object one{{"text", text::text_of(target.words, *consolidated_.lexicon)}};
            if (target.is_pending) one["pending"] = true;
            if (is_named_) one["by"] = ids(target.proposals);
            targets.emplace_back(std::move(one));
        }
        if (!targets.empty()) {
            result["targets"] = std::move(targets);
            result["tree"] = nodes(text.tree, 0, text.tree.size());
        }
        row[name] = std::move(result);
    }

    // Words keep the blank before them, so that every reading is a concatenation.
    json::array nodes(const Tree& tree, std::size_t begin, std::size_t end) const {
        json::array result;
        for (std::size_t at = begin; at < end; at = tree[at].subtree_end) {
            const Node& node = tree[at];
            json::object one{{"node", name_of_kind(node.kind)}};
            if (node.kind == NodeKind::words) {
                std::string words;
                for (const text::Word word : node.words) {
                    if ((word & 1U) != 0) words += ' ';
                    words += consolidated_.lexicon->spelling(word);
                }
                one["text"] = words;
            } else {
                json::array who;
                for (const Witness witness : node.witnesses) who.emplace_back(witness);
                if (!who.empty()) one["targets"] = std::move(who);
                if (node.subtree_end > at + 1) one["nodes"] = nodes(tree, at + 1, node.subtree_end);
            }
            result.emplace_back(std::move(one));
        }
        return result;
    }

    const Consolidated& consolidated_;
    bool is_named_;
};

}  // namespace

std::string print_json(const text::Draft& draft, const Consolidated& consolidated,
                       const Printing& printing) {
    return JsonPrinter(consolidated, printing).print(draft);
}

}  // namespace travaux::formats
