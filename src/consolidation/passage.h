// One text of a draft without ids with the account of its words, and how that is told in runs.
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "consolidation/graveyard.h"
#include "consolidation/lineage.h"
#include "text/word.h"

namespace travaux::consolidation {

/// Words that vanished where another word, or the end, stands.
struct Tomb {
    std::uint32_t before = 0;
    Grave grave;
};

/// One text with the account of its words; a text that is carried stays the same passage.
struct Passage {
    std::string_view text;
    std::uint32_t born = 0;     ///< the draft that has this wording first
    text::Words words;          ///< empty until they are needed
    std::vector<Trace> traces;  ///< of the words; empty where `born` brought all of them
    std::vector<Tomb> tombs;    ///< in reading order

    [[nodiscard]] Trace trace(std::size_t at) const {
        return traces.empty() ? Trace{born, Certainty::introduced} : traces[at];
    }
};

/// Tells accounts in runs, as seen from the last draft.
class RunWriter {
public:
    /// The lexicon and the graveyard must outlive the writer.
    RunWriter(const text::Lexicon& lexicon, const Graveyard& graveyard, std::uint32_t last)
        : lexicon_(lexicon), graveyard_(graveyard), last_(last) {}

    /// REQUIRES: the words of the passage are read.
    [[nodiscard]] std::vector<LineageRun> runs_of(const Passage& passage);

    [[nodiscard]] std::vector<LineageRun> runs_of(std::span<const Tomb> tombs);

private:
    void add(text::Word word, const LineageRun& account);
    void add(const Grave& grave);
    void end_run();

    const text::Lexicon& lexicon_;
    const Graveyard& graveyard_;
    std::uint32_t last_;
    std::vector<LineageRun> runs_;
    LineageRun account_;  // of the words that are not in a run yet
    text::Words words_;
};

}  // namespace travaux::consolidation
