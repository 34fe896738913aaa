// Acts as forms: what a page offers to whoever may do it.
// SPDX-License-Identifier: MIT
#pragma once

#include "committee/positions.h"
#include "site/visit.h"

namespace travaux::site {

/// Whether whoever visits may do an act on an object.
[[nodiscard]] bool may(const Visit& visit, std::string_view act, const std::string& object);

/// Returns why whoever visits submits no proposals, with the way to log in for who has not.
[[nodiscard]] std::string why_none_is_submitted(const Visit& visit);

/// The rights of those who drive the desk and the screen: the Secretariat and officers.
[[nodiscard]] const std::vector<committee::Right>& of_the_desk();

/// Whether whoever visits is one of them.
[[nodiscard]] bool is_at_the_desk(const Visit& visit);

/// What a form sends beside what is typed: names and values.
using Hidden = std::vector<std::pair<std::string, std::string>>;

/// Returns a form that does an act and comes back to the page; `fields` is HTML.
[[nodiscard]] std::string act_form(const Visit& visit, std::string_view act, const Hidden& hidden,
                                   std::string_view fields, std::string_view button);

/// Returns the same form with another address of the committee, `/sessions/S2/agenda`, which does
/// the act by `do_act_of`.
[[nodiscard]] std::string form_to(const Visit& visit, const std::string& address,
                                  const Hidden& hidden, std::string_view fields,
                                  std::string_view button);

/// Returns buttons that state a position on a proposal or a provision, for who may; `on` is
/// `proposal` or `provision`.
[[nodiscard]] std::string position_forms(const Visit& visit, std::string_view on,
                                         const std::string& object);

/// Returns the sign of a position: plus, minus, the letter of reservations in a language.
[[nodiscard]] std::string position_sign(committee::Position position, text::Language language);

/// Returns an option of a list, a list with its label, and a line to type with its label. Names are
/// those of fields, ids those of elements.
[[nodiscard]] std::string option(std::string_view value, std::string_view words,
                                 bool is_chosen = false);
[[nodiscard]] std::string chooser(std::string_view id, std::string_view name,
                                  std::string_view label, std::string_view options);
[[nodiscard]] std::string line(std::string_view id, std::string_view name, std::string_view label,
                               std::string_view value = {}, bool is_required = true);

/// Returns a day to choose, empty, with its label.
[[nodiscard]] std::string day_line(const std::string& id, const std::string& name,
                                   const std::string& label, bool is_required);

/// Returns the fields that say where and by whom something was decided; their ids begin with a
/// word, as several forms stand on a page.
[[nodiscard]] std::string basis_fields(const Visit& visit, const std::string& word);

/// Returns the values of an enumeration as options, in words that begin with a prefix.
template <typename E>
[[nodiscard]] std::string options_of(const Visit& visit, const std::string& prefix, E chosen) {
    std::string options;
    for (const E one : committee::all_of<E>()) {
        const std::string name(committee::name_of(one));
        options += option(name, visit.say(prefix + name), one == chosen);
    }
    return options;
}

/// Returns a field of several lines with its label.
[[nodiscard]] std::string area(const std::string& id, const std::string& name,
                               std::string_view label, std::string_view value);

/// Returns a list of which several options may be chosen, with its label; nothing without options.
[[nodiscard]] std::string several(const std::string& id, const std::string& name,
                                  const std::string& label, const std::string& options);

/// Returns a form that shows when its words are chosen.
[[nodiscard]] std::string folded(std::string_view words, const std::string& form);

/// Returns words without the blanks around them; the lines that have words; what stands between
/// commas, of any script; and the numbers there, of which `3-5` is three and none is above 99:
/// nothing where it is no list of numbers.
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] boost::json::array lines_of(std::string_view text);
[[nodiscard]] boost::json::array listed_in(std::string text);
[[nodiscard]] std::optional<boost::json::array> numbers_in(const std::string& text);

/// Returns the meetings in which something may be decided: those that are open stand first.
[[nodiscard]] std::string meeting_options(const Visit& visit);

/// Returns the provisions of a text as options, by their labels in its language.
[[nodiscard]] std::string provision_options(const host::ConsolidatedText& text,
                                            std::string_view chosen = {});

/// Returns the members of a committee as options, in the order of the language of the page.
[[nodiscard]] std::string member_options(const Visit& visit, std::string_view chosen);

/// Returns what came of an act from this page, as the query tells: its entry. Empty for none.
[[nodiscard]] std::string done_note(const Visit& visit);

/// Returns a page that says why nothing was done, what more there is to say (HTML), and the way
/// back.
[[nodiscard]] http::Response not_done_page(const Visit& visit, const Error& error,
                                           const std::string& back, std::string_view more = {});

/// Does an act that a form sends, and leads back to the page that it was sent from. Errors:
/// `request.media_type`; what the act refuses is shown on a page of its own.
[[nodiscard]] Result<http::Response> do_act(const Visit& visit, const std::string& act);

/// Does an act whose fields were made of a form, and goes on likewise.
[[nodiscard]] Result<http::Response> do_act_of(const Visit& visit, const std::string& act,
                                               boost::json::object fields,
                                               const http::Request& form);

}  // namespace travaux::site
