// SPDX-License-Identifier: MIT
#include "formats/word_document.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "docx/authors.h"
#include "docx/read.h"
#include "docx/words.h"
#include "docx/write.h"
#include "formats/document_view.h"
#include "formats/import_text.h"
#include "formats/word_frame.h"
#include "tests/docx_checker.h"
#include "tests/random_sets.h"
#include "tests/word_file.h"

using namespace travaux;
using namespace travaux::consolidation;
using docx::Side;

namespace {

std::string joined_lines(const docx::Document& document, Side side) {
    std::string all;
    for (const std::string& line : docx::lines_of(document, side)) all += line + "\n";
    return all;
}

docx::Document document_of(const text::Draft& draft, const ProposalSet& set) {
    const auto text = consolidate(draft, set, text::Language::en);
    const auto document = formats::tracked_document(draft, text, {});
    // As a mission gets it, and Word opens it.
    const std::string file = docx::write(document);
    REQUIRE(tests::word_problems(file) == "");
    auto read = docx::read(file, "a.docx");
    REQUIRE(read);
    return *std::move(read);
}

std::string words_of(const text::Draft& draft) {
    return joined_lines(document_of(draft, {}), Side::accepted);
}

ProposalSet set_of(const Proposal& proposal) {
    ProposalSet set;
    for (const auto& sponsor : proposal.sponsors) set.supports.insert({proposal.id, sponsor, {}});
    set.submitted.emplace(proposal.id, proposal);
    return set;
}

// A draft and what some propose for it.
struct RandomText {
    explicit RandomText(unsigned seed) {
        tests::RandomSets random(seed);
        draft = random.draft(1 + random.below(8));
        for (unsigned at = random.below(12); at > 0; --at) {
            auto one = set_of(random.proposal(draft, "P" + std::to_string(at)));
            if (!check(draft, one)) continue;
            set.submitted.merge(one.submitted);
            set.supports.merge(one.supports);
        }
        consolidated = consolidate(draft, set, text::Language::en);
    }

    text::Draft draft;
    ProposalSet set;
    Consolidated consolidated;
};

std::string text_of(const docx::Paragraph& paragraph) {
    std::string text;
    for (const docx::Span& span : paragraph.spans) text += span.text;
    return text;
}

// Words with one blank between them, without the signs of a printing in lines.
std::string plain(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '*') continue;
        const bool is_blank = c == ' ' || c == '\n' || c == '\t';
        if (!is_blank) result += c;
        if (is_blank && !result.empty() && result.back() != ' ') result += ' ';
    }
    return result;
}

// Words that move, or stand in brackets, and change at once, and joined headings, stand beside the
// text, in comments.
bool is_told_in_changes(const text::Draft& draft, const Proposal& proposal) {
    const auto heading_of = [&](std::size_t at) {
        return at < draft.provisions.size() ? draft.provisions[at].in(text::Language::en).heading
                                            : std::string();
    };
    return std::ranges::all_of(proposal.parts, [&](const Part& part) {
        const bool is_alone = proposal.parts.size() == 1;
        if (std::holds_alternative<MovePart>(part)) return is_alone;
        if (std::holds_alternative<BracketPart>(part)) return is_alone;
        if (std::holds_alternative<InsertPart>(part)) return is_alone;  // the order is the text's
        const auto* join = std::get_if<JoinPart>(&part);
        if (join == nullptr) return true;
        const std::size_t at = *text::find(draft, join->provision);
        return is_alone && text::subtree_end(draft, at) == at + 1 && heading_of(at).empty() &&
               heading_of(at + 1).empty();
    });
}

// The words once the changes of one State are accepted, and all others rejected.
std::string words_for(const docx::Document& document, const std::string& state) {
    std::set<std::string> authors;
    for (const auto& [author, count] : docx::authors_of(document)) {
        if (author.find(state) != std::string::npos) authors.insert(author);
    }
    return joined_lines(docx::only_changes_of(document, authors), Side::accepted);
}

bool brings_paragraphs(const docx::Document& document) {
    return std::ranges::any_of(document.paragraphs,
                               [](const auto& one) { return !one.mark.empty(); });
}

// Changes of words alone, by one State.
std::optional<Proposal> change_of_words(tests::RandomSets& random, const text::Draft& draft,
                                        const std::string& state) {
    Proposal proposal = random.proposal(draft, "P of " + state);
    proposal.sponsors = {state};
    const bool is_of_words = std::ranges::all_of(
        proposal.parts, [](const Part& part) { return std::holds_alternative<TextPart>(part); });
    return is_of_words ? std::optional(std::move(proposal)) : std::nullopt;
}

}  // namespace

