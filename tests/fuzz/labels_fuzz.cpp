// Fuzzes labels and references: the first byte names a language; each line is read as a label, and
// as a text that refers to provisions. References stand apart, in order, on provisions that are
// there.
// SPDX-License-Identifier: MIT
#include <map>

#include "tests/fuzz/drafts.h"
#include "tests/fuzz/input.h"
#include "text/labels.h"

namespace {

using namespace travaux;

void check_references(const text::Draft& draft, const text::Labels& labels, std::string_view line) {
    for (const std::size_t at : {std::size_t{0}, draft.provisions.size() / 2}) {
        std::size_t end = 0;
        for (const text::Reference& one : labels.references_in(at, line)) {
            VERIFY(end <= one.begin && one.begin < one.end && one.end <= line.size());
            VERIFY(text::find(draft, one.provision).has_value());
            end = one.end;
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const text::Draft draft = tests::small_draft().draft;
    static std::map<text::Language, text::Labels> labels;
    const std::string_view bytes = tests::view_of(data, size);
    const auto language = tests::language_by(bytes);
    const auto& mine = labels.try_emplace(language, draft, language).first->second;
    for (const auto line : tests::lines_of(bytes.substr(std::min<std::size_t>(1, size)))) {
        if (const auto id = mine.resolve(line)) {
            const auto at = text::find(draft, *id);
            VERIFY(at.has_value());
            VERIFY(mine.resolve(mine.of(*at)) == *id);
        }
        check_references(draft, mine, line);
    }
    return 0;
}
