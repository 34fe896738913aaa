// SPDX-License-Identifier: MIT
#include "consolidation/consolidation.h"

#include <algorithm>

#include "base/ask_for.h"
#include "base/result.h"
#include "consolidation/overloaded.h"

namespace travaux::consolidation {
namespace {

bool same_request(const Mark& a, const Mark& b) {
    return a.kind == b.kind && a.words == b.words && a.other == b.other &&
           a.other_parent == b.other_parent;
}

bool mark_comes_before(const Mark& a, const Mark& b) {
    return std::tie(a.kind, a.words, a.other, a.other_parent) <
           std::tie(b.kind, b.words, b.other, b.other_parent);
}

void remove_from(ProposalList& proposals, ProposalIndex proposal) {
    proposals.erase(std::ranges::remove(proposals, proposal).begin(), proposals.end());
}

template <typename T>
const T* as(const Part* part) {
    return part == nullptr ? nullptr : std::get_if<T>(part);
}

}  // namespace

Consolidation::Consolidation(const text::Draft& draft, text::Language language)
    : draft_(draft), language_(language), lexicon_(std::make_shared<text::Lexicon>()),
      open_(0, ByOwnId{&proposals_}, ByOwnId{&proposals_}) {
    order_ = [this](ProposalIndex a, ProposalIndex b) {
        return is_ascending_ ? a < b : proposals_[a].id < proposals_[b].id;
    };
    amended_ = [this](ProposalIndex proposal) -> std::optional<ProposalIndex> {
        const auto found = open_.find(std::string_view(proposals_[proposal].amends));
        return found == open_.end() ? std::nullopt : std::optional(*found);
    };
    if (language != draft.working_language) {
        working_ = std::make_unique<Consolidation>(draft, draft.working_language);
    }
    rows_.reserve(draft.provisions.size());
    changed_.reserve(draft.provisions.size());
    std::vector<ProvisionId> path;
    for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
        const auto& provision = draft.provisions[at];
        path.resize(provision.depth);
        auto& siblings = children_[path.empty() ? ProvisionId{} : path.back()];
        if (!siblings.empty()) rows_.at(siblings.back())->next_sibling = provision.id;
        siblings.push_back(provision.id);
        path.push_back(provision.id);
        add_row(at);
    }
}

void Consolidation::add_row(std::size_t at) {
    const auto& provision = draft_.provisions[at];
    const text::Wording& wording = provision.in(language_);
    auto row =
        std::make_unique<ProvisionRow>(ProvisionRow{.kind = provision.kind,
                                                    .depth = provision.depth,
                                                    .text = Field(wording.text, *lexicon_),
                                                    .number = Field(wording.number, *lexicon_),
                                                    .heading = Field(wording.heading, *lexicon_),
                                                    .ids = {provision.id}});
    note_change(provision.id, row.get());
    rows_.emplace(provision.id, std::move(row));
}

void Consolidation::add(std::vector<Proposal>&& proposals) {
    if (working_) working_->add(std::vector<Proposal>(proposals));
    const std::size_t first = proposals_.size();
    if (proposals_.empty()) {
        proposals_ = std::move(proposals);
    } else {
        std::ranges::move(proposals, std::back_inserter(proposals_));
    }
    for (std::size_t at = first; at < proposals_.size(); ++at) {
        ask_for_parts(at);
        take(static_cast<ProposalIndex>(at));
    }
}

void Consolidation::add(Proposal&& proposal) {
    if (working_) working_->add(Proposal(proposal));
    proposals_.push_back(std::move(proposal));
    take(static_cast<ProposalIndex>(proposals_.size() - 1));
}

// Asks for the parts of the next proposals: each tells where they are.
void Consolidation::ask_for_parts(std::size_t from) const {
    if (from + 12 < proposals_.size()) ask_for(&proposals_[from + 12].parts);
    if (from + 8 < proposals_.size()) ask_for(proposals_[from + 8].parts.data());
}

void Consolidation::take(ProposalIndex proposal) {
    const Proposal& added = proposals_[proposal];
    is_ascending_ = is_ascending_ && (proposal == 0 || proposals_[proposal - 1].id < added.id);
    if (!is_ascending_) number_open();
    if (!added.amends.empty()) ++amending_;
    for (std::size_t part = 0; part < added.parts.size(); ++part) {
        take(proposal, forms_of(added, part));
    }
}

void Consolidation::number_open() {
    for (; numbered_ < proposals_.size(); ++numbered_) {
        const bool is_new = open_.insert(numbered_).second;
        VERIFY(is_new);
    }
}

void Consolidation::remove(const std::string& id) {
    if (working_) working_->remove(id);
    number_open();
    is_complete_ = false;
    const auto found = open_.find(std::string_view(id));
    VERIFY(found != open_.end());
    const ProposalIndex index = *found;
    for (const Part& part : proposals_[index].parts) drop(index, part);
    if (!proposals_[index].amends.empty()) --amending_;
    open_.erase(found);
}

