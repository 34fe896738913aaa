// A paper while it is written: sections, numbered paragraphs and tables, one after the other.
// SPDX-License-Identifier: MIT
#pragma once

#include "paperwork/sayer.h"

namespace travaux::paperwork {

class Writer {
public:
    /// The sayer outlives it.
    Writer(const Sayer& sayer, formats::OfficialDocument document)
        : sayer_(sayer), document_(std::move(document)) {}

    /// Begins a section, "I.", or a part of one, "A.".
    void section(std::string words);
    void part(std::string words);

    /// Adds a paragraph with the next number, or without one, a point of a list, or one beneath it.
    void numbered(std::string words);
    void plain(std::string words);
    void point(std::string label, std::string words);
    void subpoint(std::string label, std::string words);

    void add(formats::Block block) { document_.blocks.push_back(std::move(block)); }

    /// Adds a table, unless it has no rows.
    void table(formats::DocumentTable table);

    /// Begins an annex; paragraphs and sections are counted anew in it.
    void annex(std::string label, std::string title);

    [[nodiscard]] formats::OfficialDocument finish() && { return std::move(document_); }

private:
    const Sayer& sayer_;
    formats::OfficialDocument document_;
    std::size_t sections_ = 0;
    std::size_t parts_ = 0;
    std::size_t paragraphs_ = 0;
};

/// A session that a paper is about, with what belongs to it.
struct Sitting {
    std::string id;
    const committee::Session* session = nullptr;
    std::int64_t from_ms = 0;   ///< when the session before it closed; else the beginning
    std::int64_t opens_ms = 0;  ///< where its days are known; else the beginning
    std::int64_t until_ms = 0;  ///< when it closed; else the end of all times

    /// Whether something happened after the session before it and until it closed.
    [[nodiscard]] bool has(std::int64_t time_ms) const {
        return from_ms < time_ms && time_ms <= until_ms;
    }
};

/// Each writes one kind of paper. Errors: those of `write_paper`.
using WritePaper = Result<formats::OfficialDocument>(const Source& source, const Sayer& sayer,
                                                     const Sitting& sitting,
                                                     formats::OfficialDocument begun);
WritePaper write_participants;
WritePaper write_report;
WritePaper write_agenda;
WritePaper write_work;
WritePaper write_compilation;
WritePaper write_resolution;
WritePaper write_budget;

/// Adds the officers that served in a session, and the delegations accredited to it, as sections.
void add_officers(Writer& writer, const Sayer& sayer, const Sitting& sitting);
void add_participants(Writer& writer, const Sayer& sayer, const Sitting& sitting);

/// Returns the codes of the members of a status whose delegations were accredited in a session.
[[nodiscard]] std::vector<std::string> accredited(const committee::State& state,
                                                  const Sitting& sitting,
                                                  committee::MemberStatus status);

/// Returns how a meeting is referred to: "1st meeting, 10 May 2021".
[[nodiscard]] std::string meeting_in_words(const Sayer& sayer, const std::string& id);

/// Adds the items of an agenda with their numbers, as points, and their sub-items beneath them.
void add_items(Writer& writer, const Sayer& sayer, const committee::Agenda& agenda);

/// Returns what a document or a published text with a symbol is called.
[[nodiscard]] std::string title_of_symbol(const Sayer& sayer, const std::string& symbol);

}  // namespace travaux::paperwork
