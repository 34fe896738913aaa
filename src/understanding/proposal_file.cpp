// SPDX-License-Identifier: MIT
#include "understanding/proposal_file.h"

#include <algorithm>

#include "docx/authors.h"
#include "docx/read.h"
#include "understanding/amendments.h"
#include "understanding/author_groups.h"
#include "understanding/sections.h"

namespace travaux::understanding {
namespace {

using text::Language;

// What one file may hold, and the stretches of words that are read for all of it: for each proposal
// of authors the whole file is.
constexpr std::size_t proposals_max = 200;
constexpr std::size_t spans_read_max = 4'000'000;

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

std::string joined(const std::vector<std::string>& reasons) {
    std::string all;
    for (const std::string& one : reasons) all.append(all.empty() ? "" : " ").append(one);
    return all;
}

// Who only gives a reason gives it for what he wants together with others.
std::vector<ProposalFile> with_wishes(std::vector<ProposalFile> all) {
    std::vector<ProposalFile> wishes;
    std::vector<ProposalFile> others;
    std::vector<std::size_t> places(all.size());  // of those that are left
    for (std::size_t at = 0; at < all.size(); ++at) {
        ProposalFile& one = all[at];
        const bool has_wish = !one.proposal.parts.empty() || !one.understanding.doubts.empty();
        places[at] = wishes.size();
        (has_wish ? wishes : others).push_back(std::move(one));
    }
    for (ProposalFile& wish : wishes) {
        if (wish.amends) wish.amends = places[*wish.amends];
    }
    for (const ProposalFile& other : others) {
        const auto joint = std::ranges::find_if(wishes, [&](const ProposalFile& wish) {
            return std::ranges::includes(wish.sponsors.names, other.sponsors.names);
        });
        if (joint == wishes.end() || other.sponsors.names.empty()) continue;
        auto& reasons = joint->understanding.reasons;
        const auto& more = other.understanding.reasons;
        reasons.insert(reasons.end(), more.begin(), more.end());
        joint->proposal.reason = joined(reasons);
    }
    return wishes.empty() ? std::move(others) : std::move(wishes);
}

// Reads a file that has been opened, as one proposal or as several.
class Reader {
public:
    Reader(const text::Draft& draft, docx::Document document, const std::string& file,
           const Reading& reading)
        : draft_(draft), document_(std::move(document)), file_(file), reading_(reading),
          made_of_(formats::made_of(document_)),
          language_(reading.language.value_or(language_of(draft, document_))) {}

    // Leaves the changes of the authors who are told.
    Result<void> prepare() {
        const auto authors = docx::authors_of(document_);
        const auto commenters = docx::commenters_of(document_);
        for (const std::string& author : reading_.authors) {
            if (!authors.contains(author) && !commenters.contains(author)) {
                return refuse("understanding.author_unknown", {file_, author});
            }
        }
        if (!has_words_in(draft_, language_)) {
            return refuse("understanding.language_absent",
                          {file_, std::string(text::code_of(language_))});
        }
        if (!reading_.authors.empty()) {
            document_ = docx::only_changes_of(document_, reading_.authors);
        }
        sponsors_ = reading_.sponsors.empty() ? sponsors_in(document_, file_)
                                              : Sponsors{reading_.sponsors, SponsorSource::told};
        return {};
    }

    [[nodiscard]] ProposalFile one() const {
        return proposal(document_, text_of_file(document_, draft_), sponsors_);
    }

    [[nodiscard]] Result<std::vector<ProposalFile>> all() const {
        if (!reading_.sponsors.empty()) return std::vector{one()};
        TRY_ASSIGN(auto found, by_headings());
        if (found.empty()) {
            TRY_ASSIGN(found, by_authors());
        }
        if (found.empty()) return std::vector{one()};
        if (found.size() == 1) return found;
        for (std::size_t at = 0; at < found.size(); ++at) {
            found[at].proposal.id += "-" + std::to_string(at + 1);
            found[at].file += " (" + found[at].proposal.id + ")";
        }
        for (ProposalFile& one : found) {
            if (one.amends) one.proposal.amends = found[*one.amends].proposal.id;
        }
        return found;
    }

private:
    [[nodiscard]] ProposalFile proposal(const docx::Document& document, const FileText& text,
                                        Sponsors sponsors) const {
        ProposalFile result;
        result.file = file_;
        result.language = language_;
        result.authors = docx::authors_of(document);
        result.has_changes = text.has_changes;
        result.made_of = made_of_;
        result.sponsors = std::move(sponsors);
        std::ranges::sort(result.sponsors.names);
        result.understanding = understand(draft_, language_, document, text,
                                          other_words_of(draft_, made_of_, reading_.rebase));
        result.proposal.id = id_of(file_);
        result.proposal.sponsors = result.sponsors.names;
        result.proposal.language = language_;
        say_understood(result);
        return result;
    }

    // The proposal says what is understood.
    static void say_understood(ProposalFile& file) {
        file.proposal.reason = joined(file.understanding.reasons);
        file.proposal.parts.clear();
        for (const Understood& one : file.understanding.changes) {
            file.proposal.parts.push_back(one.part);
        }
    }

    [[nodiscard]] Result<void> check_count(std::size_t proposals,
                                           std::size_t most = proposals_max) const {
        if (proposals <= most) return {};
        return refuse("understanding.too_many_proposals", {file_, std::to_string(most)});
    }

