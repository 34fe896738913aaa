// SPDX-License-Identifier: MIT
#include "access/drafts.h"

#include <algorithm>
#include <set>

#include "access/internal.h"
#include "base/account_limits.h"
#include "base/limits.h"
#include "committee/described.h"

namespace travaux::access {

using namespace internal;

namespace {

constexpr auto draft_kind = "draft";
constexpr auto parts_kind = "draft_parts";
constexpr auto file_kind = "draft_file";
constexpr auto guest_kind = "draft_guest";        // the value is the draft
constexpr auto request_kind = "sponsor_request";  // of who is asked
constexpr auto asked_kind = "sponsor_asked";      // of who asks; the value is the request

std::string owner_of(const Visit& visit, const std::string& member) {
    return visit.committee + "\n" + member;
}

std::string guest_key(const std::string& id, const std::string& guest) { return id + "\n" + guest; }

// Only a delegation has something of its own.
Result<void> check_visit(const Visit& visit) {
    const bool speaks =
        visit.caller.capacity == Capacity::delegate || visit.caller.capacity == Capacity::head;
    if (speaks && !visit.caller.delegation.empty()) return {};
    return refuse("rights.capacity", {std::string(committee::name_of(visit.caller.capacity))});
}

// Reasons may run over lines.
std::string in_one_line(std::string text) {
    std::ranges::replace_if(text, [](char sign) { return sign == '\n' || sign == '\r'; }, ' ');
    return text;
}

Result<void> check_words(const DraftWords& words) {
    const auto is_said = [](const std::string& text) {
        return !text.empty() && text.size() <= limits::act_text_bytes && is_plain_text(text);
    };
    const bool is_sound = is_said(words.title) && is_said(words.text) && !words.parts.empty() &&
                          words.parts.size() <= limits::private_draft_bytes &&
                          (!words.reason || is_said(in_one_line(*words.reason))) &&
                          (!words.file || is_said(words.file->name));
    if (is_sound) return {};
    return refuse("private_draft.malformed", {std::to_string(limits::private_draft_bytes)},
                  ErrorCode::invalid);
}

// Reads a draft that a delegation may see. That there is one of somebody else is not told.
Result<PrivateDraft> seen_draft(Work& work, const Visit& visit, const std::string& id) {
    TRY_OK(check_visit(visit));
    const std::string& mine = visit.caller.delegation;
    TRY_ASSIGN(auto draft, work.read<PrivateDraft>(draft_kind, visit.committee + "\n" + id));
    const bool sees = draft && (draft->member == mine ||
                                std::ranges::find(draft->guests, mine) != draft->guests.end());
    if (!sees) return refuse("private_draft.unknown", {}, ErrorCode::not_found);
    return *std::move(draft);
}

Result<PrivateDraft> own_draft(Work& work, const Visit& visit, const std::string& id) {
    TRY_ASSIGN(PrivateDraft draft, seen_draft(work, visit, id));
    if (draft.member != visit.caller.delegation) {
        return refuse("private_draft.of_another", {draft.member});
    }
    return draft;
}

Result<void> put(Work& work, const Visit& visit, const std::string& id, const PrivateDraft& draft) {
    return work.put(draft_kind, visit.committee + "\n" + id, owner_of(visit, draft.member), draft);
}

Result<void> part_with(Work& work, const Visit& visit, const std::string& id, PrivateDraft& draft,
                       const std::string& guest) {
    std::erase(draft.guests, guest);
    std::erase(draft.agreed, guest);
    TRY_OK(work.erase(guest_kind, guest_key(id, guest)));
    return put(work, visit, id, draft);
}

Result<void> check_files(const std::vector<std::pair<std::string, PrivateDraft>>& others) {
    const auto has_file = [](const auto& other) { return other.second.file.has_value(); };
    const auto count = static_cast<std::size_t>(std::ranges::count_if(others, has_file));
    if (count < limits::private_draft_files) return {};
    return refuse("private_draft.too_many", {std::to_string(limits::private_draft_files)});
}

Result<std::optional<DraftFile>> file_of(Work& work, const std::string& id,
                                         const PrivateDraft& draft) {
    if (!draft.file) return std::nullopt;
    TRY_ASSIGN(auto bytes, work.read<std::string>(file_kind, id));
    if (!bytes) return refuse("private_draft.unknown", {}, ErrorCode::not_found);
    return DraftFile{*draft.file, *std::move(bytes)};
}

// The id in a key that begins with the committee.
std::string id_in(const Visit& visit, const std::string& key) {
    return key.substr(visit.committee.size() + 1);
}

Result<void> check_edition(const PrivateDraft& draft, std::int64_t seen) {
    if (draft.edition == seen) return {};
    return refuse("private_draft.stale", {std::to_string(draft.edition)}, ErrorCode::conflict);
}

}  // namespace

Result<std::string> Drafts::make(const Visit& visit, const DraftWords& words) {
    TRY_OK(check_visit(visit));
    TRY_OK(check_words(words));
    const std::string id = hex(ActorId::of(chance_()).bytes);
    const std::string owner = owner_of(visit, visit.caller.delegation);
    return working(store_, [&](Work& work) -> Result<std::string> {
        TRY_ASSIGN(const auto others,
                   work.list<PrivateDraft>({draft_kind, owner, "", limits::private_drafts}));
        if (others.size() >= limits::private_drafts) {
            return refuse("private_draft.too_many", {std::to_string(limits::private_drafts)});
        }
        PrivateDraft draft{
            visit.caller.delegation, words.title, words.text, words.reason, {}, 1, {}, {}};
        draft.language = words.language;
        if (words.file) {
            TRY_OK(check_files(others));
            draft.file = words.file->name;
            TRY_OK(work.put(file_kind, id, owner, words.file->base64));
        }
        TRY_OK(put(work, visit, id, draft));
        TRY_OK(work.put(parts_kind, id, owner, words.parts));
        return id;
    });
}

Result<std::pair<PrivateDraft, std::string>> Drafts::read(const Visit& visit,
                                                          const std::string& id) {
    Work work(store_);
    TRY_ASSIGN(PrivateDraft draft, seen_draft(work, visit, id));
    TRY_ASSIGN(auto parts, work.read<std::string>(parts_kind, id));
    if (!parts) return refuse("private_draft.unknown", {}, ErrorCode::not_found);
    return std::pair(std::move(draft), *std::move(parts));
}

Result<std::optional<DraftFile>> Drafts::file(const Visit& visit, const std::string& id) {
    Work work(store_);
    TRY_ASSIGN(const PrivateDraft draft, seen_draft(work, visit, id));
    return file_of(work, id, draft);
}

Result<std::vector<std::pair<std::string, PrivateDraft>>> Drafts::list(const Visit& visit) {
    TRY_OK(check_visit(visit));
    Work work(store_);
    const std::string owner = owner_of(visit, visit.caller.delegation);
    TRY_ASSIGN(auto all, work.list<PrivateDraft>({draft_kind, owner, "", limits::private_drafts}));
    for (auto& [key, draft] : all) key = id_in(visit, key);
    TRY_ASSIGN(const auto shared,
               work.list<std::string>({guest_kind, owner, "", limits::private_drafts}));
    for (const auto& [key, id] : shared) {
        const auto draft = seen_draft(work, visit, id);
        if (draft) all.emplace_back(id, *draft);
    }
    std::ranges::sort(all, {}, &std::pair<std::string, PrivateDraft>::first);
    return all;
}

Result<std::int64_t> Drafts::change(const Visit& visit, const std::string& id, std::int64_t seen,
                                    const DraftWords& words) {
    TRY_OK(check_words(words));
    return working(store_, [&](Work& work) -> Result<std::int64_t> {
        TRY_ASSIGN(PrivateDraft draft, seen_draft(work, visit, id));
        TRY_OK(check_edition(draft, seen));
        draft.title = words.title;
        draft.text = words.text;
        draft.reason = words.reason;
        draft.agreed.clear();  // to other words
        ++draft.edition;
        TRY_OK(put(work, visit, id, draft));
        TRY_OK(work.put(parts_kind, id, owner_of(visit, draft.member), words.parts));
        return draft.edition;
    });
}

Result<void> Drafts::share(const Visit& visit, const std::string& id, const std::string& guest,
                           Guest way) {
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_ASSIGN(PrivateDraft draft, own_draft(work, visit, id));
        const bool is_name = !guest.empty() && guest.size() <= limits::name_bytes &&
                             is_plain_text(guest) && guest != draft.member;
        if (!is_name) return refuse("private_draft.own", {draft.member});
        if (way == Guest::out) return part_with(work, visit, id, draft, guest);
        if (std::ranges::find(draft.guests, guest) != draft.guests.end()) return {};
        if (draft.guests.size() >= limits::act_list_length) {
            return refuse("private_draft.too_many", {std::to_string(limits::act_list_length)});
        }
        draft.guests.push_back(guest);
        TRY_OK(work.put(guest_kind, guest_key(id, guest), owner_of(visit, guest), id));
        TRY_OK(put(work, visit, id, draft));
        return tell_of(work, visit.committee, "draft/" + id, guest);
    });
}

