// Fuzzes a language laid on a draft: the first byte names it, then come a text, NUL, and the other
// text. Every provision of the other one finds a partner or is reported.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "tests/fuzz/drafts.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace travaux;
    const std::string_view bytes = tests::view_of(data, size);
    auto language = tests::language_by(bytes);
    if (language == text::Language::en) language = text::Language::fr;
    const auto [mine, theirs] = tests::halves(bytes.substr(std::min<std::size_t>(1, size)));
    const auto draft = formats::import_text(mine, "en.txt", text::Language::en);
    const auto other = formats::import_text(theirs, "other.txt", language);
    if (!draft || !other) return 0;
    const auto match = formats::import_language(*draft, theirs, "other.txt", language);
    VERIFY(match.has_value());
    tests::check_round_trip(match->draft);
    const auto& provisions = match->draft.draft.provisions;
    VERIFY(provisions.size() == draft->draft.provisions.size());
    const auto has_words = [&](const text::Provision& one) {
        return one.in(language) != text::Wording{};
    };
    const auto placed = std::ranges::count_if(provisions, has_words);
    const auto written = std::ranges::count_if(other->draft.provisions, has_words);
    const auto reported = std::ranges::count_if(match->unmatched, [](const std::string& line) {
        return line.substr(2).starts_with(" has words without a place");
    });
    VERIFY(placed + reported >= written);
    return 0;
}
