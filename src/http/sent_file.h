// A Word file that somebody sends on a published text, with what they say of it, as a form.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <map>
#include <string>

#include "host/understood_file.h"
#include "http/service.h"

namespace travaux::http {

/// What a form says beside the file and how it is to be read, by the names of the fields.
using SaidOfFile = std::map<std::string, std::string, std::less<>>;

/// A file as it is sent. It lives as long as the request.
struct SentFile {
    host::AskedFile file;
    host::Confirmed confirmed;
    SaidOfFile said;  ///< fields that are empty, but for `reason`, are left out
};

/// Which fields a form may have beside the file and how it is to be read.
using FieldsOfFile = std::vector<committee::FieldSentence>;

/// Somebody who sends a file, and may.
struct Sender {
    ServedCommittee& committee;
    Identity identity;
    SentFile sent;
    text::Language language;  ///< in which they are told
};

/// Checks that who asks has one of some rights, and then reads the form. Errors: as
/// `identity_of`, `identity.unknown`, those of `check_rights` and of `read_sent_file`.
[[nodiscard]] Result<Sender> sender_of(const Service& service, const Asked& asked,
                                       const std::vector<committee::Right>& who,
                                       const FieldsOfFile& fields);

/// Reads a form on the text that the place `text` of a path names. Errors: those of
/// `read_form_data`; `request.file_missing`, `request.file_too_large`, `request.parameter_unknown`,
/// `request.parameter_twice`, `request.parameter_value`.
[[nodiscard]] Result<SentFile> read_sent_file(const Asked& asked, const FieldsOfFile& fields);

/// Reads a form that has as many files as are sent at once, all to be read alike. Errors: as above;
/// `request.files_too_many`, `request.files_too_large`, with the file's name.
[[nodiscard]] Result<std::vector<SentFile>> read_sent_files(const Asked& asked,
                                                            const FieldsOfFile& fields);

/// Checks that files are no more and no larger than is sent at once: their names and sizes. Errors:
/// as above.
[[nodiscard]] Result<void> check_sent_files(
    const std::vector<std::pair<std::string, std::size_t>>& files);

/// Returns the codes of the members that some names name.
[[nodiscard]] std::vector<std::string> members_named(const ServedCommittee& committee,
                                                     const std::vector<std::string>& names);

/// Returns the schema of such a form.
[[nodiscard]] boost::json::object sent_file_schema(const FieldsOfFile& fields);

/// Returns what is understood of a file, for programs, with the sentences in a language: a report,
/// or where the file holds several proposals `reports`, one for each.
[[nodiscard]] boost::json::object report_of(const ServedCommittee& committee,
                                            const host::AskedFile& asked,
                                            const host::UnderstoodFile& understood,
                                            text::Language language);

/// Returns a refusal of what somebody confirmed. Where something else would be understood now, the
/// report is in it as `report`: of the same text, or of the one that came in its place.
[[nodiscard]] Response refusal_with_report(const Sender& sender, const Error& error);

/// Returns the fields of `proposal.submit` for what is confirmed of a file, with the reason that
/// the sender says, or else the file, and the file itself. Errors: as `confirmed_fields`, and
/// `understanding.amends_unsaid` where it amends another proposal of the file and the sender does
/// not say which one on record that is.
[[nodiscard]] Result<boost::json::object> fields_to_submit(const SentFile& sent,
                                                           const host::UnderstoodFile& understood);

}  // namespace travaux::http
