// Laws 15 and 20: what is printed and written reads back equal.
// SPDX-License-Identifier: MIT
#include "formats/round_trips.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "consolidation/canonical.h"
#include "consolidation/consolidate.h"
#include "formats/akoma_ntoso.h"
#include "formats/normalise.h"
#include "formats/printing.h"
#include "formats/read_consolidated.h"
#include "tests/random_sets.h"
#include "tests/schema.h"
#include "text/code_point.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

struct Sample {
    text::Draft draft;
    ProposalSet set;
};

// Any name as an input may bring it.
std::string drawn_name(const std::string& otherwise) {
    std::string name;
    for (const char32_t one : *rc::gen::noShrink(rc::gen::container<std::u32string>(
             rc::gen::oneOf(rc::gen::inRange<char32_t>(0x20, 0x7F),
                            rc::gen::elementOf(std::u32string(U"[]<>&\"'\\#\u2029\u061C\u0646"
                                                              U"\u4E00\uFFFF\U0001F6A9")),
                            rc::gen::inRange<char32_t>(0xA0, 0xD800))))) {
        name += text::utf8_of(one);
    }
    name = formats::normalised(name).value_or(otherwise);
    return name.empty() ? otherwise : name;
}

// A draft with brackets of its own, and proposals with names of any kind.
Sample drawn_sample() {
    tests::RandomSets random(*rc::gen::noShrink(rc::gen::arbitrary<unsigned>()));
    Sample sample{random.draft(1 + random.below(8)), {}};
    for (text::Provision& provision : sample.draft.provisions) {
        std::string& words = provision.in(text::Language::en).text;
        if (random.below(2) == 0) {
            words.insert(0, "[");
            words += random.below(2) == 0 ? " ] [x" : " ] [x ]]";
        }
        if (random.below(4) == 0) words += " & <p>paragraph 1</p>";
        words = formats::normalised(words).value();
    }
    for (unsigned at = 0; at < random.below(24); ++at) {
        Proposal proposal = random.proposal(sample.draft, "P" + std::to_string(at));
        for (Part& part : proposal.parts) {
            auto* insert = std::get_if<InsertPart>(&part);
            if (insert == nullptr) continue;
            for (NewProvision& one : insert->provisions) one.wording.text += "!";
        }
        proposal.reason = drawn_name("because");
        proposal.sponsors = {drawn_name("State")};
        ProposalSet more = sample.set;
        more.supports.insert({proposal.id, proposal.sponsors[0], {}});
        if (random.below(3) == 0) more.supports.insert({proposal.id, "Ghana", drawn_name("tag")});
        if (random.below(5) == 0) more.withdrawals.insert({proposal.id, proposal.sponsors[0], {}});
        const bool amends = !more.submitted.empty() && random.below(4) == 0;
        if (amends) proposal.amends = more.submitted.begin()->first;
        more.submitted.emplace(proposal.id, std::move(proposal));
        if (check(sample.draft, more)) sample.set = std::move(more);
    }
    return sample;
}

Engine forgetting(const Engine& engine, std::size_t printing) {
    Engine wrong = engine;
    const auto real = engine.printings[printing].read_back;
    wrong.printings[printing].read_back = [real](const text::Draft& draft,
                                                 const Consolidated& text) {
        auto back = real(draft, text);
        if (back && !back->proposals.empty()) back->proposals.back().sponsors.clear();
        return back;
    };
    return wrong;
}

bool breaks(int law, const Engine& engine) {
    tests::RandomSets random(5);
    const text::Draft draft = random.draft(4);
    ProposalSet set;
    Proposal proposal = random.proposal(draft, "P1");
    proposal.parts = {NotePart{draft.provisions[0].id, "so"}};
    proposal.sponsors = {"Ghana"};
    set.submitted.emplace("P1", proposal);
    set.supports.insert({"P1", "Ghana", {}});
    const text::Origin origin{
        OriginId::of(sha256("sample")), text::OriginKind::import, "sample", {}, 0};
    const auto provenance = text::provenance_of_import(draft, origin);
    for (const LawOutcome& outcome : check_laws({draft, provenance, set, 1, 1}, engine, {})) {
        if (outcome.law == law) return outcome.broken.has_value();
    }
    return false;
}

}  // namespace

