// SPDX-License-Identifier: MIT
#include "committee/page.h"

#include "committee/view.h"

namespace travaux::committee {
namespace {

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "nobody" : text;
}

std::string all_capacities() {
    std::vector<std::string> names;
    for (const Capacity capacity : all_of<Capacity>()) names.emplace_back(name_of(capacity));
    return listed(names);
}

std::string who_may(const Declaration& declaration) {
    if (declaration.who == everybody()) return "everybody";
    std::vector<std::string> names;
    for (const Right& right : declaration.who) {
        const std::string_view whose = right.whose == Whose::own ? " (their own)" : "";
        names.push_back(std::string(name_of(right.capacity)) + std::string(whose));
    }
    return listed(names);
}

std::string section(const Declaration& declaration, const std::vector<FieldOfAct>& fields) {
    std::string text = "### " + std::string(declaration.name) + "\n\n";
    text += std::string(declaration.sentence) + " Open to: " + who_may(declaration) + ".";
    if (declaration.acting == Acting::member_states) text += " For member States alone.";
    if (!declaration.reads.empty()) {
        text +=
            " Depends on: " + listed({declaration.reads.begin(), declaration.reads.end()}) + ".";
    }
    text += "\n";
    if (!fields.empty()) text += "\n| Field | Type | |\n|---|---|---|\n";
    for (const FieldOfAct& field : fields) {
        text += "| `" + field.name + "`" + (field.is_required ? "" : " (optional)") + " | " +
                field.type + " | " + field.sentence + " |\n";
    }
    return text + "\n";
}

}  // namespace

std::string acts_page() {
    std::string page = R"(# Acts and views

`travaux acts` prints this page from the declarations of the program; `travaux act` does an act, and
`travaux view` shows a view, of a committee that is kept in a file.

Fields are JSON. A field that is not known is refused, and so is a required one that is missing. A
*body* is `hash`, `size` and `media_type` of what is kept beside the record, or, from whoever acts,
the text itself. A *person* is an id of 32 hexadecimal digits. A *moment* is `local`
(`2022-02-28T10:00`), `zone` (`Europe/Vienna`) and `at_ms`, the instant it is read as. An act is
refused as stale where something that it depends on has changed since the page from which it was made.

Who acts does so in a capacity: )" +
                       all_capacities() + ".\n\n## Acts\n\n";
    for (const Act& act : acts()) page += section(act.declaration, act.fields);
    page += "## Views\n\n";
    for (const View& view : views()) page += section(view.declaration, view.fields);
    page.pop_back();
    return page;
}

}  // namespace travaux::committee
