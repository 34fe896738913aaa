// The draft resolution by which the parent organ adopts what the committee made, with the text of
// the convention as its annex.
//
// Where the committee has a text of its own for the resolution, in the language of the document,
// that stands there. Otherwise the paragraphs are words of the program with blanks that the record
// fills; what it does not know, such as where the convention is signed, stays a blank in brackets.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/act.h"
#include "paperwork/decisions_in_words.h"

namespace travaux::paperwork {
namespace {

using committee::PublishedText;
using text::ProvisionKind;

// A paragraph of a resolution begins with its verb.
void paragraph(Writer& writer, const Sayer& sayer, std::string label, std::string_view verb,
               const std::string& words) {
    const std::string beginning = sayer.say(verb);
    const std::string rest = sayer.together(beginning, words).substr(beginning.size());
    writer.add(formats::DocumentParagraph{1, std::move(label), {{beginning, true}, {rest, false}}});
}

void preambular(Writer& writer, const Sayer& sayer, std::string_view verb,
                const std::string& words) {
    paragraph(writer, sayer, {}, verb, words);
}

void operative(Writer& writer, const Sayer& sayer, std::size_t number, std::string_view verb,
               const std::string& words) {
    paragraph(writer, sayer, sayer.say("paperwork.number", std::to_string(number)), verb, words);
}

// How many sessions were held, and the days of the first and the last.
std::string sessions_in_words(const Sayer& sayer, const Sitting& sitting) {
    std::size_t count = 0;
    std::optional<Date> first;
    std::optional<Date> last;
    for (const auto& [id, session] : sayer.state().sessions) {
        const committee::SessionDates& dates = session.dates();
        if (!dates.opens || !dates.closes || dates.closes->at_ms > sitting.until_ms) continue;
        ++count;
        first = first ? std::min(*first, dates.opens->local.date) : dates.opens->local.date;
        last = last ? std::max(*last, dates.closes->local.date) : dates.closes->local.date;
    }
    const std::string sessions = sayer.count("paperwork.sessions", count);
    return first ? sayer.both(sessions, sayer.days(*first, *last)) : sessions;
}

/// A line of the text, and how far it is set in.
formats::Block block_of(const text::Provision& provision, const std::string& number,
                        const std::string& words, bool is_heading) {
    if (is_heading) {
        const int level = provision.kind == ProvisionKind::title     ? 1
                          : provision.kind == ProvisionKind::article ? 4
                          : provision.kind == ProvisionKind::section ? 3
                                                                     : 2;
        const std::string gap = number.empty() || words.empty() ? "" : "\n";
        return formats::TreatyHeading{level, number + gap + words};
    }
    const bool is_point =
        provision.kind == ProvisionKind::subparagraph || provision.kind == ProvisionKind::item;
    return formats::DocumentParagraph{is_point ? 2 : 1, number, {{words}}};
}

void add_text(Writer& writer, const text::Draft& draft, text::Language language) {
    for (const text::Provision& provision : draft.provisions) {
        const text::Wording& wording = provision.in(language);
        const bool is_title = provision.kind == ProvisionKind::title;
        const bool is_division = provision.kind < ProvisionKind::paragraph &&
                                 provision.kind > ProvisionKind::preambular_paragraph;
        const bool is_headed = !wording.heading.empty() || (is_division && !wording.number.empty());
        if (is_headed) writer.add(block_of(provision, wording.number, wording.heading, true));
        if (wording.text.empty()) continue;
        writer.add(block_of(provision, is_headed ? "" : wording.number, wording.text, is_title));
    }
}

// The text on a subject that was agreed; without one, the text that is negotiated; none: empty.
std::string text_on(const committee::State& state, committee::Subject subject) {
    std::string agreed;
    for (const auto& [id, one] : state.texts) {
        if (one.subject == subject && one.agreed) agreed = id;
    }
    return agreed.empty() ? committee::basis_of(state, subject) : agreed;
}

// Adds the resolution as the committee has it. Returns false where it has none in the language.
Result<bool> add_own_words(Writer& writer, const Source& source, text::Language language) {
    const std::string id = text_on(source.state, committee::Subject::resolution);
    if (id.empty()) return false;
    TRY_ASSIGN(const auto* read, source.library.text(source.state.texts.at(id).files));
    text::Draft draft = read->draft;
    if (language_of(draft, language) != language) return false;
    std::erase_if(draft.provisions,
                  [](const text::Provision& one) { return one.kind == ProvisionKind::title; });
    add_text(writer, draft, language);
    return true;
}

std::string title_in(const text::Draft& draft, text::Language language) {
    for (const text::Provision& one : draft.provisions) {
        if (one.kind != ProvisionKind::title) continue;
        const text::Wording& wording = one.in(language);
        return wording.heading.empty() ? wording.text : wording.heading;
    }
    return draft.title;
}

// The organ as a resolution begins, with the article of a language that has one.
std::string organ_that_speaks(const Sayer& sayer, const formats::Masthead& masthead) {
    const bool is_assembly = masthead.organ == sayer.name("General Assembly");
    return is_assembly ? sayer.name("The General Assembly") : masthead.organ;
}

/// The convention that a resolution adopts: the id of its text, and its title.
struct Adopted {
    const std::string& id;
    const std::string& title;
};

void add_usual_words(Writer& writer, const Sayer& sayer, const Sitting& sitting,
                     const Adopted& adopted) {
    const committee::Mandate& mandate = *sayer.state().mandate;
    const bool is_agreed = sayer.state().texts.at(adopted.id).agreed.has_value();
    preambular(writer, sayer, "paperwork.recalling",
               sayer.say("paperwork.recalling_mandate", mandate.resolution,
                         sayer.day(mandate.adopted_on), sayer.name(mandate.title)));
    preambular(writer, sayer, "paperwork.noting",
               sayer.say("paperwork.noting_sessions", sessions_in_words(sayer, sitting)));
    preambular(writer, sayer, "paperwork.having_considered",
               sayer.say(is_agreed ? "paperwork.text_that_was_agreed" : "paperwork.text_not_agreed",
                         text_in_words(sayer.state(), adopted.id)));
    operative(writer, sayer, 1, "paperwork.expresses", sayer.say("paperwork.expresses_thanks"));
    operative(writer, sayer, 2, "paperwork.adopts",
              sayer.say("paperwork.adopts_text", adopted.title));
    operative(writer, sayer, 3, "paperwork.opens", sayer.say("paperwork.opens_it"));
    operative(writer, sayer, 4, "paperwork.urges", sayer.say("paperwork.urges_states"));
    operative(writer, sayer, 5, "paperwork.requests", sayer.say("paperwork.requests_secretary"));
}

}  // namespace

Result<formats::OfficialDocument> write_resolution(const Source& source, const Sayer& sayer,
                                                   const Sitting& sitting,
                                                   formats::OfficialDocument begun) {
    const std::string id = text_on(source.state, committee::Subject::convention);
    if (id.empty()) return committee::refuse("paper.no_text", {}, ErrorCode::not_found);
    const PublishedText& text = source.state.texts.at(id);
    TRY_ASSIGN(const auto* read, source.library.text(text.files));
    const text::Draft& draft = read->draft;
    const text::Language language = language_of(draft, sayer.language());
    const std::string title = title_in(draft, language);
    begun.subtitle = {title};
    Writer writer(sayer, begun);
    writer.add(formats::DocumentParagraph{
        1,
        {},
        {{sayer.say("paperwork.the_organ", organ_that_speaks(sayer, begun.masthead)), true}}});
    TRY_ASSIGN(const bool is_own, add_own_words(writer, source, sayer.language()));
    if (!is_own) add_usual_words(writer, sayer, sitting, {id, title});
    writer.annex(sayer.say("paperwork.only_annex"),
                 language == sayer.language()
                     ? ""
                     : sayer.say("paperwork.text_in",
                                 sayer.say("language." + std::string(text::code_of(language)))));
    add_text(writer, draft, language);
    return std::move(writer).finish();
}

}  // namespace travaux::paperwork
