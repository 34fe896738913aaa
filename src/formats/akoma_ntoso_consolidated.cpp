// A consolidated text as Akoma Ntoso.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "formats/akoma_ntoso.h"
#include "formats/akoma_ntoso_names.h"
#include "formats/document_view.h"
#include "formats/eid.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

// Sponsors have ids of their own in the document, `sponsor_1` and on, in the order of their names.
class SponsorIds {
public:
    explicit SponsorIds(const Consolidated& consolidated) {
        for (const Proposal& proposal : consolidated.proposals) {
            for (const std::string& sponsor : proposal.sponsors) ids_[sponsor];
        }
        std::size_t number = 0;
        for (auto& [sponsor, id] : ids_) id = "sponsor_" + std::to_string(++number);
    }

    [[nodiscard]] const std::map<std::string, std::string>& all() const { return ids_; }

    [[nodiscard]] std::string references(const Attributions& attributions) const {
        std::string result;
        for (const Attribution& one : attributions) {
            result += (result.empty() ? "#" : " #") + ids_.at(one.sponsor);
        }
        return result;
    }

private:
    std::map<std::string, std::string> ids_;
};

class XmlSink : public TreeSink {
public:
    XmlSink(XmlWriter& xml, const std::map<std::size_t, std::string>& references)
        : xml_(xml), references_(references) {}

    void words(std::string_view text) override { xml_.text(text); }
    void blank() override { xml_.text(" "); }
    void open_deletion() override { open("del"); }
    void close_deletion(const Attributions&) override { xml_.close(); }
    void open_insertion() override { open("ins"); }
    void close_insertion(const Attributions&) override { xml_.close(); }
    void open_mark() override {}
    void close_mark(std::uint32_t) override {}

private:
    // Elements open in the order of the brackets in the tree.
    void open(std::string_view element) {
        xml_.open(element, {{"refersTo", references_.at(next_++)}});
    }

    XmlWriter& xml_;
    const std::map<std::size_t, std::string>& references_;
    std::size_t next_ = 0;
};

class ConsolidatedWriter {
public:
    ConsolidatedWriter(const text::Draft& draft, const Consolidated& consolidated,
                       const Printing& printing)
        : draft_(draft), consolidated_(consolidated), printing_(printing), sponsors_(consolidated) {
    }

    std::string write() {
        open_references(xml_,
                        {draft_.title, hex(consolidated_.draft.bytes), consolidated_.language});
        if (is_named()) {
            for (const auto& [sponsor, id] : sponsors_.all()) {
                xml_.empty(
                    "TLCOrganization",
                    {{"eId", id}, {"href", "/ontology/organization/" + id}, {"showAs", sponsor}});
            }
        }
        xml_.close();
        xml_.line();
        proprietary();
        close_meta(xml_);
        xml_.open("body");
        xml_.line();
        bool is_empty = true;
        for (std::size_t at = 0; at < consolidated_.rows.size(); is_empty = false) row(at, {});
        if (is_empty) xml_.empty("hcontainer", {{"name", "empty"}, {"eId", "empty"}});
        xml_.close();
        xml_.close();
        xml_.close();
        return std::move(xml_).finish();
    }

private:
    [[nodiscard]] bool is_named() const { return printing_.sponsors == Sponsors::named; }
    [[nodiscard]] bool is_clean() const { return printing_.view == View::clean; }

    [[nodiscard]] std::string refer(const Attributions& attributions) const {
        return is_named() ? sponsors_.references(attributions) : std::string{};
    }

    void proprietary() {
        xml_.open("proprietary", {{"source", std::string(program_reference)}});
        xml_.open("t:consolidated", {{"xmlns:t", std::string(own_namespace)}});
        if (is_named()) {
            for (const Proposal& proposal : consolidated_.proposals) {
                xml_.empty("t:proposal", {{"id", proposal.id},
                                          {"amends", proposal.amends},
                                          {"reason", proposal.reason}});
            }
        }
        for (const Row& row : consolidated_.rows) {
            if (is_clean()) break;
            const std::string id = hex(row.id.bytes);
            if (row.kind == RowKind::destination) {
                xml_.empty("t:destination", {{"wId", id}, {"by", by(row.proposed_by)}});
            }
            for (const Remark& remark : remarks_of(consolidated_, row, printing_)) {
                xml_.empty("t:remark", {{"wId", id},
                                        {"label", remark.label},
                                        {"words", remark.words},
                                        {"by", remark.by}});
            }
        }
        xml_.close();
        xml_.close();
        xml_.line();
    }

