// A report for programs.
// SPDX-License-Identifier: MIT
#include "formats/proposal_lines.h"
#include "understanding/report.h"
#include "understanding/report_names.h"

namespace travaux::understanding {
namespace {

namespace json = boost::json;

constexpr std::size_t id_digits = 16;

template <typename T>
json::array list_of(const std::vector<T>& all) {
    json::array list;
    for (const T& one : all) list.emplace_back(one);
    return list;
}

json::object as_json(const ReportedChange& one) {
    return {{"id", one.id},
            {"confidence", name_of(one.confidence)},
            {"place", one.place},
            {"sentences", list_of(one.sentences)},
            {"part", one.part}};
}

json::object as_json(const ReportedDoubt& one) {
    return {{"kind", name_of(one.kind)},
            {"place", one.place},
            {"words", one.words},
            {"sentence", one.sentence}};
}

json::object sponsors_as_json(const Sponsors& sponsors) {
    json::object object{{"names", list_of(sponsors.names)}};
    if (!sponsors.names.empty()) object["source"] = name_of(sponsors.source);
    return object;
}

json::object base_as_json(const text::Draft& draft, const ProposalFile& file) {
    json::object base{{"draft", hex(text::id_of(draft).bytes)},
                      {"lines", file.understanding.lines},
                      {"found", file.understanding.found}};
    if (file.made_of) base["made_of"] = hex(file.made_of->draft.bytes);
    json::array altered;
    for (const ProvisionId id : file.understanding.altered) altered.emplace_back(hex(id.bytes));
    base["altered"] = std::move(altered);
    return base;
}

}  // namespace

std::string_view name_of(Confidence confidence) {
    switch (confidence) {
        case Confidence::certain: return "certain";
        case Confidence::likely: return "likely";
    }
    return "";
}

std::string_view name_of(DoubtKind kind) {
    switch (kind) {
        case DoubtKind::no_place: return "no_place";
        case DoubtKind::other_words: return "other_words";
        case DoubtKind::struck_words: return "struck_words";
        case DoubtKind::odd_place: return "odd_place";
        case DoubtKind::left_out: return "left_out";
        case DoubtKind::own_parts: return "own_parts";
        case DoubtKind::contradicts: return "contradicts";
        case DoubtKind::twice: return "twice";
    }
    return "";
}

std::string_view name_of(SponsorSource source) {
    switch (source) {
        case SponsorSource::told: return "told";
        case SponsorSource::heading: return "heading";
        case SponsorSource::company: return "company";
        case SponsorSource::author: return "author";
        case SponsorSource::head: return "head";
        case SponsorSource::file_name: return "file_name";
        case SponsorSource::creator: return "creator";
    }
    return "";
}

json::array parts_as_json(const ProposalFile& file) {
    if (file.proposal.parts.empty()) return {};
    VERIFY(file.proposal.parts.size() == file.understanding.changes.size());
    return formats::parts_as_json(file.proposal.parts);
}

std::vector<std::string> change_ids(const ProposalFile& file) {
    std::vector<std::string> ids;
    const json::array parts = parts_as_json(file);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string place = std::to_string(file.understanding.changes[i].place);
        const std::string what = json::serialize(parts[i]) + "\n" + place;
        ids.push_back(hex(sha256(what)).substr(0, id_digits));
    }
    return ids;
}

json::object report_as_json(const text::Draft& draft, const ProposalFile& file,
                            const Report& report) {
    json::array authors;
    for (const auto& [name, count] : file.authors) {
        authors.push_back(json::object{{"name", name}, {"changes", count}});
    }
    json::array changes;
    for (const ReportedChange& one : report.changes) changes.emplace_back(as_json(one));
    json::array doubts;
    for (const ReportedDoubt& one : report.doubts) doubts.emplace_back(as_json(one));
    json::array sentences = list_of(report.head);
    sentences.emplace_back(report.understood);
    sentences.emplace_back(report.doubtful);
    json::object object{{"file", file.file},
                        {"proposal", file.proposal.id},
                        {"language", text::code_of(file.language)},
                        {"sponsors", sponsors_as_json(file.sponsors)},
                        {"tracked", file.has_changes},
                        {"authors", std::move(authors)},
                        {"base", base_as_json(draft, file)},
                        {"sentences", std::move(sentences)},
                        {"changes", std::move(changes)},
                        {"doubts", std::move(doubts)}};
    if (!file.proposal.amends.empty()) object["amends"] = file.proposal.amends;
    if (!file.proposal.reason.empty()) object["reason"] = file.proposal.reason;
    return object;
}

}  // namespace travaux::understanding