Result<void> Drafts::answer(const Visit& visit, const std::string& id, std::int64_t seen,
                            Answer said) {
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_ASSIGN(PrivateDraft draft, seen_draft(work, visit, id));
        const std::string& mine = visit.caller.delegation;
        if (draft.member == mine) return refuse("private_draft.own", {mine});
        if (said == Answer::decline) return part_with(work, visit, id, draft, mine);
        TRY_OK(check_edition(draft, seen));
        if (std::ranges::find(draft.agreed, mine) != draft.agreed.end()) return {};
        draft.agreed.push_back(mine);
        return put(work, visit, id, draft);
    });
}

Result<DraftWords> Drafts::to_submit(const Visit& visit, const std::string& id, std::int64_t seen) {
    Work work(store_);
    TRY_ASSIGN(const PrivateDraft draft, own_draft(work, visit, id));
    TRY_OK(check_edition(draft, seen));
    TRY_ASSIGN(auto parts, work.read<std::string>(parts_kind, id));
    if (!parts) return refuse("private_draft.unknown", {}, ErrorCode::not_found);
    TRY_ASSIGN(auto file, file_of(work, id, draft));
    return DraftWords{draft.title,  draft.text,      *std::move(parts),
                      draft.reason, std::move(file), draft.language};
}

Result<void> Drafts::erase(const Visit& visit, const std::string& id) {
    const auto erased = working(store_, [&](Work& work) -> Result<void> {
        TRY_ASSIGN(const PrivateDraft draft, own_draft(work, visit, id));
        for (const std::string& guest : draft.guests) {
            TRY_OK(work.erase(guest_kind, guest_key(id, guest)));
        }
        TRY_OK(work.erase(parts_kind, id));
        TRY_OK(work.erase(file_kind, id));
        return work.erase(draft_kind, visit.committee + "\n" + id);
    });
    if (!erased) return erased;
    return store_.forget();
}

