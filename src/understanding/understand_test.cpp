// SPDX-License-Identifier: MIT
#include "understanding/understand.h"

#include <doctest/doctest.h>

#include "consolidation/consolidate.h"
#include "docx/authors.h"
#include "docx/read.h"
#include "docx/write.h"
#include "formats/import_text.h"
#include "formats/word_document.h"
#include "tests/random_sets.h"

using namespace travaux;
using namespace travaux::consolidation;
using namespace travaux::understanding;
using docx::Changes;
using text::Field;
using text::Language;

namespace {

text::Draft treaty() {
    const auto draft = formats::import_text(
        "# Treaty\n\n"
        "## Article 1. Purpose\n\n"
        "1. The purpose of this treaty is to promote cooperation.\n\n"
        "2. This treaty applies in time of peace.\n\n"
        "## Article 2. Duties\n\n"
        "1. Each Party shall:\n\n"
        "(a) protect cables in its territorial sea;\n\n"
        "(b) inform the other Parties of damage.\n\n"
        "2. Nothing in this treaty limits the freedom of the high seas.\n\n"
        "## Article 3. Entry into force\n\n"
        "This treaty enters into force after ten ratifications.\n",
        "treaty.md", Language::en);
    REQUIRE(draft);
    return draft->draft;
}

// The words that stand in a file, and the changes of one author to them.
class File {
public:
    docx::Document document;

    File() {
        document.changes = {{docx::ChangeKind::insertion, "A", {}, {}},
                            {docx::ChangeKind::deletion, "A", {}, {}},
                            {docx::ChangeKind::insertion, "B", {}, {}},
                            {docx::ChangeKind::deletion, "B", {}, {}}};
    }

    File& line(std::vector<docx::Span> spans, Changes mark = {}) {
        document.paragraphs.emplace_back();
        document.paragraphs.back().spans = std::move(spans);
        document.paragraphs.back().mark = std::move(mark);
        return *this;
    }
    File& line(const std::string& words) { return line({{words, {}}}); }
};

const Changes inserted = {0};
const Changes deleted = {1};
const Changes inserted_by_other = {2};
const Changes deleted_by_other = {3};

Understanding of(const File& file, OtherWords other_words = OtherWords::doubtful) {
    return understand(treaty(), Language::en, file.document, other_words);
}

ProvisionId at(std::size_t position) { return treaty().provisions[position].id; }

Part text_of(std::size_t position, std::string words) {
    return TextPart{at(position), Field::text, std::move(words)};
}

std::vector<Part> parts_of(const Understanding& found) {
    std::vector<Part> parts;
    for (const auto& change : found.changes) parts.push_back(change.part);
    return parts;
}

// The positions of the treaty's provisions.
enum At : std::size_t {
    title,
    article_1,
    purpose,
    peace,
    article_2,
    duties,
    protect,
    inform,
    high_seas,
    article_3,
    ten
};

const std::string purpose_words = "1. The purpose of this treaty is to promote cooperation.";
const std::string peace_words = "2. This treaty applies in time of peace.";

}  // namespace

TEST_CASE("a change of words is understood, and what the file leaves out stays") {
    const auto found = of(File().line({{"1. The purpose of this treaty is to ", {}},
                                       {"promote", deleted},
                                       {"strengthen", inserted},
                                       {" cooperation.", {}}}));
    REQUIRE(found.changes.size() == 1);
    CHECK(found.changes[0].part ==
          text_of(purpose, "The purpose of this treaty is to strengthen cooperation."));
    CHECK(found.changes[0].confidence == Confidence::certain);
    CHECK(found.changes[0].place == 1);
    CHECK(found.doubts.empty());
    CHECK(found.altered.empty());
}

TEST_CASE("a new number and a new heading are understood apart from the words") {
    const auto found = of(File()
                              .line({{"Article 1. ", {}}, {"Purpose", deleted}, {"Aim", inserted}})
                              .line({{"2", deleted},
                                     {"3", inserted},
                                     {". This treaty applies in time of peace.", {}}}));
    CHECK(parts_of(found) == std::vector<Part>{TextPart{at(article_1), Field::heading, "Aim"},
                                               TextPart{at(peace), Field::number, "3."}});
}

TEST_CASE("a provision goes where all of it is struck, with what it holds") {
    const auto found =
        of(File()
               .line({{"1. Each Party shall:", deleted}}, deleted)
               .line({{"(a) protect cables in its territorial sea;", deleted}}, deleted)
               .line({{"(b) inform the other Parties of damage.", deleted}}, deleted)
               .line("2. Nothing in this treaty limits the freedom of the high seas."));
    CHECK(parts_of(found) == std::vector<Part>{DeletePart{at(duties)}});
}

