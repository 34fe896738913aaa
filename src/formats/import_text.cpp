// SPDX-License-Identifier: MIT
#include "formats/import_text.h"

#include "formats/normalise.h"
#include "formats/source_lines.h"
#include "formats/treaty_outline.h"
#include "formats/word_source.h"

namespace travaux::formats {
namespace {

std::string_view base_name(std::string_view file_name) {
    const std::size_t slash = file_name.find_last_of("/\\");
    return slash == std::string_view::npos ? file_name : file_name.substr(slash + 1);
}

text::Origin origin_of(const Sha256& hash, std::string_view file_name) {
    return {.id = OriginId::of(sha256("travaux import " + hex(hash))),
            .kind = text::OriginKind::import,
            .name = std::string(base_name(file_name)),
            .sponsors = {},
            .step = 0};
}

// An id is the hash of the file and of the place: the ordinals of the provision and of all it
// stands in, counted from 1.
void assign_ids(std::vector<text::Provision>& provisions, const Sha256& hash) {
    const std::string prefix = "travaux provision " + hex(hash);
    std::vector<std::uint32_t> ordinals;
    for (text::Provision& provision : provisions) {
        ordinals.resize(provision.depth + 1);
        ++ordinals.back();
        std::string path = prefix;
        for (const std::uint32_t ordinal : ordinals) {
            path += '/';
            path += std::to_string(ordinal);
        }
        provision.id = ProvisionId::of(sha256(path));
    }
}

std::string title_of(const std::vector<text::Provision>& provisions, text::Language language,
                     std::string_view file_name) {
    const text::Provision& first = provisions.front();
    if (first.kind == text::ProvisionKind::title) return first.in(language).heading;
    const std::string_view name = base_name(file_name);
    return normalised(name.substr(0, name.find_last_of('.'))).value_or("");
}

Result<TextWithLines> draft_of(const Source& source, const Sha256& hash, std::string_view file_name,
                               text::Language language) {
    TRY_ASSIGN(Outlined outlined, outline_of(source, language, file_name));
    assign_ids(outlined.provisions, hash);
    TextWithLines result;
    text::Draft& draft = result.draft.draft;
    draft.title = title_of(outlined.provisions, language, file_name);
    draft.written_in = {language};
    draft.working_language = language;
    draft.provisions = std::move(outlined.provisions);
    result.draft.provenance = provenance_of_import(draft, origin_of(hash, file_name));
    result.lines = std::move(outlined.lines);
    return result;
}

}  // namespace

Result<DraftWithProvenance> import_text(std::string_view bytes, std::string_view file_name,
                                        text::Language language) {
    TRY_ASSIGN(TextWithLines read, import_text_with_lines(bytes, file_name, language));
    return std::move(read.draft);
}

Result<TextWithLines> import_text_with_lines(std::string_view bytes, std::string_view file_name,
                                             text::Language language) {
    TRY_ASSIGN(const Source source, read_source(bytes, file_name));
    return draft_of(source, sha256(bytes), file_name, language);
}

Result<DraftWithProvenance> import_word(const docx::Document& document, docx::Side side,
                                        std::string_view file_name, text::Language language) {
    TRY_ASSIGN(const Source source, source_of_word(document, side, file_name));
    std::string words;
    for (const std::string& line : docx::lines_of(document, side, docx::ListLabels::shown)) {
        words.append(line).append("\n\n");
    }
    TRY_ASSIGN(TextWithLines read, draft_of(source, sha256(words), file_name, language));
    return std::move(read.draft);
}

}  // namespace travaux::formats
