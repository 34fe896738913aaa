// A proposal on its way: where, what, how it reads in words and in the text, and for whom.
//
// The page needs no script: what is typed goes to the server, which shows what it does. The script
// sends it while somebody types. A delegation may keep it as a draft, which is on no record.
// SPDX-License-Identifier: MIT
#include "site/propose_page.h"

#include "formats/reference_links.h"
#include "record/canonical_json.h"
#include "site/drafts_page.h"
#include "site/forms.h"
#include "site/propose_form.h"
#include "site/revision.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

struct Begun {
    std::string text_id;
    std::shared_ptr<const host::ConsolidatedText> text;
};

/// What is written on: nothing, the draft of a delegation, or a proposal that is revised.
struct WrittenOn {
    std::optional<access::PrivateDraft> draft{};
    std::string revises{};
};

// The text that is amended, in the language of the page where it has it; what is written on is in
// its own.
Result<Begun> begin(const Visit& visit, std::string_view text_id, const WrittenOn& on = {}) {
    Begun begun;
    begun.text_id = text_id;
    if (begun.text_id.empty()) begun.text_id = current_text(visit.state());
    if (on.draft) {
        TRY_ASSIGN(begun.text, text_of_draft(visit, *on.draft, begun.text_id));
        return begun;
    }
    host::AskedText asked;
    asked.id = begun.text_id;
    asked.languages = {visit.in.language};
    TRY_ASSIGN(begun.text, visit.site.text(visit.committee, asked, {}));
    if (on.revises.empty()) return begun;
    TRY_ASSIGN(const consolidation::Proposal* const before, proposal_on(*begun.text, on.revises));
    asked.languages = {before->language};
    TRY_ASSIGN(begun.text, visit.site.text(visit.committee, asked, {}));
    return begun;
}

// Anybody may try a proposal, which is computed while they type. Visitors have few turns at once,
// so that they hold up nobody who acts.
class Turn {
public:
    explicit Turn(const Visit& visit)
        : turns_(visit.is_visitor() ? &visit.site.turns_of_visitors() : nullptr),
          is_taken_(turns_ == nullptr || turns_->try_acquire()) {}
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() {
        if (turns_ != nullptr && is_taken_) turns_->release();
    }

    [[nodiscard]] bool is_taken() const { return is_taken_; }

private:
    std::counting_semaphore<>* turns_;  // none for who is no visitor
    bool is_taken_;
};