TEST_CASE("a number that is typed into a paragraph of a list counts, and not the list's own") {
    File file;
    file.document.lists = {{0, {{"decimal", "%1."}}}};
    file.line("Article 1. Purpose")
        .line("The purpose of this treaty is to promote cooperation.")
        .line({{"1 bis. It lasts.", inserted}}, inserted)
        .line("This treaty applies in time of peace.");
    for (const std::size_t at : {1U, 2U, 3U}) {
        file.document.paragraphs[at].list = docx::ListPlace{0, 0};
    }
    const auto found = of(file);
    REQUIRE(found.changes.size() == 1);
    const auto item = std::get<InsertPart>(found.changes[0].part);
    CHECK(item.provisions.front().wording.number == "1 bis.");
    CHECK(item.provisions.front().wording.text == "It lasts.");
    CHECK(found.doubts.empty());
}

TEST_CASE("words that introduce a list go alone where the list stays") {
    const auto found = of(File()
                              .line({{"1. Each Party shall:", deleted}}, deleted)
                              .line("(a) protect cables in its territorial sea;"));
    CHECK(parts_of(found) ==
          std::vector<Part>{TextPart{at(duties), Field::number, ""}, text_of(duties, "")});
}

TEST_CASE("new provisions stand where the outline of a treaty has them") {
    const auto found = of(File()
                              .line("(b) inform the other Parties of damage.")
                              .line({{"(c) repair what it damages.", inserted}}, inserted)
                              .line({{"1 bis. Repair is urgent.", inserted}}, inserted)
                              .line({{"Article 2 bis", inserted}}, inserted)
                              .line({{"Cables are property.", inserted}}, inserted));
    REQUIRE(found.changes.size() == 3);
    const auto item = std::get<InsertPart>(found.changes[0].part);
    CHECK(item.place == Place{at(duties), at(inform)});
    CHECK(item.provisions ==
          std::vector<NewProvision>{
              {text::ProvisionKind::subparagraph, 0, {"(c)", "", "repair what it damages."}}});
    const auto paragraph = std::get<InsertPart>(found.changes[1].part);
    CHECK(paragraph.place == Place{at(article_2), at(duties)});
    const auto article = std::get<InsertPart>(found.changes[2].part);
    CHECK(article.place == Place{{}, at(article_2)});
    CHECK(article.provisions ==
          std::vector<NewProvision>{
              {text::ProvisionKind::article, 0, {"Article 2 bis", "", ""}},
              {text::ProvisionKind::paragraph, 1, {"", "", "Cables are property."}}});
    CHECK(found.doubts.empty());
}

TEST_CASE("a paragraph that is cut in two is a split") {
    const auto found =
        of(File().line({{"2. This treaty applies ", {}}}, inserted).line("in time of peace."));
    const std::string words =
        "This treaty applies" + std::string(text::paragraph_break) + "in time of peace.";
    CHECK(parts_of(found) == std::vector<Part>{text_of(peace, words)});
}

TEST_CASE("two paragraphs that run on are a join") {
    const auto found = of(File()
                              .line({{purpose_words, {}}}, deleted)
                              .line({{"2. ", deleted},
                                     {" ", inserted},
                                     {"This treaty applies in time of peace.", {}}}));
    CHECK(parts_of(found) == std::vector<Part>{JoinPart{at(purpose)}});
}

TEST_CASE("a retyped paragraph that became two is a split, whatever number the second has") {
    for (const std::string number : {"", "3. "}) {
        CAPTURE(number);
        File file;
        file.document.changes.clear();
        file.line("Article 1. Purpose")
            .line(purpose_words)
            .line("2. This treaty applies.")
            .line(number + "In time of peace.")
            .line("Article 2. Duties");
        const auto found = of(file);
        const std::string words =
            "This treaty applies." + std::string(text::paragraph_break) + "In time of peace.";
        CHECK(parts_of(found) == std::vector<Part>{text_of(peace, words)});
        CHECK(found.changes.front().confidence == Confidence::likely);
        CHECK(found.doubts.empty());
    }
}

TEST_CASE("a new paragraph behind a retyped one is no split") {
    File file;
    file.document.changes.clear();
    file.line("Article 1. Purpose")
        .line("1. The purpose of this treaty is to strengthen cooperation.")
        .line("1 bis. Ships stop at once.")
        .line(peace_words);
    const auto found = of(file);
    REQUIRE(found.changes.size() == 2);
    CHECK(std::holds_alternative<InsertPart>(found.changes[1].part));
}

