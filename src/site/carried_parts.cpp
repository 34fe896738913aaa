// SPDX-License-Identifier: MIT
#include "site/carried_parts.h"

#include "consolidation/consolidate.h"
#include "site/said_parts.h"
#include "understanding/in_words.h"
#include "understanding/rebase.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

using host::ConsolidatedText;

/// Whole words that a part gives to a field of a provision.
struct GivenWords {
    std::string_view name;  ///< of the field of the part
    std::string_view words;
    const text::Provision* before;
    const text::Provision* now;  ///< null where it is no more

    [[nodiscard]] const std::string& base(const text::Provision& of,
                                          text::Language language) const {
        const text::Wording& wording = of.in(language);
        return name == "heading" ? wording.heading : wording.text;
    }
};

const text::Provision* provision_of(const json::object& part, const ConsolidatedText& text) {
    const auto* said = part.if_contains("provision");
    const auto id =
        said != nullptr && said->is_string() ? parse_id(said->get_string()) : std::nullopt;
    const auto at = id ? text::find(text.draft, ProvisionId{*id}) : std::nullopt;
    return at ? &text.draft.provisions[*at] : nullptr;
}

// Nothing for a part of another kind.
std::optional<GivenWords> given_words(const json::object& part, const ConsolidatedText& from,
                                      const ConsolidatedText& to) {
    const auto* kind = part.if_contains("part");
    if (kind == nullptr || (*kind != "text" && *kind != "retitle")) return std::nullopt;
    const std::string_view name = *kind == "text" ? "text" : "heading";
    const auto* words = part.if_contains(name);
    const text::Provision* before = provision_of(part, from);
    if (words == nullptr || !words->is_string() || before == nullptr) return std::nullopt;
    return GivenWords{name, words->get_string(), before, provision_of(part, to)};
}

std::vector<std::string> words_of(const json::value& part, const ConsolidatedText& text) {
    const auto said = proposal_of({part}, text);
    return said ? understanding::in_words(text.draft, *said, text.language)
                : std::vector<std::string>{};
}

class Carrying {
public:
    Carrying(const ConsolidatedText& from, const ConsolidatedText& to) : from_(from), to_(to) {}

    void take(const json::value& part) {
        json::value later = part;
        LeftPart left{words_of(part, from_)};
        const auto given =
            part.is_object() ? given_words(part.get_object(), from_, to_) : std::nullopt;
        if (given && given->now != nullptr) {
            const std::string& now = given->base(*given->now, to_.language);
            const auto made = understanding::rebased(given->base(*given->before, from_.language),
                                                     given->words, now);
            left.is_met = given->words == now || (made && made->words == now);
            if (left.is_met || !made) return all_.left.push_back(std::move(left));
            later.get_object()[given->name] = made->words;
        }
        if (is_split_anew(part)) return all_.left.push_back(std::move(left));
        const auto stands = check({later});
        if (stands) return all_.parts.push_back(std::move(later));
        left.refused = stands.error();
        all_.left.push_back(std::move(left));
    }

    CarriedParts finish() && { return std::move(all_); }

private:
    // A split says all words of its provision: where these are others now it would undo them.
    [[nodiscard]] bool is_split_anew(const json::value& part) const {
        if (!part.is_object() || !part.get_object().contains("texts")) return false;
        const text::Provision* before = provision_of(part.get_object(), from_);
        const text::Provision* now = provision_of(part.get_object(), to_);
        return before != nullptr && now != nullptr &&
               before->in(from_.language).text != now->in(to_.language).text;
    }

    // Whether parts are sound on the later text.
    [[nodiscard]] Result<void> check(const json::array& parts) const {
        TRY_ASSIGN(consolidation::Proposal proposal, proposal_of(parts, to_));
        consolidation::ProposalSet set;
        const std::string id = proposal.id;
        set.submitted.emplace(id, std::move(proposal));
        return consolidation::check(to_.draft, set);
    }

    const ConsolidatedText& from_;
    const ConsolidatedText& to_;
    CarriedParts all_;
};

}  // namespace

CarriedParts carried_over(const json::array& parts, const ConsolidatedText& from,
                          const ConsolidatedText& to) {
    Carrying carrying(from, to);
    for (const json::value& part : parts) carrying.take(part);
    return std::move(carrying).finish();
}

}  // namespace travaux::site
