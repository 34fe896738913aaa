// Progress: how far the provisions of a text are from agreement.
// SPDX-License-Identifier: MIT
#include "committee/views/shown.h"
#include "committee/views/views.h"

namespace travaux::committee {
namespace {

// How many provisions with words stand where.
struct ShownProgress {
    std::string of;
    std::uint64_t open = 0;
    std::uint64_t bracketed = 0;
    std::uint64_t agreed_ad_referendum = 0;
    std::uint64_t agreed = 0;
    std::uint64_t adopted = 0;
    std::optional<std::string> kind;       ///< of a division, `article`; none for the whole
    std::optional<std::string> provision;  ///< the division, by its permanent id
};
BOOST_DESCRIBE_STRUCT(ShownProgress, (),
                      (of, open, bracketed, agreed_ad_referendum, agreed, adopted, kind, provision))

/// The same as a session left it.
struct ShownSessionProgress {
    std::string session;
    std::string text;  ///< the basis of work at its close
    std::uint64_t open = 0;
    std::uint64_t bracketed = 0;
    std::uint64_t agreed_ad_referendum = 0;
    std::uint64_t agreed = 0;
    std::uint64_t adopted = 0;
};
BOOST_DESCRIBE_STRUCT(ShownSessionProgress, (),
                      (session, text, open, bracketed, agreed_ad_referendum, agreed, adopted))

template <typename Row>
void count(Row& row, ProvisionStanding standing) {
    switch (standing) {
        case ProvisionStanding::open: ++row.open; break;
        case ProvisionStanding::bracketed: ++row.bracketed; break;
        case ProvisionStanding::agreed_ad_referendum: ++row.agreed_ad_referendum; break;
        case ProvisionStanding::agreed: ++row.agreed; break;
        case ProvisionStanding::adopted: ++row.adopted; break;
    }
}

bool has_a_row(text::ProvisionKind kind) {
    using text::ProvisionKind;
    return kind == ProvisionKind::preamble || kind == ProvisionKind::part ||
           kind == ProvisionKind::chapter || kind == ProvisionKind::article ||
           kind == ProvisionKind::annex;
}

bool is_counted(const text::Provision& provision, const text::Wording& wording) {
    return !wording.text.empty() && provision.kind != text::ProvisionKind::title;
}

Result<std::vector<ShownProgress>> show_progress(const State& state, const TextField& fields,
                                                 const Context& context) {
    const PublishedText* published = find(state.texts, fields.text);
    if (published == nullptr) return refuse("text.unknown", {fields.text}, ErrorCode::not_found);
    TRY_ASSIGN(const TextWithProvenance* text, context.library.text(published->files));
    const text::Draft& draft = text->draft;
    std::vector<ShownProgress> shown(1);
    shown[0].of = "whole";
    std::vector<std::pair<std::size_t, std::size_t>> around;  // row, end
    for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
        while (!around.empty() && around.back().second <= at) around.pop_back();
        const text::Provision& provision = draft.provisions[at];
        const text::Wording& wording = provision.in(draft.working_language);
        if (has_a_row(provision.kind)) {
            around.emplace_back(shown.size(), text::subtree_end(draft, at));
            ShownProgress row;
            row.of = wording.number.empty() ? std::string(name_of(provision.kind)) : wording.number;
            row.kind = name_of(provision.kind);
            row.provision = hex(provision.id.bytes);
            shown.push_back(std::move(row));
        }
        if (!is_counted(provision, wording)) continue;
        const ProvisionStanding standing = standing_of(state, draft, at);
        count(shown[0], standing);
        for (const auto& [row, end] : around) count(shown[row], standing);
    }
    return shown;
}

// When the last meeting of each session was closed; of one that goes on, the end of time.
ById<std::int64_t> closes_of_sessions(const State& state) {
    ById<std::int64_t> closes;
    for (const auto& [id, meeting] : state.meetings) {
        if (meeting.session.empty()) continue;
        std::int64_t& close = closes[meeting.session];
        close = std::max(close, meeting.closed_ms.value_or(end_of_time_ms));
    }
    return closes;
}

// The text of the convention that was the basis of work at an instant; empty where there was none.
std::string basis_at(const State& state, std::int64_t time_ms) {
    std::string last;
    for (const auto& [id, text] : state.texts) {
        const bool is_basis =
            text.subject == Subject::convention && text.standing == TextStanding::basis_of_work;
        if (is_basis && text.published_ms <= time_ms) last = id;
    }
    return last;
}

Result<std::vector<ShownSessionProgress>> show_by_session(const State& state,
                                                          const NoFields& /*fields*/,
                                                          const Context& context) {
    std::vector<ShownSessionProgress> shown;
    for (const auto& [session, close] : closes_of_sessions(state)) {
        ShownSessionProgress row{session, basis_at(state, close)};
        if (row.text.empty()) continue;
        TRY_ASSIGN(const auto* text, context.library.text(state.texts.at(row.text).files));
        const text::Draft& draft = text->draft;
        for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
            const text::Provision& one = draft.provisions[at];
            if (!is_counted(one, one.in(draft.working_language))) continue;
            count(row, standing_of(state, draft, at, close));
        }
        shown.push_back(std::move(row));
    }
    return shown;
}

}  // namespace

View progress_by_session_view() {
    return declare_view(of_everybody("progress_by_session",
                                     "How far the text of the convention was from agreement when "
                                     "each session closed."),
                        show_by_session);
}

View progress_view() {
    return declare_view(
        of_everybody("progress",
                     "How far the provisions of a text are from agreement: the whole, each chapter "
                     "and each article.",
                     {{"text", "The id of the published text."}}),
        show_progress);
}

}  // namespace travaux::committee
