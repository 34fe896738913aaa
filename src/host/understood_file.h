// A Word file that somebody sends on a published text: what is understood of it, before anything is
// taken in, and what is submitted once they have confirmed it.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "host/kept_committee.h"
#include "understanding/report.h"

namespace travaux::host {

/// A file as somebody sends it.
struct AskedFile {
    std::string text;  ///< the id of the published text
    std::string name;  ///< of the file
    std::string_view bytes;
    understanding::Reading reading;
};

/// One of the proposals that a file holds.
struct UnderstoodProposal {
    PublishedDraft on;
    understanding::ProposalFile file;
    Sha256 hash{};          ///< of the file
    std::string seen;       ///< a hash of the file, of the draft, and of all that is understood
    Result<void> is_sound;  ///< or why nothing can be submitted of it as it is
};

/// What a file holds, at least one proposal, in its order.
using UnderstoodFile = std::vector<UnderstoodProposal>;

/// Understands a file. Errors: `text.unknown`, `text.superseded`, `text.not_negotiated`, those of
/// `understanding::read_proposal_files`.
[[nodiscard]] Result<UnderstoodFile> understand_file(const KeptCommittee& committee,
                                                     const AskedFile& asked);

/// What somebody who has seen a report confirms.
struct Confirmed {
    std::string seen;                  ///< as the report of one of the proposals said
    std::vector<std::string> changes;  ///< the ids of those that are wanted
};

/// Returns the fields of `proposal.submit` for the changes of one proposal that are confirmed: the
/// text, the parts, the language and the reason that the file gives, without the file. Errors:
/// `understanding.not_as_seen` where no report would be that one now,
/// `understanding.change_unknown`, `understanding.none_chosen`, and why it is not sound. What
/// amends another proposal of the file has `amends` as the file names it.
[[nodiscard]] Result<boost::json::object> confirmed_fields(const AskedFile& asked,
                                                           const UnderstoodFile& understood,
                                                           const Confirmed& confirmed);

/// Returns a file, whose bytes are spelt as base64, as a field of an act, see `with_bodies`.
[[nodiscard]] boost::json::object file_field(std::string_view base64);

}  // namespace travaux::host
