// SPDX-License-Identifier: MIT
#include "http/draft_work.h"

#include <algorithm>

#include "host/understood_file.h"
#include "http/answers.h"
#include "record/canonical_json.h"

namespace travaux::http {
namespace {

using committee::Capacity;
using committee::State;

Result<void> check_member(const ServedCommittee& committee, const std::string& code) {
    return committee.committee().read([&](const State& state) -> Result<void> {
        if (state.members.contains(code)) return {};
        return refuse_request("member.unknown", {code}, ErrorCode::not_found);
    });
}

}  // namespace

const std::vector<committee::Right>& of_delegations() {
    static const std::vector<committee::Right> who{{Capacity::delegate}, {Capacity::head}};
    return who;
}

Result<void> DraftWork::invite(const std::string& id, const std::string& member) const {
    TRY_OK(check_member(committee, member));
    return drafts.share(visit(), id, member, access::Drafts::Guest::in);
}

Result<host::DoneAct> DraftWork::submit(const std::string& id, const DraftSubmission& how) const {
    TRY_ASSIGN(const access::DraftWords words, drafts.to_submit(visit(), id, how.edition));
    TRY_ASSIGN(const auto draft, drafts.read(visit(), id));
    host::AttemptedAct attempt{caller, "proposal.submit", {}, {}, {}};
    attempt.fields = {{"text", words.text}, {"parts", boost::json::parse(words.parts)}};
    const auto& language = how.language ? how.language : words.language;
    if (words.file) attempt.fields["file"] = host::file_field(words.file->base64);
    for (const auto& [name, value] :
         {std::pair("reason", &words.reason), std::pair("language", &language),
          std::pair("amends", &how.amends), std::pair("group", &how.group)}) {
        if (*value) attempt.fields[name] = **value;
    }
    TRY_ASSIGN(const std::string canonical, record::write_canonical(attempt.fields));
    attempt.once = host::Once{hex(sha256("draft " + id)), sha256(canonical)};
    TRY_ASSIGN(host::DoneAct done, committee.committee().act(attempt));
    VERIFY(!done.born.empty());
    // The proposal stands. A guest who cannot be asked now may be asked later, and a draft that
    // cannot be erased stays its delegation's to erase.
    for (const std::string& guest : draft.first.guests) {
        static_cast<void>(ask({done.born.front(), {}, guest, {}}));
    }
    static_cast<void>(drafts.erase(visit(), id));
    return done;
}

Result<std::string> DraftWork::ask(const access::SponsorRequest& request) const {
    TRY_OK(check_member(committee, request.to));
    std::vector<std::string> sponsors;
    TRY_OK(committee.committee().read([&](const State& state) -> Result<void> {
        if (!state.proposals.contains(request.proposal)) {
            return refuse_request("proposal.not_on_record", {request.proposal},
                                  ErrorCode::not_found);
        }
        sponsors = committee::owners_of(state, request.proposal);
        if (std::ranges::find(sponsors, request.to) == sponsors.end()) return {};
        return refuse_request("proposal.sponsor_already", {request.proposal, request.to},
                              ErrorCode::refused);
    }));
    return drafts.ask(visit(), request, sponsors);
}

// Nobody's name comes to words without their own act: this is the act of who was asked.
Result<host::DoneAct> DraftWork::accept(const std::string& request) const {
    TRY_ASSIGN(const auto all, drafts.requests(visit()));
    const auto found = std::ranges::find_if(all, [&](const auto& one) {
        return one.first == request && one.second.to == caller.delegation;
    });
    if (found == all.end()) {
        return refuse_request("sponsor_request.unknown", {}, ErrorCode::not_found);
    }
    host::AttemptedAct attempt{caller, "proposal.co_sponsor", {}, {}, {}};
    attempt.fields = {{"proposal", found->second.proposal}};
    TRY_ASSIGN(host::DoneAct done, committee.committee().act(attempt));
    static_cast<void>(drafts.end_request(visit(), request));
    return done;
}

}  // namespace travaux::http
