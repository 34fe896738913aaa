// SPDX-License-Identifier: MIT
#include "committee/documents.h"

#include <algorithm>
#include <array>

#include "committee/described.h"
#include "committee/state.h"

namespace travaux::committee {
namespace {

struct FormType {
    DocumentForm form;
    std::string_view media_type;
};
constexpr std::array form_types = {
    FormType{DocumentForm::docx,
             "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    FormType{DocumentForm::pdf, "application/pdf"},
    FormType{DocumentForm::txt, "text/plain"},
    FormType{DocumentForm::akn, "application/akn+xml"},
};

bool is_of_one_place(const DocumentVersion& a, const DocumentVersion& b) {
    return a.language == b.language && a.body.media_type == b.body.media_type;
}

void sort_by_place(std::vector<DocumentVersion>& versions) {
    std::ranges::stable_sort(versions, {}, [](const DocumentVersion& one) {
        return std::pair(one.language, form_of(one.body.media_type));
    });
}

// Puts a version in the place of the one of its language and form.
void put(std::vector<DocumentVersion>& versions, const DocumentVersion& version) {
    std::erase_if(versions,
                  [&](const DocumentVersion& one) { return is_of_one_place(one, version); });
    versions.push_back(version);
    sort_by_place(versions);
}

}  // namespace

std::string_view media_type_of(DocumentForm form) {
    return std::ranges::find(form_types, form, &FormType::form)->media_type;
}

std::optional<DocumentForm> form_of(std::string_view media_type) {
    const auto* found = std::ranges::find(form_types, media_type, &FormType::media_type);
    return found == form_types.end() ? std::nullopt : std::optional(found->form);
}

// What is confidential is no change of the document that everybody sees.
std::string DocumentVersionAdded::object() const {
    return document + "/" + std::string(code_of(language));
}

std::vector<std::uint64_t> DocumentReleased::discloses() const {
    std::vector<std::uint64_t> entries;
    for (const DocumentVersion& one : versions) entries.push_back(one.entry);
    std::ranges::sort(entries);
    return entries;
}

void apply(State& state, const DocumentEntered& event, const Entered& when) {
    Document document{event.symbol,
                      event.title,
                      event.kind,
                      event.author,
                      event.distribution,
                      event.original,
                      event.languages,
                      event.agenda_item.value_or(""),
                      event.session.value_or(""),
                      event.request.value_or(""),
                      {},
                      when.time_ms,
                      {},
                      0,
                      {}};
    const auto request = state.document_requests.find(document.request);
    if (request != state.document_requests.end()) request->second.document = event.id;
    state.documents[event.id] = std::move(document);
}

void apply(State& state, const DocumentVersionAdded& event, const Entered& when) {
    state.document_versions[event.document].push_back(
        {event.language, event.body, event.words, when.entry});
}

void apply(State& state, const DocumentReleased& event, const Entered& when) {
    Document& document = state.documents[event.document];
    for (const DocumentVersion& one : event.versions) put(document.versions, one);
    document.released = event.standing;
    document.released_ms = when.time_ms;
    const auto request = state.document_requests.find(document.request);
    if (request == state.document_requests.end()) return;
    if (!request->second.delivered_ms) request->second.delivered_ms = when.time_ms;
}

void apply(State& state, const WordLimitWaived& event, const Entered& /*when*/) {
    state.documents[event.document].waiver = event.authority;
}

void apply(State& state, const DocumentRequested& event, const Entered& when) {
    state.document_requests[event.id] = {event.title, event.due, event.basis, when.time_ms, {}, {}};
}

std::vector<text::Language> languages_of(const Symbol& symbol, text::Language original) {
    const bool is_original_only =
        symbol.series == Series::conference_room_paper || symbol.series == Series::non_governmental;
    if (is_original_only) return {original};
    return {text::languages.begin(), text::languages.end()};
}

std::vector<DocumentVersion> versions_to_release(const State& state, const std::string& id) {
    std::vector<DocumentVersion> versions;
    const Document* document = find(state.documents, id);
    const auto added = state.document_versions.find(id);
    if (document == nullptr || added == state.document_versions.end()) return versions;
    for (const DocumentVersion& one : added->second) put(versions, one);
    std::erase_if(versions, [&](const DocumentVersion& one) {
        return std::ranges::find(document->versions, one.entry, &DocumentVersion::entry) !=
               document->versions.end();
    });
    return versions;
}

std::vector<text::Language> languages_missing(const Document& document,
                                              const std::vector<DocumentVersion>& versions) {
    std::vector<text::Language> missing;
    for (const text::Language one : document.languages) {
        const bool is_there =
            std::ranges::find(versions, one, &DocumentVersion::language) != versions.end();
        if (!is_there) missing.push_back(one);
    }
    return missing;
}

std::optional<std::uint32_t> words_of_original(const Document& document,
                                               const std::vector<DocumentVersion>& versions) {
    std::optional<std::uint32_t> words;
    for (const DocumentVersion& one : versions) {
        if (one.language == document.original && one.words) {
            words = std::max(words.value_or(0), *one.words);
        }
    }
    return words;
}

std::map<Symbol, std::string> symbols_in_use(const State& state) {
    std::map<Symbol, std::string> symbols;
    for (const auto& [id, document] : state.documents) symbols.emplace(document.symbol, id);
    for (const auto& [id, text] : state.texts) {
        if (const auto symbol = Symbol::parse(text.symbol)) symbols.emplace(*symbol, id);
    }
    return symbols;
}

std::string holder_of(const State& state, std::string_view symbol) {
    if (symbol.empty()) return {};
    for (const auto& [id, document] : state.documents) {
        if (document.symbol.text() == symbol) return id;
    }
    for (const auto& [id, text] : state.texts) {
        if (text.symbol == symbol) return id;
    }
    return {};
}

std::vector<RelatedSymbol> said_of(const State& state, const Symbol& symbol) {
    std::vector<RelatedSymbol> related;
    for (const auto& [other, id] : symbols_in_use(state)) {
        if (const auto says = relation(other, symbol)) related.push_back({other, id, *says});
    }
    return related;
}

std::vector<RelatedSymbol> said_by(const State& state, const Symbol& symbol) {
    std::vector<RelatedSymbol> related;
    for (const auto& [other, id] : symbols_in_use(state)) {
        if (const auto says = relation(symbol, other)) related.push_back({other, id, *says});
    }
    return related;
}

}  // namespace travaux::committee
