// What a delegation keeps to itself until it acts: drafts of proposals, and requests to co-sponsor.
//
// Nothing of it is an act, so nothing of it leaves a trace: not on the record, not in the audit
// list, not in a count. The record begins when a draft is submitted, or a request taken, by an act.
// Whether somebody still speaks for a delegation the record says, before they come here.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "access/outbox.h"
#include "access/work.h"
#include "committee/rights.h"

namespace travaux::access {

/// A draft as its delegation sees it, but for the changes that it makes.
struct PrivateDraft {
    std::string member;  ///< whose it is
    std::string title;
    std::string text;  ///< the id of the published text that it amends
    std::optional<std::string> reason;
    std::vector<std::string> guests;      ///< the delegations that it is shared with
    std::int64_t edition = 1;             ///< one more with each change of words
    std::optional<std::string> file;      ///< the name of the file that it was made of
    std::optional<std::string> language;  ///< of the changes
    std::vector<std::string> agreed{};    ///< the guests that would put their name to these words

    bool operator==(const PrivateDraft&) const = default;
};
BOOST_DESCRIBE_STRUCT(PrivateDraft, (),
                      (member, title, text, reason, guests, edition, file, language, agreed))

/// The file that a draft was made of.
struct DraftFile {
    std::string name;
    std::string base64;  ///< its bytes

    bool operator==(const DraftFile&) const = default;
};

/// The words of a draft.
struct DraftWords {
    std::string title;
    std::string text;
    std::string parts;  ///< as docs/proposal-lines.md lays down
    std::optional<std::string> reason;
    std::optional<DraftFile> file{};        ///< only where the draft is made
    std::optional<std::string> language{};  ///< the same; of the parts
};

/// One delegation asks another to put its name to a proposal.
struct SponsorRequest {
    std::string proposal;
    std::string from;
    std::string to;
    std::optional<std::string> note;

    bool operator==(const SponsorRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(SponsorRequest, (), (proposal, from, to, note))

/// Who comes, and to which committee.
struct Visit {
    const std::string& committee;
    const committee::Caller& caller;
};

class Drafts {
public:
    using Chance = std::function<std::array<std::uint8_t, 32>()>;
    /// Returns when people of a committee are told by mail.
    using Telling = std::function<TellingTime(const std::string& committee)>;

    /// The store outlives them. Without `telling` nobody is told that they are asked.
    Drafts(storage::RowStore& store, Chance chance, Telling telling = {})
        : store_(store), chance_(std::move(chance)), telling_(std::move(telling)) {}

    /// Keeps a draft and returns its id. Errors: `rights.capacity`, `private_draft.malformed`,
    /// `private_draft.too_many`.
    [[nodiscard]] Result<std::string> make(const Visit& visit, const DraftWords& words);

    /// Returns a draft with the changes that it makes. Errors: `rights.capacity`,
    /// `private_draft.unknown`, the same where it is another's.
    [[nodiscard]] Result<std::pair<PrivateDraft, std::string>> read(const Visit& visit,
                                                                    const std::string& id);

    /// Returns the file that a draft was made of, to the delegation or one of its guests. Errors:
    /// as `read`.
    [[nodiscard]] Result<std::optional<DraftFile>> file(const Visit& visit, const std::string& id);

    /// Lists a delegation's own drafts and those that are shared with it, by id.
    [[nodiscard]] Result<std::vector<std::pair<std::string, PrivateDraft>>> list(
        const Visit& visit);

    /// Changes the words, by the delegation or one of its guests, and returns the edition. Errors:
    /// as `read`; `private_draft.stale` where they were changed after the edition that was seen.
    [[nodiscard]] Result<std::int64_t> change(const Visit& visit, const std::string& id,
                                              std::int64_t seen, const DraftWords& words);

    /// Whether another delegation is let in to a draft, or out.
    enum class Guest : std::uint8_t { in, out };

    /// Invites another delegation to put its name to a draft, or no more. Whoever is let in is
    /// told. Errors: as `read`; `private_draft.own` where it is the delegation itself.
    [[nodiscard]] Result<void> share(const Visit& visit, const std::string& id,
                                     const std::string& guest, Guest way);

    /// What a guest says of a draft.
    enum class Answer : std::uint8_t { agree, decline };

    /// Takes what a guest says of the words that it saw: that it would put its name to them, which
    /// holds until they change; or that it would not, and then it sees them no more. Errors: as
    /// `change`; `private_draft.own`.
    [[nodiscard]] Result<void> answer(const Visit& visit, const std::string& id, std::int64_t seen,
                                      Answer said);

    /// Returns the words as they are to be submitted, with the file. Errors: as `change`; a guest
    /// submits nothing.
    [[nodiscard]] Result<DraftWords> to_submit(const Visit& visit, const std::string& id,
                                               std::int64_t seen);

    /// Erases a draft, so that its bytes are nowhere in the store. Errors: as `read`.
    [[nodiscard]] Result<void> erase(const Visit& visit, const std::string& id);

    /// Asks another delegation to co-sponsor a proposal of one's own, and returns the id. Errors:
    /// `rights.capacity`, `rights.not_yours`, `sponsor_request.*`.
    [[nodiscard]] Result<std::string> ask(const Visit& visit, const SponsorRequest& request,
                                          const std::vector<std::string>& sponsors);

    /// Lists the requests to a delegation and those that it made, by id.
    [[nodiscard]] Result<std::vector<std::pair<std::string, SponsorRequest>>> requests(
        const Visit& visit);

    /// Ends a request: by who made it, or by who was asked, who acts or declines. Errors:
    /// `sponsor_request.unknown`.
    [[nodiscard]] Result<void> end_request(const Visit& visit, const std::string& id);

private:
    [[nodiscard]] Result<void> tell_of(Work& work, const std::string& committee,
                                       const std::string& what, const std::string& member);

    storage::RowStore& store_;
    Chance chance_;
    Telling telling_;
};

}  // namespace travaux::access
