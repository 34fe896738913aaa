// What is said of a file before anything of it is taken in: the same sentences on a page, in a
// terminal and for programs, in any of the six languages.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <string>
#include <vector>

#include "understanding/proposal_file.h"

namespace travaux::understanding {

/// A change as it is reported. Its id is a hash of what it does, so that who confirms it names
/// exactly what they saw.
struct ReportedChange {
    std::string id;
    Confidence confidence = Confidence::certain;
    std::size_t place = 0;               ///< the paragraph of the file
    std::vector<std::string> sentences;  ///< the first names the provision
    boost::json::object part;            ///< as docs/proposal-lines.md lays down

    bool operator==(const ReportedChange&) const = default;
};

struct ReportedDoubt {
    DoubtKind kind = DoubtKind::no_place;
    std::size_t place = 0;
    std::string words;     ///< of the file, or of the draft, where they are long their beginning
    std::string sentence;  ///< with place and words

    bool operator==(const ReportedDoubt&) const = default;
};

struct Report {
    std::vector<std::string> head;  ///< who sends it, and how it stands to the draft
    std::string understood;         ///< how many changes
    std::vector<ReportedChange> changes;
    std::string doubtful;  ///< how many doubts
    std::vector<ReportedDoubt> doubts;

    bool operator==(const Report&) const = default;
};

/// Returns the ids of the changes of a file, in its order.
[[nodiscard]] std::vector<std::string> change_ids(const ProposalFile& file);

/// Says in a language what was understood, and how sure that is. Provisions have their labels in
/// that language where the draft is written in it, else in the file's.
[[nodiscard]] Report report_on(const text::Draft& draft, const ProposalFile& file,
                               text::Language language);

/// Returns a report as text: the file's name, then a line for each sentence.
[[nodiscard]] std::string print_report(const ProposalFile& file, const Report& report,
                                       text::Language language);

/// Returns it as JSON, as docs/word.md lays down.
[[nodiscard]] boost::json::object report_as_json(const text::Draft& draft, const ProposalFile& file,
                                                 const Report& report);

/// Returns the lines that are shown when a file is taken in with others: who it is from, how many
/// changes were understood, and how many places are doubtful; then each of these, with its place.
/// All of them name the file.
[[nodiscard]] std::string notice_of(const ProposalFile& file, text::Language language);

}  // namespace travaux::understanding
