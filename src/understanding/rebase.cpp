// SPDX-License-Identifier: MIT
#include "understanding/rebase.h"

#include "consolidation/alignment.h"
#include "text/word.h"

namespace travaux::understanding {
namespace {

using consolidation::Hunk;
using consolidation::Hunks;

bool touches(const Hunk& a, const Hunk& b) { return a.begin <= b.end && b.begin <= a.end; }

// Words that are not there now, and that the change takes out.
bool is_struck_in(const Hunk& foreign, const Hunk& change) {
    return foreign.target_begin == foreign.target_end && change.begin <= foreign.begin &&
           foreign.end <= change.end;
}

// Where a place between words of the base is now. REQUIRES: it is inside no hunk but at its ends.
std::uint32_t place_now(const Hunks& differences, std::uint32_t at) {
    std::uint32_t now = at;
    for (const Hunk& one : differences) {
        if (one.end > at) break;
        now += (one.target_end - one.target_begin) - (one.end - one.begin);
    }
    return now;
}

}  // namespace

std::optional<Rebased> rebased(std::string_view base, std::string_view target,
                               std::string_view now) {
    text::Lexicon lexicon;
    const auto base_words = text::words_of(base, lexicon);
    const auto target_words = text::words_of(target, lexicon);
    const auto words_now = text::words_of(now, lexicon);
    const Hunks differences = consolidation::hunks(base_words, words_now);
    Hunks changes = consolidation::hunks(base_words, target_words);
    std::size_t struck = 0;
    for (Hunk& change : changes) {
        for (const Hunk& foreign : differences) {
            if (!touches(foreign, change)) continue;
            if (!is_struck_in(foreign, change)) return std::nullopt;
            ++struck;
        }
        const std::uint32_t end = place_now(differences, change.end);
        change.begin = place_now(differences, change.begin);
        change.end = end;
    }
    const auto result = consolidation::apply(words_now, target_words, changes);
    return Rebased{text::text_of(result, lexicon), struck > 0 && struck == differences.size()};
}

}  // namespace travaux::understanding
