// A consolidated text as Akoma Ntoso.
//
// Places are `inline` elements with a `del` and `ins` elements, which refer to the sponsors;
// attributes of our own say whose targets they are. Blanks stand before the words they belong to,
// inside `ins` and `del`, so that leaving an element out leaves a sentence.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "formats/akoma_ntoso.h"
#include "formats/akoma_ntoso_names.h"
#include "formats/consolidated_names.h"
#include "formats/document_view.h"
#include "formats/eid.h"
#include "formats/reference_links.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

// Sponsors have ids of their own in the document, `sponsor_1` and on, in the order of their names.
class SponsorIds {
public:
    explicit SponsorIds(const Consolidated& consolidated) {
        for (const Proposal& proposal : consolidated.proposals) {
            for (const std::string& sponsor : proposal.sponsors) ids_[sponsor];
            for (const std::string& sponsor : proposal.brought_by) ids_[sponsor];
        }
        std::size_t number = 0;
        for (auto& [sponsor, id] : ids_) id = "sponsor_" + std::to_string(++number);
    }

    [[nodiscard]] const std::map<std::string_view, std::string>& all() const { return ids_; }

    [[nodiscard]] std::string refer(const std::vector<std::string>& sponsors) const {
        std::string references;
        for (const std::string& sponsor : sponsors) add_to(references, sponsor);
        return references;
    }

    void add_to(std::string& references, std::string_view sponsor) const {
        references += (references.empty() ? "#" : " #") + ids_.at(sponsor);
    }

private:
    std::map<std::string_view, std::string> ids_;
};

std::string listed(std::span<const std::uint32_t> numbers) {
    std::string result;
    for (const std::uint32_t one : numbers)
        result += (result.empty() ? "" : " ") + std::to_string(one);
    return result;
}

std::string hex_or_empty(const ProvisionId& id) {
    return id.is_none() ? std::string{} : hex(id.bytes);
}

std::vector<std::string> eids_of_rows(const Consolidated& consolidated) {
    std::vector<NumberedProvision> numbered;
    for (const Row& row : consolidated.rows) {
        numbered.push_back({row.depth, row.provision_kind, base_text(consolidated, row.number)});
    }
    return eids_of(numbered);
}

class ConsolidatedWriter {
public:
    ConsolidatedWriter(const text::Draft& draft, const Consolidated& consolidated,
                       const Printing& printing)
        : draft_(draft), consolidated_(consolidated), printing_(printing), sponsors_(consolidated),
          links_(draft, consolidated), eids_(eids_of_rows(consolidated)) {
        for (std::size_t at = 0; at < consolidated.rows.size(); ++at) {
            if (consolidated.rows[at].kind != RowKind::provision) continue;
            eid_of_.emplace(consolidated.rows[at].id, eids_[at]);
        }
    }

    std::string write() {
        open_references(xml_,
                        {draft_.title, hex(consolidated_.draft.bytes), consolidated_.language});
        if (is_named() && !is_clean()) {
            for (const auto& [sponsor, id] : sponsors_.all()) {
                xml_.empty("TLCOrganization", {{"eId", id},
                                               {"href", "/ontology/organization/" + id},
                                               {"showAs", std::string(sponsor)}});
            }
        }
        xml_.close();
        xml_.line();
        proprietary();
        close_meta(xml_);
        xml_.open("body");
        xml_.line();
        bool is_empty = true;
        for (std::size_t at = 0; at < consolidated_.rows.size();) {
            is_empty = !row(at) && is_empty;
        }
        if (is_empty) xml_.empty("hcontainer", {{"name", "empty"}, {"eId", "empty"}});
        xml_.close();
        xml_.close();
        xml_.close();
        return std::move(xml_).finish();
    }

private:
    [[nodiscard]] bool is_named() const { return printing_.sponsors == Sponsors::named; }
    [[nodiscard]] bool is_clean() const { return printing_.view == View::clean; }
    [[nodiscard]] bool is_printed(const Row& row) const {
        return row.kind == RowKind::provision || (row.kind == RowKind::insertion && !is_clean());
    }

    [[nodiscard]] std::string by(const ProposalList& proposals) const {
        return is_named() ? listed(proposals) : std::string{};
    }

    [[nodiscard]] std::string refer(const Attributions& attributions) const {
        std::string result;
        if (!is_named()) return result;
        for (const Attribution& one : attributions) sponsors_.add_to(result, one.sponsor);
        return result;
    }

