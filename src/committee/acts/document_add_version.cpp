// document.add_version: a document comes in a language, as a file. It stays confidential until the
// document is released.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/acts/acts.h"
#include "text/word_count.h"

namespace travaux::committee {
namespace {

struct Fields {
    std::string document;
    text::Language language = text::Language::en;
    BodyReference body;
};
BOOST_DESCRIBE_STRUCT(Fields, (), (document, language, body))

Result<void> check_document(const Document& document, const Fields& act) {
    const std::string symbol = document.symbol.text();
    if (document.distribution == DocumentDistribution::restricted) {
        return refuse("document.restricted", {symbol});
    }
    if (document.released == ReleaseStanding::official) {
        return refuse("document.released_already", {symbol}, ErrorCode::conflict);
    }
    const bool is_issued =
        std::ranges::find(document.languages, act.language) != document.languages.end();
    if (!is_issued) {
        return refuse("document.language_not_issued", {symbol, std::string(code_of(act.language))});
    }
    if (!form_of(act.body.media_type)) {
        return refuse("document.form_unknown", {symbol, act.body.media_type}, ErrorCode::invalid);
    }
    return {};
}

// What organizations submit is not taken beyond its limit. Of other documents a waiver may come,
// or they are marked.
Result<void> check_words(const State& state, const Document& document, const Fields& act,
                         std::uint32_t words) {
    const WordLimit limit = word_limit(document.symbol, document.author, state.modalities);
    const bool is_refused = act.language == document.original &&
                            limit.beyond == BeyondLimit::is_refused && is_beyond(limit, words);
    if (!is_refused) return {};
    return refuse("document.too_many_words", {document.symbol.text(), std::to_string(words),
                                              std::to_string(limit.words_max), limit.source});
}

Result<Events> decide_add(const State& state, const Fields& act, const Context& context) {
    const Document* document = find(state.documents, act.document);
    if (document == nullptr) {
        return refuse("document.unknown", {act.document}, ErrorCode::not_found);
    }
    TRY_OK(check_document(*document, act));
    TRY_ASSIGN(const auto content, context.library.words_of_file(act.body));
    std::optional<std::uint32_t> words;
    if (content) {
        words = static_cast<std::uint32_t>(text::count_words(*content));
        TRY_OK(check_words(state, *document, act, *words));
    }
    return Events{DocumentVersionAdded{act.document, act.language, act.body, words}};
}

}  // namespace

Act document_add_version() {
    return declare<Fields>(
        {
            .name = "document.add_version",
            .sentence = "Adds a language version of a document, confidential until its release.",
            .who = {{Capacity::secretariat}},
            .on = "document",
            .reads = {"document"},
            .fields = {{"document", "The id of the document."},
                       {"language", "The language of the version."},
                       {"body", "The file: docx, pdf, txt or akn. Its words are counted."}},
            .publicity = Publicity::sealed,
        },
        decide_add);
}

}  // namespace travaux::committee
