// The laws of consolidation, checked on a draft and a set of proposals.
//
// The numbers are those of the list in `docs/laws.md`. A law that finds nothing to check says so
// with a count of zero. The files and printings of laws 15 and 20 come in with the engine, since
// this folder knows none.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "consolidation/consolidated.h"
#include "consolidation/decision.h"

namespace travaux::consolidation {

/// What came of one law.
struct LawOutcome {
    int law = 0;
    std::string_view name;
    std::uint64_t checked = 0;          ///< cases
    std::optional<std::string> broken;  ///< the first case that breaks it

    bool operator==(const LawOutcome&) const = default;
};

/// How proposals are added one by one.
enum class Settling : std::uint8_t { at_the_end, after_each };

/// Something that is written and read back: the name of its format, and what comes back.
template <typename What>
struct RoundTrip {
    std::string_view format;
    std::function<Result<What>(const text::Draft&, const What&)> read_back;
};

/// A draft with the account of its words.
using DraftAndProvenance = std::pair<text::Draft, text::Provenance>;

/// The engine as the laws see it: a test of the laws hands in a wrong one.
struct Engine {
    std::function<Consolidated(const text::Draft&, const ProposalSet&, text::Language)> consolidate;
    /// Adds proposals in the given order, then takes those at `removed` away.
    std::function<Consolidated(const text::Draft&, const std::vector<Proposal>&,
                               const std::vector<std::size_t>& removed, Settling)>
        incremental;
    std::function<Hunks(std::span<const text::Word>, std::span<const text::Word>)> hunks;
    std::function<Result<NextDraft>(const text::Draft&, const text::Provenance&, const ProposalSet&,
                                    const std::vector<Adoption>&)>
        next_draft;
    std::vector<RoundTrip<Consolidated>> printings = {};  ///< those that say everything (law 15)
    std::vector<RoundTrip<DraftAndProvenance>> draft_files = {};  ///< law 20
    std::vector<RoundTrip<ProposalSet>> proposal_files = {};      ///< law 20
};

/// Returns the engine of this program, without files.
[[nodiscard]] Engine real_engine();

struct LawInput {
    const text::Draft& draft;
    const text::Provenance& provenance;
    const ProposalSet& set;
    std::uint32_t permutations = 3;
    std::uint32_t seed = 1;
    std::size_t adoptions = 40;  ///< proposals that laws 8 and 16 to 18 adopt, alone and in pairs
};

/// Checks every law. REQUIRES: `check(draft, set)` passed. `progress` is told each law's number
/// before it is checked; it may be empty.
[[nodiscard]] std::vector<LawOutcome> check_laws(const LawInput& input, const Engine& engine,
                                                 const std::function<void(int)>& progress);

/// Laws are numbered from 1 to this.
inline constexpr int law_count = 24;

/// Checks one law. REQUIRES: `check(draft, set)` passed, and `law` is from 1 to `law_count`.
[[nodiscard]] LawOutcome check_law(const LawInput& input, const Engine& engine, int law);

/// Returns two sets as one.
[[nodiscard]] ProposalSet join(ProposalSet a, const ProposalSet& b);

}  // namespace travaux::consolidation