TEST_CASE("printings that say everything read back equal, whatever brackets and names they hold") {
    CHECK(rc::check([] {
        const Sample sample = drawn_sample();
        const auto text = consolidate(sample.draft, sample.set, text::Language::en);
        const std::string bytes = canonical(text);
        for (const auto& printing : formats::engine_with_files().printings) {
            const auto back = printing.read_back(sample.draft, text);
            if (!back) RC_FAIL(std::string(printing.format) + ": " + back.error().id);
            RC_ASSERT(canonical(*back) == bytes);
        }
    }));
}

TEST_CASE("Akoma Ntoso of random sets keeps to the schema in every view") {
    const tests::Schema schema;
    CHECK(rc::check([&] {
        const Sample sample = drawn_sample();
        const auto text = consolidate(sample.draft, sample.set, text::Language::en);
        for (const formats::View view : {formats::View::bracketed, formats::View::clean,
                                         formats::View::options, formats::View::by_sponsor}) {
            for (const auto names : {formats::Sponsors::named, formats::Sponsors::unnamed}) {
                RC_ASSERT(
                    schema.accepts(formats::write_akoma_ntoso(sample.draft, text, {view, names})));
            }
        }
    }));
}

TEST_CASE("files of drafts and proposals read back equal, whatever they hold") {
    CHECK(rc::check([] {
        Sample sample = drawn_sample();
        sample.draft.title = drawn_name("Title");
        const text::Origin origin{
            OriginId::of(sha256("x")), text::OriginKind::import, drawn_name("a.md"), {}, 0};
        const DraftAndProvenance draft{sample.draft,
                                       text::provenance_of_import(sample.draft, origin)};
        const Engine engine = formats::engine_with_files();
        for (const auto& file : engine.draft_files) {
            const auto back = file.read_back(sample.draft, draft);
            if (!back) RC_FAIL(back.error().id);
            RC_ASSERT(*back == draft);
        }
        for (const auto& file : engine.proposal_files) {
            const auto back = file.read_back(sample.draft, sample.set);
            if (!back) RC_FAIL(back.error().id);
            RC_ASSERT(*back == sample.set);
        }
    }));
}

TEST_CASE("laws 15 and 20 catch a file that forgets") {
    const Engine engine = formats::engine_with_files();
    CHECK_FALSE(breaks(15, engine));
    CHECK_FALSE(breaks(20, engine));
    CHECK(breaks(15, forgetting(engine, 0)));
    CHECK(breaks(15, forgetting(engine, 1)));
    Engine wrong = engine;
    wrong.draft_files[0].read_back = [](const text::Draft&,
                                        DraftAndProvenance what) -> Result<DraftAndProvenance> {
        what.second.origins.begin()->second.name.clear();
        return what;
    };
    CHECK(breaks(20, wrong));
    wrong = engine;
    wrong.proposal_files[0].read_back = [](const text::Draft&,
                                           ProposalSet what) -> Result<ProposalSet> {
        what.supports.clear();
        return what;
    };
    CHECK(breaks(20, wrong));
}

TEST_CASE("a text that is not the printing of a consolidated text is refused") {
    const auto refusal = [](const auto& read) {
        return read ? std::string("accepted") : read.error().id;
    };
    CHECK(refusal(formats::read_json("", "a.json")) == "json.malformed");
    CHECK(refusal(formats::read_json("[]", "a.json")) == "json.not_an_object");
    CHECK(refusal(formats::read_json("{\"format\":\"travaux consolidated text 1\"}", "a.json")) ==
          "json.field_missing");
    CHECK(refusal(formats::read_consolidated_akoma_ntoso("<a", "a.xml")) ==
          "akoma_ntoso.malformed");
    CHECK(refusal(formats::read_consolidated_akoma_ntoso("<a/>", "a.xml")) ==
          "akoma_ntoso.not_a_draft");
}
