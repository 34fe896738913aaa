// The documents of a committee with the published texts that have symbols, in the order of the
// symbols, and what was requested.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/views/shown.h"
#include "committee/views/views.h"

namespace travaux::committee {
namespace {

struct DocumentsFields {
    std::optional<Series> series;
    std::optional<DocumentKind> kind;
    std::optional<std::string> session;
    std::optional<text::Language> language;
    std::optional<YesNo> current;
};
BOOST_DESCRIBE_STRUCT(DocumentsFields, (), (series, kind, session, language, current))

/// How long a document is, seen from its limit.
enum class Length : std::uint8_t { within_limit, waived, beyond_limit };
BOOST_DESCRIBE_ENUM(Length, within_limit, waived, beyond_limit)

/// One row: a document, or a published text, which has a kind of its own.
struct ShownRow {
    std::string id;
    Symbol symbol;
    Series series = Series::numbered;
    std::optional<std::string> title;
    std::optional<DocumentKind> kind;
    std::optional<TextKind> text_kind;
    std::optional<std::string> session;
    std::optional<ReleaseStanding> released;
    std::vector<text::Language> languages;
    std::optional<Symbol> superseded_by;
};
BOOST_DESCRIBE_STRUCT(ShownRow, (),
                      (id, symbol, series, title, kind, text_kind, session, released, languages,
                       superseded_by))

std::vector<text::Language> languages_in(const std::vector<DocumentVersion>& versions) {
    std::vector<text::Language> languages;
    for (const DocumentVersion& one : versions) {
        if (languages.empty() || languages.back() != one.language) {
            languages.push_back(one.language);
        }
    }
    return languages;
}

bool is_out(const State& state, const std::string& id) {
    const Document* document = find(state.documents, id);
    return document == nullptr || document->released;
}

// Of the revisions that came in the place of a document, the last.
std::optional<Symbol> superseded_by(const State& state, const Symbol& symbol) {
    std::optional<Symbol> last;
    for (const RelatedSymbol& one : said_of(state, symbol)) {
        if (one.relation == SymbolRelation::supersedes && is_out(state, one.id)) last = one.symbol;
    }
    return last;
}

ShownRow row_of(const State& state, const Symbol& symbol, const std::string& id) {
    ShownRow row;
    row.id = id;
    row.symbol = symbol;
    row.series = symbol.series;
    row.superseded_by = superseded_by(state, symbol);
    if (const Document* document = find(state.documents, id)) {
        row.title = document->title;
        row.kind = document->kind;
        row.session = unless_empty(document->session);
        row.released = document->released;
        row.languages = languages_in(document->versions);
    } else if (const PublishedText* text = find(state.texts, id)) {
        row.text_kind = text->kind;
        row.released = ReleaseStanding::official;
        for (const text::Language one : text::languages) {
            const std::string name = std::string(code_of(one)) + ".xml";
            const bool is_there =
                std::ranges::find(text->files, name, &NamedBody::name) != text->files.end();
            if (is_there) row.languages.push_back(one);
        }
    }
    return row;
}

bool is_asked_for(const DocumentsFields& fields, const ShownRow& row) {
    if (fields.series && *fields.series != row.series) return false;
    if (fields.kind && fields.kind != row.kind) return false;
    if (fields.session && fields.session != row.session) return false;
    if (fields.current && (*fields.current == YesNo::yes) == row.superseded_by.has_value()) {
        return false;
    }
    return !fields.language ||
           std::ranges::find(row.languages, *fields.language) != row.languages.end();
}

Result<std::vector<ShownRow>> show_documents(const State& state, const DocumentsFields& fields,
                                             const Context& /*context*/) {
    std::vector<ShownRow> shown;
    for (const auto& [symbol, id] : symbols_in_use(state)) {
        ShownRow row = row_of(state, symbol, id);
        if (is_asked_for(fields, row)) shown.push_back(std::move(row));
    }
    return shown;
}

struct DocumentField {
    std::string document;
};
BOOST_DESCRIBE_STRUCT(DocumentField, (), (document))

struct ShownVersion {
    text::Language language = text::Language::en;
    DocumentForm form = DocumentForm::txt;
    BodyReference body;
    std::optional<std::uint32_t> words;
};
BOOST_DESCRIBE_STRUCT(ShownVersion, (), (language, form, body, words))

struct ShownRelation {
    SymbolRelation relation = SymbolRelation::supersedes;
    Symbol symbol;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(ShownRelation, (), (relation, symbol, id))

struct ShownDocument {
    std::string id;
    Symbol symbol;
    std::string title;
    DocumentKind kind = DocumentKind::note;
    DocumentAuthor author = DocumentAuthor::secretariat;
    DocumentDistribution distribution = DocumentDistribution::general;
    text::Language original = text::Language::en;
    std::optional<std::string> agenda_item;
    std::optional<std::string> session;
    std::optional<std::string> request;
    std::optional<ReleaseStanding> released;
    std::uint32_t words_max = 0;
    std::optional<std::uint32_t> words;
    std::optional<Length> length;
    std::optional<std::string> waiver;
    std::vector<ShownVersion> versions;
    std::vector<ShownVersion> added;  ///< not released; for the Secretariat alone
    std::vector<text::Language> missing;
    std::vector<ShownRelation> is;   ///< what it is to others
    std::vector<ShownRelation> has;  ///< what others are to it
};
BOOST_DESCRIBE_STRUCT(ShownDocument, (),
                      (id, symbol, title, kind, author, distribution, original, agenda_item,
                       session, request, released, words_max, words, length, waiver, versions,
                       added, missing, is, has))

std::vector<ShownVersion> shown_versions(const std::vector<DocumentVersion>& versions) {
    std::vector<ShownVersion> shown;
    for (const DocumentVersion& one : versions) {
        const auto form = form_of(one.body.media_type);
        if (form) shown.push_back({one.language, *form, one.body, one.words});
    }
    return shown;
}

std::vector<ShownRelation> shown_relations(const std::vector<RelatedSymbol>& related) {
    std::vector<ShownRelation> shown;
    for (const RelatedSymbol& one : related) shown.push_back({one.relation, one.symbol, one.id});
    return shown;
}

void show_length(const State& state, const Document& document,
                 const std::vector<DocumentVersion>& versions, ShownDocument& shown) {
    const WordLimit limit = word_limit(document.symbol, document.author, state.modalities);
    shown.words_max = limit.words_max;
    shown.words = words_of_original(document, versions);
    if (!shown.words) return;
    const bool is_long = is_beyond(limit, *shown.words);
    shown.length = !is_long                  ? Length::within_limit
                   : document.waiver.empty() ? Length::beyond_limit
                                             : Length::waived;
}

// What is added and not released is for the Secretariat; nothing that others see depends on it.
Result<ShownDocument> show_document(const State& state, const DocumentField& fields,
                                    const Context& context) {
    const std::string held = holder_of(state, fields.document);
    const std::string& id = held.empty() ? fields.document : held;
    const Document* document = find(state.documents, id);
    if (document == nullptr) {
        return refuse("document.unknown", {fields.document}, ErrorCode::not_found);
    }
    ShownDocument shown;
    shown.id = id;
    shown.symbol = document->symbol;
    shown.title = document->title;
    shown.kind = document->kind;
    shown.author = document->author;
    shown.distribution = document->distribution;
    shown.original = document->original;
    shown.agenda_item = unless_empty(document->agenda_item);
    shown.session = unless_empty(document->session);
    shown.request = unless_empty(document->request);
    shown.released = document->released;
    shown.waiver = unless_empty(document->waiver);
    shown.versions = shown_versions(document->versions);
    auto versions = document->versions;
    if (context.caller.capacity == Capacity::secretariat) {
        const auto added = versions_to_release(state, id);
        shown.added = shown_versions(added);
        versions.insert(versions.end(), added.begin(), added.end());
    }
    shown.missing = languages_missing(*document, versions);
    show_length(state, *document, versions, shown);
    shown.is = shown_relations(said_by(state, document->symbol));
    shown.has = shown_relations(said_of(state, document->symbol));
    return shown;
}

struct ShownRequest {
    std::string id;
    std::string title;
    Date due;
    std::string meeting;
    std::string authority;
    std::optional<std::string> document;
    std::optional<Date> delivered;
    YesNo overdue = YesNo::no;
};
BOOST_DESCRIBE_STRUCT(ShownRequest, (),
                      (id, title, due, meeting, authority, document, delivered, overdue))

Result<std::vector<ShownRequest>> show_requests(const State& state, const NoFields& /*fields*/,
                                                const Context& context) {
    std::vector<ShownRequest> shown;
    for (const auto& [id, one] : state.document_requests) {
        ShownRequest row{id,
                         one.title,
                         one.due,
                         one.basis.meeting,
                         one.basis.authority,
                         unless_empty(one.document),
                         {},
                         YesNo::no};
        if (one.delivered_ms) row.delivered = date_of(*one.delivered_ms);
        const Date until = row.delivered.value_or(today(state, context));
        if (one.due < until) row.overdue = YesNo::yes;
        shown.push_back(std::move(row));
    }
    return shown;
}

}  // namespace

View documents_view() {
    return declare_view(
        of_everybody("documents",
                     "The documents and the published texts with symbols, by their symbols.",
                     {{"series", "Those of one series."},
                      {"kind", "Documents of one kind."},
                      {"session", "Those for one session."},
                      {"language", "Those that are released in one language."},
                      {"current", "Yes: those that no revision supersedes; no: the others."}}),
        show_documents);
}

View document_view() {
    return declare_view(
        of_everybody("document", "A document with its versions, and what others are to it.",
                     {{"document", "Its id or its symbol."}}),
        show_document);
}

View document_requests_view() {
    return declare_view(
        of_everybody("document_requests", "What the committee requested, and its delivery."),
        show_requests);
}

}  // namespace travaux::committee
