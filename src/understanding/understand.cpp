// SPDX-License-Identifier: MIT
#include "understanding/understand.h"

#include <algorithm>
#include <span>
#include <utility>

#include "consolidation/consolidate.h"
#include "understanding/inquiry.h"

namespace travaux::understanding {
namespace {

const FileLine* line_at(const std::vector<FileLine>& lines, std::size_t place) {
    const auto found = std::ranges::find(lines, place, &FileLine::place);
    return found == lines.end() ? nullptr : &*found;
}

// Takes changes, in the order in which they were found, as far as one proposal can have them.
void take(Inquiry& inquiry, std::span<const Understood> found) {
    std::vector<consolidation::Part> parts;
    for (const Understood& one : found) parts.push_back(one.part);
    auto& changes = inquiry.result.changes;
    if (!inquiry.contradicts(parts)) {
        changes.insert(changes.end(), found.begin(), found.end());
        return;
    }
    if (found.size() > 1) {
        take(inquiry, found.first(found.size() / 2));
        return take(inquiry, found.subspan(found.size() / 2));
    }
    const FileLine* line = line_at(inquiry.file.target, found.front().place);
    if (line == nullptr) line = line_at(inquiry.file.base, found.front().place);
    inquiry.result.doubts.push_back({DoubtKind::contradicts, found.front().place,
                                     line == nullptr ? std::string() : line->text});
}

void finish(Inquiry& inquiry) {
    Understanding& result = inquiry.result;
    take(inquiry, std::exchange(result.changes, {}));
    for (const std::size_t at : inquiry.altered) {
        result.altered.push_back(inquiry.draft.provisions[at].id);
    }
    result.lines = inquiry.file.base.size();
    for (const auto& partner : inquiry.standing.partners) result.found += partner ? 1U : 0U;
    std::ranges::stable_sort(result.changes, {}, &Understood::place);
    std::ranges::stable_sort(result.doubts, {}, &Doubt::place);
}

}  // namespace

void Inquiry::add(consolidation::Part part, Confidence confidence, std::size_t place) {
    result.changes.push_back({std::move(part), confidence, place});
}

void Inquiry::doubt(DoubtKind kind, const FileLine& line) {
    result.doubts.push_back({kind, line.place, line.text});
}

void Inquiry::say(const Change& change, text::Field field, std::string words) {
    if (words_now(change.provision, field) == words) return;
    add(consolidation::TextPart{draft.provisions[change.provision].id, field, std::move(words)},
        change.confidence, change.place);
}

bool Inquiry::contradicts(const std::vector<consolidation::Part>& parts) const {
    consolidation::Proposal proposal;
    proposal.id = "P";
    proposal.sponsors = {"P"};
    for (const Understood& one : result.changes) proposal.parts.push_back(one.part);
    proposal.parts.insert(proposal.parts.end(), parts.begin(), parts.end());
    consolidation::ProposalSet set;
    set.submitted.emplace(proposal.id, std::move(proposal));
    const auto checked = consolidation::check(draft, set);
    return !checked && (checked.error().id == "proposal.parts_contradict" ||
                        checked.error().id == "proposal.part_twice");
}

const std::string& Inquiry::words_now(std::size_t provision, text::Field field) const {
    const text::Wording& now = draft.provisions[provision].in(language);
    switch (field) {
        case text::Field::number: return now.number;
        case text::Field::heading: return now.heading;
        case text::Field::text: break;
    }
    return now.text;
}

bool Inquiry::is_new(std::size_t after) const {
    const bool is_tracked = file.has_changes && other_words != OtherWords::edited;
    return is_tracked ? !standing.owners[after] : !standing.provision_after(after);
}

Understanding understand(const text::Draft& draft, text::Language language,
                         const docx::Document& document, OtherWords other_words) {
    return understand(draft, language, document, text_of_file(document, draft), other_words);
}

Understanding understand(const text::Draft& draft, text::Language language,
                         const docx::Document& document, const FileText& file,
                         OtherWords other_words) {
    Inquiry inquiry{draft, language,    document,
                    file,  other_words, standing_of(file, draft, language)};
    if (file.has_changes || other_words != OtherWords::printed) {
        find_wordings(inquiry);
        find_departures(inquiry);
        find_moves(inquiry);
        find_arrivals(inquiry);
    }
    find_remarks(inquiry);
    finish(inquiry);
    return std::move(inquiry.result);
}

}  // namespace travaux::understanding
