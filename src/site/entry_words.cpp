// SPDX-License-Identifier: MIT
#include "site/entry_words.h"

#include "site/history.h"

namespace travaux::site {

std::string act_name(const Visit& visit, const record::Entry& entry) {
    const auto* open = std::get_if<record::OpenAct>(&entry.content);
    if (open == nullptr) return visit.say("site.sealed_act");
    const std::string id = "act_name." + open->act.name;
    return lang::find_words(visit.in.language, id) ? visit.say(id) : html(open->act.name);
}

std::string value_in_words(const Visit& visit, std::string_view name,
                           const boost::json::value& value) {
    if (value.is_string()) {
        const std::string text(value.get_string());
        if (name == "member" || name == "group") return visit.name_of(text);
        if (visit.state().proposals.contains(text)) return proposal_link(visit, text);
        if (visit.state().texts.contains(text)) {
            return link(visit.to("/texts/" + text), "<bdi>" + html(text) + "</bdi>");
        }
        return "<bdi>" + html(text) + "</bdi>";
    }
    if (value.is_object() && value.get_object().contains("hash")) {
        const std::string hash(value.at("hash").as_string());
        return "<a class=\"hash\" href=\"/api/v1/committees/" + html(visit.committee.name()) +
               "/bodies/" + html(hash) + "\">" + html(hash.substr(0, 16)) + "\xE2\x80\xA6</a>";
    }
    return "<span class=\"hash\">" + html(boost::json::serialize(value)) + "</span>";
}

std::string summary(const Visit& visit, const record::Entry& entry) {
    const auto* open = std::get_if<record::OpenAct>(&entry.content);
    if (open == nullptr) return {};
    std::vector<std::string> parts;
    for (const record::Event& event : open->act.events) {
        for (const char* name : {"member", "proposal", "id", "title", "subject", "text"}) {
            const auto* value = event.fields.if_contains(name);
            if (value == nullptr || !value->is_string()) continue;
            parts.push_back(value_in_words(visit, name, *value));
            if (parts.size() == 2) return listed(parts, visit.in.language);
        }
    }
    return listed(parts, visit.in.language);
}

std::string capacity_of(const Visit& visit, const record::Entry& entry) {
    const auto* open = std::get_if<record::OpenAct>(&entry.content);
    if (open == nullptr) return {};
    const std::string id = "capacity." + open->act.capacity;
    return lang::find_words(visit.in.language, id) ? visit.say(id) : html(open->act.capacity);
}

std::string number_link(const Visit& visit, std::uint64_t index) {
    const std::string number = std::to_string(index);
    return link(visit.to("/entries/" + number), number);
}

}  // namespace travaux::site
