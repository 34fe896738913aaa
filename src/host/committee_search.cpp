// SPDX-License-Identifier: MIT
#include "host/committee_search.h"

#include <algorithm>
#include <array>

#include "base/search_limits.h"
#include "record/canonical_json.h"

namespace travaux::host {
namespace {

namespace json = boost::json;

// What a part of a proposal says in words.
void collect_words(const json::value& value, std::string& words) {
    constexpr std::array<std::string_view, 5> with_words = {"text", "with", "heading", "reason",
                                                            "statement"};
    if (const auto* list = value.if_array()) {
        for (const json::value& one : *list) collect_words(one, words);
    } else if (const auto* object = value.if_object()) {
        for (const auto& field : *object) {
            const std::string_view key = field.key();
            if (!field.value().is_string()) {
                collect_words(field.value(), words);
            } else if (std::ranges::find(with_words, key) != with_words.end()) {
                words += std::string(field.value().get_string()) + "\n";
            }
        }
    }
}

// A version that an edited one came in the place of is not found any more.
bool is_shown(const committee::State& state, const Passage& passage) {
    const auto* document = committee::find(state.documents, passage.of);
    if (document == nullptr || passage.is_title) return true;
    return std::ranges::any_of(document->versions, [&](const committee::DocumentVersion& one) {
        return hex(one.body.hash) == passage.place;
    });
}

// Whether a passage is of a text or of a proposal on it.
bool is_within(const committee::State& state, const Passage& passage, std::string_view text) {
    if (passage.of == text) return true;
    const auto* proposal = committee::find(state.proposals, passage.of);
    return proposal != nullptr && proposal->text == text;
}

}  // namespace

void CommitteeSearch::take_title(const std::string& id, const committee::Document& document) {
    if (!is_new(id)) return;
    index_.add({id, {}, document.original, document.symbol.text() + "\n" + document.title, true});
}

Result<void> CommitteeSearch::take_versions(const std::string& id,
                                            const committee::Document& document) {
    for (const committee::DocumentVersion& one : document.versions) {
        const std::string hash = hex(one.body.hash);
        if (taken_.contains(hash)) continue;
        TRY_ASSIGN(const auto body, source_.record.body(one.body.hash));
        // The record may be behind the state for a moment: the next search takes it in.
        if (!body) continue;
        TRY_ASSIGN(const auto words,
                   source_.committee.words_in(body->content, one.body.media_type));
        taken_.insert(hash);
        for (std::size_t at = 0; words && at < words->size();) {
            const std::size_t end = std::min(words->find('\n', at), words->size());
            if (end > at) index_.add({id, hash, one.language, words->substr(at, end - at), false});
            at = end + 1;
        }
    }
    return {};
}

Result<void> CommitteeSearch::take_text(const std::string& id) {
    if (taken_.contains(id)) return {};
    TRY_ASSIGN(const PublishedDraft published, source_.committee.draft(id));
    const text::Draft& draft = published.text->draft;
    if (!published.symbol.empty()) {
        index_.add({id, {}, draft.working_language, published.symbol + "\n" + draft.title, true});
    }
    for (const text::Provision& provision : draft.provisions) {
        for (const text::Language language : draft.written_in) {
            const text::Wording& wording = provision.in(language);
            if (wording.heading.empty() && wording.text.empty()) continue;
            std::string words;
            for (const std::string* part : {&wording.number, &wording.heading, &wording.text}) {
                if (!words.empty() && !part->empty()) words += "\n";
                words += *part;
            }
            index_.add({id, hex(provision.id.bytes), language, std::move(words), false});
        }
    }
    taken_.insert(id);
    return {};
}

Result<void> CommitteeSearch::take_proposal(const std::string& id,
                                            const committee::Proposal& proposal) {
    if (taken_.contains(id)) return {};
    TRY_ASSIGN(const auto body, source_.record.body(proposal.parts.hash));
    if (!body) return {};
    TRY_ASSIGN(const json::value parts, record::parse_json(body->content));
    std::string words = id + "\n";
    collect_words(parts, words);
    const auto* code = parts.is_object() ? parts.get_object().if_contains("language") : nullptr;
    const auto language = code != nullptr && code->is_string()
                              ? text::parse_language(code->get_string())
                              : std::nullopt;
    index_.add({id, {}, language.value_or(text::Language::en), std::move(words), false});
    taken_.insert(id);
    return {};
}

Result<void> CommitteeSearch::take_in(const committee::State& state) {
    if (entries_ == state.entries && source_.record.length() >= entries_) return {};
    for (const auto& [id, document] : state.documents) {
        take_title(id, document);
        TRY_OK(take_versions(id, document));
    }
    for (const auto& [id, text] : state.texts) TRY_OK(take_text(id));
    for (const auto& [id, proposal] : state.proposals) TRY_OK(take_proposal(id, proposal));
    if (source_.record.length() >= state.entries) entries_ = state.entries;
    return {};
}

Result<Hits> CommitteeSearch::find(const committee::State& state, std::string_view query,
                                   std::string_view text) {
    if (query.size() > limits::search_query_bytes) {
        return committee::refuse("search.query_too_long",
                                 {std::to_string(limits::search_query_bytes)}, ErrorCode::invalid);
    }
    const std::scoped_lock lock(mutex_);
    TRY_OK(take_in(state));
    return index_.find(query, [&](const Passage& one) {
        return is_shown(state, one) && (text.empty() || is_within(state, one, text));
    });
}

}  // namespace travaux::host
