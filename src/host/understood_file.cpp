// SPDX-License-Identifier: MIT
#include "host/understood_file.h"

#include <algorithm>
#include <set>

#include "formats/word_document.h"
#include "understanding/report_names.h"

namespace travaux::host {
namespace {

namespace json = boost::json;
using committee::refuse;

// Everything that the report depends on, and so does what is confirmed. Of several proposals each
// has its place.
std::string seen_of(const UnderstoodProposal& understood, std::size_t place) {
    const auto& file = understood.file;
    std::string all = hex(understood.hash) + "\n" +
                      hex(text::id_of(understood.on.text->draft).bytes) + "\n" +
                      std::string(text::code_of(file.language));
    if (place > 0) all += "\n" + std::to_string(place);
    for (const std::string& id : understanding::change_ids(file)) all += "\n" + id;
    return hex(sha256(all));
}

}  // namespace

Result<UnderstoodFile> understand_file(const KeptCommittee& committee, const AskedFile& asked) {
    TRY_ASSIGN(const PublishedDraft on, committee.draft(asked.text));
    const std::string& later = on.superseded_by;
    if (!later.empty()) return refuse("text.superseded", {asked.text, later}, ErrorCode::conflict);
    TRY_ASSIGN(auto files, understanding::read_proposal_files(on.text->draft, asked.bytes,
                                                              asked.name, asked.reading));
    const Sha256 hash = sha256(asked.bytes);
    UnderstoodFile all;
    for (auto& file : files) {
        auto sound = understanding::check_changes(file, asked.reading);
        all.push_back({on, std::move(file), hash, {}, std::move(sound)});
        all.back().seen = seen_of(all.back(), files.size() > 1 ? all.size() : 0);
    }
    return all;
}

Result<json::object> confirmed_fields(const AskedFile& asked, const UnderstoodFile& understood,
                                      const Confirmed& confirmed) {
    const auto seen = std::ranges::find(understood, confirmed.seen, &UnderstoodProposal::seen);
    if (seen == understood.end()) {
        return refuse("understanding.not_as_seen", {asked.name}, ErrorCode::conflict);
    }
    TRY_OK(seen->is_sound);
    const auto& file = seen->file;
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
    json::object fields{{"text", asked.text},
                        {"parts", std::move(chosen)},
                        {"language", text::code_of(file.language)}};
    if (!file.proposal.amends.empty()) fields["amends"] = file.proposal.amends;
    if (!file.proposal.reason.empty()) fields["reason"] = file.proposal.reason;
    return fields;
}

json::object file_field(std::string_view base64) {
    return {{"base64", base64}, {"media_type", formats::word_media_type}};
}

}  // namespace travaux::host
