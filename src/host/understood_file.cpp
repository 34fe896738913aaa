// SPDX-License-Identifier: MIT
#include "host/understood_file.h"

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

}  // namespace

Result<UnderstoodFile> understand_file(const KeptCommittee& committee, const AskedFile& asked) {
    UnderstoodFile understood;
    TRY_ASSIGN(understood.on, committee.draft(asked.text));
    const std::string& later = understood.on.superseded_by;
    if (!later.empty()) return refuse("text.superseded", {asked.text, later}, ErrorCode::conflict);
    TRY_ASSIGN(understood.file,
               understanding::read_proposal_file(understood.on.text->draft, asked.bytes, asked.name,
                                                 asked.reading));
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
