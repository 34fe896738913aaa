// SPDX-License-Identifier: MIT
#include "mail/notice_words.h"

#include <array>
#include <span>

#include "committee/described.h"
#include "lang/dates.h"
#include "lang/messages.h"
#include "lang/states.h"

namespace travaux::mail {
namespace {

using access::Notice;
using access::NoticeKind;
using committee::State;
using text::Language;

/// A notice with all that its sentence is made of.
struct Saying {
    const Notice& notice;
    const State& state;
    Language language;

    [[nodiscard]] std::string about() const { return notice.about.value_or(""); }
    [[nodiscard]] std::string say(std::span<const std::string> args = {}) const {
        return lang::words(language, "notice_of." + std::string(committee::name_of(notice.kind)),
                           args);
    }
    [[nodiscard]] std::string at(const std::string& path) const {
        return "/committees/" + notice.committee.value_or("") + path;
    }
};

std::string words_of(const committee::SessionDates& dates, Language language) {
    if (!dates.opens || !dates.closes) return dates.words;
    const std::array args = {lang::date_in_words(dates.opens->local.date, language),
                             lang::date_in_words(dates.closes->local.date, language),
                             dates.place.value_or("")};
    return lang::words(language, dates.place ? "notice.days_at" : "notice.days", args);
}

std::string titled(const std::string& symbol, const std::string& title, Language language) {
    return lang::words(language, "notice.titled", std::array{symbol, title});
}

std::optional<NoticeLine> of_session(const Saying& saying) {
    const auto* const session = committee::find(saying.state.sessions, saying.about());
    if (session == nullptr) return std::nullopt;
    const std::array args = {session->title, words_of(session->dates(), saying.language)};
    return NoticeLine{saying.say(args), saying.at("/calendar#" + saying.about())};
}

std::optional<NoticeLine> of_call(const Saying& saying) {
    const auto* const call = committee::find(saying.state.calls, saying.about());
    if (call == nullptr) return std::nullopt;
    const std::array args = {call->subject,
                             lang::time_in_words(call->deadline.local, saying.language) + " (" +
                                 call->deadline.zone + ")"};
    return NoticeLine{saying.say(args), saying.at("/calendar#" + saying.about())};
}

std::optional<NoticeLine> of_text(const Saying& saying) {
    const auto* const text = committee::find(saying.state.texts, saying.about());
    if (text == nullptr) return std::nullopt;
    std::string name =
        lang::words(saying.language, "text_kind." + std::string(committee::name_of(text->kind)));
    if (!text->symbol.empty()) name = titled(text->symbol, name, saying.language);
    return NoticeLine{saying.say(std::array{name}), saying.at("/texts/" + saying.about())};
}

std::optional<NoticeLine> of_document(const Saying& saying) {
    const auto* const document = committee::find(saying.state.documents, saying.about());
    if (document == nullptr) return std::nullopt;
    if (document->distribution == committee::DocumentDistribution::restricted) {
        return NoticeLine{lang::words(saying.language, "notice.document_restricted"),
                          saying.at("/documents")};
    }
    const std::string symbol = document->symbol.text();
    return NoticeLine{saying.say(std::array{titled(symbol, document->title, saying.language)}),
                      saying.at("/documents/" + symbol)};
}

std::optional<NoticeLine> of_proposal(const Saying& saying) {
    if (committee::find(saying.state.proposals, saying.about()) == nullptr) return std::nullopt;
    const auto* const member =
        committee::find(saying.state.members, saying.notice.member.value_or(""));
    const std::array args = {saying.about(), member == nullptr
                                                 ? std::string()
                                                 : lang::name_in(member->name, saying.language)};
    return NoticeLine{saying.say(args), saying.at("/proposals/" + saying.about())};
}

}  // namespace

std::optional<NoticeLine> line_of(const Notice& notice, const State& state, Language language) {
    const Saying saying{notice, state, language};
    switch (notice.kind) {
        case NoticeKind::session_planned:
        case NoticeKind::dates_fixed:
        case NoticeKind::dates_postponed: return of_session(saying);
        case NoticeKind::call_opened:
        case NoticeKind::deadline_near: return of_call(saying);
        case NoticeKind::text_published: return of_text(saying);
        case NoticeKind::document_released: return of_document(saying);
        case NoticeKind::proposal_co_sponsored:
        case NoticeKind::proposal_adopted:
        case NoticeKind::proposal_dropped: return of_proposal(saying);
        case NoticeKind::paper_circulated: return NoticeLine{saying.say(), saying.at("")};
        // Who asks for what stays between the two until somebody acts.
        case NoticeKind::co_sponsorship_asked:
            return NoticeLine{saying.say(), saying.at("/drafts")};
        case NoticeKind::invitation:
        case NoticeKind::recovery:
        case NoticeKind::letter_sent: break;
    }
    return std::nullopt;
}

}  // namespace travaux::mail