void Consolidation::settle() {
    if (working_) working_->settle();
    if (amending_ > 0) number_open();
    for (Gap* const gap : changed_gaps_) settle_gap(*gap);
    changed_gaps_.clear();
    const std::vector<ProvisionRow*> rows = changed_rows();
    for (std::size_t at = 0; at < rows.size(); ++at) {
        // While one is laid out, what the next ones are to say is on its way, step by step.
        if (at + 3 < rows.size()) ask_for(std::as_bytes(std::span(&rows[at + 3]->text, 1)));
        if (at + 2 < rows.size()) rows[at + 2]->text.ask_for_incoming();
        if (at + 1 < rows.size()) rows[at + 1]->text.ask_for_texts();
        lay_out(*rows[at]);
    }
}

std::vector<ProvisionRow*> Consolidation::changed_rows() {
    std::vector<ProvisionRow*> rows;
    rows.reserve(changed_.size());
    for (const ProvisionId& id : changed_) {
        ProvisionRow* const row = find_row(id);
        // What was inserted since is laid out with its gap.
        if (row != nullptr && row->is_changed) rows.push_back(row);
    }
    changed_.clear();
    return rows;
}

const ProvisionRow* Consolidation::row(ProvisionId id) const {
    if (const auto found = rows_.find(id); found != rows_.end()) return found->second.get();
    const auto found = inserted_.find(id);
    return found == inserted_.end() ? nullptr : found->second;
}

ProvisionRow* Consolidation::find_row(ProvisionId id) {
    return const_cast<ProvisionRow*>(std::as_const(*this).row(id));
}

Consolidation::PartForms Consolidation::forms_of(const Proposal& proposal, std::size_t part) const {
    return {&proposal.parts[part], part_in(proposal, part, language_),
            part_in(proposal, part, draft_.working_language), proposal.language};
}

void Consolidation::take(ProposalIndex proposal, const PartForms& part) {
    const Part& printed = part.printed != nullptr ? *part.printed : *part.submitted;
    std::visit(Overloaded{
                   [&](const TextPart&) { take_text(proposal, part); },
                   [&](const InsertPart&) { take_insertion(proposal, part); },
                   [&](const MovePart& move) { take_move(proposal, move); },
                   [&](const DeletePart& deletion) {
                       take_mark(proposal, deletion.provision,
                                 {MarkKind::deletion, {}, {}, {}, {}});
                   },
                   [&](const JoinPart& join) {
                       const ProvisionRow* row = find_row(join.provision);
                       take_mark(proposal, join.provision,
                                 {MarkKind::join,
                                  {},
                                  row == nullptr ? ProvisionId{} : row->next_sibling,
                                  {},
                                  {}});
                   },
                   [&](const BracketPart& bracket) {
                       take_mark(proposal, bracket.provision,
                                 {MarkKind::bracket, bracket.words, {}, {}, {}});
                   },
                   [&](const ReservePart& reserve) {
                       take_mark(proposal, reserve.provision,
                                 {MarkKind::reservation, reserve.statement, {}, {}, {}});
                   },
                   [&](const NotePart& note) {
                       take_mark(proposal, note.provision, {MarkKind::note, note.note, {}, {}, {}});
                   },
               },
               printed);
}

void Consolidation::take_text(ProposalIndex proposal, const PartForms& part) {
    const TextPart& submitted = *as<TextPart>(part.submitted);
    const TextPart* printed = as<TextPart>(part.printed);
    const TextPart* working = as<TextPart>(part.working);
    const Wish wish{
        .key = (working != nullptr ? *working : submitted).target,
        .words = (printed != nullptr ? *printed : submitted).target,
        .untranslated_from = working == nullptr ? std::optional(part.language) : std::nullopt,
        .is_pending = printed == nullptr};
    const auto of_draft = rows_.find(submitted.provision);
    const bool is_of_draft = of_draft != rows_.end();
    ProvisionRow* row = is_of_draft ? of_draft->second.get() : find_row(submitted.provision);
    note_change(submitted.provision, row);
    if (row != nullptr) row->field(submitted.field).add(wish, proposal);
    if (!is_of_draft) {
        amendments_[submitted.provision].push_back({proposal, submitted.field, wish});
    }
}

void Consolidation::note_change(ProvisionId provision, ProvisionRow* row) {
    if (row != nullptr && row->is_changed) return;
    if (row != nullptr) row->is_changed = true;
    changed_.push_back(provision);
}

Gap& Consolidation::changed_gap(const Place& place) {
    auto& gap = gaps_[place];
    if (!gap) gap = std::make_unique<Gap>();
    if (!gap->is_changed) changed_gaps_.push_back(gap.get());
    gap->is_changed = true;
    return *gap;
}

void Consolidation::take_insertion(ProposalIndex proposal, const PartForms& part) {
    const InsertPart& submitted = *as<InsertPart>(part.submitted);
    std::vector<ProvisionId> ids = inserted_ids(submitted);
    Insertion& insertion = changed_gap(submitted.place).insertions[ids.front()];
    if (insertion.ids.empty()) insertion.ids = std::move(ids);
    insertion.add(
        proposal,
        {&submitted, as<InsertPart>(part.printed), as<InsertPart>(part.working), part.language},
        order_);
}

