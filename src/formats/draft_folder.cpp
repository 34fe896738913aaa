// SPDX-License-Identifier: MIT
#include "formats/draft_folder.h"

#include <algorithm>

#include "formats/akoma_ntoso.h"
#include "formats/akoma_ntoso_form.h"
#include "formats/provenance_json.h"

namespace travaux::formats {
namespace {

using text::Language;

constexpr std::string_view provenance_file = "provenance.json";

std::string file_of(Language language) { return std::string(code_of(language)) + ".xml"; }

std::unexpected<Error> refuse(std::string id, std::vector<std::string> args) {
    return std::unexpected(Error{ErrorCode::invalid, std::move(id), std::move(args)});
}

std::optional<Language> language_of(std::string_view file) {
    if (!file.ends_with(".xml")) return std::nullopt;
    return text::parse_language(file.substr(0, file.size() - 4));
}

// Takes the words of one more language; the trees must be one.
Result<void> merge(text::Draft& draft, const text::Draft& other, Language language) {
    const std::string file = file_of(language);
    const std::string first = file_of(draft.written_in.front());
    const std::size_t common = std::min(draft.provisions.size(), other.provisions.size());
    for (std::size_t at = 0; at < common; ++at) {
        text::Provision& mine = draft.provisions[at];
        const text::Provision& theirs = other.provisions[at];
        if (mine.id != theirs.id || mine.kind != theirs.kind || mine.depth != theirs.depth) {
            return refuse("draft.languages_disagree", {file, first, hex(theirs.id.bytes)});
        }
        mine.in(language) = theirs.in(language);
    }
    if (draft.provisions.size() != other.provisions.size()) {
        const auto& longer = draft.provisions.size() > common ? draft : other;
        return refuse("draft.languages_disagree",
                      {file, first, hex(longer.provisions[common].id.bytes)});
    }
    if (draft.title != other.title || draft.working_language != other.working_language) {
        return refuse("draft.languages_disagree", {file, first, "title or working language"});
    }
    draft.written_in.push_back(language);
    return {};
}

// The account of words must say exactly what the files say.
Result<void> check(const text::Draft& draft, const text::Provenance& provenance) {
    std::size_t accounted = 0;
    for (const auto& provision : draft.provisions) {
        const auto history = provenance.provisions.find(provision.id);
        if (history == provenance.provisions.end() || !history->second.removed_by.is_none()) {
            return refuse("draft.provenance_disagrees",
                          {std::string(provenance_file), hex(provision.id.bytes)});
        }
        for (const Language language : draft.written_in) {
            const auto& wording = provision.in(language);
            const std::pair<text::Field, const std::string*> fields[] = {
                {text::Field::number, &wording.number},
                {text::Field::heading, &wording.heading},
                {text::Field::text, &wording.text}};
            for (const auto& [field, words] : fields) {
                const auto runs = provenance.runs.find({provision.id, language, field});
                const bool is_known = runs != provenance.runs.end();
                if ((is_known ? text::live_text(runs->second) : std::string{}) != *words) {
                    return refuse("draft.provenance_disagrees",
                                  {file_of(language), hex(provision.id.bytes)});
                }
                accounted += is_known ? 1U : 0U;
            }
        }
    }
    for (const auto& [key, runs] : provenance.runs) {
        if (provenance.provisions.at(key.provision).removed_by.is_none()) continue;
        if (!text::live_text(runs).empty()) {
            return refuse("draft.provenance_disagrees",
                          {std::string(provenance_file), hex(key.provision.bytes)});
        }
        ++accounted;
    }
    if (accounted != provenance.runs.size()) {
        return refuse("draft.provenance_disagrees",
                      {std::string(provenance_file), "words of no provision"});
    }
    return {};
}

}  // namespace

Files write_draft_folder(const DraftWithProvenance& draft) {
    Files files;
    for (const Language language : draft.draft.written_in) {
        std::optional<std::string> file;
        if (const auto form = draft.forms.find(language); form != draft.forms.end()) {
            file = write_form(form->second, draft.draft, language);
        }
        files[file_of(language)] =
            file ? *std::move(file) : write_akoma_ntoso(draft.draft, language);
    }
    files[std::string(provenance_file)] = write_provenance(draft.provenance);
    return files;
}

Result<DraftWithProvenance> read_draft_folder(const Files& files) {
    DraftWithProvenance result;
    for (const Language language : text::languages) {
        const auto found = files.find(file_of(language));
        if (found == files.end()) continue;
        TRY_ASSIGN(DraftFile file, read_draft_file(found->second, found->first));
        if (file.form == Form::of_others) result.forms[language] = found->second;
        text::Draft& draft = file.draft;
        if (draft.written_in.front() != language) {
            return refuse("draft.language_other",
                          {found->first, std::string(code_of(draft.written_in.front()))});
        }
        if (result.draft.written_in.empty()) {
            result.draft = std::move(draft);
        } else {
            TRY_OK(merge(result.draft, draft, language));
        }
    }
    if (result.draft.written_in.empty()) return refuse("draft.file_missing", {"en.xml"});
    const auto& written_in = result.draft.written_in;
    if (std::ranges::find(written_in, result.draft.working_language) == written_in.end()) {
        return refuse("draft.file_missing", {file_of(result.draft.working_language)});
    }
    for (const auto& [name, bytes] : files) {
        if (name != provenance_file && !language_of(name)) {
            return refuse("draft.file_unknown", {name});
        }
    }
    const auto provenance = files.find(std::string(provenance_file));
    if (provenance == files.end()) {
        return refuse("draft.file_missing", {std::string(provenance_file)});
    }
    TRY_ASSIGN(result.provenance, read_provenance(provenance->second, provenance_file));
    TRY_OK(check(result.draft, result.provenance));
    return result;
}

}  // namespace travaux::formats
