// Published texts: what is on the table, in which standing.
//
// A text is kept as bodies and shown from them; nothing here computes it anew.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "committee/common.h"
#include "committee/meetings.h"

namespace travaux::committee {

struct State;

/// What a text is a version of. Proposals and decisions stand on the texts of one subject.
enum class Subject : std::uint8_t { convention, outline, modalities, resolution };
BOOST_DESCRIBE_ENUM(Subject, convention, outline, modalities, resolution)

enum class TextKind : std::uint8_t {
    background_document,
    compilation,
    consolidated_text,
    initial_draft,
    revised_draft,
    chairs_text,
    final_draft,
};
BOOST_DESCRIBE_ENUM(TextKind, background_document, compilation, consolidated_text, initial_draft,
                    revised_draft, chairs_text, final_draft)

enum class TextStanding : std::uint8_t {
    basis_of_work,  ///< what is negotiated: proposals amend it
    working_copy,   ///< laid beside the basis
    chairs_proposal,
    non_paper,
    frozen,       ///< kept as it is, to fall back on
    information,  ///< no negotiating text
};
BOOST_DESCRIBE_ENUM(TextStanding, basis_of_work, working_copy, chairs_proposal, non_paper, frozen,
                    information)

/// The rules by which texts are aligned and laid out at present; what is published says it.
inline constexpr std::string_view engine_version = "1";

struct PublishedText {
    Subject subject = Subject::convention;
    TextKind kind = TextKind::initial_draft;
    TextStanding standing = TextStanding::basis_of_work;
    std::string symbol;  ///< empty where it has none
    std::string mandate;
    std::vector<NamedBody> files;
    std::optional<BodyReference> open;      ///< the proposals that were carried over to it
    std::optional<BodyReference> verdicts;  ///< what became of every open proposal
    std::string supersedes;                 ///< empty where it is the first
    std::string superseded_by;
    std::int64_t published_ms = 0;
    std::optional<Basis> agreed;  ///< by the committee, as a whole
    std::string submitted_to;     ///< the session of the parent organ; empty until then
    std::string approved_by;      ///< the resolution; empty until then
    std::string approved_as;      ///< the published text with the changes made there, or empty

    bool operator==(const PublishedText&) const = default;
};

struct TextPublished {
    static constexpr std::string_view name = "text.published";

    std::string id;
    Subject subject = Subject::convention;
    TextKind kind = TextKind::initial_draft;
    TextStanding standing = TextStanding::basis_of_work;
    std::optional<std::string> symbol;
    std::string mandate;
    std::vector<NamedBody> files;
    std::optional<BodyReference> open;
    std::optional<BodyReference> verdicts;
    std::optional<std::string> supersedes;
    std::string engine;  ///< the version of the engine that made it

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const TextPublished&) const = default;
};
BOOST_DESCRIBE_STRUCT(TextPublished, (),
                      (id, subject, kind, standing, symbol, mandate, files, open, verdicts,
                       supersedes, engine))

/// The committee agrees a text as a whole.
struct TextAgreed {
    static constexpr std::string_view name = "text.agreed";

    std::string text;
    Basis basis;

    [[nodiscard]] const std::string& object() const { return text; }
    bool operator==(const TextAgreed&) const = default;
};
BOOST_DESCRIBE_STRUCT(TextAgreed, (), (text, basis))

/// An agreed text goes to the parent organ.
struct TextSubmitted {
    static constexpr std::string_view name = "text.submitted";

    std::string text;
    std::string to;

    [[nodiscard]] const std::string& object() const { return text; }
    bool operator==(const TextSubmitted&) const = default;
};
BOOST_DESCRIBE_STRUCT(TextSubmitted, (), (text, to))

/// The parent organ approves a text.
struct TextApproved {
    static constexpr std::string_view name = "text.approved";

    std::string text;
    std::string resolution;
    Date adopted_on;
    std::optional<std::string> approved_as;

    [[nodiscard]] const std::string& object() const { return text; }
    bool operator==(const TextApproved&) const = default;
};
BOOST_DESCRIBE_STRUCT(TextApproved, (), (text, resolution, adopted_on, approved_as))

void apply(State& state, const TextPublished& event, const Entered& when);
void apply(State& state, const TextAgreed& event, const Entered& when);
void apply(State& state, const TextSubmitted& event, const Entered& when);
void apply(State& state, const TextApproved& event, const Entered& when);

/// Returns the id of the text of a subject that is negotiated; empty where there is none.
[[nodiscard]] std::string basis_of(const State& state, Subject subject);

}  // namespace travaux::committee
