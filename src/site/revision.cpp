// SPDX-License-Identifier: MIT
#include "site/revision.h"

#include <algorithm>

#include "formats/proposal_lines.h"
#include "http/answers.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

using consolidation::Proposal;
using consolidation::TextPart;

/// A place where words stand.
struct WordsAt {
    ProvisionId provision;
    text::Field field = text::Field::text;

    [[nodiscard]] bool holds(const consolidation::Part& part) const {
        const auto* words = std::get_if<TextPart>(&part);
        return words != nullptr && words->provision == provision && words->field == field;
    }
};

Result<WordsAt> place_of(const http::Request& query) {
    const std::string at(query.parameter("at"));
    const std::string field(query.parameter("field"));
    const auto id = parse_id(at);
    if (!id) return http::refuse_request("request.parameter_value", {"at", at});
    for (const text::Field one : {text::Field::heading, text::Field::text}) {
        if (field == text::name_of(one)) return WordsAt{ProvisionId{*id}, one};
    }
    return http::refuse_request("request.parameter_value", {"field", field});
}

// The words that a proposal asks for at a place, in a language.
std::optional<std::string> words_at(const Proposal& proposal, const WordsAt& place,
                                    text::Language language) {
    for (std::size_t at = 0; at < proposal.parts.size(); ++at) {
        if (!place.holds(proposal.parts[at])) continue;
        const consolidation::Part* part = consolidation::part_in(proposal, at, language);
        if (part != nullptr) return std::get<TextPart>(*part).target.copy();
    }
    return std::nullopt;
}

}  // namespace

Result<const Proposal*> proposal_on(const host::ConsolidatedText& text, const std::string& id) {
    const auto found = text.set.submitted.find(id);
    if (found != text.set.submitted.end()) return &found->second;
    return http::refuse_request("proposal.unknown", {id}, ErrorCode::not_found);
}

Result<json::array> parts_to_revise(const host::ConsolidatedText& text,
                                    const http::Request& query) {
    TRY_ASSIGN(const Proposal* const found,
               proposal_on(text, std::string(query.parameter("revise"))));
    Proposal revised = *found;
    const std::string other(query.parameter("words_of"));
    if (other.empty()) return formats::parts_as_json(revised.parts);
    TRY_ASSIGN(const WordsAt place, place_of(query));
    TRY_ASSIGN(const Proposal* const source, proposal_on(text, other));
    const auto words = words_at(*source, place, revised.language);
    if (!words) return http::refuse_request("request.parameter_value", {"words_of", other});
    std::erase_if(revised.parts, [&](const auto& part) { return place.holds(part); });
    revised.parts.emplace_back(TextPart{place.provision, place.field, *words});
    return formats::parts_as_json(revised.parts);
}

}  // namespace travaux::site
