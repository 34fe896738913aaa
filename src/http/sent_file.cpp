// SPDX-License-Identifier: MIT
#include "http/sent_file.h"

#include <algorithm>
#include <set>

#include "base/base64.h"
#include "base/file_limits.h"
#include "base/limits.h"
#include "committee/cited_rule.h"
#include "http/form_data.h"
#include "lang/messages.h"

namespace travaux::http {
namespace {

namespace json = boost::json;

/// The fields that every form has.
const FieldsOfFile& fields_of_reading() {
    static const FieldsOfFile fields = {
        {"file", "The Word file."},
        {"language", "Of the file; else what it says, or the working language of the text."},
        {"sponsor", "Who sends it; else the States that it names. May be sent several times."},
        {"author", "Whose tracked changes count; else everybody's. May be sent several times."},
        {"rebase", "Whether changes that were made on another draft are carried over."},
    };
    return fields;
}

/// A file of a form.
struct FileOfForm {
    std::string name;
    std::string_view bytes;
};

class Reader {
public:
    Reader(SentFile& sent, const FieldsOfFile& more) : sent_(sent), more_(more) {}

    std::vector<FileOfForm> files;

    Result<void> take(const SentField& field) {
        if (field.name == "file") {
            files.push_back(
                {field.file_name.empty() ? "unnamed.docx" : field.file_name, field.content});
            return {};
        }
        if (field.is_file) return refuse_request("request.parameter_value", {field.name, "a file"});
        const std::string value(field.content);
        const bool repeats =
            field.name == "sponsor" || field.name == "author" || field.name == "change";
        if (!repeats && !names_.insert(field.name).second) {
            return refuse_request("request.parameter_twice", {field.name});
        }
        const bool is_said =
            std::ranges::find(more_, field.name, &committee::FieldSentence::field) != more_.end();
        if (is_said) return take_said(field.name, value);
        return take_reading(field.name, value);
    }

private:
    Result<void> take_said(const std::string& name, const std::string& value) {
        if (name == "seen") {
            sent_.confirmed.seen = value;
        } else if (name == "change") {
            sent_.confirmed.changes.push_back(value);
        } else if (!value.empty() || name == "reason") {
            sent_.said[name] = value;
        }
        return {};
    }

    Result<void> take_reading(const std::string& name, const std::string& value) {
        understanding::Reading& reading = sent_.file.reading;
        const auto wrong = [&] { return refuse_request("request.parameter_value", {name, value}); };
        if (name == "language") {
            reading.language = text::parse_language(value);
            if (!value.empty() && !reading.language) return wrong();
        } else if (name == "rebase") {
            if (value != "yes" && value != "no" && !value.empty()) return wrong();
            reading.rebase =
                value == "yes" ? understanding::Rebase::yes : understanding::Rebase::no;
        } else if (name == "sponsor") {
            if (!value.empty()) reading.sponsors.push_back(value);
        } else if (name == "author") {
            if (!value.empty()) reading.authors.insert(value);
        } else {
            return refuse_request("request.parameter_unknown", {name});
        }
        return {};
    }