TEST_CASE("a tracked file of two States says what each of them alone wants") {
    std::size_t pairs = 0;
    for (unsigned seed = 1; seed <= 3000; ++seed) {
        CAPTURE(seed);
        tests::RandomSets random(seed);
        const text::Draft draft = random.draft(1 + random.below(4));
        const auto chad = change_of_words(random, draft, "Chad");
        const auto togo = change_of_words(random, draft, "Togo");
        if (!chad || !togo) continue;
        ProposalSet both = set_of(*chad);
        ProposalSet other = set_of(*togo);
        both.submitted.merge(other.submitted);
        both.supports.merge(other.supports);
        if (!check(draft, both)) continue;
        ++pairs;
        const docx::Document document = document_of(draft, both);
        // Who brings words into a paragraph that another brings brings them into that paragraph.
        if (brings_paragraphs(document)) continue;
        for (const auto& one : {*chad, *togo}) {
            const std::string& state = *one.sponsors.begin();
            CHECK(plain(words_for(document, state)) ==
                  plain(joined_lines(document_of(draft, set_of(one)), Side::accepted)));
        }
    }
    CHECK(pairs > 50);
}

TEST_CASE("a tracked file says the draft once its changes are rejected") {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        const RandomText random(seed);
        CAPTURE(seed);
        REQUIRE(joined_lines(document_of(random.draft, random.set), Side::rejected) ==
                words_of(random.draft));
    }
}

TEST_CASE("a file with brackets says what the plain text says, in every view") {
    using enum formats::View;
    for (unsigned seed = 1; seed <= 200; ++seed) {
        const RandomText random(seed);
        formats::Printing printing;
        printing.view = std::array{bracketed, options, by_sponsor}.at(seed % 3);
        if (seed % 2 == 0) printing.sponsors = formats::Sponsors::unnamed;
        CAPTURE(seed);
        const auto document =
            formats::bracketed_document(random.draft, random.consolidated, printing);
        const std::string file = docx::write(document);
        REQUIRE(tests::word_problems(file) == "");
        const auto read = docx::read(file, "a.docx");
        REQUIRE(read);
        REQUIRE(plain(joined_lines(*read, Side::accepted)) ==
                plain(formats::print_text(random.draft, random.consolidated, printing)));
    }
}

TEST_CASE("one proposal strikes nothing that it brings itself") {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        tests::RandomSets random(seed);
        const text::Draft draft = random.draft(1 + random.below(8));
        const auto set = set_of(random.proposal(draft, "P1"));
        if (!check(draft, set)) continue;
        const auto text = consolidate(draft, set, text::Language::en);
        const auto document = formats::tracked_document(draft, text, {});
        CAPTURE(seed);
        for (const docx::Paragraph& paragraph : document.paragraphs) {
            for (const docx::Span& span : paragraph.spans) REQUIRE(span.changes.size() <= 1);
        }
    }
}

TEST_CASE("in Arabic the full stop behind words of another direction stays behind them") {
    CHECK(formats::line_in(text::Language::ar, "P1 \u2013 Fiji. Less is enough.") ==
          "P1 \u2013 Fiji. Less is enough.\u200E");
    CHECK(formats::line_in(text::Language::ar, "P1 \u2013 Fiji. \u0623\u0642\u0644.") ==
          "P1 \u2013 Fiji. \u0623\u0642\u0644.");
    CHECK(formats::line_in(text::Language::ar, "P1 \u2013 Fiji") == "P1 \u2013 Fiji");
    CHECK(formats::line_in(text::Language::en, "P1 \u2013 Fiji.") == "P1 \u2013 Fiji.");
    CHECK(formats::line_in(text::Language::ar, "\xFF").size() == 1);
}

TEST_CASE("names in footnotes are those that else stand behind the words") {
    std::size_t notes = 0;
    for (unsigned seed = 1; seed <= 100; ++seed) {
        const RandomText random(seed);
        formats::Printing printing;
        const auto in_text =
            formats::bracketed_document(random.draft, random.consolidated, printing);
        printing.names = formats::NamePlace::in_footnotes;
        const auto with_notes =
            formats::bracketed_document(random.draft, random.consolidated, printing);
        CAPTURE(seed);
        REQUIRE(tests::word_problems(docx::write(with_notes)) == "");
        REQUIRE(in_text.notes.empty());
        REQUIRE(with_notes.paragraphs.size() == in_text.paragraphs.size());
        notes += with_notes.notes.size();
        for (std::size_t at = 0; at < in_text.paragraphs.size(); ++at) {
            const docx::Paragraph& paragraph = with_notes.paragraphs[at];
            std::string text = text_of(paragraph);
            for (auto note = paragraph.notes.rbegin(); note != paragraph.notes.rend(); ++note) {
                REQUIRE(text.substr(note->at - 1, 1) == "]");
                text.insert(
                    note->at - 1,
                    " \xE2\x80\x93 " + text_of(with_notes.notes[note->note].paragraphs.at(0)));
            }
            REQUIRE(text == text_of(in_text.paragraphs[at]));
        }
    }
    CHECK(notes > 100);
}

