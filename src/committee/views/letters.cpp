// What is to be sent, and what each letter says.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/views/shown.h"
#include "committee/views/views.h"

namespace travaux::committee {
namespace {

struct ShownLetter {
    LetterKind kind = LetterKind::reminder;
    std::string about;
    std::optional<std::uint32_t> days;
    std::string member;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ShownLetter, (), (kind, about, days, member, name))

Result<std::vector<ShownLetter>> show_to_send(const State& state, const NoFields& /*fields*/,
                                              const Context& context) {
    TRY_ASSIGN(const auto due,
               due_letters(state, context.library, {context.time_ms, today(state, context)}));
    std::vector<ShownLetter> shown;
    for (const DueLetter& letter : due) {
        ShownLetter one{
            letter.kind, letter.about, {}, letter.member, state.members.at(letter.member).name};
        if (letter.kind == LetterKind::reminder) one.days = letter.days;
        shown.push_back(std::move(one));
    }
    return shown;
}

bool was_sent(const State& state, const DueLetter& asked) {
    return std::ranges::any_of(state.letters, [&](const auto& one) {
        const SentLetter& letter = one.second;
        return letter.kind == asked.kind && letter.about == asked.about &&
               std::ranges::find(letter.members, asked.member) != letter.members.end();
    });
}

struct LetterFields {
    LetterKind kind = LetterKind::reminder;
    std::string about;
    std::string member;
};
BOOST_DESCRIBE_STRUCT(LetterFields, (), (kind, about, member))

Result<LetterContent> show_letter(const State& state, const LetterFields& fields,
                                  const Context& context) {
    TRY_ASSIGN(const auto due,
               due_letters(state, context.library, {context.time_ms, today(state, context)}));
    const auto is_it = [&](const DueLetter& letter) {
        return letter.kind == fields.kind && letter.about == fields.about &&
               letter.member == fields.member;
    };
    const DueLetter asked{fields.kind, fields.about, 0, fields.member};
    if (std::ranges::none_of(due, is_it) && !was_sent(state, asked)) {
        return refuse("letter.not_due", {fields.about, fields.member});
    }
    return content_of(state, context.library, asked);
}

Declaration of_secretariat(std::string_view name, std::string_view sentence,
                           std::vector<FieldSentence> fields = {}) {
    Declaration declaration = of_everybody(name, sentence, std::move(fields));
    declaration.who = {{Capacity::secretariat}};
    return declaration;
}

}  // namespace

View to_send_view() {
    return declare_view(of_secretariat("to_send", "The letters that are due and not sent."),
                        show_to_send);
}

View letter_view() {
    return declare_view(
        of_secretariat("letter",
                       "What a letter that is due or was sent says, to make a document of.",
                       {{"kind", "What kind of letter."},
                        {"about", "The call or the published text."},
                        {"member", "To whom."}}),
        show_letter);
}

}  // namespace travaux::committee