void Consolidation::take_move(ProposalIndex proposal, const MovePart& part) {
    insert_sorted(changed_gap(part.place).destinations[part.provision], proposal, order_);
    take_mark(proposal, part.provision,
              {MarkKind::move, {}, part.place.after, part.place.parent, {}});
}

void Consolidation::take_mark(ProposalIndex proposal, ProvisionId provision, Mark mark) {
    note_change(provision, find_row(provision));
    auto& marks = marks_[provision];
    const auto found = std::ranges::lower_bound(marks, mark, mark_comes_before);
    if (found != marks.end() && same_request(*found, mark)) {
        insert_sorted(found->proposals, proposal, order_);
    } else {
        mark.proposals = {proposal};
        marks.insert(found, std::move(mark));
    }
}

void Consolidation::drop(ProposalIndex proposal, const Part& part) {
    const auto unmark = [&](const auto& marked) { drop_mark(proposal, marked.provision); };
    std::visit(Overloaded{
                   [&](const TextPart& text) {
                       ProvisionRow* row = find_row(text.provision);
                       note_change(text.provision, row);
                       if (row != nullptr) row->field(text.field).remove(proposal, order_);
                       if (const auto found = amendments_.find(text.provision);
                           found != amendments_.end()) {
                           std::erase_if(found->second, [&](const Amendment& amendment) {
                               return amendment.proposal == proposal;
                           });
                       }
                   },
                   [&](const InsertPart& insert) {
                       Gap& gap = changed_gap(insert.place);
                       const auto found = gap.insertions.find(inserted_ids(insert).front());
                       if (found == gap.insertions.end()) return;
                       found->second.remove(proposal);
                       if (found->second.proposals.empty()) gap.insertions.erase(found);
                   },
                   [&](const MovePart& move) {
                       Gap& gap = changed_gap(move.place);
                       remove_from(gap.destinations[move.provision], proposal);
                       if (gap.destinations[move.provision].empty()) {
                           gap.destinations.erase(move.provision);
                       }
                       unmark(move);
                   },
                   unmark,
               },
               part);
}

void Consolidation::drop_mark(ProposalIndex proposal, ProvisionId provision) {
    note_change(provision, find_row(provision));
    auto& marks = marks_[provision];
    for (Mark& mark : marks) remove_from(mark.proposals, proposal);
    std::erase_if(marks, [](const Mark& mark) { return mark.proposals.empty(); });
}

void Consolidation::settle_gap(Gap& gap) {
    gap.is_changed = false;
    for (const auto& cluster : gap.rows) {
        for (const auto& row : cluster) {
            for (const ProvisionId& id : row->ids) inserted_.erase(id);
        }
    }
    gap.rows = rows_of(gap, *lexicon_, order_);
    for (const auto& cluster : gap.rows) {
        for (const auto& row : cluster) {
            for (const ProvisionId& id : row->ids) {
                inserted_.emplace(id, row.get());
                const auto found = amendments_.find(id);
                if (found == amendments_.end()) continue;
                for (const Amendment& amendment : found->second) {
                    row->field(amendment.field).add(amendment.wish, amendment.proposal);
                }
            }
            lay_out(*row);
        }
    }
}

void Consolidation::lay_out(ProvisionRow& row) {
    row.is_changed = false;
    row.marks.clear();
    for (const ProvisionId& id : row.ids) {
        const auto found = marks_.find(id);
        if (found == marks_.end()) continue;
        row.marks.insert(row.marks.end(), found->second.begin(), found->second.end());
    }
    std::ranges::stable_sort(row.marks, mark_comes_before);
    ProvisionRow* working = working_ ? working_->find_row(row.ids.front()) : nullptr;
    const AmendedProposal amended = amending_ > 0 ? amended_ : AmendedProposal{};
    row.number.lay_out({}, order_, amended, working ? &working->number : nullptr);
    row.heading.lay_out({}, order_, amended, working ? &working->heading : nullptr);
    row.text.lay_out(brackets_of(row), order_, amended, working ? &working->text : nullptr);
    if (!is_last_) return;
    // The next row has the same memory, while it is still at hand.
    for (Field* const field : {&row.number, &row.heading, &row.text}) field->close();
}

// Words that stand more than once, or no longer, leave the mark without a place in the text.
std::vector<Bracket> Consolidation::brackets_of(const ProvisionRow& row) const {
    std::vector<Bracket> brackets;
    const text::Words& base = row.text.annotated().base;
    for (std::uint32_t at = 0; at < row.marks.size(); ++at) {
        const Mark& mark = row.marks[at];
        if (mark.kind != MarkKind::bracket || mark.words.empty()) continue;
        const auto words = text::words_of(mark.words, *lexicon_);
        const auto found = std::ranges::search(base, words, text::same_spelling);
        if (found.empty()) continue;
        const auto begin = static_cast<std::uint32_t>(found.begin() - base.begin());
        brackets.push_back({begin, begin + static_cast<std::uint32_t>(words.size()), at});
    }
    return brackets;
}

}  // namespace travaux::consolidation