TEST_CASE("two retyped paragraphs that became one are a join, with what changes in each") {
    const std::string joined =
        "1. The purpose of this treaty is to promote cooperation. This treaty applies in time of ";
    for (const std::string end : {"peace.", "war."}) {
        CAPTURE(end);
        File file;
        file.document.changes.clear();
        file.line("Article 1. Purpose").line(joined + end).line("Article 2. Duties");
        for (const auto other_words : {OtherWords::doubtful, OtherWords::edited}) {
            const auto found = of(file, other_words);
            std::vector<Part> wanted;
            if (end == "war.") wanted = {text_of(peace, "This treaty applies in time of war.")};
            wanted.push_back(JoinPart{at(purpose)});
            CHECK(parts_of(found) == wanted);
            CHECK(found.doubts.empty());
        }
    }
}

TEST_CASE("a join of the longer second paragraph stands with the first") {
    File file;
    file.document.changes.clear();
    const auto draft = formats::import_text(
        "# Treaty\n\n## Article 1\n\n1. Peace is good.\n\n2. Nothing in this treaty limits the "
        "freedom "
        "of the high seas, nor of ships that sail there.\n",
        "t.md", Language::en);
    REQUIRE(draft);
    file.line(
        "1. Peace is good. Nothing in this treaty limits the freedom of the high seas, nor of "
        "ships that sail there.");
    const auto found = understand(draft->draft, Language::en, file.document, OtherWords::doubtful);
    CHECK(parts_of(found) == std::vector<Part>{JoinPart{draft->draft.provisions[2].id}});
}

TEST_CASE("what stands behind its own parts is no move, and is named as doubtful") {
    File file;
    file.line("1. Each Party shall:").line("(a) protect cables in its territorial sea;");
    file.line("Article 2. Duties");
    const Understanding understood = of(file);
    CHECK(understood.changes.empty());
    REQUIRE(understood.doubts.size() == 1);
    CHECK(understood.doubts.front().kind == DoubtKind::own_parts);
    CHECK(understood.doubts.front().words == "Article 2. Duties");
}

TEST_CASE("what goes at one place and comes at another moves") {
    const auto found = of(File()
                              .line({{purpose_words, deleted}}, deleted)
                              .line(peace_words)
                              .line({{purpose_words, inserted}}, inserted));
    CHECK(parts_of(found) ==
          std::vector<Part>{MovePart{at(purpose), Place{at(article_1), at(peace)}}});
}

TEST_CASE("words that the draft never had are struck from somebody's insertion") {
    const auto found = of(File()
                              .line({{"1. The purpose of this treaty is to promote ", {}},
                                     {"lasting ", deleted},
                                     {"cooperation.", {}}})
                              .line({{"3. Nobody's words.", deleted}}, deleted));
    CHECK(found.changes.empty());
    CHECK(found.altered.empty());
    REQUIRE(found.doubts.size() == 1);
    CHECK(found.doubts[0] == Doubt{DoubtKind::struck_words, 2, "3. Nobody's words."});
}

TEST_CASE("a file made on other words is named, and its changes carried over where they fit") {
    const auto file = File()
                          .line({{"1. The purpose of the treaty is to ", {}},
                                 {"promote", deleted},
                                 {"strengthen", inserted},
                                 {" cooperation.", {}}})
                          .line({{"2. This treaty applies in time of ", {}},
                                 {"war", deleted},
                                 {"conflict", inserted},
                                 {".", {}}});
    const auto refused = of(file);
    CHECK(refused.changes.empty());
    CHECK(refused.altered == std::vector{at(purpose), at(peace)});
    CHECK(refused.doubts.size() == 2);
    const auto carried = of(file, OtherWords::rebased);
    REQUIRE(carried.changes.size() == 1);
    CHECK(carried.changes[0].part ==
          text_of(purpose, "The purpose of this treaty is to strengthen cooperation."));
    CHECK(carried.changes[0].confidence == Confidence::likely);
    REQUIRE(carried.doubts.size() == 1);
    CHECK(carried.doubts[0].kind == DoubtKind::other_words);
}

