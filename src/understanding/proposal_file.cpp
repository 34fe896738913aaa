// SPDX-License-Identifier: MIT
#include "understanding/proposal_file.h"

#include <algorithm>

#include "docx/authors.h"
#include "docx/read.h"

namespace travaux::understanding {
namespace {

using text::Language;

std::unexpected<Error> refuse(std::string id, std::vector<std::string> args) {
    return std::unexpected(Error{ErrorCode::invalid, std::move(id), std::move(args)});
}

bool has_words_in(const text::Draft& draft, Language language) {
    return std::ranges::find(draft.written_in, language) != draft.written_in.end();
}

// The language that a file says it is in, `fr-CH`, where the draft has it.
Language language_of(const text::Draft& draft, const docx::Document& document) {
    const std::string& tag = document.properties.language;
    const auto said = text::parse_language(std::string_view(tag).substr(0, tag.find('-')));
    return said && has_words_in(draft, *said) ? *said : draft.working_language;
}

OtherWords other_words_of(const text::Draft& draft, const std::optional<formats::MadeOf>& made_of,
                          Rebase rebase) {
    if (made_of && made_of->draft == text::id_of(draft)) {
        return made_of->words == formats::WordsBefore::of_draft ? OtherWords::edited
                                                                : OtherWords::printed;
    }
    return rebase == Rebase::yes ? OtherWords::rebased : OtherWords::doubtful;
}

std::string id_of(const std::string& file) {
    const std::size_t slash = file.find_last_of("/\\");
    const std::string name = slash == std::string::npos ? file : file.substr(slash + 1);
    return name.substr(0, name.find_last_of('.'));
}

std::string remarks_of(const docx::Document& document, const std::set<std::string>& authors) {
    std::string remarks;
    for (const docx::Comment& comment : document.comments) {
        if (!authors.empty() && !authors.contains(comment.author)) continue;
        if (!remarks.empty()) remarks += ' ';
        for (const char letter : comment.text) remarks += letter == '\n' ? ' ' : letter;
    }
    return remarks;
}

}  // namespace

Result<ProposalFile> read_proposal_file(const text::Draft& draft, std::string_view bytes,
                                        const std::string& file, const Reading& reading) {
    TRY_ASSIGN(docx::Document document, docx::read(bytes, file, reading.unpacked_bytes));
    if (document.paragraphs.size() > limits::understood_paragraphs) {
        return refuse("understanding.too_long",
                      {file, std::to_string(limits::understood_paragraphs)});
    }
    ProposalFile result;
    result.file = file;
    result.authors = docx::authors_of(document);
    result.has_changes = !document.changes.empty();
    result.made_of = formats::made_of(document);
    for (const std::string& author : reading.authors) {
        if (!result.authors.contains(author)) {
            return refuse("understanding.author_unknown", {file, author});
        }
    }
    result.language = reading.language.value_or(language_of(draft, document));
    if (!has_words_in(draft, result.language)) {
        return refuse("understanding.language_absent",
                      {file, std::string(text::code_of(result.language))});
    }
    result.sponsors = reading.sponsors.empty() ? sponsors_in(document, file)
                                               : Sponsors{reading.sponsors, SponsorSource::told};
    std::ranges::sort(result.sponsors.names);
    auto& proposal = result.proposal;
    proposal.reason = remarks_of(document, reading.authors);
    if (!reading.authors.empty()) {
        document = docx::only_changes_of(std::move(document), reading.authors);
    }
    result.understanding = understand(draft, result.language, document,
                                      other_words_of(draft, result.made_of, reading.rebase));
    proposal.id = id_of(file);
    proposal.sponsors = result.sponsors.names;
    proposal.language = result.language;
    for (const Understood& one : result.understanding.changes) proposal.parts.push_back(one.part);
    return result;
}

Result<void> check_changes(const ProposalFile& file, const Reading& reading) {
    const bool is_altered = !file.understanding.altered.empty();
    if (is_altered && reading.rebase == Rebase::no) {
        return refuse("understanding.other_draft",
                      {file.file, std::to_string(file.understanding.altered.size())});
    }
    if (file.proposal.parts.empty()) return refuse("understanding.nothing", {file.file});
    return {};
}

Result<void> check_proposal_file(const ProposalFile& file, const Reading& reading) {
    TRY_OK(check_changes(file, reading));
    if (file.proposal.sponsors.empty()) return refuse("understanding.no_sponsor", {file.file});
    return {};
}

}  // namespace travaux::understanding
