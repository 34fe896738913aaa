// SPDX-License-Identifier: MIT
#include "host/committee_library.h"

#include <set>

#include "base/base64.h"
#include "base/limits.h"
#include "committee/negotiation.h"
#include "formats/draft_folder.h"
#include "formats/import_text.h"
#include "formats/proposal_lines.h"
#include "formats/word_document.h"
#include "host/document_file.h"
#include "record/canonical_json.h"
#include "text/labels.h"

namespace travaux::host {
namespace {

namespace json = boost::json;
using committee::BodyReference;
using committee::Moment;
using committee::NamedBody;

// The id and the sponsor of a line whose own are given by the record.
constexpr std::string_view own_id = "proposal";
constexpr std::string_view own_sponsor = "sponsor";

std::unexpected<Error> malformed(std::string_view place, std::string_view what) {
    return std::unexpected(
        Error{ErrorCode::invalid, "json.malformed", {std::string(place), std::string(what)}});
}

std::unexpected<Error> no_text(std::string_view act, std::string_view field) {
    return std::unexpected(
        Error{ErrorCode::invalid, "json.not_a_text", {std::string(act), std::string(field)}});
}

json::value to_json(const BodyReference& body) { return committee::to_json(body); }

std::string line_of(json::object fields) {
    fields["id"] = own_id;
    fields["sponsors"] = json::array{json::value(own_sponsor)};
    return json::serialize(fields);
}

// Hands on every text within a value.
template <typename Take>
void for_texts(const json::value& value, Take take) {
    if (value.is_string()) take(std::string_view(value.get_string()));
    if (value.is_array()) {
        for (const json::value& one : value.get_array()) for_texts(one, take);
    }
    if (value.is_object()) {
        for (const auto& one : value.get_object()) for_texts(one.value(), take);
    }
}

// Returns the proposals whose provisions a new one may name: `P7/2`, or by permanent id.
std::set<std::string> named(const json::value& parts, const consolidation::Soundness& sound) {
    std::set<std::string> ids;
    for_texts(parts, [&](std::string_view text) {
        if (const auto bytes = parse_id(text)) {
            const auto* known = sound.find(ProvisionId{*bytes});
            if (known != nullptr) ids.insert(std::string(known->inserted_by));
        } else if (const auto mark = text.rfind('/'); mark != std::string_view::npos) {
            ids.insert(std::string(text.substr(0, mark)));
        }
    });
    return ids;
}

class Intake {
public:
    Intake(const committee::State& state, const committee::Act& act,
           const committee::Library& library, const KeepBody& keep)
        : state_(state), act_(act), library_(library), keep_(keep) {}

    Result<json::object> run(json::object fields) {
        const bool is_proposal = fields.contains("parts") && !fields["parts"].is_object();
        if (is_proposal) {
            TRY_ASSIGN(fields["parts"], parts(fields));
        }
        const bool is_text = fields.contains("files") && !fields["files"].is_array();
        if (is_text) TRY_OK(files(fields));
        for (const committee::FieldOfAct& field : act_.fields) {
            json::value* value = fields.if_contains(field.name);
            if (value == nullptr) continue;
            if (field.type == "body" && value->is_string()) {
                *value = kept(value->get_string(), "text/plain");
            }
            if (field.type == "body" && is_file(*value)) {
                TRY_ASSIGN(*value, file(value->get_object()));
            }
            if (field.type == Moment::type_name && value->is_string()) {
                // What is no moment is refused where the field is read.
                const auto moment = committee::parse_moment(value->get_string());
                if (moment) *value = committee::to_json(*moment);
            }
            if (field.name == "provision" && value->is_string()) {
                TRY_ASSIGN(*value, provision(*value));
            }
            if (field.name == "provisions" && value->is_array()) {
                for (json::value& one : value->get_array()) {
                    TRY_ASSIGN(one, provision(one));
                }
            }
        }
        return fields;
    }

private:
    json::value kept(std::string_view content, std::string media_type) const {
        return to_json(keep_(content, std::move(media_type)));
    }

    static bool is_file(const json::value& value) {
        return value.is_object() && value.get_object().contains("base64");
    }

    bool is_of_document() const { return act_.declaration.name == "document.add_version"; }

    // A document has files of several forms, and the act says which; all else has Word files.
    bool is_taken(std::string_view media_type) const {
        return media_type == formats::word_media_type ||
               (is_of_document() && committee::form_of(media_type));
    }

