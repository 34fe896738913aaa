// document.release: a document appears, in all its languages at one time, or as an advance version
// that says so.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string document;
    ReleaseStanding standing = ReleaseStanding::official;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (document, standing))

std::string listed(const std::vector<text::Language>& languages) {
    std::string list;
    for (const text::Language one : languages) {
        list += (list.empty() ? "" : ", ") + std::string(code_of(one));
    }
    return list;
}

// Beyond some limits a document waits for a waiver.
Result<void> check_words(const State& state, const Document& document,
                         const std::vector<DocumentVersion>& versions) {
    const auto words = words_of_original(document, versions);
    const WordLimit limit = word_limit(document.symbol, document.author, state.modalities);
    const bool is_free = !words || !is_beyond(limit, *words) || !document.waiver.empty() ||
                         limit.beyond != BeyondLimit::needs_waiver;
    if (is_free) return {};
    return refuse("document.needs_waiver", {document.symbol.text(), std::to_string(*words),
                                            std::to_string(limit.words_max), limit.source});
}

Result<Events> decide_release(const State& state, const Fields& act, const Context& /*context*/) {
    const Document* document = find(state.documents, act.document);
    if (document == nullptr) {
        return refuse("document.unknown", {act.document}, ErrorCode::not_found);
    }
    const std::string symbol = document->symbol.text();
    if (document->distribution == DocumentDistribution::restricted) {
        return refuse("document.restricted", {symbol});
    }
    if (document->released == ReleaseStanding::official) {
        return refuse("document.released_already", {symbol}, ErrorCode::conflict);
    }
    const auto coming = versions_to_release(state, act.document);
    auto versions = document->versions;
    versions.insert(versions.end(), coming.begin(), coming.end());
    if (act.standing == ReleaseStanding::advance && coming.empty()) {
        return refuse("document.no_versions", {symbol});
    }
    const auto missing = languages_missing(*document, versions);
    if (act.standing == ReleaseStanding::official && !missing.empty()) {
        return refuse("document.languages_missing", {symbol, listed(missing)});
    }
    TRY_OK(check_words(state, *document, coming));
    return Events{DocumentReleased{act.document, act.standing, coming}};
}

}  // namespace

Act document_release() {
    return declare<Fields>(
        {
            .name = "document.release",
            .sentence = "Releases a document in all its languages, or as an advance version.",
            .who = {{Capacity::secretariat}},
            .on = "document",
            .reads = {"document"},
            .fields = {{"document", "The id of the document."},
                       {"standing", "Whether it is final or an advance version, unedited."}},
        },
        decide_release);
}

}  // namespace travaux::committee
