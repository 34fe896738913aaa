// SPDX-License-Identifier: MIT
#include "site/said_parts.h"

#include <algorithm>
#include <span>

#include "formats/html_body.h"
#include "formats/normalise.h"
#include "formats/proposal_lines.h"
#include "http/answers.h"
#include "understanding/insertion.h"
#include "understanding/print_comparison.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

// A form sends lines with CR and LF; a text of a provision is one line.
std::vector<std::string> paragraphs_of(std::string_view words) {
    std::vector<std::string> result(1);
    std::size_t line_ends = 0;
    for (const char sign : words) {
        if (sign == '\r') continue;
        if (sign == '\n') {
            ++line_ends;
            continue;
        }
        if (line_ends > 1 && !result.back().empty()) result.emplace_back();
        if (line_ends == 1 && !result.back().empty()) result.back() += ' ';
        line_ends = 0;
        result.back() += sign;
    }
    return result;
}

std::string in_one_line(std::string_view words) {
    std::string line;
    for (const std::string& one : paragraphs_of(words)) line += (line.empty() ? "" : " ") + one;
    while (line.ends_with(' ')) line.pop_back();
    return line;
}

const text::Provision* provision_of(const SaidPart& said, const host::ConsolidatedText& text) {
    const auto id = parse_id(said.provision);
    const auto at = id ? text::find(text.draft, ProvisionId{*id}) : std::nullopt;
    return at ? &text.draft.provisions[*at] : nullptr;
}

json::object inserted(const SaidPart& said, const text::Provision& after) {
    json::object fresh{{"kind", text::name_of(after.kind)}};
    if (!said.number.empty()) fresh["number"] = in_one_line(said.number);
    if (formats::is_division(after.kind) && !said.other.empty())
        fresh["heading"] = in_one_line(said.other);
    if (!said.words.empty()) fresh["text"] = in_one_line(said.words);
    return {{"part", "insert"}, {"after", said.provision}, {"new", std::move(fresh)}};
}

// Paragraphs that stand behind a provision, as the outline of a treaty has them there.
json::array inserted_behind(const text::Provision& provision, const host::ConsolidatedText& text,
                            const std::vector<understanding::FileLine>& lines) {
    std::vector<const understanding::FileLine*> all;
    for (const understanding::FileLine& line : lines) {
        if (!line.text.empty()) all.push_back(&line);
    }
    const auto at = text::find(text.draft, provision.id);
    const auto insertions = understanding::insertions_of(text.draft, text.language, at, all);
    const std::vector<consolidation::Part> parts(insertions.parts.begin(), insertions.parts.end());
    return formats::parts_as_json(parts);
}

understanding::FileLine line_of(std::string_view words, bool is_heading = false) {
    understanding::FileLine line;
    line.text = formats::normalised(words).value_or("");
    line.is_heading = is_heading;
    return line;
}

// What is typed for a new provision as lines: of a division first its number and heading.
std::vector<understanding::FileLine> lines_of_new(const SaidPart& said,
                                                  const text::Provision& after) {
    const std::vector<std::string> paragraphs = paragraphs_of(said.words);
    std::vector<understanding::FileLine> lines;
    std::string number = said.number.empty() ? "" : said.number + " ";
    if (formats::is_division(after.kind)) {
        lines.push_back(line_of(number + said.other, true));
        number.clear();
    }
    for (const std::string& one : paragraphs) {
        lines.push_back(line_of(number + one));
        number.clear();
    }
    return lines;
}

// The texts of a part, one behind the other with blank lines between.
std::string texts_of(const json::object& part) {
    const auto* texts = part.if_contains("texts");
    if (texts == nullptr || !texts->is_array()) return {};
    std::string words;
    for (const json::value& one : texts->get_array()) {
        if (!one.is_string()) return {};
        words += (words.empty() ? "" : "\n\n") + std::string(one.get_string());
    }
    return words;
}

