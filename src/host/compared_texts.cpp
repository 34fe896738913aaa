// SPDX-License-Identifier: MIT
#include "host/compared_texts.h"

#include <algorithm>

#include "base/limits.h"
#include "docx/write.h"
#include "formats/word_numbering.h"
#include "understanding/print_comparison.h"

namespace travaux::host {
namespace {

using committee::refuse;
using text::Language;

std::size_t bytes_in(const text::Draft& draft, Language language) {
    std::size_t bytes = 0;
    for (const text::Provision& provision : draft.provisions) {
        const text::Wording& wording = provision.in(language);
        bytes += wording.number.size() + wording.heading.size() + wording.text.size();
    }
    return bytes;
}

std::optional<Language> language_of(const AskedComparison& asked, const text::Draft& former,
                                    const text::Draft& later) {
    const auto is_in = [](const text::Draft& draft, Language one) {
        return std::ranges::find(draft.written_in, one) != draft.written_in.end();
    };
    const auto is_common = [&](Language one) { return is_in(former, one) && is_in(later, one); };
    const auto wanted = std::ranges::find_if(asked.languages, is_common);
    if (wanted != asked.languages.end()) return *wanted;
    if (is_common(later.working_language)) return later.working_language;
    const auto any = std::ranges::find_if(later.written_in, is_common);
    return any == later.written_in.end() ? std::nullopt : std::optional(*any);
}

std::string print_as(ComparisonForm form, const std::vector<understanding::ComparedRow>& rows,
                     const understanding::Compared& compared) {
    switch (form) {
        case ComparisonForm::html: return understanding::print_comparison_html(rows, compared);
        case ComparisonForm::text: return understanding::print_comparison_text(rows);
        case ComparisonForm::json: return understanding::print_comparison_json(rows, compared);
        case ComparisonForm::docx:
            return docx::write(
                formats::numbered_by_lists(understanding::marked_comparison(rows, compared)));
        case ComparisonForm::docx_tracked:
            return docx::write(
                formats::numbered_by_lists(understanding::comparison_document(rows, compared)));
    }
    return {};
}

}  // namespace

Result<PrintedComparison> compare_texts(const KeptCommittee& committee,
                                        const AskedComparison& asked) {
    TRY_ASSIGN(const PublishedDraft before, committee.draft(asked.former));
    TRY_ASSIGN(const PublishedDraft after, committee.draft(asked.later));
    const text::Draft& former = before.text->draft;
    const text::Draft& later = after.text->draft;
    const auto language = language_of(asked, former, later);
    if (!language) return refuse("text.no_common_language", {asked.former, asked.later});
    const std::size_t bytes = bytes_in(former, *language) + bytes_in(later, *language);
    if (bytes > limits::compared_bytes) {
        return refuse("text.too_long_to_compare",
                      {asked.former, asked.later, std::to_string(limits::compared_bytes)});
    }
    const auto rows = understanding::compare(former, later, *language);
    const understanding::Compared compared{understanding::title_in(former, *language),
                                           understanding::title_in(later, *language), *language,
                                           asked.former, asked.later};
    return PrintedComparison{print_as(asked.form, rows, compared), *language, after.entries};
}

}  // namespace travaux::host