TEST_CASE("a retyped provision is likely, and what stands nowhere in the draft is doubtful") {
    File file;
    file.document.changes.clear();
    file.line("The delegation has the honour to propose the following.")
        .line("Article 1. Purpose")
        .line("1. The purpose of this treaty is to strengthen cooperation.")
        .line("1 bis. Cooperation is in good faith.")
        .line(peace_words)
        .line("It thanks the Chair.");
    const auto found = of(file);
    REQUIRE(found.changes.size() == 2);
    CHECK(found.changes[0].confidence == Confidence::likely);
    CHECK(found.changes[0].part ==
          text_of(purpose, "The purpose of this treaty is to strengthen cooperation."));
    CHECK(std::get<InsertPart>(found.changes[1].part).place == Place{at(article_1), at(purpose)});
    REQUIRE(found.doubts.size() == 2);
    CHECK(found.doubts[0].place == 1);
    CHECK(found.doubts[1].place == 6);
}

TEST_CASE("the changes of one author are told from those of another") {
    const auto file = File().line({{"1. The purpose of this treaty is to ", {}},
                                   {"promote", deleted},
                                   {"strengthen", inserted},
                                   {" good", inserted_by_other},
                                   {" cooperation", deleted_by_other},
                                   {".", {}}});
    const auto of_one = docx::only_changes_of(file.document, {"A"});
    CHECK(parts_of(understand(treaty(), Language::en, of_one, OtherWords::doubtful)) ==
          std::vector<Part>{
              text_of(purpose, "The purpose of this treaty is to strengthen cooperation.")});
    const auto of_other = docx::only_changes_of(file.document, {"B"});
    CHECK(parts_of(understand(treaty(), Language::en, of_other, OtherWords::doubtful)) ==
          std::vector<Part>{text_of(purpose, "The purpose of this treaty is to promote good.")});
}

TEST_CASE("whatever a file proposes may be proposed") {
    int understood = 0;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        tests::RandomSets random(seed);
        const auto draft = random.draft(1 + random.below(8));
        ProposalSet set;
        const auto proposal = random.proposal(draft, "P1");
        set.submitted.emplace(proposal.id, proposal);
        for (const auto& sponsor : proposal.sponsors) set.supports.insert({"P1", sponsor, {}});
        if (!check(draft, set)) continue;
        const auto document = docx::read(docx::write(formats::tracked_document(
                                             draft, consolidate(draft, set, Language::en), {})),
                                         "a.docx");
        REQUIRE(document);
        const auto found = understand(draft, Language::en, *document, OtherWords::rebased);
        if (found.changes.empty()) continue;
        set.submitted.at("P1").parts = parts_of(found);
        const auto checked = check(draft, set);
        INFO((checked ? std::string() : checked.error().id));
        REQUIRE(checked);
        ++understood;
    }
    CHECK(understood > 150);
}

TEST_CASE("a change in a cell of a table is understood as one of that cell") {
    const auto imported = formats::import_text(
        "# Treaty\n\n## Article 1\n\nCables are:\n\n| Kind | Depth |\n| Coaxial | 10 |\n", "t.md",
        Language::en);
    REQUIRE(imported);
    const auto& draft = imported->draft;
    Proposal proposal;
    proposal.id = "P1";
    proposal.sponsors = {"Ghana"};
    proposal.parts = {TextPart{draft.provisions.back().id, Field::text, "20"}};
    ProposalSet set;
    set.supports.insert({"P1", "Ghana", {}});
    set.submitted.emplace("P1", proposal);
    const auto document = docx::read(
        docx::write(formats::tracked_document(draft, consolidate(draft, set, Language::en), {})),
        "a.docx");
    REQUIRE(document);
    const auto found = understand(draft, Language::en, *document, OtherWords::edited);
    CHECK(parts_of(found) == proposal.parts);
    CHECK(found.doubts.empty());
}

TEST_CASE("what a file made of this draft says otherwise was edited without tracking") {
    const auto found = of(File()
                              .line("Article 1. Purpose")
                              .line("1. The purpose of this treaty is to strengthen cooperation.")
                              .line("1 bis. Cooperation is in good faith.")
                              .line({{"2. This treaty applies in time of ", {}},
                                     {"peace", deleted},
                                     {"war", inserted},
                                     {".", {}}})
                              .line("Article 2. Duties")
                              .line("(a) protect cables in its territorial sea;"),
                          OtherWords::edited);
    REQUIRE(found.changes.size() == 3);
    CHECK(found.changes[0].part ==
          text_of(purpose, "The purpose of this treaty is to strengthen cooperation."));
    CHECK(found.changes[0].confidence == Confidence::likely);
    CHECK(std::get<InsertPart>(found.changes[1].part).place == Place{at(article_1), at(purpose)});
    CHECK(found.changes[1].confidence == Confidence::likely);
    CHECK(found.changes[2].part == text_of(peace, "This treaty applies in time of war."));
    CHECK(found.changes[2].confidence == Confidence::certain);
    CHECK(found.altered.empty());
    REQUIRE(found.doubts.size() == 1);
    CHECK(found.doubts[0] == Doubt{DoubtKind::left_out, 5, "1. Each Party shall:"});
}

