// A proposal on its way: where, what, how it reads in words and in the text, and for whom.
//
// The page needs no script: what is typed goes to the server, which shows what it does. The script
// sends it while somebody types.
// SPDX-License-Identifier: MIT
#include "site/propose_page.h"

#include "site/forms.h"
#include "site/propose_form.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

struct Begun {
    std::string text_id;
    std::shared_ptr<const host::ConsolidatedText> text;
};

// The text that is amended, in the language of the page where it has it.
Result<Begun> begin(const Visit& visit, const http::Request& said) {
    Begun begun;
    begun.text_id = said.parameter("text");
    if (begun.text_id.empty()) begun.text_id = current_text(visit.state());
    host::AskedText asked;
    asked.id = begun.text_id;
    asked.languages = {visit.in.language};
    TRY_ASSIGN(begun.text, visit.site.text(visit.committee, asked, {}));
    return begun;
}

SitePage page_of(const Writing& writing, int status = 200) {
    return {writing.visit.in.words("site.propose"),
            print_writing(writing),
            Section::text,
            "text=" + writing.text_id + "&provision=" + writing.said.provision +
                "&kind=" + writing.said.kind,
            status,
            true};
}

// The first provision with words, where none is named.
void choose_first(Writing& writing) {
    if (writing.provision() != nullptr) return;
    for (const text::Provision& one : writing.text.draft.provisions) {
        if (one.in(writing.text.language).text.empty()) continue;
        writing.said.provision = hex(one.id.bytes);
        return;
    }
}

Result<http::Response> submit(Writing& writing, const http::Request& form) {
    const Visit& visit = writing.visit;
    json::object fields{{"text", writing.text_id},
                        {"parts", writing.all()},
                        {"language", code_of(writing.text.language)}};
    if (!writing.reason.empty()) fields["reason"] = writing.reason;
    if (!writing.member.empty()) fields["member"] = writing.member;
    if (!writing.consent.empty()) fields["consent"] = writing.consent;
    host::AttemptedAct attempt{visit.identity.caller, "proposal.submit", std::move(fields), {}, {}};
    attempt.seen = http::number_of(form.parameter("seen"));
    TRY_ASSIGN(attempt.once, http::once_of(visit.identity, form.parameter("once"), attempt));
    TRY_ASSIGN(const host::DoneAct done, visit.committee.committee().act(attempt));
    VERIFY(!done.born.empty());
    return http::go_to(visit.in.path("/committees/" + visit.committee.name() + "/proposals/" +
                                     done.born.front() + "?done=" + std::to_string(done.entry)));
}

}  // namespace

Result<SitePage> propose_page(const Visit& visit) {
    if (current_text(visit.state()).empty()) {
        return SitePage{visit.in.words("site.propose"),
                        "<div class=\"wrap\">" + title_block({}, visit.say("site.propose")) +
                            "<p class=\"none-yet\">" + visit.say("site.no_text") + "</p></div>\n",
                        Section::text};
    }
    TRY_ASSIGN(const Begun begun, begin(visit, visit.asked.request));
    Writing writing{visit, begun.text_id, *begun.text, {}, {}, {}, {}, {}};
    TRY_ASSIGN(writing.said, said_part(visit.asked.request));
    choose_first(writing);
    return page_of(writing);
}

Result<http::Response> propose(const Visit& visit) {
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    TRY_ASSIGN(const Begun begun, begin(visit, form));
    Writing writing{visit,
                    begun.text_id,
                    *begun.text,
                    {},
                    {},
                    std::string(form.parameter("reason")),
                    std::string(form.parameter("member")),
                    std::string(form.parameter("consent"))};
    TRY_ASSIGN(writing.said, said_part(form));
    json::error_code failure;
    json::value parts = json::parse(form.parameter("parts"), failure);
    if (!failure && parts.is_array()) writing.parts = std::move(parts.as_array());
    const std::string_view go = form.parameter("go");
    if (go == "submit") {
        auto done = submit(writing, form);
        if (done) return done;
        // Everything that was typed stays on the page, with why it was refused.
        writing.error = done.error();
        return answer(visit, page_of(writing, http::status_of(done.error())));
    }
    if (go.starts_with("drop:")) {
        const auto at = http::number_of(go.substr(5));
        if (at && *at < writing.parts.size()) {
            writing.parts.erase(writing.parts.begin() + static_cast<std::ptrdiff_t>(*at));
        }
    }
    if (go == "add") {
        if (json::value part = part_of(writing.said, writing.text); !part.is_null()) {
            writing.parts.push_back(std::move(part));
            writing.said = SaidPart{"text", writing.said.provision, {}, {}, {}};
        }
    }
    return answer(visit, page_of(writing));
}

}  // namespace travaux::site
