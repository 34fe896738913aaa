// SPDX-License-Identifier: MIT
#include "site/phrase_panel.h"

#include <algorithm>

#include "committee/negotiation.h"
#include "site/forms.h"
#include "site/history.h"
#include "site/text_state.h"
#include "text/provenance.h"

namespace travaux::site {
namespace {

class Panel {
public:
    Panel(const Visit& visit, const PanelSubject& subject) : visit_(visit), subject_(subject) {
        hex_ = hex(subject.provision.bytes);
        collect_proposals();
    }

    std::string print() {
        const std::string title =
            subject_.reading == nullptr || subject_.reading->key.empty()
                ? html(subject_.label)
                : visit_.say("site.reading_of", subject_.reading->key, subject_.label);
        std::string out =
            "<section class=\"panel\" aria-labelledby=\"open-phrase\">\n<header><h3 "
            "id=\"open-phrase\">" +
            title + "</h3>" + link("#" + anchor(), visit_.say("site.permanent_link")) +
            " <a class=\"close\" href=\"" + subject_.close + "\">" + visit_.say("site.close") +
            "</a></header>\n";
        if (subject_.reading != nullptr) {
            out += "<p class=\"quote\">" + subject_.reading->words + "</p>\n";
        } else {
            out += "<p class=\"quote\">" + origins() + "</p>\n";
        }
        out += "<div class=\"cols\"><div>\n" + brought_by() + positions_list(visit_, about()) +
               "</div><div>\n" + history_list(visit_, about()) + word_origins() + "</div></div>\n" +
               acts();
        return out + "</section>\n";
    }

private:
    [[nodiscard]] std::string anchor() const {
        return subject_.reading == nullptr ? "p-" + hex_ : subject_.reading->anchor;
    }

    [[nodiscard]] HistoryOf about() const {
        return {ids_, ids_.empty() || subject_.reading == nullptr ? hex_ : std::string{},
                subject_.text, "h4"};
    }

    // Of a reading, those that want it; of a provision, all that are on it.
    void collect_proposals() {
        const auto& open = subject_.shown.consolidated.proposals;
        if (subject_.reading != nullptr) {
            for (const auto index : subject_.reading->proposals) ids_.push_back(open[index].id);
            return;
        }
        for (const auto& [id, proposal] : subject_.shown.set.submitted) {
            const bool is_on =
                std::ranges::any_of(proposal.parts, [&](const consolidation::Part& part) {
                    return committee::provision_of(part) == subject_.provision;
                });
            if (is_on) ids_.push_back(id);
        }
    }

    [[nodiscard]] std::string brought_by() const {
        std::string out = "<h4>" + visit_.say("site.brought_by") + "</h4>\n";
        const auto& proposals = visit_.state().proposals;
        std::size_t shown = 0;
        for (const std::string& id : ids_) {
            const auto found = proposals.find(id);
            if (found == proposals.end()) continue;
            ++shown;
            out += "<p>" + sponsors_of(visit_, found->second) + "<br><span class=\"dim\">" +
                   in_session(visit_, found->second.submitted_ms) + ", " +
                   proposal_link(visit_, id) + "</span></p>\n";
        }
        if (shown > 0) return out;
        const auto& text = visit_.state().texts.at(subject_.text);
        return out + "<p>" + visit_.say("site.basis_of_work") + "<br><span class=\"dim\"><bdi>" +
               html(symbol_of(visit_.state(), subject_.text)) + "</bdi>, " +
               in_session(visit_, text.published_ms) + "</span></p>\n";
    }

    // The words with those that are gone, each run with who brought it.
    [[nodiscard]] std::string origins() const {
        const auto& provenance = subject_.shown.provenance;
        const auto found =
            provenance.runs.find({subject_.provision, subject_.shown.language, text::Field::text});
        if (found == provenance.runs.end()) return {};
        std::string out;
        for (const text::Run& run : found->second) {
            if (run.blank_before && !out.empty()) out += ' ';
            const bool is_live = run.removed_by == OriginId{};
            const auto origin = provenance.origins.find(run.origin);
            const bool is_proposed = origin != provenance.origins.end() &&
                                     origin->second.kind == text::OriginKind::proposal;
            const char* element = !is_live ? "del" : is_proposed ? "ins" : "span";
            out += "<" + std::string(element) + ">" + html(run.text) + "</" + element + ">";
        }
        return out;
    }

    // Who brought, and who removed, the words that the text has or had.
    [[nodiscard]] std::string word_origins() const {
        if (subject_.reading != nullptr) return {};
        const auto& provenance = subject_.shown.provenance;
        const auto found =
            provenance.runs.find({subject_.provision, subject_.shown.language, text::Field::text});
        if (found == provenance.runs.end()) return {};
        std::string items;
        for (const text::Run& run : found->second) {
            const bool is_live = run.removed_by == OriginId{};
            const std::string by = origin_in_words(is_live ? run.origin : run.removed_by);
            if (by.empty()) continue;
            items += "<li>" + std::string(is_live ? "<ins>" : "<del>") + html(run.text) +
                     (is_live ? "</ins>" : "</del>") + " <span class=\"dim\">" + by +
                     "</span></li>\n";
        }
        if (items.empty()) return {};
        return "<h4>" + visit_.say("site.words_by") + "</h4>\n<ol class=\"hist\">\n" + items +
               "</ol>\n";
    }

    [[nodiscard]] std::string origin_in_words(const OriginId& id) const {
        const auto& origins = subject_.shown.provenance.origins;
        const auto found = origins.find(id);
        if (found == origins.end() || found->second.kind == text::OriginKind::import) return {};
        std::vector<std::string> names;
        for (const std::string& sponsor : found->second.sponsors) {
            names.push_back(visit_.name_of(sponsor));
        }
        const std::string& name = found->second.name;
        const bool is_on_record = visit_.state().proposals.contains(name);
        return listed(names, visit_.in.language) +
               (is_on_record ? ", " + proposal_link(visit_, name) : std::string{});
    }

    [[nodiscard]] std::string acts() const {
        std::string out;
        if (!visit_.is_visitor()) {
            for (const std::string& id : ids_) out += position_forms(visit_, "proposal", id);
            if (subject_.reading == nullptr) out += position_forms(visit_, "provision", hex_);
        }
        out += link(visit_.to("/propose?text=" + subject_.text + "&provision=" + hex_),
                    visit_.say("site.propose_here"));
        return "<footer class=\"row\">" + out + "</footer>\n";
    }

    const Visit& visit_;
    const PanelSubject& subject_;
    std::string hex_;
    std::vector<std::string> ids_;
};

}  // namespace

std::string phrase_panel(const Visit& visit, const PanelSubject& subject) {
    return Panel(visit, subject).print();
}

}  // namespace travaux::site