    // What the standard has no place for: whose proposals, marks, destinations, untranslated words.
    void proprietary() {
        xml_.open("proprietary", {{"source", std::string(program_reference)}});
        xml_.open("t:consolidated");
        for (const Proposal& proposal : consolidated_.proposals) {
            if (!is_named() || is_clean()) break;
            xml_.empty("t:proposal", {{"id", proposal.id},
                                      {"language", std::string(code_of(proposal.language))},
                                      {"sponsors", sponsors_.refer(proposal.sponsors)},
                                      {"broughtBy", sponsors_.refer(proposal.brought_by)},
                                      {"amends", proposal.amends},
                                      {"reason", proposal.reason}});
            xml_.line();
        }
        for (std::size_t at = 0; at < consolidated_.rows.size(); ++at) {
            if (!is_clean()) own_facts(at);
        }
        xml_.close();
        xml_.close();
        xml_.line();
    }

    void own_facts(std::size_t at) {
        const Row& row = consolidated_.rows[at];
        const std::string number = std::to_string(at);
        if (row.kind == RowKind::destination) {
            xml_.empty("t:destination", {{"row", number},
                                         {"wId", hex(row.id.bytes)},
                                         {"kind", std::string(text::name_of(row.provision_kind))},
                                         {"depth", std::to_string(row.depth)},
                                         {"by", by(row.proposed_by)}});
            xml_.line();
        }
        targets(number, text::Field::number, row.number);
        targets(number, text::Field::heading, row.heading);
        targets(number, text::Field::text, row.text);
        for (const Mark& mark : row.marks) {
            xml_.open("t:mark", {{"row", number},
                                 {"kind", std::string(name_of(mark.kind))},
                                 {"other", hex_or_empty(mark.other)},
                                 {"parent", hex_or_empty(mark.other_parent)},
                                 {"by", by(mark.proposals)}});
            xml_.text(mark.words);
            xml_.close();
            xml_.line();
        }
    }

    void targets(const std::string& row, text::Field field, const AnnotatedText& text) {
        for (const Target& target : text.targets) {
            xml_.open("t:target", {{"row", row},
                                   {"field", std::string(text::name_of(field))},
                                   {"pending", target.is_pending ? "true" : ""},
                                   {"by", by(target.proposals)}});
            if (target.is_pending) {
                xml_.text(text::text_of(target.words, *consolidated_.lexicon));
            }
            xml_.close();
            xml_.line();
        }
    }

    // Writes the row at `at` with all below it, if it is printed at all.
    bool row(std::size_t& at) {
        const std::size_t here = at++;
        const Row& row = consolidated_.rows[here];
        if (!is_printed(row)) return false;
        const bool is_inserted = row.kind == RowKind::insertion;
        xml_.open(element_of(row.provision_kind),
                  {{"name", name_attribute(row.provision_kind)},
                   {"eId", eids_[here]},
                   {"wId", hex(row.id.bytes)},
                   {"refersTo", refer(attribution_of(consolidated_, row.proposed_by))},
                   {"alternativeTo", first_rival(here)},
                   {"t:row", is_inserted ? "insertion" : ""},
                   {"t:by", is_inserted ? by(row.proposed_by) : ""}});
        field("num", here, row.number);
        field("heading", here, row.heading);
        const bool has_children = has_element_below(at, row.depth);
        const bool is_set_out = printing_.view == View::options && is_open(row.text);
        if (!has_children || !row.text.base.empty() || !row.text.targets.empty()) {
            xml_.open(has_children ? "intro" : "content", {{"eId", eids_[here] + "__text"}});
            xml_.open("p");
            is_set_out ? plain(here, base_text(consolidated_, row.text))
                       : annotated(here, row.text);
            xml_.close();
            xml_.close();
        }
        while (at < consolidated_.rows.size() && consolidated_.rows[at].depth > row.depth) {
            this->row(at);
        }
        xml_.close();
        xml_.line();
        if (is_set_out) options(here);
        return true;
    }

    [[nodiscard]] bool has_element_below(std::size_t at, std::uint32_t depth) const {
        for (; at < consolidated_.rows.size() && consolidated_.rows[at].depth > depth; ++at) {
            if (is_printed(consolidated_.rows[at])) return true;
        }
        return false;
    }

    // Provisions proposed for one gap under one number are rivals: they cannot all be adopted.
    std::string first_rival(std::size_t at) {
        const Row& row = consolidated_.rows[at];
        rivals_.resize(row.depth + 1);
        auto& firsts = rivals_.back();
        if (row.kind != RowKind::insertion) {
            firsts.clear();
            return {};
        }
        const std::string number = base_text(consolidated_, row.number);
        if (number.empty()) return {};
        const auto [first, is_first] =
            firsts.emplace(std::pair(row.provision_kind, number), eids_[at]);
        return is_first ? std::string{} : "#" + first->second;
    }