SitePage page_of(const Writing& writing, int status = 200) {
    const auto on = writing.written_on();
    return {writing.visit.in.words("site.propose"),
            print_writing(writing),
            Section::text,
            on ? on->first + "=" + on->second
               : "text=" + writing.text_id + "&provision=" + writing.said.provision +
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

json::array parts_of(std::string_view bytes) {
    json::error_code failure;
    json::value parts = json::parse(bytes, failure);
    return !failure && parts.is_array() ? std::move(parts.as_array()) : json::array();
}

// The change that was written last stands in the fields again, where no other place is chosen.
void type_on(Writing& writing) {
    if (writing.parts.empty()) return;
    auto last = said_of(writing.parts.back(), writing.text);
    if (!last) return;
    writing.said = *std::move(last);
    writing.parts.pop_back();
}

Result<SitePage> page_of_draft(const Visit& visit, const std::string& id) {
    TRY_ASSIGN(const http::DraftWork work, visit.drafts());
    TRY_ASSIGN(const auto opened, work.drafts.read(work.visit(), id));
    const auto& [draft, parts] = opened;
    TRY_ASSIGN(const Begun begun, begin(visit, draft.text, {draft, {}}));
    Writing writing{
        visit, begun.text_id, *begun.text, {}, parts_of(parts), draft.reason.value_or(""), {}, {}};
    writing.draft = OpenDraft{id, draft.member, draft.edition};
    writing.title = draft.title;
    TRY_ASSIGN(writing.said, said_part(visit.asked.request));
    if (visit.asked.request.parameter("provision").empty()) type_on(writing);
    choose_first(writing);
    return page_of(writing);
}

Result<SitePage> page_of_revision(const Visit& visit, const std::string& id) {
    const http::Request& request = visit.asked.request;
    TRY_ASSIGN(const Begun begun, begin(visit, {}, {{}, id}));
    TRY_ASSIGN(json::array parts, parts_to_revise(*begun.text, request));
    const std::string& reason = begun.text->set.submitted.at(id).reason;
    Writing writing{visit, begun.text_id, *begun.text, {}, std::move(parts), reason, {}, {}};
    writing.revises = id;
    TRY_ASSIGN(writing.said, said_part(request));
    if (request.parameter("provision").empty()) type_on(writing);
    choose_first(writing);
    return page_of(writing);
}

// The name of a draft that was given none: the place of its first change.
std::string title_of(const Writing& writing, const json::array& parts) {
    if (!writing.title.empty()) return writing.title;
    const json::value& first = parts.front();
    for (const char* name : {"provision", "after"}) {
        const auto* place = first.is_object() ? first.get_object().if_contains(name) : nullptr;
        const auto id =
            place != nullptr && place->is_string() ? parse_id(place->get_string()) : std::nullopt;
        if (!id || !text::find(writing.text.draft, ProvisionId{*id})) continue;
        const formats::ReferenceLinks links(writing.text.draft, writing.text.consolidated);
        const std::string label = links.label_of(ProvisionId{*id});
        if (!label.empty()) return label;
    }
    return writing.visit.in.words("site.proposal");
}

// Keeps what is typed as a draft, the one that is open or another.
Result<void> keep(Writing& writing) {
    TRY_ASSIGN(const http::DraftWork work, writing.visit.drafts());
    const json::array parts = writing.all();
    access::DraftWords words;
    if (!parts.empty()) {  // a draft without changes is refused
        words.title = title_of(writing, parts);
        TRY_ASSIGN(words.parts, record::write_canonical(parts));
    }
    words.text = writing.text_id;
    words.language = code_of(writing.text.language);
    if (!writing.reason.empty()) words.reason = writing.reason;
    if (writing.draft) {
        TRY_ASSIGN(writing.draft->edition, work.drafts.change(work.visit(), writing.draft->id,
                                                              writing.draft->edition, words));
        return {};
    }
    TRY_ASSIGN(std::string id, work.drafts.make(work.visit(), words));
    writing.draft = OpenDraft{std::move(id), work.caller.delegation};
    return {};
}

http::Response go_to_proposal(const Visit& visit, const host::DoneAct& done) {
    VERIFY(!done.born.empty());
    return http::go_to(visit.in.path("/committees/" + visit.committee.name() + "/proposals/" +
                                     done.born.front() + "?done=" + std::to_string(done.entry)));
}

Result<http::Response> submit(Writing& writing, const http::Request& form) {
    const Visit& visit = writing.visit;
    if (writing.draft) {
        TRY_OK(keep(writing));
        TRY_ASSIGN(const http::DraftWork work, visit.drafts());
        TRY_ASSIGN(const host::DoneAct done,
                   work.submit(writing.draft->id, {.edition = writing.draft->edition}));
        return go_to_proposal(visit, done);
    }
    json::object fields{{"text", writing.text_id},
                        {"parts", writing.all()},
                        {"language", code_of(writing.text.language)}};
    if (!writing.reason.empty()) fields["reason"] = writing.reason;
    if (!writing.member.empty()) fields["member"] = writing.member;
    if (!writing.consent.empty()) fields["consent"] = writing.consent;
    const bool is_revision = !writing.revises.empty();
    if (is_revision) fields["proposal"] = writing.revises;
    host::AttemptedAct attempt{visit.identity.caller,
                               is_revision ? "proposal.revise" : "proposal.submit",
                               std::move(fields),
                               {},
                               {}};
    attempt.seen = http::number_of(form.parameter("seen"));
    TRY_ASSIGN(attempt.once, http::once_of(visit.identity, form.parameter("once"), attempt));
    TRY_ASSIGN(const host::DoneAct done, visit.committee.committee().act(attempt));
    return go_to_proposal(visit, done);
}

// Does what a button asks for that leads elsewhere; nothing for those that change the page.
Result<std::optional<http::Response>> leave(Writing& writing, const http::Request& form) {
    const std::string_view go = form.parameter("go");
    if (go == "submit") {
        TRY_ASSIGN(http::Response done, submit(writing, form));
        return std::optional(std::move(done));
    }
    if (go != "keep") return std::nullopt;
    TRY_OK(keep(writing));
    return std::optional(go_to_drafts(writing.visit, writing.draft->id));
}

void change_parts(Writing& writing, std::string_view go) {
    if (go.starts_with("drop:")) {
        const auto at = http::number_of(go.substr(5));
        if (at && *at < writing.parts.size()) {
            writing.parts.erase(writing.parts.begin() + static_cast<std::ptrdiff_t>(*at));
        }
    }
    if (go == "add") {
        json::array fresh = parts_of(writing.said, writing.text);
        if (fresh.empty()) return;
        for (json::value& part : fresh) writing.parts.push_back(std::move(part));
        writing.said = SaidPart{"text", writing.said.provision, {}, {}, {}};
    }
}

// Where somebody else changed the draft meanwhile, shows what it is now; who has seen it may keep
// the own words all the same.
Result<void> show_others(Writing& writing) {
    if (!writing.draft || writing.error->id != "private_draft.stale") return {};
    TRY_ASSIGN(const http::DraftWork work, writing.visit.drafts());
    TRY_ASSIGN(const auto opened, work.drafts.read(work.visit(), writing.draft->id));
    writing.draft->edition = opened.first.edition;
    writing.others = parts_of(opened.second);
    return {};
}

// Goes on with everything that was typed on the text that is negotiated now.
Result<http::Response> carry(const Writing& before, const WrittenOn& on) {
    TRY_ASSIGN(const Begun later, begin(before.visit, before.later_text(), on));
    CarriedParts carried = carried_over(before.all(), before.text, *later.text);
    Writing writing{before.visit,  later.text_id, *later.text,   {}, std::move(carried.parts),
                    before.reason, before.member, before.consent};
    writing.draft = before.draft;
    writing.title = before.title;
    writing.left = std::move(carried.left);
    writing.said.provision = before.said.provision;
    type_on(writing);
    choose_first(writing);
    return answer(before.visit, page_of(writing));
}

// The draft that a form was written in, as it is now.
Result<std::optional<access::PrivateDraft>> draft_of(const Visit& visit,
                                                     const http::Request& form) {
    const std::string id(form.parameter("draft"));
    if (id.empty()) return std::nullopt;
    TRY_ASSIGN(const http::DraftWork work, visit.drafts());
    TRY_ASSIGN(auto opened, work.drafts.read(work.visit(), id));
    return std::optional(std::move(opened.first));
}

}  // namespace

Result<SitePage> propose_page(const Visit& visit) {
    if (current_text(visit.state()).empty()) {
        return SitePage{visit.in.words("site.propose"),
                        "<div class=\"wrap\">" + title_block({}, visit.say("site.propose")) +
                            "<p class=\"none-yet\">" + visit.say("site.no_text") + "</p></div>\n",
                        Section::text};
    }
    const http::Request& request = visit.asked.request;
    if (const auto draft = request.parameter("draft"); !draft.empty()) {
        return page_of_draft(visit, std::string(draft));
    }
    if (const auto revised = request.parameter("revise"); !revised.empty()) {
        return page_of_revision(visit, std::string(revised));
    }
    TRY_ASSIGN(const Begun begun, begin(visit, request.parameter("text")));
    Writing writing{visit, begun.text_id, *begun.text, {}, {}, {}, {}, {}};
    TRY_ASSIGN(writing.said, said_part(request));
    choose_first(writing);
    return page_of(writing);
}

Result<http::Response> propose(const Visit& visit) {
    const Turn turn(visit);
    if (!turn.is_taken()) return http::refuse_request("request.busy", {}, ErrorCode::storage);
    TRY_ASSIGN(const http::Request form, http::form_of(visit.asked.request));
    const auto draft = draft_of(visit, form);
    const bool is_draft = draft && *draft;
    const WrittenOn on{draft.value_or(std::nullopt), std::string(form.parameter("revise"))};
    TRY_ASSIGN(const Begun begun, begin(visit, form.parameter("text"), on));
    Writing writing{visit,
                    begun.text_id,
                    *begun.text,
                    {},
                    parts_of(form.parameter("parts")),
                    std::string(form.parameter("reason")),
                    std::string(form.parameter("member")),
                    std::string(form.parameter("consent"))};
    writing.title = form.parameter("title");
    if (!is_draft) writing.revises = on.revises;
    if (is_draft) {
        const auto seen = http::number_of(form.parameter("edition")).value_or(0);
        writing.draft = OpenDraft{std::string(form.parameter("draft")), (*draft)->member,
                                  static_cast<std::int64_t>(seen)};
    }
    TRY_ASSIGN(writing.said, said_part(form));
    auto left = draft ? leave(writing, form) : std::unexpected(draft.error());
    if (left && *left) return **std::move(left);
    if (!left) {
        // Everything that was typed stays on the page, with why it was refused.
        writing.error = left.error();
        writing.seen = http::number_of(form.parameter("seen")).value_or(visit.state().entries);
        TRY_OK(show_others(writing));
        return answer(visit, page_of(writing, http::status_of(left.error())));
    }
    if (form.parameter("go") == "carry" && !writing.later_text().empty()) {
        return carry(writing, on);
    }
    change_parts(writing, form.parameter("go"));
    return answer(visit, page_of(writing));
}

}  // namespace travaux::site