// One part; null where nothing is asked for.
json::value part_of(const SaidPart& said, const host::ConsolidatedText& text) {
    const text::Provision* provision = provision_of(said, text);
    const std::string words = in_one_line(said.words);
    if (said.kind == "replace_term") {
        if (said.other.empty()) return nullptr;
        return json::object{
            {"part", said.kind}, {"term", in_one_line(said.other)}, {"with", words}};
    }
    if (provision == nullptr) return nullptr;
    const text::Wording& now = provision->in(text.language);
    json::object part{{"part", said.kind}, {"provision", said.provision}};
    if (said.kind == "delete" || said.kind == "join") return part;
    if (said.kind == "reserve") {
        if (!words.empty()) part["text"] = words;
        return part;
    }
    if (said.kind == "bracket") {
        if (!words.empty()) part["words"] = words;
        return part;
    }
    if (said.kind == "move") {
        if (said.other.empty() || said.other == said.provision) return nullptr;
        part["after"] = said.other;
        return part;
    }
    if (words.empty()) return nullptr;
    if (said.kind == "insert") return inserted(said, *provision);
    if (said.kind == "retitle") {
        if (words == now.heading) return nullptr;
        part["heading"] = words;
        return part;
    }
    if (said.kind == "split") {
        const auto texts = paragraphs_of(said.words);
        if (texts.size() < 2) return nullptr;
        part["texts"] = json::value_from(texts);
        return part;
    }
    if (said.kind == "text" && words == now.text) return nullptr;
    part["text"] = words;
    return part;
}

}  // namespace

Result<SaidPart> said_part(const http::Request& request) {
    SaidPart said;
    if (const auto kind = request.parameter("kind"); !kind.empty()) said.kind = kind;
    if (std::ranges::find(kinds_of_change, said.kind) == kinds_of_change.end()) {
        return http::refuse_request("request.parameter_value", {"kind", said.kind});
    }
    said.provision = request.parameter("provision");
    said.words = request.parameter("words");
    said.number = request.parameter("number");
    said.other = request.parameter("other");
    return said;
}

json::array parts_of(const SaidPart& said, const host::ConsolidatedText& text) {
    const text::Provision* provision = provision_of(said, text);
    const std::vector<std::string> paragraphs = paragraphs_of(said.words);
    const bool goes_on = provision != nullptr && paragraphs.size() > 1 &&
                         (said.kind == "text" || said.kind == "insert");
    if (goes_on && said.kind == "insert") {
        return inserted_behind(*provision, text, lines_of_new(said, *provision));
    }
    SaidPart first = said;
    if (goes_on) first.words = paragraphs.front();
    json::array parts;
    if (json::value part = part_of(first, text); !part.is_null()) parts.push_back(std::move(part));
    if (!goes_on) return parts;
    std::vector<understanding::FileLine> lines;
    for (const std::string& one : std::span(paragraphs).subspan(1)) lines.push_back(line_of(one));
    for (json::value& part : inserted_behind(*provision, text, lines)) {
        parts.push_back(std::move(part));
    }
    return parts;
}

std::string tracked_words(const SaidPart& said, const host::ConsolidatedText& text) {
    const text::Provision* provision = provision_of(said, text);
    if (provision == nullptr || said.words.empty()) return {};
    const text::Wording& now = provision->in(text.language);
    const std::string later = in_one_line(paragraphs_of(said.words).front());
    const std::string& former = said.kind == "retitle" ? now.heading : now.text;
    const bool has_words = said.kind == "text" || said.kind == "retitle";
    if (!has_words || later == former) return {};
    return understanding::html_of(understanding::pieces_of(former, later));
}

std::optional<SaidPart> said_of(const json::value& part, const host::ConsolidatedText& text) {
    if (!part.is_object()) return std::nullopt;
    const auto field = [](const json::object& of, std::string_view name) {
        const auto* value = of.if_contains(name);
        return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                      : std::string();
    };
    const json::object& object = part.get_object();
    SaidPart said;
    said.kind = field(object, "part");
    said.provision = field(object, "provision");
    said.words = texts_of(object);
    // Each kind has its words in one of them.
    for (const char* name : {"text", "heading", "words", "with"}) said.words += field(object, name);
    said.other = said.kind == "move" ? field(object, "after") : field(object, "term");
    if (const auto* fresh = object.if_contains("new"); fresh != nullptr && fresh->is_object()) {
        said.provision = field(object, "after");
        said.words = field(fresh->get_object(), "text");
        said.number = field(fresh->get_object(), "number");
        said.other = field(fresh->get_object(), "heading");
    }
    if (part_of(said, text) != part) return std::nullopt;
    return said;
}

Result<consolidation::Proposal> proposal_of(const json::array& parts,
                                            const host::ConsolidatedText& text) {
    const json::object line{
        {"id", "-"}, {"sponsors", {"-"}}, {"language", code_of(text.language)}, {"parts", parts}};
    TRY_ASSIGN(auto set, formats::read_proposal_lines(text.draft,
                                                      {{"proposal", json::serialize(line) + "\n"}},
                                                      formats::Checking::later));
    VERIFY(!set.submitted.empty());
    return std::move(set.submitted.begin()->second);
}

}  // namespace travaux::site
