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

void count(ShownProgress& row, ProvisionStanding standing) {
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
        if (wording.text.empty() || provision.kind == text::ProvisionKind::title) continue;
        const ProvisionStanding standing = standing_of(state, draft, at);
        count(shown[0], standing);
        for (const auto& [row, end] : around) count(shown[row], standing);
    }
    return shown;
}

}  // namespace

View progress_view() {
    return declare_view(
        of_everybody("progress",
                     "How far the provisions of a text are from agreement: the whole, each chapter "
                     "and each article.",
                     {{"text", "The id of the published text."}}),
        show_progress);
}

}  // namespace travaux::committee