TEST_CASE("every provision is named once where its words begin, and listed with its fingerprint") {
    for (unsigned seed = 1; seed <= 100; ++seed) {
        const RandomText random(seed);
        CAPTURE(seed);
        for (const auto& document :
             {formats::tracked_document(random.draft, random.consolidated, {}),
              formats::bracketed_document(random.draft, random.consolidated, {})}) {
            std::vector<std::string> named;
            for (const docx::Paragraph& one : document.paragraphs) {
                named.insert(named.end(), one.names.begin(), one.names.end());
            }
            std::vector<std::string> wanted;
            REQUIRE(document.data.size() == 1);
            for (const text::Provision& one : random.draft.provisions) {
                const text::Wording& wording = one.in(text::Language::en);
                wanted.push_back(formats::word_name_of(one.id));
                const std::string listed = "<provision id=\"" + hex(one.id.bytes) + "\" words=\"" +
                                           formats::fingerprint_of(wording) + "\"/>";
                REQUIRE(document.data.front().find(listed) != std::string::npos);
            }
            REQUIRE(named == wanted);
        }
    }
}

TEST_CASE("equal words have equal fingerprints, and words in another field have others") {
    const text::Wording one{"1.", "Scope", "Words."};
    CHECK(formats::fingerprint_of(one) == formats::fingerprint_of({"1.", "Scope", "Words."}));
    CHECK(formats::fingerprint_of(one) != formats::fingerprint_of({"2.", "Scope", "Words."}));
    CHECK(formats::fingerprint_of(one) != formats::fingerprint_of({"1.", "Words.", "Scope"}));
    CHECK(formats::fingerprint_of(one).size() == 16);
}

TEST_CASE("symbol and date stand at the head of the pages where they are given") {
    const RandomText random(1);
    formats::Printing printing;
    const auto heads = [&] {
        std::vector<std::string> lines;
        for (const auto& line :
             formats::bracketed_document(random.draft, random.consolidated, printing).heads) {
            lines.push_back(text_of(line));
        }
        return lines;
    };
    CHECK(heads() == std::vector<std::string>{"Draft"});
    printing.symbol = "A/CONF.1/L.2";
    CHECK(heads() == std::vector<std::string>{"A/CONF.1/L.2\t", "Draft"});
    printing.date = "28 November";
    CHECK(heads() == std::vector<std::string>{"A/CONF.1/L.2\t28 November", "Draft"});
}

TEST_CASE("a tracked file says what one proposal wants once its changes are accepted") {
    int compared = 0;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        tests::RandomSets random(seed);
        const auto draft = random.draft(1 + random.below(8));
        const auto proposal = random.proposal(draft, "P1");
        const auto set = set_of(proposal);
        if (!check(draft, set) || !is_told_in_changes(draft, proposal)) continue;
        const auto wanted = applied(draft, set, {proposal.id});
        if (!wanted) continue;
        CAPTURE(seed);
        REQUIRE(joined_lines(document_of(draft, set), Side::accepted) == words_of(*wanted));
        ++compared;
    }
    CHECK(compared > 200);
}

