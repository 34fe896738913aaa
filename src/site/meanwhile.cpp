// SPDX-License-Identifier: MIT
#include "site/meanwhile.h"

#include <algorithm>

#include "committee/event.h"
#include "formats/reference_links.h"
#include "site/entry_words.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

// A page is minutes old, as a rule; of one that is older the last entries are shown.
constexpr std::uint64_t entries_looked_at = 200;

bool is_of(const record::Entry& entry, const std::string& object) {
    const auto* open = std::get_if<record::OpenAct>(&entry.content);
    return open != nullptr && std::ranges::any_of(open->act.events, [&](const auto& event) {
               const auto read = committee::decode(event);
               return read && committee::object_of(*read) == object;
           });
}

std::string in_words(const Visit& visit, const record::Entry& entry) {
    return "<li>" + number_link(visit, entry.index) + " " + act_name(visit, entry) + " " +
           summary(visit, entry) + "<br><span class=\"dim\">" + capacity_of(visit, entry) +
           " &#183; " + visit.moment(entry.time_ms) + "</span></li>\n";
}

}  // namespace

Error with_labels(const Visit& visit, Error error) {
    if (std::ranges::none_of(error.args,
                             [](const auto& one) { return parse_id(one).has_value(); })) {
        return error;
    }
    host::AskedText asked;
    asked.id = current_text(visit.state());
    asked.languages = {visit.in.language};
    const auto text = visit.site.text(visit.committee, asked, {});
    if (!text) return error;
    const formats::ReferenceLinks links((*text)->draft, (*text)->consolidated);
    for (std::string& one : error.args) {
        if (const auto id = parse_id(one)) one = links.label_of(ProvisionId{*id});
    }
    return error;
}

std::string entered_meanwhile(const Visit& visit, const Error& error, std::uint64_t seen) {
    if (visit.is_visitor() || error.args.empty()) return {};
    const std::string& object = error.args.front();
    (void)visit.committee.catch_up();  // what cannot be read now is not shown
    const std::uint64_t length = visit.committee.record().length();
    const std::uint64_t first = std::max(seen, length - std::min(length, entries_looked_at));
    if (first >= length) return {};
    const auto entries = visit.committee.record().entries(first, length - first);
    if (!entries) return {};
    std::string items;
    for (const std::string& bytes : *entries) {
        const auto entry = record::decode_entry(bytes);
        if (entry && is_of(*entry, object)) items += in_words(visit, *entry);
    }
    if (items.empty()) return {};
    return section_head(visit.say("site.meanwhile"), "meanwhile") + "<ul class=\"list\">\n" +
           items + "</ul>\n";
}

}  // namespace travaux::site