    Result<json::value> file(const json::object& given) const {
        const auto* type = given.if_contains("media_type");
        const json::value& spelling = given.at("base64");
        const bool is_file = given.size() == 2 && spelling.is_string() && type != nullptr &&
                             type->is_string() && is_taken(type->get_string());
        std::optional<std::string> bytes;
        if (is_file) bytes = parse_base64(spelling.get_string());
        if (bytes && bytes->size() <= limits::sent_file_bytes) {
            return kept(*bytes, std::string(type->get_string()));
        }
        if (is_of_document()) {
            return committee::refuse("document.file_malformed",
                                     {std::to_string(limits::sent_file_bytes)}, ErrorCode::invalid);
        }
        return std::unexpected(Error{
            ErrorCode::invalid,
            "proposal.file_malformed",
            {std::string(formats::word_media_type), std::to_string(limits::sent_file_bytes)}});
    }

    // Labels are read against the text and the proposals that are there, and written as ids.
    // Whether what is proposed fits them is for the act to say.
    Result<json::value> parts(const json::object& fields) {
        const auto* text = fields.if_contains("text");
        if (text == nullptr || !text->is_string()) return no_text(act_.declaration.name, "text");
        TRY_ASSIGN(const auto* on,
                   library_.known().on(state_, library_, std::string(text->get_string())));
        auto ids = named(fields.at("parts"), on->sound);
        json::object line{{"parts", fields.at("parts")}};
        if (const auto* amends = fields.if_contains("amends")) {
            line["amends"] = *amends;
            if (amends->is_string()) ids.insert(std::string(amends->get_string()));
        }
        if (const auto* language = fields.if_contains("language")) line["language"] = *language;
        consolidation::ProposalSet others;
        for (const std::string& id : ids) {
            auto other = committee::proposal_on(state_, library_, *on, id);
            if (!other) continue;  // a text with a stroke in it, or for the act to refuse
            other->sponsors = {std::string(own_sponsor)};
            others.submitted.emplace(id, *std::move(other));
        }
        const std::vector<formats::LinesFile> lines = {
            {"record", formats::write_proposal_lines(others)},
            {std::string(act_.declaration.name), line_of(std::move(line))},
        };
        TRY_ASSIGN(auto set,
                   formats::read_proposal_lines(on->text->draft, lines, formats::Checking::later));
        consolidation::ProposalSet one;
        auto node = set.submitted.extract(std::string(own_id));
        node.mapped().amends.clear();
        one.submitted.insert(std::move(node));
        json::object resolved = json::parse(formats::write_proposal_lines(one)).as_object();
        resolved.erase("id");
        resolved.erase("sponsors");
        TRY_ASSIGN(const std::string bytes, record::write_canonical(resolved));
        return kept(bytes, "application/json");
    }

    json::value kept_files(const formats::DraftWithProvenance& draft) const {
        json::array files;
        for (auto& [name, bytes] : formats::write_draft_folder(draft)) {
            const std::string type =
                name.ends_with(".json") ? "application/json" : "application/akn+xml";
            files.push_back(json::object{{"name", name}, {"body", kept(bytes, type)}});
        }
        return files;
    }

    Result<void> files(json::object& fields) {
        const json::value& given = fields.at("files");
        if (given.is_string() && given.get_string() == "next") return next_files(fields);
        const auto* object = given.if_object();
        const auto* import = object != nullptr ? object->if_contains("import") : nullptr;
        const auto* code = object != nullptr ? object->if_contains("language") : nullptr;
        if (import == nullptr || code == nullptr || !code->is_string()) {
            return malformed(act_.declaration.name, "files");
        }
        TRY_ASSIGN(const auto draft, imported(*import, code->get_string()));
        fields["files"] = kept_files(draft);
        return {};
    }

    Result<formats::DraftWithProvenance> imported(const json::value& texts,
                                                  std::string_view code) const {
        const json::object languages =
            texts.is_object() ? texts.get_object() : json::object{{code, texts}};
        const auto in = [&](std::string_view name) -> Result<std::string_view> {
            const auto* text = languages.if_contains(name);
            const bool is_known = text::parse_language(name).has_value();
            if (!is_known) return malformed(act_.declaration.name, "language");
            if (text == nullptr || !text->is_string()) {
                return malformed(act_.declaration.name, "files");
            }
            return std::string_view(text->get_string());
        };
        TRY_ASSIGN(const std::string_view first, in(code));
        TRY_ASSIGN(auto draft, formats::import_text(first, code, *text::parse_language(code)));
        for (const auto& [name, text] : languages) {
            if (name == code) continue;
            TRY_ASSIGN(const std::string_view words, in(name));
            TRY_ASSIGN(auto match,
                       formats::import_language(draft, words, name, *text::parse_language(name)));
            if (!match.unmatched.empty()) {
                return malformed(std::string(name), match.unmatched.front());
            }
            draft = std::move(match.draft);
        }
        return draft;
    }

