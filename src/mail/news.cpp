// SPDX-License-Identifier: MIT
#include "mail/news.h"

#include <algorithm>

#include "committee/event.h"

namespace travaux::mail {
namespace {

using access::NoticeKind;
using committee::Caller;
using committee::Capacity;
using committee::State;

using AllNews = std::vector<News>;

AllNews told_of(const committee::SessionPlanned& event) {
    return {{NoticeKind::session_planned, event.id, {}, Audience::everybody}};
}

AllNews told_of(const committee::SessionDatesChanged& event) {
    const bool is_off = event.dates.standing == committee::DatesStanding::postponed ||
                        event.dates.standing == committee::DatesStanding::suspended;
    return {{is_off ? NoticeKind::dates_postponed : NoticeKind::dates_fixed,
             event.session,
             {},
             Audience::everybody}};
}

AllNews told_of(const committee::CallOpened& event) {
    return {{NoticeKind::call_opened, event.id, {}, Audience::delegations}};
}

AllNews told_of(const committee::TextPublished& event) {
    return {{NoticeKind::text_published, event.id, {}, Audience::everybody}};
}

AllNews told_of(const committee::DocumentReleased& event) {
    return {{NoticeKind::document_released, event.document, {}, Audience::everybody}};
}

AllNews told_of(const committee::ProposalCoSponsored& event) {
    return {{NoticeKind::proposal_co_sponsored, event.proposal, event.member, Audience::sponsors}};
}

AllNews told_of(const committee::ProposalAdopted& event) {
    return {{NoticeKind::proposal_adopted, event.proposal, {}, Audience::sponsors}};
}

AllNews told_of(const committee::ProposalDropped& event) {
    return {{NoticeKind::proposal_dropped, event.proposal, {}, Audience::sponsors}};
}

AllNews told_of(const committee::LetterSent& event) {
    AllNews news;
    for (const std::string& member : event.members) {
        news.push_back({NoticeKind::letter_sent, event.id, member, Audience::member});
    }
    return news;
}

// Of all else nobody is told.
template <typename Event>
AllNews told_of(const Event& /*event*/) {
    return {};
}

AllNews told_of_sealed(const State& state, std::uint64_t index) {
    for (const auto& [id, paper] : state.papers) {
        const bool is_it = paper.entry == index && !paper.is_disclosed;
        if (is_it) return {{NoticeKind::paper_circulated, id, {}, Audience::readers}};
    }
    return {};
}

bool is_sponsor(const State& state, const News& news, const Caller& caller) {
    const committee::Proposal* const proposal = committee::find(state.proposals, news.about);
    return proposal != nullptr && proposal->sponsors.contains(caller.delegation) &&
           caller.delegation != news.member;
}

bool is_reader(const State& state, const News& news, const Caller& caller) {
    const committee::Paper* const paper = committee::find(state.papers, news.about);
    return paper != nullptr && committee::may_read(*paper, caller.capacity);
}

}  // namespace

Result<AllNews> news_of(const State& state, const record::Entry& entry) {
    const auto* const open = std::get_if<record::OpenAct>(&entry.content);
    if (open == nullptr) return told_of_sealed(state, entry.index);
    AllNews all;
    for (const record::Event& one : open->act.events) {
        TRY_ASSIGN(const committee::Event event, committee::decode(one));
        const auto told = std::visit([](const auto& kind) { return told_of(kind); }, event.any());
        for (const News& news : told) {
            // One act may adopt a proposal part by part.
            if (std::ranges::find(all, news) == all.end()) all.push_back(news);
        }
    }
    return all;
}

bool is_told(const State& state, const News& news, const Caller& caller) {
    const std::vector<committee::Right> as_such = {{caller.capacity, committee::Whose::any}};
    if (!committee::check_rights(state, caller, as_such, {})) return false;
    const bool speaks = caller.capacity == Capacity::delegate || caller.capacity == Capacity::head;
    switch (news.audience) {
        case Audience::everybody: return true;
        case Audience::delegations: return caller.capacity != Capacity::stakeholder;
        case Audience::sponsors: return speaks && is_sponsor(state, news, caller);
        case Audience::member: return speaks && caller.delegation == news.member;
        case Audience::readers: return is_reader(state, news, caller);
    }
    return false;
}

}  // namespace travaux::mail
