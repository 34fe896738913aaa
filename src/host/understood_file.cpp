// SPDX-License-Identifier: MIT
#include "host/understood_file.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <set>

#include "formats/word_document.h"
#include "understanding/report_names.h"

namespace travaux::host {
namespace {

namespace json = boost::json;
using committee::refuse;

// Everything that the report depends on, and so does what is confirmed.
std::string seen_of(const UnderstoodFile& understood) {
    const auto& file = understood.file;
    std::string all = hex(understood.hash) + "\n" +
                      hex(text::id_of(understood.on.text->draft).bytes) + "\n" +
                      std::string(text::code_of(file.language));
    for (const std::string& id : understanding::change_ids(file)) all += "\n" + id;
    return hex(sha256(all));
}

// "Ghana; Norway, Peru; A. N. Other": the sponsors, or where none are known the authors.
std::string senders_of(const std::vector<understanding::ProposalFile>& files) {
    std::string all;
    for (const auto& file : files) {
        std::vector<std::string> names = file.sponsors.names;
        if (names.empty())
            std::ranges::copy(std::views::keys(file.authors), std::back_inserter(names));
        const char* between = all.empty() ? "" : "; ";
        for (const std::string& name : names) {
            all.append(between).append(name);
            between = ", ";
        }
    }
    return all;
}

}  // namespace

Result<UnderstoodFile> understand_file(const KeptCommittee& committee, const AskedFile& asked) {
    UnderstoodFile understood;
    TRY_ASSIGN(understood.on, committee.draft(asked.text));
    const std::string& later = understood.on.superseded_by;
    if (!later.empty()) return refuse("text.superseded", {asked.text, later}, ErrorCode::conflict);
    const text::Draft& draft = understood.on.text->draft;
    TRY_ASSIGN(auto files,
               understanding::read_proposal_files(draft, asked.bytes, asked.name, asked.reading));
    if (files.size() > 1) {
        return refuse("understanding.several_proposals",
                      {asked.name, std::to_string(files.size()), senders_of(files)});
    }
    understood.file = std::move(files.front());
    understood.hash = sha256(asked.bytes);
    understood.seen = seen_of(understood);
    understood.is_sound = understanding::check_changes(understood.file, asked.reading);
    return understood;
}

Result<json::object> confirmed_fields(const std::string& text, const UnderstoodFile& understood,
                                      const Confirmed& confirmed) {
    const auto& file = understood.file;
    if (confirmed.seen != understood.seen) {
        return refuse("understanding.not_as_seen", {file.file}, ErrorCode::conflict);
    }
    TRY_OK(understood.is_sound);
    std::set<std::string> wanted(confirmed.changes.begin(), confirmed.changes.end());
    if (wanted.empty()) return refuse("understanding.none_chosen", {file.file});
    const auto ids = understanding::change_ids(file);
    const json::array parts = understanding::parts_as_json(file);
    json::array chosen;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (wanted.erase(ids[i]) > 0) chosen.push_back(parts[i]);
    }
    if (!wanted.empty()) {
        return refuse("understanding.change_unknown", {file.file, *wanted.begin()},
                      ErrorCode::not_found);
    }
    json::object fields{
        {"text", text}, {"parts", std::move(chosen)}, {"language", text::code_of(file.language)}};
    if (!file.proposal.reason.empty()) fields["reason"] = file.proposal.reason;
    return fields;
}

json::object file_field(std::string_view base64) {
    return {{"base64", base64}, {"media_type", formats::word_media_type}};
}

}  // namespace travaux::host
