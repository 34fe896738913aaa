// The annotated tree as JSON, as `docs/consolidated-json.md` lays down.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/json.hpp>

#include "consolidation/operative_words.h"
#include "formats/consolidated_names.h"
#include "formats/document_view.h"
#include "formats/printing.h"
#include "formats/reference_links.h"

namespace travaux::formats {
namespace {

namespace json = boost::json;
using namespace consolidation;

// Positions count code points, as readers of JSON do.
std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Whether a tree says no more than its base.
bool is_plain(const AnnotatedText& text) {
    return text.targets.empty() &&
           (text.base.empty() ? text.tree.empty()
                              : text.tree.size() == 1 && text.tree[0].kind == NodeKind::words);
}

class JsonPrinter {
public:
    JsonPrinter(const text::Draft& draft, const Consolidated& consolidated,
                const Printing& printing)
        : draft_(draft), consolidated_(consolidated), printing_(printing),
          links_(draft, consolidated), is_named_(printing.sponsors == Sponsors::named),
          is_clean_(printing.view == View::clean),
          is_by_sponsor_(printing.view == View::by_sponsor && is_named_) {}

    std::string print() const {
        std::string out = "{\"format\":\"travaux consolidated text 1\",\"title\":" +
                          json::serialize(json::value(draft_.title)) + ",\"draft\":\"" +
                          hex(consolidated_.draft.bytes) + "\",\"language\":\"" +
                          std::string(text::code_of(consolidated_.language)) + "\"";
        if (!printing_.voting.empty()) {
            out += ",\"voting_weights\":" + std::to_string(weights_version);
        }
        if (is_named_ && !is_clean_) {
            list(out, "proposals", consolidated_.proposals,
                 [&](std::size_t at) { return object(consolidated_.proposals[at]); });
        }
        if (is_by_sponsor_) {
            const auto wants = wants_of(consolidated_);
            list(out, "sponsors", wants, [&](std::size_t at) { return object(wants[at]); });
        } else {
            list(out, "rows", consolidated_.rows, [&](std::size_t at) { return row(at); });
        }
        return out + "}\n";
    }

private:
    // One line for each item; an item without fields is left out.
    template <typename T, typename Object>
    void list(std::string& out, std::string_view name, const std::vector<T>& items,
              Object object_at) const {
        out += ",\n\"" + std::string(name) + "\":[";
        bool is_first = true;
        for (std::size_t at = 0; at < items.size(); ++at) {
            const json::object one = object_at(at);
            if (one.empty()) continue;
            out += is_first ? "\n" : ",\n";
            out += json::serialize(one);
            is_first = false;
        }
        out += "]";
    }

    json::object object(const Wants& wants) const {
        json::array list;
        for (const Want& want : wants.list) {
            const Row& row = consolidated_.rows[want.row];
            json::object one{{"provision", hex(row.id.bytes)}};
            if (row.kind != RowKind::insertion) one["label"] = links_.label_of(row.id);
            if (!want.label.empty()) one["asks"] = want.label;
            if (!want.words.empty()) one["words"] = want.words;
            if (!want.change.targets.empty()) {
                one["draft"] = base_text(consolidated_, want.change);
                one["text"] = text::text_of(want.change.targets[0].words, *consolidated_.lexicon);
            }
            list.emplace_back(std::move(one));
        }
        return {{"sponsor", wants.sponsor}, {"wants", std::move(list)}};
    }

    json::object object(const Proposal& proposal) const {
        json::object result{{"id", proposal.id}};
        result["sponsors"] = json::array(proposal.sponsors.begin(), proposal.sponsors.end());
        if (!proposal.brought_by.empty()) {
            result["brought_by"] =
                json::array(proposal.brought_by.begin(), proposal.brought_by.end());
        }
        result["language"] = text::code_of(proposal.language);
        if (!proposal.amends.empty()) result["amends"] = proposal.amends;
        if (!proposal.reason.empty()) result["reason"] = proposal.reason;
        return result;
    }

