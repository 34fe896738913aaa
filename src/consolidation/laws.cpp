// SPDX-License-Identifier: MIT
#include "consolidation/laws.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "consolidation/canonical.h"
#include "consolidation/consolidate.h"
#include "consolidation/consolidation.h"
#include "consolidation/law_run.h"

namespace travaux::consolidation {
namespace {

// A law on one text holds in every language; one that compares texts speaks for the working one.
enum class Checked : std::uint8_t { once, in_each_language };

struct Law {
    int number;
    std::string_view name;
    void (*check)(LawRun&);
    Checked checked = Checked::once;
};

constexpr std::array<Law, law_count> laws = {{
    Law{1, "any order of the proposals gives the same text", check_commutative},
    Law{2, "sending a proposal twice changes nothing", check_idempotent},
    Law{3, "sets joined in any grouping give the same text", check_associative},
    Law{4, "without what is inserted, the draft reads back", check_base, Checked::in_each_language},
    Law{5, "every target reads back out of the brackets", check_witness, Checked::in_each_language},
    Law{6, "proposals taken one by one give the text of all at once", check_incremental},
    Law{7, "withdrawing a proposal undoes submitting it, reconsidering undoes dropping it",
        check_reversible},
    Law{8, "an adopted reading is the text of the next draft, and not adopting restores its bytes",
        check_decisions},
    Law{9, "a proposal changes no provision but its own", check_locality},
    Law{10, "words that nobody touches stand outside all brackets", check_plain,
        Checked::in_each_language},
    Law{11, "each reading names its sponsors, all of them and no others", check_attribution},
    Law{12, "equal targets are one reading, and alignment repeats itself", check_canonical},
    Law{13, "changes are disjoint, apart, and no wider than they need be", check_minimal,
        Checked::in_each_language},
    Law{14, "readings of a place stand in their order", check_order},
    Law{15, "brackets are well nested, and printings that say everything read back", check_syntax},
    Law{16, "every word of the next draft has one origin, and none is lost", check_provenance},
    Law{17, "adopted structure is a tree with every provision once", check_tree},
    Law{18,
        "carrying over nothing changes nothing, in turn is at once, adopted wishes print nowhere",
        check_carry_over},
    Law{19, "all languages have the same provisions, open proposals, readings and order",
        check_languages},
    Law{20, "files of drafts and proposals read back equal", check_files},
    Law{21, "the same input gives the same bytes", check_deterministic},
    Law{22, "the text is not larger than what went in allows", check_bounds,
        Checked::in_each_language},
    Law{23, "a smaller set is the larger one with the rest taken away", check_monotone},
    Law{24, "names of sponsors change labels only", check_neutral},
}};

Consolidated add_and_remove(const text::Draft& draft, const std::vector<Proposal>& proposals,
                            const std::vector<std::size_t>& removed, Settling settling) {
    Consolidation consolidation(draft, draft.working_language);
    for (const Proposal& proposal : proposals) {
        consolidation.add(Proposal(proposal));
        if (settling == Settling::after_each) consolidation.settle();
    }
    for (const std::size_t at : removed) {
        consolidation.remove(proposals[at].id);
        if (settling == Settling::after_each) consolidation.settle();
    }
    return std::move(consolidation).finish();
}

// Checks a law on the texts in the languages beside the working one.
void check_translated(const Law& law, LawRun& run) {
    for (const text::Language language : run.input.draft.written_in) {
        if (language == run.input.draft.working_language) continue;
        Consolidated text = run.engine.consolidate(run.input.draft, run.input.set, language);
        std::swap(run.text, text);
        law.check(run);
        std::swap(run.text, text);
    }
}

LawOutcome outcome_of(const Law& law, LawRun& run) {
    run.outcome = {law.number, law.name, 0, std::nullopt};
    law.check(run);
    if (law.checked == Checked::in_each_language) check_translated(law, run);
    return std::move(run.outcome);
}

}  // namespace

LawRun::LawRun(const LawInput& law_input, const Engine& law_engine)
    : input(law_input), engine(law_engine), open(open_proposals(law_input.set)),
      text(
          law_engine.consolidate(law_input.draft, law_input.set, law_input.draft.working_language)),
      bytes(canonical(text)), chance{law_input.seed} {}

std::vector<std::size_t> LawRun::drawn_order() {
    std::vector<std::size_t> order(open.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t at = order.size(); at > 1; --at) std::swap(order[at - 1], order[below(at)]);
    return order;
}

std::string place_of(const Row& row, text::Field field) {
    return "provision " + hex(row.id.bytes) + ", " + std::string(text::name_of(field));
}

Engine real_engine() {
    return {consolidate, add_and_remove, [](auto base, auto target) { return hunks(base, target); },
            next_draft};
}

std::vector<LawOutcome> check_laws(const LawInput& input, const Engine& engine,
                                   const std::function<void(int)>& progress) {
    LawRun run(input, engine);
    std::vector<LawOutcome> outcomes;
    for (const Law& law : laws) {
        if (progress) progress(law.number);
        outcomes.push_back(outcome_of(law, run));
    }
    return outcomes;
}

LawOutcome check_law(const LawInput& input, const Engine& engine, int law) {
    VERIFY(law >= 1 && law <= law_count);
    LawRun run(input, engine);
    return outcome_of(laws[static_cast<std::size_t>(law - 1)], run);
}

ProposalSet join(ProposalSet a, const ProposalSet& b) {
    a.submitted.insert(b.submitted.begin(), b.submitted.end());
    a.supports.insert(b.supports.begin(), b.supports.end());
    a.withdrawals.insert(b.withdrawals.begin(), b.withdrawals.end());
    a.drops.insert(b.drops.begin(), b.drops.end());
    a.reconsidered.insert(b.reconsidered.begin(), b.reconsidered.end());
    return a;
}

}  // namespace travaux::consolidation
