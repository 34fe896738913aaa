// SPDX-License-Identifier: MIT
#include "understanding/understand.h"

#include <algorithm>

#include "understanding/inquiry.h"

namespace travaux::understanding {
namespace {

void finish(Inquiry& inquiry) {
    Understanding& result = inquiry.result;
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