    SentFile& sent_;
    const FieldsOfFile& more_;
    std::set<std::string> names_;
};

Result<std::vector<FileOfForm>> read_form(const Asked& asked, const FieldsOfFile& fields,
                                          SentFile& sent) {
    TRY_ASSIGN(const auto form, read_form_data(asked.request));
    sent.file.text = asked.places.at("text");
    sent.file.reading.unpacked_bytes = limits::sent_file_unpacked_bytes;
    Reader reader(sent, fields);
    for (const SentField& field : form) TRY_OK(reader.take(field));
    if (reader.files.empty()) return refuse_request("request.file_missing");
    return std::move(reader.files);
}

json::object report_of(const ServedCommittee& committee, const host::AskedFile& asked,
                       const host::UnderstoodProposal& understood, text::Language language) {
    const text::Draft& draft = understood.on.text->draft;
    const auto& file = understood.file;
    json::object report =
        understanding::report_as_json(draft, file, understanding::report_on(draft, file, language));
    report["text"] = asked.text;
    report["hash"] = hex(understood.hash);
    report["seen"] = understood.seen;
    report["sponsors"].as_object()["members"] =
        json::value_from(members_named(committee, file.sponsors.names));
    if (!understood.is_sound) {
        json::object refusal = committee::as_json(understood.is_sound.error());
        refusal["message"] = lang::sentence_of(understood.is_sound.error(), language);
        report["refusal"] = std::move(refusal);
    }
    return report;
}

}  // namespace

Result<Sender> sender_of(const Service& service, const Asked& asked,
                         const std::vector<committee::Right>& who, const FieldsOfFile& fields) {
    TRY_ASSIGN(ServedCommittee* const committee, committee_of(service, asked));
    TRY_ASSIGN(Identity identity, identity_of(service, asked));
    if (identity.caller.capacity == committee::Capacity::visitor && identity.account.empty()) {
        return refuse_request("identity.unknown", {}, ErrorCode::refused);
    }
    TRY_OK(committee->committee().read([&](const committee::State& state) {
        return committee::check_rights(state, identity.caller, who, {});
    }));
    TRY_ASSIGN(SentFile sent, read_sent_file(asked, fields));
    return Sender{*committee, std::move(identity), std::move(sent),
                  language_of(service, asked.request)};
}

Result<SentFile> read_sent_file(const Asked& asked, const FieldsOfFile& fields) {
    SentFile sent;
    TRY_ASSIGN(const auto files, read_form(asked, fields, sent));
    if (files.size() > 1) return refuse_request("request.parameter_twice", {"file"});
    if (files.front().bytes.size() > limits::sent_file_bytes) {
        return refuse_request("request.file_too_large", {std::to_string(limits::sent_file_bytes)});
    }
    sent.file.name = files.front().name;
    sent.file.bytes = files.front().bytes;
    return sent;
}

Result<std::vector<SentFile>> read_sent_files(const Asked& asked, const FieldsOfFile& fields) {
    SentFile sent;
    TRY_ASSIGN(const auto files, read_form(asked, fields, sent));
    std::vector<std::pair<std::string, std::size_t>> sizes;
    for (const FileOfForm& one : files) sizes.emplace_back(one.name, one.bytes.size());
    TRY_OK(check_sent_files(sizes));
    std::vector<SentFile> all(files.size(), sent);
    for (std::size_t at = 0; at < files.size(); ++at) {
        all[at].file.name = files[at].name;
        all[at].file.bytes = files[at].bytes;
    }
    return all;
}

Result<void> check_sent_files(const std::vector<std::pair<std::string, std::size_t>>& files) {
    if (files.size() > limits::sent_files) {
        return refuse_request("request.files_too_many", {files[limits::sent_files].first,
                                                         std::to_string(limits::sent_files)});
    }
    std::size_t all = 0;
    for (const auto& [name, bytes] : files) {
        all += bytes;
        if (bytes <= limits::sent_file_bytes && all <= limits::sent_files_bytes) continue;
        return refuse_request("request.files_too_large",
                              {name, std::to_string(limits::sent_file_bytes),
                               std::to_string(limits::sent_files_bytes)});
    }
    return {};
}

std::vector<std::string> members_named(const ServedCommittee& committee,
                                       const std::vector<std::string>& names) {
    return committee.committee().read([&](const committee::State& state) {
        std::vector<std::string> codes;
        for (const auto& [code, member] : state.members) {
            if (std::ranges::find(names, member.name) != names.end()) codes.push_back(code);
        }
        return codes;
    });
}

json::object sent_file_schema(const FieldsOfFile& fields) {
    json::object properties;
    json::array required{"file"};
    const auto add = [&](const committee::FieldSentence& field) {
        json::object schema{{"type", "string"}, {"description", field.sentence}};
        const bool repeats =
            field.field == "sponsor" || field.field == "author" || field.field == "change";
        if (field.field == "file") schema["contentMediaType"] = "application/octet-stream";
        if (field.field == "rebase") schema["enum"] = {"no", "yes"};
        if (field.field == "seen" || field.field == "change") required.emplace_back(field.field);
        if (repeats) {
            schema = {{"type", "array"},
                      {"items", {{"type", "string"}}},
                      {"description", field.sentence}};
        }
        properties[field.field] = std::move(schema);
    };
    std::ranges::for_each(fields_of_reading(), add);
    std::ranges::for_each(fields, add);
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

json::object report_of(const ServedCommittee& committee, const host::AskedFile& asked,
                       const host::UnderstoodFile& understood, text::Language language) {
    if (understood.size() == 1) {
        return report_of(committee, asked, understood.front(), language);
    }
    json::array reports;
    for (const host::UnderstoodProposal& one : understood) {
        reports.emplace_back(report_of(committee, asked, one, language));
    }
    const std::vector<std::string> count{std::to_string(understood.size())};
    return {{"file", asked.name},
            {"text", asked.text},
            {"hash", hex(understood.front().hash)},
            {"sentences", {lang::words(language, "understood.proposals", count)}},
            {"reports", std::move(reports)}};
}

Response refusal_with_report(const Sender& sender, const Error& error) {
    Response response = refusal(error, sender.language);
    const bool is_superseded = error.id == "text.superseded";
    if (!is_superseded && error.id != "understanding.not_as_seen") return response;
    host::AskedFile asked = sender.sent.file;
    if (is_superseded) asked.text = error.args.back();
    const auto understood = host::understand_file(sender.committee.committee(), asked);
    if (!understood) return response;
    json::object answer = json::parse(*response.body).as_object();
    answer["report"] = report_of(sender.committee, asked, *understood, sender.language);
    response.body = share(json::serialize(answer) + "\n");
    return response;
}

Result<json::object> fields_to_submit(const SentFile& sent,
                                      const host::UnderstoodFile& understood) {
    TRY_ASSIGN(json::object fields, host::confirmed_fields(sent.file, understood, sent.confirmed));
    if (sent.said.contains("reason")) fields.erase("reason");
    if (const auto* amended = fields.if_contains("amends");
        amended && !sent.said.contains("amends")) {
        return refuse_request("understanding.amends_unsaid",
                              {sent.file.name, std::string(amended->as_string())},
                              ErrorCode::conflict);
    }
    for (const auto& [name, value] : sent.said) {
        if (!value.empty()) fields[name] = value;
    }
    fields["file"] = host::file_field(base64(sent.file.bytes));
    return fields;
}

}  // namespace travaux::http