TEST_CASE("a table of a treaty is one in Word, with what is proposed for its words") {
    const auto treaty = formats::import_text(
        "# Treaty\n\n## Article 1\n\nCables are:\n\n| Kind | Depth |\n| Coaxial | 10 |\n\n"
        "## Article 2\n\nWords.\n",
        "t.md", text::Language::en);
    REQUIRE(treaty);
    const text::Draft& draft = treaty->draft;
    const auto cell = std::ranges::find_if(draft.provisions, [](const text::Provision& one) {
        return one.in(text::Language::en).text == "10";
    });
    REQUIRE(cell != draft.provisions.end());
    REQUIRE(cell->kind == text::ProvisionKind::table_cell);
    Proposal proposal;
    proposal.id = "P1";
    proposal.sponsors = {"Ghana"};
    proposal.parts = {TextPart{cell->id, text::Field::text, "20"}};
    const auto set = set_of(proposal);
    const auto tracked = document_of(draft, set);
    const std::string head = "Treaty\nArticle 1\nCables are:\nKind\tDepth\n";
    CHECK(joined_lines(tracked, Side::rejected) == head + "Coaxial\t10\nArticle 2\nWords.\n");
    CHECK(joined_lines(tracked, Side::accepted) == head + "Coaxial\t20\nArticle 2\nWords.\n");
    const auto text = consolidate(draft, set, text::Language::en);
    const auto printed = formats::bracketed_document(draft, text, {});
    CHECK(tests::word_problems(docx::write(printed)) == "");
    CHECK(joined_lines(printed, Side::accepted).find("Coaxial\t[10] [20 \xE2\x80\x93 Ghana]") !=
          std::string::npos);
    std::size_t names = 0;
    for (const auto& one : printed.paragraphs) names += one.names.size();
    CHECK(names == draft.provisions.size() - 1);  // the table itself says nothing

    proposal.parts = {DeletePart{cell->id}};
    const auto without = document_of(draft, set_of(proposal));
    CHECK(std::ranges::all_of(without.paragraphs, [](const auto& one) { return one.row == 0; }));
}

TEST_CASE("what moves to one place is tracked as moved, and what has rival places is not") {
    tests::RandomSets random(1);
    auto draft = random.draft(1);
    draft.provisions.resize(1);
    draft.provisions[0].depth = 0;
    draft.provisions[0].kind = text::ProvisionKind::paragraph;
    for (int at = 0; at < 3; ++at) {
        draft.provisions.push_back(draft.provisions[0]);
        draft.provisions.back().id = ProvisionId::of(sha256(std::to_string(at)));
    }
    for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
        draft.provisions[at].in(text::Language::en) = {std::to_string(at) + ".", "", "Words."};
    }
    const auto moving = [&](const std::string& id, const std::string& sponsor, std::size_t after) {
        Proposal proposal;
        proposal.id = id;
        proposal.sponsors = {sponsor};
        proposal.parts = {MovePart{draft.provisions[1].id, Place{{}, draft.provisions[after].id}}};
        return proposal;
    };
    const auto kinds = [](const docx::Document& document) {
        std::vector<docx::ChangeKind> all;
        for (const auto& one : document.changes) all.push_back(one.kind);
        std::ranges::sort(all);
        all.erase(std::ranges::unique(all).begin(), all.end());
        return all;
    };
    ProposalSet set = set_of(moving("P1", "Ghana", 3));
    const auto alone = document_of(draft, set);
    CHECK(kinds(alone) == std::vector{docx::ChangeKind::move_from, docx::ChangeKind::move_to});
    CHECK(joined_lines(alone, Side::accepted) ==
          "Draft\n0.\tWords.\n2.\tWords.\n3.\tWords.\n"
          "1.\tWords.\n");
    Proposal reworded = moving("P2", "Norway", 3);
    reworded.parts = {TextPart{draft.provisions[1].id, text::Field::text, "Other words."}};
    ProposalSet changed = set_of(reworded);
    changed.submitted.insert(set.submitted.begin(), set.submitted.end());
    changed.supports.insert(set.supports.begin(), set.supports.end());
    CHECK(kinds(document_of(draft, changed)) ==
          std::vector{docx::ChangeKind::insertion, docx::ChangeKind::deletion});
    ProposalSet rival = set_of(moving("P2", "Norway", 2));
    set.submitted.merge(rival.submitted);
    set.supports.merge(rival.supports);
    CHECK(kinds(document_of(draft, set)) ==
          std::vector{docx::ChangeKind::insertion, docx::ChangeKind::deletion});
}

TEST_CASE("a paragraph that is split, or taken together again, keeps its blanks on both sides") {
    tests::RandomSets random(1);
    auto draft = random.draft(1);
    const std::string broken = "One " + std::string(text::paragraph_break) + " and two.";
    const std::string whole = "One and two.";
    for (const auto& [base, target] : {std::pair(whole, broken), std::pair(broken, whole)}) {
        draft.provisions[0].in(text::Language::en) = {"1.", "", base};
        Proposal proposal;
        proposal.id = "P1";
        proposal.sponsors = {"Ghana"};
        proposal.parts = {TextPart{draft.provisions[0].id, text::Field::text, target}};
        const auto document = document_of(draft, set_of(proposal));
        const std::string together = "Draft\n1.\tOne and two.\n";
        const std::string apart = "Draft\n1.\tOne\nand two.\n";
        CHECK(joined_lines(document, Side::rejected) == (base == broken ? apart : together));
        CHECK(joined_lines(document, Side::accepted) == (base == broken ? together : apart));
    }
}
