// SPDX-License-Identifier: MIT
#include "understanding/understand.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "consolidation/consolidate.h"
#include "understanding/inquiry.h"
#include "understanding/insertion.h"

namespace travaux::understanding {
namespace {

const FileLine* line_at(const std::vector<FileLine>& lines, std::size_t place) {
    const auto found = std::ranges::find(lines, place, &FileLine::place);
    return found == lines.end() ? nullptr : &*found;
}

// What stands in the file where a change comes from; of new provisions, all their words.
std::string words_at(const Inquiry& inquiry, const Understood& change) {
    if (const auto* insertion = std::get_if<consolidation::InsertPart>(&change.part)) {
        return words_of(*insertion);
    }
    const FileLine* line = line_at(inquiry.file.target, change.place);
    if (line == nullptr) line = line_at(inquiry.file.base, change.place);
    return line == nullptr ? std::string() : line->text;
}

// Takes changes, in the order in which they were found, as far as one proposal can have them.
void take(Inquiry& inquiry, std::span<const Understood> found) {
    std::vector<consolidation::Part> parts;
    for (const Understood& one : found) parts.push_back(one.part);
    auto& changes = inquiry.result.changes;
    const auto hindrance = inquiry.hindrance(parts);
    if (!hindrance) {
        changes.insert(changes.end(), found.begin(), found.end());
        return;
    }
    if (found.size() > 1) {
        take(inquiry, found.first(found.size() / 2));
        return take(inquiry, found.subspan(found.size() / 2));
    }
    inquiry.result.doubts.push_back(
        {*hindrance, found.front().place, words_at(inquiry, found.front())});
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

std::optional<DoubtKind> Inquiry::hindrance(const std::vector<consolidation::Part>& parts) const {
    consolidation::Proposal proposal;
    proposal.id = "P";
    proposal.sponsors = {"P"};
    for (const Understood& one : result.changes) proposal.parts.push_back(one.part);
    proposal.parts.insert(proposal.parts.end(), parts.begin(), parts.end());
    consolidation::ProposalSet set;
    set.submitted.emplace(proposal.id, std::move(proposal));
    const auto checked = consolidation::check(draft, set);
    if (checked) return {};
    const std::string_view refusal = checked.error().id;
    if (refusal == "proposal.insertion_twice") return DoubtKind::twice;
    const bool is_contradiction =
        refusal == "proposal.parts_contradict" || refusal == "proposal.part_twice";
    return is_contradiction ? std::optional(DoubtKind::contradicts) : std::nullopt;
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