    [[nodiscard]] std::string by(const std::vector<ProposalIndex>& proposals) const {
        return by_line(consolidated_, proposals, printing_);
    }

    void row(std::size_t& at, const std::string& parent) {
        const Row& row = consolidated_.rows[at++];
        const bool is_left_out =
            row.kind == RowKind::destination || (is_clean() && row.kind == RowKind::insertion);
        if (is_left_out) return;
        const std::string eid =
            eids_.make(parent, row.provision_kind, base_text(consolidated_, row.number));
        xml_.open(element_of(row.provision_kind),
                  {{"name", name_attribute(row.provision_kind)},
                   {"eId", eid},
                   {"wId", hex(row.id.bytes)},
                   {"refersTo", refer(attribution_of(consolidated_, row.proposed_by))},
                   {"alternativeTo", alternative(row, at - 1, parent, eid)}});
        field("num", row.number);
        field("heading", row.heading);
        const bool has_children = has_element_below(at, row.depth);
        const bool has_words = !row.text.base.empty() || !row.text.targets.empty();
        if (!has_children || has_words) {
            xml_.open(has_children ? "intro" : "content", {{"eId", eid + "__text"}});
            xml_.open("p");
            annotated(row.text);
            xml_.close();
            xml_.close();
        }
        while (at < consolidated_.rows.size() && consolidated_.rows[at].depth > row.depth) {
            this->row(at, eid);
        }
        xml_.close();
        xml_.line();
    }

    [[nodiscard]] bool has_element_below(std::size_t at, std::uint32_t depth) const {
        for (; at < consolidated_.rows.size() && consolidated_.rows[at].depth > depth; ++at) {
            const RowKind kind = consolidated_.rows[at].kind;
            if (kind == RowKind::provision || (kind == RowKind::insertion && !is_clean()))
                return true;
        }
        return false;
    }

    // Insertions that follow each other under one parent are rivals of the first of them.
    std::string alternative(const Row& row, std::size_t at, const std::string& parent,
                            const std::string& eid) {
        auto& first = first_insertion_[parent];
        if (row.kind != RowKind::insertion) {
            first.clear();
            return {};
        }
        const bool is_inside = at > 0 && !parent.empty() &&
                               consolidated_.rows[at - 1].kind == RowKind::insertion &&
                               consolidated_.rows[at - 1].depth < row.depth;
        if (is_inside || first.empty()) {
            first = eid;
            return {};
        }
        return first;
    }

    void field(std::string_view element, const AnnotatedText& text) {
        if (text.base.empty() && (is_clean() || text.targets.empty())) return;
        xml_.open(element);
        annotated(text);
        xml_.close();
    }

    void annotated(const AnnotatedText& text) {
        if (is_clean()) return xml_.text(base_text(consolidated_, text));
        std::map<std::size_t, std::string> references;
        for (const Node& node : text.tree) {
            if (node.kind != NodeKind::deletion && node.kind != NodeKind::insertion) continue;
            references.emplace(references.size(),
                               refer(attribution_of(consolidated_, text, node.witnesses)));
        }
        XmlSink sink(xml_, references);
        walk(consolidated_, text, sink);
    }

    const text::Draft& draft_;
    const Consolidated& consolidated_;
    const Printing& printing_;
    SponsorIds sponsors_;
    XmlWriter xml_;
    EidMaker eids_;
    std::map<std::string, std::string> first_insertion_;
};

}  // namespace

std::string write_akoma_ntoso(const text::Draft& draft, const Consolidated& consolidated,
                              const Printing& printing) {
    return ConsolidatedWriter(draft, consolidated, printing).write();
}

}  // namespace travaux::formats