    // The next draft as the decisions make it, and the proposals that stay open on it.
    Result<void> next_files(json::object& fields) {
        const auto* text = fields.if_contains("supersedes");
        if (text == nullptr || !text->is_string()) {
            return no_text(act_.declaration.name, "supersedes");
        }
        TRY_ASSIGN(const auto next,
                   committee::next_text(state_, library_, std::string(text->get_string())));
        fields["files"] = kept_files({next.draft, next.provenance});
        fields["open"] = kept(formats::write_proposal_lines(next.open), "application/jsonl");
        TRY_ASSIGN(const std::string verdicts,
                   record::write_canonical(committee::verdicts_as_json(next.verdicts)));
        fields["verdicts"] = kept(verdicts, "application/json");
        return {};
    }

    Result<json::value> provision(const json::value& name) {
        if (!name.is_string() || parse_id(name.get_string())) return name;
        const std::string id = committee::basis_of(state_, committee::Subject::convention);
        const auto* published = committee::find(state_.texts, id);
        if (published == nullptr) return committee::refuse("text.none_negotiated");
        TRY_ASSIGN(const auto* text, library_.text(published->files));
        const text::Labels labels(text->draft, text->draft.working_language);
        TRY_ASSIGN(const ProvisionId found, labels.resolve(name.get_string()));
        return json::value(hex(found.bytes));
    }

    const committee::State& state_;
    const committee::Act& act_;
    const committee::Library& library_;
    const KeepBody& keep_;
};

}  // namespace

Result<const committee::TextWithProvenance*> CommitteeLibrary::text(
    const std::vector<NamedBody>& files) const {
    std::string key;
    for (const NamedBody& file : files) key += file.name + "\n" + hex(file.body.hash) + "\n";
    const std::scoped_lock lock(mutex_);
    auto& kept = texts_[key];
    if (kept) return kept.get();
    formats::Files folder;
    for (const NamedBody& file : files) {
        TRY_ASSIGN(folder[file.name], content_(file.body));
    }
    TRY_ASSIGN(auto read, formats::read_draft_folder(folder));
    kept = std::make_unique<committee::TextWithProvenance>(
        committee::TextWithProvenance{std::move(read.draft), std::move(read.provenance)});
    return kept.get();
}

Result<std::optional<std::string>> CommitteeLibrary::words_of_file(
    const BodyReference& body) const {
    TRY_ASSIGN(const std::string content, content_(body));
    return words_in_file(content, body.media_type, words_of_pdf_);
}

Result<consolidation::Proposal> CommitteeLibrary::proposal(const BodyReference& body,
                                                           const text::Draft& draft) const {
    const std::scoped_lock lock(mutex_);
    auto& kept = proposals_[{&draft, body.hash}];
    if (kept) return *kept;
    TRY_ASSIGN(const std::string content, content_(body));
    json::error_code failure;
    const json::value value = json::parse(content, failure);
    if (failure || !value.is_object()) return malformed(hex(body.hash), failure.message());
    TRY_ASSIGN(auto set,
               formats::read_proposal_lines(draft, {{hex(body.hash), line_of(value.get_object())}},
                                            formats::Checking::later));
    kept = std::make_unique<consolidation::Proposal>(std::move(set.submitted.begin()->second));
    return *kept;
}

Result<consolidation::ProposalSet> CommitteeLibrary::carried_over(const BodyReference& body,
                                                                  const text::Draft& draft) const {
    TRY_ASSIGN(std::string content, content_(body));
    return formats::read_proposal_lines(draft, {{hex(body.hash), std::move(content)}});
}

Result<json::object> with_bodies(const committee::State& state, const committee::Act& act,
                                 json::object fields, const committee::Library& library,
                                 const KeepBody& keep) {
    return Intake(state, act, library, keep).run(std::move(fields));
}

}  // namespace travaux::host
