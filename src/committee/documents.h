// The documents of a committee: what is registered under which symbol, its language versions, and
// what was requested and is due.
//
// A version is a confidential act until its document is released, so that all languages appear at
// one time; releasing says all of it again in public, so that what is public depends on public
// entries alone. Published texts and documents share one space of symbols.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>

#include "committee/common.h"
#include "committee/meetings.h"
#include "committee/symbol.h"
#include "committee/word_limits.h"
#include "text/language.h"

namespace travaux::text {

BOOST_DESCRIBE_ENUM(Language, ar, zh, en, fr, ru, es)

}  // namespace travaux::text

namespace travaux::committee {

struct State;

enum class DocumentKind : std::uint8_t {
    agenda,
    background_document,
    budget_statement,  ///< programme budget implications
    compilation,
    draft_resolution,
    draft_text,
    interpretative_notes,
    list_of_participants,
    note,
    programme_of_work,
    report,
    submission,
};
BOOST_DESCRIBE_ENUM(DocumentKind, agenda, background_document, budget_statement, compilation,
                    draft_resolution, draft_text, interpretative_notes, list_of_participants, note,
                    programme_of_work, report, submission)

/// What the masthead says of the distribution. Restricted documents are registered here; their
/// words go by `paper.circulate`.
enum class DocumentDistribution : std::uint8_t { general, limited, restricted };
BOOST_DESCRIBE_ENUM(DocumentDistribution, general, limited, restricted)

enum class DocumentForm : std::uint8_t { docx, pdf, txt, akn };
BOOST_DESCRIBE_ENUM(DocumentForm, docx, pdf, txt, akn)

/// Returns the media type of a form, and the form of a media type; nothing for any other.
[[nodiscard]] std::string_view media_type_of(DocumentForm form);
[[nodiscard]] std::optional<DocumentForm> form_of(std::string_view media_type);

/// How a document is released: in all its languages, or as an advance version, unedited and in
/// those that are there.
enum class ReleaseStanding : std::uint8_t { advance, official };
BOOST_DESCRIBE_ENUM(ReleaseStanding, advance, official)

/// A document in a language and a form.
struct DocumentVersion {
    static constexpr std::string_view type_name = "version of a document";

    text::Language language = text::Language::en;
    BodyReference body;
    std::optional<std::uint32_t> words;  ///< none where they cannot be counted
    std::uint64_t entry = 0;             ///< that added it

    bool operator==(const DocumentVersion&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentVersion, (), (language, body, words, entry))

/// What the registry says of a document.
struct Document {
    Symbol symbol;
    std::string title;
    DocumentKind kind = DocumentKind::note;
    DocumentAuthor author = DocumentAuthor::secretariat;
    DocumentDistribution distribution = DocumentDistribution::general;
    text::Language original = text::Language::en;
    std::vector<text::Language> languages;  ///< in which it is issued
    std::string agenda_item;                ///< empty where it is under none
    std::string session;                    ///< empty where it is for none
    std::string request;                    ///< that it answers; empty for none
    std::string waiver;                     ///< who waived its word limit; empty for nobody
    std::int64_t entered_ms = 0;
    std::optional<ReleaseStanding> released;
    std::int64_t released_ms = 0;           ///< the last time
    std::vector<DocumentVersion> versions;  ///< that are released, by language and form

    bool operator==(const Document&) const = default;
};

/// The committee asks the Secretariat for a document.
struct DocumentRequest {
    std::string title;
    Date due;
    Basis basis;
    std::int64_t requested_ms = 0;
    std::string document;  ///< that answers it; empty until it is entered
    std::optional<std::int64_t> delivered_ms;

    bool operator==(const DocumentRequest&) const = default;
};

struct DocumentEntered {
    static constexpr std::string_view name = "document.entered";