    // Each text proposed for a provision, as a sibling that is alternative to it.
    void options(std::size_t at) {
        const Row& row = consolidated_.rows[at];
        std::size_t number = 1;
        for (const Target& target : row.text.targets) {
            if (target.is_pending) continue;
            const std::string eid = eids_[at] + "__alt_" + std::to_string(++number);
            xml_.open(element_of(row.provision_kind),
                      {{"name", name_attribute(row.provision_kind)},
                       {"eId", eid},
                       {"refersTo", refer(attribution_of(consolidated_, target.proposals))},
                       {"alternativeTo", "#" + eids_[at]}});
            const std::string row_number = base_text(consolidated_, row.number);
            if (!row_number.empty()) {
                xml_.open("num");
                xml_.text(row_number);
                xml_.close();
            }
            xml_.open("content", {{"eId", eid + "__text"}});
            xml_.open("p");
            plain(at, text::text_of(target.words, *consolidated_.lexicon));
            xml_.close();
            xml_.close();
            xml_.close();
            xml_.line();
        }
    }

    void field(std::string_view element, std::size_t row, const AnnotatedText& text) {
        if (text.base.empty() && (is_clean() || text.targets.empty())) return;
        xml_.open(element);
        annotated(row, text);
        xml_.close();
    }

    void annotated(std::size_t row, const AnnotatedText& text) {
        const std::string base = base_text(consolidated_, text);
        if (is_clean() && &text == &consolidated_.rows[row].text) return plain(row, base);
        if (is_clean()) return xml_.text(base);
        is_start_ = true;
        nodes(row, text, links_.in(row, text), {0, text.tree.size()});
    }

    void plain(std::size_t row, const std::string& text) {
        each_stretch(
            text, links_.in(row, text), [&](std::string_view words) { xml_.text(words); },
            [&](std::string_view words, ProvisionId provision) { link(row, words, provision); });
    }

    void link(std::size_t row, std::string_view words, ProvisionId provision) {
        xml_.open("ref", {{"eId", inline_eid(row, "ref")}, {"href", "#" + eid_of_.at(provision)}});
        xml_.text(words);
        xml_.close();
    }

    std::string inline_eid(std::size_t row, const std::string& kind) {
        return eids_[row] + "__" + kind + "_" + std::to_string(++inlines_[{row, kind}]);
    }

    void nodes(std::size_t row, const AnnotatedText& text, const TextLinks& links,
               std::pair<std::size_t, std::size_t> range) {
        for (std::size_t at = range.first; at < range.second; at = text.tree[at].subtree_end) {
            const Node& node = text.tree[at];
            const std::pair inside{at + 1, std::size_t{node.subtree_end}};
            switch (node.kind) {
                case NodeKind::words: words(row, node.words, links); break;
                case NodeKind::place:
                    xml_.open("inline", {{"name", "place"}});
                    nodes(row, text, links, inside);
                    xml_.close();
                    break;
                case NodeKind::deletion:
                case NodeKind::insertion:
                    xml_.open(
                        node.kind == NodeKind::deletion ? "del" : "ins",
                        {{"refersTo", refer(attribution_of(consolidated_, text, node.witnesses))},
                         {"t:targets", listed(node.witnesses)}});
                    nodes(row, text, links, inside);
                    xml_.close();
                    break;
                case NodeKind::bracket_open:
                case NodeKind::bracket_close:
                    xml_.empty("marker", {{"eId", inline_eid(row, "marker")},
                                          {"name", std::string(name_of(node.kind))},
                                          {"t:mark", listed(node.witnesses)}});
                    break;
            }
        }
    }

    // The first words of a field have no blank before them.
    void words(std::size_t row, std::span<const text::Word> words, const TextLinks& links) {
        for (const LinkedWords& stretch : stretches_of(words, links)) {
            std::string text;
            for (const text::Word word : std::span(stretch.begin, stretch.end)) {
                if ((word & 1U) != 0 && !is_start_) text += ' ';
                text += consolidated_.lexicon->spelling(word);
                is_start_ = false;
            }
            if (stretch.provision.is_none()) {
                xml_.text(text);
                continue;
            }
            if (text.starts_with(' ')) xml_.text(" ");
            link(row, std::string_view(text).substr(text.starts_with(' ') ? 1 : 0),
                 stretch.provision);
        }
    }

    const text::Draft& draft_;
    const Consolidated& consolidated_;
    const Printing& printing_;
    SponsorIds sponsors_;
    ReferenceLinks links_;
    XmlWriter xml_;
    bool is_start_ = true;
    std::vector<std::string> eids_;  ///< of rows
    std::map<ProvisionId, std::string> eid_of_;
    std::map<std::pair<std::size_t, std::string>, std::size_t> inlines_;
    std::vector<std::map<std::pair<text::ProvisionKind, std::string>, std::string>> rivals_;
};

}  // namespace

std::string write_akoma_ntoso(const text::Draft& draft, const Consolidated& consolidated,
                              const Printing& printing) {
    return ConsolidatedWriter(draft, consolidated, printing).write();
}

}  // namespace travaux::formats