Result<std::string> Drafts::ask(const Visit& visit, const SponsorRequest& request,
                                const std::vector<std::string>& sponsors) {
    TRY_OK(check_visit(visit));
    const std::string& mine = visit.caller.delegation;
    if (std::ranges::find(sponsors, mine) == sponsors.end()) {
        return refuse("rights.not_yours", {request.proposal});
    }
    const auto is_said = [](const std::string& text, std::size_t bytes) {
        return !text.empty() && text.size() <= bytes && is_plain_text(text);
    };
    const bool is_sound = is_said(request.proposal, limits::proposal_id_bytes) &&
                          is_said(request.to, limits::name_bytes) && request.to != mine &&
                          (!request.note || is_said(*request.note, limits::act_text_bytes));
    if (!is_sound) return refuse("sponsor_request.malformed", {}, ErrorCode::invalid);
    SponsorRequest kept = request;
    kept.from = mine;
    const std::string id = hex(ActorId::of(chance_()).bytes);
    return working(store_, [&](Work& work) -> Result<std::string> {
        const std::string to = owner_of(visit, kept.to);
        TRY_ASSIGN(const auto others,
                   work.list<SponsorRequest>({request_kind, to, "", limits::open_requests}));
        if (others.size() >= limits::open_requests) {
            return refuse("sponsor_request.too_many", {std::to_string(limits::open_requests)});
        }
        const bool is_asked = std::ranges::any_of(others, [&](const auto& other) {
            return other.second.from == mine && other.second.proposal == kept.proposal;
        });
        if (is_asked) return refuse("sponsor_request.already", {kept.proposal, kept.to});
        TRY_OK(work.put(request_kind, id, to, kept));
        TRY_OK(work.put(asked_kind, id, owner_of(visit, mine), id));
        TRY_OK(tell_of(work, visit.committee, "request/" + id, kept.to));
        return id;
    });
}

// Those who may take a request are told that there is one: not whose, and not about what.
Result<void> Drafts::tell_of(Work& work, const std::string& committee, const std::string& what,
                             const std::string& member) {
    if (!telling_) return {};
    const TellingTime when = telling_(committee);
    TRY_ASSIGN(const auto people, recipients(work, committee, when.now_ms));
    const std::string place = committee + "/" + what;
    std::set<std::string> told;
    for (const Recipient& one : people) {
        const bool speaks = one.part.capacity == committee::Capacity::delegate ||
                            one.part.capacity == committee::Capacity::head;
        if (!speaks || one.part.delegation != member) continue;
        if (!told.insert(one.account).second) continue;
        const Notice notice{place, NoticeKind::co_sponsorship_asked, committee, {}, {}, {}};
        TRY_OK(tell(work, {one.account, notice}, when));
    }
    return {};
}

Result<std::vector<std::pair<std::string, SponsorRequest>>> Drafts::requests(const Visit& visit) {
    TRY_OK(check_visit(visit));
    Work work(store_);
    const std::string owner = owner_of(visit, visit.caller.delegation);
    TRY_ASSIGN(auto all,
               work.list<SponsorRequest>({request_kind, owner, "", limits::open_requests}));
    TRY_ASSIGN(const auto asked,
               work.list<std::string>({asked_kind, owner, "", limits::open_requests}));
    for (const auto& [id, same] : asked) {
        TRY_ASSIGN(const auto request, work.read<SponsorRequest>(request_kind, id));
        if (request) all.emplace_back(id, *request);
    }
    std::ranges::sort(all, {}, &std::pair<std::string, SponsorRequest>::first);
    return all;
}

Result<void> Drafts::end_request(const Visit& visit, const std::string& id) {
    TRY_ASSIGN(const auto mine, requests(visit));
    const bool is_mine =
        std::ranges::find(mine, id, &std::pair<std::string, SponsorRequest>::first) != mine.end();
    if (!is_mine) return refuse("sponsor_request.unknown", {}, ErrorCode::not_found);
    return working(store_, [&](Work& work) -> Result<void> {
        TRY_OK(work.erase(request_kind, id));
        return work.erase(asked_kind, id);
    });
}

}  // namespace travaux::access
