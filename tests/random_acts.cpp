// SPDX-License-Identifier: MIT
#include "tests/random_acts.h"

#include "tests/scenario.h"

namespace travaux::tests {
namespace {

namespace json = boost::json;
using committee::Capacity;

const std::vector<std::string> codes = {"GHA", "NOR", "PER", "JPN", "QQQ"};

// A value that often fits the field, and sometimes does not.
json::value value_for(const committee::FieldOfAct& field, Chance& chance) {
    const auto id = [&](char letter) {
        return json::value(letter + std::to_string(1 + chance.below(6)));
    };
    if (chance.below(40) == 0) return json::value(7);
    if (field.name == "member") return json::value(chance.one_of(codes));
    if (field.name == "text" || field.name == "supersedes") return id('T');
    if (field.name == "proposal" || field.name == "amends") return id('P');
    if (field.name == "call") return id('C');
    if (field.name == "session") return id('S');
    if (field.name == "paper") return id('W');
    if (field.name == "parts") {
        const std::string article = "article " + std::to_string(1 + chance.below(4));
        const std::vector<std::string> words = {"may", "should", "must", "will not"};
        json::object part{{"part", "delete"}, {"provision", article}};
        if (chance.below(3) > 0) {
            part = {{"part", "text"},
                    {"provision", "article 1"},
                    {"replace", "shall"},
                    {"with", chance.one_of(words)}};
        }
        json::array parts;
        parts.push_back(std::move(part));
        return parts;
    }
    if (field.name == "meeting") return json::value("out_of_session");
    if (field.name == "provision") {
        return json::value("article " + std::to_string(1 + chance.below(4)));
    }
    if (field.type == "person") return json::value(hex(person("person-chair").bytes));
    if (field.name == "files") return json::value("next");
    if (field.type == "moment") {
        return json::object{
            {"local", "2022-03-01T10:00"}, {"zone", "Europe/Vienna"}, {"at_ms", 1'646'125'200'000}};
    }
    if (field.type == "date") return json::value("2022-06-01");
    if (field.type.find(", ") != std::string::npos) {
        return json::value(field.type.substr(0, field.type.find(',')));
    }
    if (field.type.starts_with("list of")) return json::array{};
    return json::value("words");
}

// Somebody who often may do the act, and sometimes not.
committee::Caller caller(const committee::Act& act, Chance& chance) {
    const std::string& code = chance.one_of(codes);
    const Capacity capacity = chance.below(8) == 0 ? chance.one_of(committee::all_of<Capacity>())
                                                   : chance.one_of(act.declaration.who).capacity;
    const bool is_head = capacity == Capacity::head;
    return {person("person-" + code + (is_head ? "-head" : "")), capacity, code};
}

}  // namespace

host::AttemptedAct random_act(Chance& chance) {
    const auto& act = chance.one_of(committee::acts());
    json::object fields;
    for (const auto& field : act.fields) {
        const bool is_given = field.is_required || chance.below(2) == 0;
        if (is_given) fields[field.name] = value_for(field, chance);
    }
    return {caller(act, chance), std::string(act.declaration.name), std::move(fields), {}};
}

}  // namespace travaux::tests
