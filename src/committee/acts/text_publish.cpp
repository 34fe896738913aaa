// text.publish: a text goes on the table, in a declared kind and standing.
//
// A draft that follows another is the other with what was decided, word for word: whatever else it
// says is refused, so no word comes or goes unless somebody brought it by name.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/acts/acts.h"
#include "committee/acts/checks.h"
#include "committee/negotiation.h"
#include "record/canonical_json.h"

namespace travaux::committee {
namespace {

struct Fields {
    Subject subject = Subject::convention;
    TextKind kind = TextKind::initial_draft;
    TextStanding standing = TextStanding::basis_of_work;
    std::string mandate;
    std::vector<NamedBody> files;
    std::optional<std::string> symbol;
    std::optional<std::string> supersedes;
    std::optional<BodyReference> open;
    std::optional<BodyReference> verdicts;
};
BOOST_DESCRIBE_STRUCT(Fields, (),
                      (subject, kind, standing, mandate, files, symbol, supersedes, open, verdicts))

// Checks that a text which comes in the place of another is of its subject and standing.
Result<void> check_superseded(const State& state, const Fields& act) {
    if (!act.supersedes) return {};
    const PublishedText* before = find(state.texts, *act.supersedes);
    if (before == nullptr) return refuse("text.unknown", {*act.supersedes}, ErrorCode::not_found);
    if (before->subject != act.subject) {
        return refuse("text.other_subject", {*act.supersedes, std::string(name_of(act.subject))});
    }
    if (!before->superseded_by.empty()) {
        return refuse("text.superseded", {*act.supersedes, before->superseded_by},
                      ErrorCode::conflict);
    }
    if (before->standing != act.standing) {
        return refuse("text.other_standing",
                      {*act.supersedes, std::string(name_of(before->standing))});
    }
    return {};
}

// A basis of work takes the place of the one before it, and says so.
Result<void> check_place(const State& state, const Fields& act) {
    TRY_OK(check_superseded(state, act));
    const std::string basis = basis_of(state, act.subject);
    const bool is_basis = act.standing == TextStanding::basis_of_work;
    if (is_basis && act.supersedes.value_or("") != basis) {
        return refuse("text.supersedes_other", {basis}, ErrorCode::conflict);
    }
    return {};
}

// Names the first provision in which two drafts differ.
Result<void> check_words(const text::Draft& made, const text::Draft& published) {
    const std::size_t count = std::max(made.provisions.size(), published.provisions.size());
    for (std::size_t at = 0; at < count; ++at) {
        const auto& in = at < published.provisions.size() ? published : made;
        const bool is_same = at < made.provisions.size() && at < published.provisions.size() &&
                             made.provisions[at] == published.provisions[at];
        if (!is_same) {
            return refuse("text.words_unaccounted", {hex(in.provisions[at].id.bytes)});
        }
    }
    return {};
}

Result<void> check_succession(const State& state, const Fields& act, const Context& context,
                              const TextWithProvenance& published) {
    TRY_ASSIGN(const auto next, next_text(state, context.library, *act.supersedes));
    TRY_OK(check_words(next.draft, published.draft));
    if (!act.open) return refuse("text.open_missing");
    TRY_ASSIGN(const auto open, context.library.carried_over(*act.open, published.draft));
    if (open != next.open) return refuse("text.open_differs");
    if (!act.verdicts) return refuse("text.open_missing");
    TRY_ASSIGN(const std::string verdicts, context.library.content(*act.verdicts));
    TRY_ASSIGN(const std::string made, record::write_canonical(verdicts_as_json(next.verdicts)));
    if (verdicts != made) return refuse("text.open_differs");
    return {};
}

Result<Events> decide_publish(const State& state, const Fields& act, const Context& context) {
    TRY_OK(check_place(state, act));
    const std::string holder = holder_of(state, act.symbol.value_or(""));
    if (!holder.empty()) {
        return refuse("document.symbol_taken", {*act.symbol, holder}, ErrorCode::conflict);
    }
    if (act.files.empty()) return refuse("text.no_files");
    const bool is_negotiated = act.standing == TextStanding::basis_of_work;
    if (is_negotiated) {
        TRY_ASSIGN(const TextWithProvenance* text, context.library.text(act.files));
        if (act.supersedes) TRY_OK(check_succession(state, act, context, *text));
    }
    return Events{TextPublished{next_id('T', state.texts), act.subject, act.kind, act.standing,
                                act.symbol, act.mandate, act.files, act.open, act.verdicts,
                                act.supersedes, std::string(engine_version)}};
}

}  // namespace

Act text_publish() {
    return declare<Fields>(
        {
            .name = "text.publish",
            .sentence = "Publishes a text. It is shown from its bytes ever after.",
            .who = {{Capacity::secretariat}},
            .on = {},
            .reads = {"supersedes"},
            .fields =
                {
                    {"subject", "What it is a version of."},
                    {"kind", "What kind of text it is."},
                    {"standing", "What it is for: only a basis of work can be amended."},
                    {"mandate", "On whose request it is published, as recorded."},
                    {"files", "The files of the text, as docs/draft-folder.md lays down."},
                    {"symbol", "The symbol of the document."},
                    {"supersedes", "The text in whose place it comes."},
                    {"open", "The proposals that were carried over to it."},
                    {"verdicts", "What became of every open proposal."},
                },
        },
        decide_publish);
}

}  // namespace travaux::committee