    // How many proposals of authors are read.
    [[nodiscard]] std::size_t most_of_authors() const {
        std::size_t spans = 1;
        for (const docx::Paragraph& one : document_.paragraphs) spans += 1 + one.spans.size();
        return std::min(proposals_max, spans_read_max / spans);
    }

    // What stands before the first heading is a proposal where anything in it is understood; else
    // its doubts are those of the first.
    [[nodiscard]] Result<std::vector<ProposalFile>> by_headings() const {
        const auto sections = sections_of(text_of_file(document_, draft_), draft_, language_);
        std::vector<ProposalFile> all;
        if (sections.size() == 1 && sections.front().sponsors.empty()) return all;
        TRY_OK(check_count(sections.size()));
        std::vector<Doubt> opening;
        for (const Section& section : sections) {
            const Sponsors named{section.sponsors, SponsorSource::heading};
            all.push_back(
                proposal(document_, section.file, section.sponsors.empty() ? sponsors_ : named));
            auto& doubts = all.back().understanding.doubts;
            doubts.insert(doubts.begin(), opening.begin(), opening.end());
            opening.clear();
            if (section.sponsors.empty() && all.back().proposal.parts.empty()) {
                opening = std::move(doubts);
                all.pop_back();
            }
        }
        return all;
    }

    [[nodiscard]] Result<std::vector<ProposalFile>> by_authors() const {
        const auto groups = groups_of(document_);
        std::vector<ProposalFile> all;
        if (groups.size() < 2) return all;
        const auto changes = changes_within_others(document_, groups);
        const std::size_t proposals = groups.size() + (changes ? changes->size() : proposals_max);
        TRY_OK(check_count(proposals, most_of_authors()));
        for (const AuthorGroup& one : groups) {
            all.push_back(of_authors(one, docx::only_changes_of(document_, one.authors)));
        }
        amend(groups, *changes, all);
        return with_wishes(std::move(all));
    }

    [[nodiscard]] ProposalFile of_authors(const AuthorGroup& group,
                                          const docx::Document& document) const {
        auto result = proposal(document, text_of_file(document, draft_),
                               Sponsors{group.names, SponsorSource::author});
        std::erase_if(result.authors,
                      [&](const auto& one) { return !group.authors.contains(one.first); });
        result.has_changes = !result.authors.empty();
        return result;
    }

    // What one changes within another's insertion amends the other's proposal; what parts cannot
    // say is doubtful.
    void amend(const std::vector<AuthorGroup>& groups, const ChangesWithin& changes,
               std::vector<ProposalFile>& all) const {
        for (const auto& [pair, within] : changes) {
            const auto& [amended, amending] = pair;
            ProposalFile together = of_authors(
                groups[amending], docx::amending_changes_of(document_, groups[amended].authors,
                                                            groups[amending].authors));
            auto found =
                amendment_of(draft_, language_, all[amended].understanding, together.understanding);
            if (found && !found->changes.empty()) {
                together.amends = amended;
                together.understanding.doubts.clear();
                together.understanding.reasons.clear();
                together.understanding.changes = std::move(found->changes);
                together.understanding.amended_words = std::move(found->amended_words);
                say_understood(together);
                all.push_back(std::move(together));
                continue;
            }
            auto& more = all[amending].understanding.doubts;
            for (const auto& [paragraph, words] : within) {
                more.push_back({DoubtKind::other_words, paragraph + 1, words});
            }
            std::ranges::stable_sort(more, {}, &Doubt::place);
        }
    }

    const text::Draft& draft_;
    docx::Document document_;
    const std::string& file_;
    const Reading& reading_;
    std::optional<formats::MadeOf> made_of_;
    Language language_;
    Sponsors sponsors_;
};

Result<Reader> open(const text::Draft& draft, std::string_view bytes, const std::string& file,
                    const Reading& reading) {
    TRY_ASSIGN(docx::Document document, docx::read(bytes, file, reading.unpacked_bytes));
    if (document.paragraphs.size() > limits::understood_paragraphs) {
        return refuse("understanding.too_long",
                      {file, std::to_string(limits::understood_paragraphs)});
    }
    Reader reader(draft, std::move(document), file, reading);
    TRY_OK(reader.prepare());
    return reader;
}

}  // namespace

Result<ProposalFile> read_proposal_file(const text::Draft& draft, std::string_view bytes,
                                        const std::string& file, const Reading& reading) {
    TRY_ASSIGN(const Reader reader, open(draft, bytes, file, reading));
    return reader.one();
}

Result<std::vector<ProposalFile>> read_proposal_files(const text::Draft& draft,
                                                      std::string_view bytes,
                                                      const std::string& file,
                                                      const Reading& reading) {
    TRY_ASSIGN(const Reader reader, open(draft, bytes, file, reading));
    return reader.all();
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
    if (!file.proposal.sponsors.empty()) return {};
    if (file.sponsors.source == SponsorSource::author) {
        return refuse("understanding.author_no_sponsor", {file.file, file.authors.begin()->first});
    }
    return refuse("understanding.no_sponsor", {file.file});
}

Result<std::vector<ProposalFile>> check_proposal_files(const std::vector<ProposalFile>& files,
                                                       const Reading& reading) {
    std::vector<ProposalFile> wishes;
    for (const ProposalFile& file : files) {
        const bool is_unclear = file.proposal.parts.empty() && file.understanding.altered.empty();
        if (is_unclear) continue;
        TRY_OK(check_proposal_file(file, reading));
        wishes.push_back(file);
    }
    if (wishes.empty()) return refuse("understanding.nothing", {files.front().file});
    return wishes;
}

}  // namespace travaux::understanding
