// Proposals as JSON lines that read back equal.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/json.hpp>

#include "consolidation/overloaded.h"
#include "formats/proposal_lines.h"
#include "text/word.h"

namespace travaux::formats {
namespace {

namespace json = boost::json;
using namespace consolidation;

json::value id_value(ProvisionId id) {
    return id.is_none() ? json::value("") : json::value(hex(id.bytes));
}

json::object line_of(const TextPart& part) {
    json::object line;
    switch (part.field) {
        case text::Field::heading: line["part"] = "retitle"; break;
        case text::Field::number: line["part"] = "renumber"; break;
        case text::Field::text: line["part"] = "text"; break;
    }
    line["provision"] = id_value(part.provision);
    if (part.field != text::Field::text) {
        line[text::name_of(part.field)] = part.target.view();
        return line;
    }
    const std::string_view target = part.target;
    const std::string pause = " " + std::string(text::paragraph_break) + " ";
    if (target.find(pause) == std::string::npos) {
        line["text"] = target;
        return line;
    }
    line["part"] = "split";
    json::array texts;
    for (std::size_t at = 0; at <= target.size();) {
        const std::size_t end = std::min(target.find(pause, at), target.size());
        texts.emplace_back(target.substr(at, end - at));
        at = end + pause.size();
        if (end == target.size()) break;
    }
    line["texts"] = std::move(texts);
    return line;
}

json::object new_provision(const std::vector<NewProvision>& provisions, std::size_t& at) {
    const NewProvision& root = provisions[at++];
    json::object line{{"kind", text::name_of(root.kind)}};
    if (!root.wording.number.empty()) line["number"] = root.wording.number;
    if (!root.wording.heading.empty()) line["heading"] = root.wording.heading;
    if (!root.wording.text.empty()) line["text"] = root.wording.text;
    json::array inner;
    while (at < provisions.size() && provisions[at].depth > root.depth) {
        inner.emplace_back(new_provision(provisions, at));
    }
    if (!inner.empty()) line["provisions"] = std::move(inner);
    return line;
}

void add_place(json::object& line, const Place& place) {
    line["under"] = id_value(place.parent);
    if (!place.after.is_none()) line["after"] = id_value(place.after);
}

json::object line_of(const Part& part) {
    return std::visit(
        Overloaded{
            [](const TextPart& text) { return line_of(text); },
            [](const InsertPart& insert) {
                json::object line{{"part", "insert"}};
                add_place(line, insert.place);
                std::size_t at = 0;
                line["new"] = new_provision(insert.provisions, at);
                return line;
            },
            [](const DeletePart& deletion) {
                return json::object{{"part", "delete"},
                                    {"provision", id_value(deletion.provision)}};
            },
            [](const MovePart& move) {
                json::object line{{"part", "move"}, {"provision", id_value(move.provision)}};
                add_place(line, move.place);
                return line;
            },
            [](const JoinPart& join) {
                return json::object{{"part", "join"}, {"provision", id_value(join.provision)}};
            },
            [](const BracketPart& bracket) {
                return json::object{{"part", "bracket"},
                                    {"provision", id_value(bracket.provision)},
                                    {"words", bracket.words}};
            },
            [](const ReservePart& reserve) {
                return json::object{{"part", "reserve"},
                                    {"provision", id_value(reserve.provision)},
                                    {"text", reserve.statement}};
            },
            [](const NotePart& note) {
                return json::object{
                    {"part", "note"}, {"provision", id_value(note.provision)}, {"text", note.note}};
            },
        },
        part);
}

json::object line_of(const Proposal& proposal) {
    json::object line{{"id", proposal.id}};
    json::array sponsors;
    for (const std::string& sponsor : proposal.sponsors) sponsors.emplace_back(sponsor);
    line["sponsors"] = std::move(sponsors);
    line["language"] = text::code_of(proposal.language);
    if (proposal.package == Package::all_or_nothing) line["package"] = "all_or_nothing";
    if (!proposal.reason.empty()) line["reason"] = proposal.reason;
    if (!proposal.amends.empty()) line["amends"] = proposal.amends;
    line["parts"] = parts_as_json(proposal.parts);
    return line;
}

json::object line_of(const Support& support, std::string_view verb) {
    json::object line{{verb, support.proposal}, {"sponsor", support.sponsor}};
    if (!support.tag.empty()) line["tag"] = support.tag;
    return line;
}

json::object line_of(const Drop& drop, const char* verb) {
    json::object line{{verb, drop.proposal}};
    if (!drop.tag.empty()) line["tag"] = drop.tag;
    return line;
}

bool is_submitter(const ProposalSet& set, const Support& support) {
    const auto& sponsors = set.submitted.at(support.proposal).sponsors;
    return support.tag.empty() && std::ranges::find(sponsors, support.sponsor) != sponsors.end();
}

}  // namespace

json::array parts_as_json(const std::vector<Part>& parts) {
    json::array lines;
    for (const Part& part : parts) lines.emplace_back(line_of(part));
    return lines;
}

std::string write_proposal_lines(const ProposalSet& set) {
    std::string bytes;
    const auto write = [&](const json::object& line) { bytes += json::serialize(line) + "\n"; };
    for (const auto& [id, proposal] : set.submitted) {
        write(line_of(proposal));
        for (const auto& [language, parts] : proposal.translations) {
            write({{"translation_of", id},
                   {"language", text::code_of(language)},
                   {"parts", parts_as_json(parts)}});
        }
    }
    for (const Support& support : set.supports) {
        if (!is_submitter(set, support)) write(line_of(support, "co_sponsor"));
    }
    for (const Support& support : set.withdrawals) write(line_of(support, "withdraw"));
    for (const Drop& drop : set.drops) write(line_of(drop, "drop"));
    for (const Drop& drop : set.reconsidered) write(line_of(drop, "reconsider"));
    return bytes;
}

}  // namespace travaux::formats