    std::string id;
    Symbol symbol;
    std::string title;
    DocumentKind kind = DocumentKind::note;
    DocumentAuthor author = DocumentAuthor::secretariat;
    DocumentDistribution distribution = DocumentDistribution::general;
    text::Language original = text::Language::en;
    std::vector<text::Language> languages;
    std::optional<std::string> agenda_item;
    std::optional<std::string> session;
    std::optional<std::string> request;

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const DocumentEntered&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentEntered, (),
                      (id, symbol, title, kind, author, distribution, original, languages,
                       agenda_item, session, request))

/// Confidential until its document is released.
struct DocumentVersionAdded {
    static constexpr std::string_view name = "document.version_added";

    std::string document;
    text::Language language = text::Language::en;
    BodyReference body;
    std::optional<std::uint32_t> words;

    [[nodiscard]] std::string object() const;
    bool operator==(const DocumentVersionAdded&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentVersionAdded, (), (document, language, body, words))

struct DocumentReleased {
    static constexpr std::string_view name = "document.released";

    std::string document;
    ReleaseStanding standing = ReleaseStanding::official;
    std::vector<DocumentVersion> versions;  ///< that were not released before

    [[nodiscard]] const std::string& object() const { return document; }
    [[nodiscard]] std::vector<std::uint64_t> discloses() const;
    bool operator==(const DocumentReleased&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentReleased, (), (document, standing, versions))

struct WordLimitWaived {
    static constexpr std::string_view name = "document.limit_waived";

    std::string document;
    std::string authority;

    [[nodiscard]] const std::string& object() const { return document; }
    bool operator==(const WordLimitWaived&) const = default;
};
BOOST_DESCRIBE_STRUCT(WordLimitWaived, (), (document, authority))

struct DocumentRequested {
    static constexpr std::string_view name = "document.requested";

    std::string id;
    std::string title;
    Date due;
    Basis basis;

    [[nodiscard]] const std::string& object() const { return id; }
    bool operator==(const DocumentRequested&) const = default;
};
BOOST_DESCRIBE_STRUCT(DocumentRequested, (), (id, title, due, basis))

void apply(State& state, const DocumentEntered& event, const Entered& when);
void apply(State& state, const DocumentVersionAdded& event, const Entered& when);
void apply(State& state, const DocumentReleased& event, const Entered& when);
void apply(State& state, const WordLimitWaived& event, const Entered& when);
void apply(State& state, const DocumentRequested& event, const Entered& when);

/// Returns the languages in which a document is issued: the six (A/520/Rev.20, rule 56); conference
/// room papers and papers of organizations in the original language alone.
[[nodiscard]] std::vector<text::Language> languages_of(const Symbol& symbol,
                                                       text::Language original);

/// Returns the versions of a document that are added and not released, the last of each language
/// and form, in that order. Where confidential acts cannot be read there are none.
[[nodiscard]] std::vector<DocumentVersion> versions_to_release(const State& state,
                                                               const std::string& document);

/// Returns the languages of a document in which there is no version among some.
[[nodiscard]] std::vector<text::Language> languages_missing(
    const Document& document, const std::vector<DocumentVersion>& versions);

/// Returns the words of the original among versions, where they were counted.
[[nodiscard]] std::optional<std::uint32_t> words_of_original(
    const Document& document, const std::vector<DocumentVersion>& versions);

/// Returns the symbols that are in use, each with the id of its document or published text.
[[nodiscard]] std::map<Symbol, std::string> symbols_in_use(const State& state);

/// Returns the id of the document or published text that has a symbol; empty where none has it.
[[nodiscard]] std::string holder_of(const State& state, std::string_view symbol);

/// A document or a published text, and what it is to another.
struct RelatedSymbol {
    Symbol symbol;
    std::string id;
    SymbolRelation relation = SymbolRelation::supersedes;
};

/// Returns the symbols in use that say something of a symbol, and those that it says something of,
/// in their order. Restricted to what is in use.
[[nodiscard]] std::vector<RelatedSymbol> said_of(const State& state, const Symbol& symbol);
[[nodiscard]] std::vector<RelatedSymbol> said_by(const State& state, const Symbol& symbol);

}  // namespace travaux::committee