TEST_CASE("instructions in free text are understood, and the rest of the letter is doubtful") {
    File file;
    file.document.changes.clear();
    file.line("The delegation has the honour to propose the following.")
        .line("Article 1, paragraph 1: replace \"promote\" by \"strengthen\".")
        .line("Delete article 2, paragraph 1 (b).");
    const auto found = of(file);
    CHECK(parts_of(found) ==
          std::vector<Part>{
              text_of(purpose, "The purpose of this treaty is to strengthen cooperation."),
              DeletePart{at(inform)}});
    REQUIRE(found.doubts.size() == 1);
    CHECK(found.doubts[0].place == 1);
}

TEST_CASE("a comment on one provision is a note there, or a reservation where it says so") {
    File file;
    file.document.changes.clear();
    file.line("Article 1. Purpose").line(purpose_words).line(peace_words);
    auto& paragraphs = file.document.paragraphs;
    file.document.comments = {{"Ghana", {}, "Ghana reserves its position on this paragraph."},
                              {"Ghana", {}, "This repeats article 3."},
                              {"Ghana", {}, "Reason: peace is not defined."},
                              {"Ghana", {}, "The two paragraphs belong together."},
                              {"Ghana", {}, "Ghana no longer reserves its position."}};
    paragraphs[0].comments = {1};
    paragraphs[1].comments = {0, 3};
    paragraphs[2].comments = {2, 3, 4};
    const auto found = of(file);
    CHECK(parts_of(found) ==
          std::vector<Part>{
              NotePart{at(article_1), "This repeats article 3."},
              ReservePart{at(purpose), "Ghana reserves its position on this paragraph."},
              NotePart{at(peace), "Ghana no longer reserves its position."}});
    CHECK(found.reasons ==
          std::vector<std::string>{"peace is not defined.", "The two paragraphs belong together."});
    CHECK(found.doubts.empty());
}

TEST_CASE(
    "a comment that asks for what a tracked change excludes is doubtful, and the change stands") {
    File file;
    file.line("Article 1. Purpose")
        .line({{"1. The purpose of this treaty is to ", {}},
               {"promote", deleted},
               {"strengthen", inserted},
               {" cooperation.", {}}})
        .line(peace_words);
    file.document.comments = {{"Ghana", {}, "Delete"}};
    file.document.paragraphs[1].comments = {0};
    const auto found = of(file);
    CHECK(parts_of(found) ==
          std::vector<Part>{
              text_of(purpose, "The purpose of this treaty is to strengthen cooperation.")});
    REQUIRE(found.doubts.size() == 1);
    CHECK(found.doubts[0].kind == DoubtKind::contradicts);
    CHECK(found.doubts[0].place == 2);
    CHECK(found.doubts[0].words.contains("strengthen"));
}

TEST_CASE("printed brackets are nobody's wish, and tracked changes beside them are") {
    const std::string printed =
        "1. The purpose of this treaty is to [promote] [strengthen "
        "\xE2\x80\x93 Fiji] cooperation.";
    File still;
    still.document.changes.clear();
    still.line("Article 1. Purpose").line(printed).line(peace_words);
    const auto nothing = of(still, OtherWords::printed);
    CHECK(nothing.changes.empty());
    CHECK(nothing.doubts.empty());
    const auto found = of(File()
                              .line("Article 1. Purpose")
                              .line({{printed, {}}, {" It lasts.", inserted}})
                              .line({{"2. This treaty applies in time of ", {}},
                                     {"peace", deleted},
                                     {"war", inserted},
                                     {".", {}}}),
                          OtherWords::printed);
    CHECK(parts_of(found) ==
          std::vector<Part>{
              text_of(purpose, "The purpose of this treaty is to promote cooperation. It lasts."),
              text_of(peace, "This treaty applies in time of war.")});
    REQUIRE(found.changes.size() == 2);
    CHECK(found.changes[0].confidence == Confidence::likely);
    CHECK(found.changes[1].confidence == Confidence::certain);
    CHECK(found.altered.empty());
}
