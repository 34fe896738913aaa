// document.waive_limit: a document may be longer than its kind allows, on somebody's authority.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string document;
    std::string authority;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (document, authority))

Result<Events> decide_waive(const State& state, const Fields& act, const Context& /*context*/) {
    const Document* document = find(state.documents, act.document);
    if (document == nullptr) {
        return refuse("document.unknown", {act.document}, ErrorCode::not_found);
    }
    const std::string symbol = document->symbol.text();
    if (!document->waiver.empty()) {
        return refuse("document.waived_already", {symbol, document->waiver}, ErrorCode::conflict);
    }
    const WordLimit limit = word_limit(document->symbol, document->author, state.modalities);
    if (limit.beyond != BeyondLimit::needs_waiver) {
        return refuse("document.no_waiver",
                      {symbol, std::to_string(limit.words_max), limit.source});
    }
    return Events{WordLimitWaived{act.document, act.authority}};
}

}  // namespace

Act document_waive_limit() {
    return declare<Fields>(
        {
            .name = "document.waive_limit",
            .sentence = "Enters that the word limit of a document is waived.",
            .who = {{Capacity::secretariat}},
            .on = "document",
            .reads = {"document"},
            .fields = {{"document", "The id of the document."},
                       {"authority", "Who waived it, and where that is written."}},
        },
        decide_waive);
}

}  // namespace travaux::committee
