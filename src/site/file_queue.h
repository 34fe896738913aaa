// Word files that wait to be confirmed, as a page and its form carry them: nothing is kept of them
// until then.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "host/understood_file.h"
#include "http/sent_file.h"
#include "site/visit.h"

namespace travaux::site {

/// What somebody said of a file that they have seen the report of.
struct SaidOfReport {
    std::set<std::string> changes;  ///< the ids of those that are ticked
    std::string reason;
    std::string member;
    std::string consent;
    std::string amends;  ///< a proposal on record
};

/// One proposal of a file that waits. Its bytes live as long as the request; the proposals of one
/// file have the same.
struct WaitingFile {
    host::AskedFile file;
    std::string seen;  ///< as the report said; empty before the first one of a file with one
                       ///< proposal
    std::string once;
    std::optional<SaidOfReport> said{};  ///< nothing before its first report
    std::optional<Error> error{};        ///< why it was not submitted
};

/// One that was submitted.
struct SubmittedFile {
    std::string name;
    std::string proposal;
    std::string seen;  ///< as the report said
};

struct FileQueue {
    std::vector<WaitingFile> waiting;
    std::vector<SubmittedFile> submitted;
};

/// Whether several files may be sent at once: by those who submit for others.
[[nodiscard]] bool may_send_several(const Visit& visit);

/// Returns the files that a form sends, all of whose proposals wait. Errors: those of
/// `read_sent_file`, and for who may send several those of `read_sent_files`.
[[nodiscard]] Result<FileQueue> sent_queue(const Visit& visit);

/// A queue as its form sends it back, and what is to be done: a button and the place of its file.
struct ReturnedQueue {
    FileQueue queue;
    std::vector<std::string> bytes;  ///< of the files that wait, which look into them
    std::string go;                  ///< `submit`, `set_aside`
    std::size_t at = 0;
};

/// Reads a queue that comes back. Errors: those of `read_form_data` and of `check_sent_files`;
/// `request.file_missing`, `request.parameter_value`, `request.parameter_unknown`.
[[nodiscard]] Result<ReturnedQueue> returned_queue(const Visit& visit);

/// Submits a file that waits, with what is chosen of it, and returns the entry; the file then
/// stands among those submitted. Where it is refused it waits on, with the error. Nothing for a
/// place at which none waits.
[[nodiscard]] std::optional<std::uint64_t> submit_waiting(const Visit& visit, FileQueue& queue,
                                                          std::size_t at);

}  // namespace travaux::site