    json::object row(std::size_t at) const {
        const Row& row = consolidated_.rows[at];
        if (is_clean_ && row.kind != RowKind::provision) return {};
        json::object result{{"row", name_of(row.kind)},
                            {"provision", hex(row.id.bytes)},
                            {"kind", text::name_of(row.provision_kind)},
                            {"depth", row.depth}};
        if (row.kind == RowKind::provision) result["label"] = links_.label_of(row.id);
        if (is_named_ && !row.proposed_by.empty()) result["proposed_by"] = ids(row.proposed_by);
        for (const auto& [name, text] :
             {std::pair{"number", &row.number}, std::pair{"heading", &row.heading},
              std::pair{"text", &row.text}}) {
            json::object words = field(at, *text);
            if (!words.empty()) result[name] = std::move(words);
        }
        json::array marks;
        if (is_clean_) return result;
        for (const Mark& mark : row.marks) marks.emplace_back(object(mark));
        if (!marks.empty()) result["marks"] = std::move(marks);
        if (at < printing_.voting.size() && !printing_.voting[at].options.empty()) {
            result["voting"] = voting(printing_.voting[at]);
        }
        return result;
    }

    json::array voting(const VotingOrder& order) const {
        json::array options;
        for (const VotingOption& option : order.options) {
            json::object one{{"subject", consolidation::name_of(option.subject)},
                             {"distance", option.distance}};
            if (is_named_) one["by"] = ids(option.proposals);
            if (!option.rejects.empty()) one["rejects"] = json::value_from(option.rejects);
            if (is_named_ && !option.moots.empty()) one["moots"] = ids(option.moots);
            options.emplace_back(std::move(one));
        }
        return options;
    }

    json::object object(const Mark& mark) const {
        json::object result{{"mark", name_of(mark.kind)}};
        if (!mark.words.empty()) result["words"] = mark.words;
        if (!mark.other.is_none()) result["other"] = hex(mark.other.bytes);
        if (!mark.other_parent.is_none()) result["parent"] = hex(mark.other_parent.bytes);
        if (is_named_) result["by"] = ids(mark.proposals);
        return result;
    }

    json::array ids(const ProposalList& proposals) const {
        json::array result;
        for (const ProposalIndex at : proposals)
            result.emplace_back(consolidated_.proposals[at].id);
        return result;
    }

    json::object field(std::size_t row, const AnnotatedText& text) const {
        if (text.base.empty() && (text.targets.empty() || is_clean_)) return {};
        json::object result{{"draft", base_text(consolidated_, text)}};
        const bool is_text = &text == &consolidated_.rows[row].text;
        if (is_text) references(result, row, base_text(consolidated_, text));
        if (is_clean_ || is_plain(text)) return result;
        json::array targets;
        for (const Target& target : text.targets) {
            const std::string words = text::text_of(target.words, *consolidated_.lexicon);
            json::object one{{"text", words}};
            if (target.is_pending) {
                one["pending"] = true;
            } else if (is_text) {
                references(one, row, words);
            }
            if (is_named_) one["by"] = ids(target.proposals);
            targets.emplace_back(std::move(one));
        }
        result["targets"] = std::move(targets);
        result["tree"] = nodes(text.tree, 0, text.tree.size());
        return result;
    }

    void references(json::object& result, std::size_t row, const std::string& text) const {
        json::array list;
        std::size_t byte = 0;
        std::size_t counted = 0;
        const auto position = [&](std::size_t wanted) {
            counted += code_points(std::string_view(text).substr(byte, wanted - byte));
            byte = wanted;
            return counted;
        };
        for (const text::Reference& one : links_.in(row, text)) {
            const std::size_t begin = position(one.begin);
            list.emplace_back(json::object{{"begin", begin},
                                           {"end", position(one.end)},
                                           {"provision", hex(one.provision.bytes)}});
        }
        if (!list.empty()) result["references"] = std::move(list);
    }

    // Words keep the blank before them, so that every reading is a concatenation.
    json::array nodes(const Tree& tree, std::size_t begin, std::size_t end) const {
        json::array result;
        for (std::size_t at = begin; at < end; at = tree[at].subtree_end) {
            const Node& node = tree[at];
            json::object one{{"node", name_of(node.kind)}};
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

    const text::Draft& draft_;
    const Consolidated& consolidated_;
    const Printing& printing_;
    ReferenceLinks links_;
    bool is_named_;
    bool is_clean_;
    bool is_by_sponsor_;
};

}  // namespace

std::string print_json(const text::Draft& draft, const Consolidated& consolidated,
                       const Printing& printing) {
    return JsonPrinter(draft, consolidated, printing).print();
}

}  // namespace travaux::formats
