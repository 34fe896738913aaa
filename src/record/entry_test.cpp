// SPDX-License-Identifier: MIT
#include "record/entry.h"

#include <doctest/doctest.h>

#include "record/body.h"
#include "record/canonical_json.h"
#include "record/sequence.h"

using namespace travaux;
using namespace travaux::record;

namespace {

Entry full_entry() {
    OpenAct open;
    open.act.actor.bytes[15] = 1;
    open.act.capacity = "secretariat";
    open.act.name = "record.open";
    open.act.events = {{"record_opened", {{"title", "Convention \u20ac"}, {"size", 3}}}, {"b", {}}};
    open.act.bodies = {{sha256("x"), 7, "text/plain"}};
    open.opens = Opening{"example.org/c", OldHead{"example.org/old", {5, sha256("old")}}};
    open.key = verifier_of({"example.org/c", {1}});
    open.withholds = {sha256("y")};
    open.discloses = {4, 2};
    return {0, 1'767'225'600'000, open};
}

std::string small_entry(std::uint64_t index, std::string_view extra = "") {
    return R"({"act":"a","actor":"00000000000000000000000000000000","capacity":"c",)" +
           std::string(extra) + R"("index":)" + std::to_string(index) + R"(,"time_ms":5})";
}

std::string refusal_of(std::string_view bytes) {
    const auto entry = decode_entry(bytes);
    return entry ? "" : entry.error().id;
}

}  // namespace

TEST_CASE("an entry is one line of canonical JSON, and is read back as it was") {
    const Entry entry = full_entry();
    const std::string bytes = encode(entry).value();
    CHECK(decode_entry(bytes).value() == entry);
    CHECK(write_canonical(parse_json(bytes).value()).value() == bytes);
    const Entry sealed{3, 9, Commitment{sha256("secret")}};
    CHECK(encode(sealed).value() ==
          R"({"commitment":"2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b",)"
          R"("index":3,"time_ms":9})");
    CHECK(decode_entry(encode(sealed).value()).value() == sealed);
    CHECK(decode_entry(small_entry(7)).value().index == 7);
}

TEST_CASE("an entry with anything in it that does not belong there is refused") {
    CHECK(refusal_of(small_entry(0, R"("events":[],)")) == "entry.field_unknown");
    CHECK(refusal_of(small_entry(0, R"("comment":"x",)")) == "entry.field_unknown");
    CHECK(refusal_of(small_entry(0, R"("commitment":"x",)")) == "entry.malformed");
    CHECK(refusal_of(small_entry(0) + "\n") == "canonical.other_spelling");
    CHECK(refusal_of(small_entry(0, R"("events":[{"fields":{"a":1.5},"name":"n"}],)")) ==
          "canonical.number");
    CHECK(refusal_of(small_entry(0, R"("events":[{"fields":[],"name":"n"}],)")) ==
          "entry.malformed");
    CHECK(refusal_of(small_entry(0, R"("events":[{"fields":{},"name":"Name"}],)")) ==
          "entry.malformed");
    for (const std::string_view bytes : {"", "{}", "[]", "7", "{\"index\":0}"}) {
        CHECK_FALSE(refusal_of(bytes).empty());
    }
    const std::string bytes = encode(full_entry()).value();
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        CHECK_FALSE(refusal_of(std::string_view(bytes).substr(0, length)).empty());
    }
}

TEST_CASE("an entry that is too large, or that would not be read back, is not written") {
    Entry entry = full_entry();
    std::get<OpenAct>(entry.content).act.events[0].fields["text"] = std::string(60'000, 'x');
    CHECK(encode(entry).error().id == "entry.too_large");
    entry = full_entry();
    std::get<OpenAct>(entry.content).act.events[0].fields["text"] = "\xff";
    CHECK(encode(entry).error().id == "canonical.malformed");
    entry = full_entry();
    std::get<OpenAct>(entry.content).act.capacity = "The Secretariat";
    CHECK(encode(entry).error().id == "entry.malformed");
    entry.time_ms = -1;
    CHECK(encode(entry).error().id == "entry.malformed");
}

TEST_CASE("an addition holds the bodies that its entry names, and no others") {
    const Body body = make_body({1}, "text");
    Entry entry{1, 1, OpenAct{}};
    auto& open = std::get<OpenAct>(entry.content);
    open.act.name = "a";
    open.act.capacity = "c";
    CHECK(make_addition(entry, {body}).error().id == "body.not_named");
    open.act.bodies = {refer_to(body, "text/plain")};
    CHECK(make_addition(entry, {}).error().id == "body.not_given");
    CHECK(make_addition(entry, {body}).value().bodies.size() == 1);
    open.act.bodies[0].size = 5;
    CHECK(make_addition(entry, {body}).error().id == "body.not_named");
    CHECK(make_body({1}, "text").hash != make_body({2}, "text").hash);
    CHECK(content_of(body.bytes) == "text");
}

namespace {

// A sequence with an opening, an entry with a body, and a confidential one.
class Trial {
public:
    Trial() {
        OpenAct opening = act();
        opening.opens = Opening{"example.org/c", {}};
        opening.key = verifier_of({"example.org/c", {1}});
        REQUIRE(add(opening) == "");
        OpenAct second = act();
        second.act.bodies = {{sha256("body"), 1, "a/b"}};
        REQUIRE(add(second) == "");
        REQUIRE(add(Commitment{sha256("sealed")}) == "");
    }

    static OpenAct act() {
        OpenAct open;
        open.act.name = "a";
        open.act.capacity = "c";
        return open;
    }

    std::string add(const std::variant<OpenAct, Commitment>& content) {
        return add(Entry{sequence.size(), 10, content});
    }

    std::string add(const Entry& entry) {
        const auto added = sequence.add(encode(entry).value());
        return added ? "" : added.error().id;
    }

    Sequence sequence;
};

}  // namespace

TEST_CASE("entries come in order, and time never goes back") {
    Trial trial;
    CHECK(trial.add(Entry{2, 10, Trial::act()}) == "entry.out_of_order");
    CHECK(trial.add(Entry{4, 10, Trial::act()}) == "entry.out_of_order");
    CHECK(trial.add(Entry{3, 9, Trial::act()}) == "entry.time_back");
    const Sha256 root = trial.sequence.tree().root();
    CHECK(trial.add(Entry{3, 10, Trial::act()}) == "");
    CHECK(trial.sequence.tree().root(3) == root);
}

TEST_CASE("the first entry opens the record with a key, and no other does") {
    Sequence sequence;
    CHECK(sequence.add(encode({0, 1, Trial::act()}).value()).error().id == "entry.opening");
    CHECK(sequence.add(encode({0, 1, Commitment{}}).value()).error().id == "entry.opening");
    OpenAct opening = Trial::act();
    opening.opens = Opening{"example.org/c", {}};
    CHECK(sequence.add(encode({0, 1, opening}).value()).error().id == "entry.key");
    opening.key = verifier_of({"example.org/other", {1}});
    CHECK(sequence.add(encode({0, 1, opening}).value()).error().id == "entry.key");
    CHECK(sequence.size() == 0);
    Trial trial;
    opening.key = verifier_of({"example.org/c", {2}});
    CHECK(trial.add(opening) == "entry.opening");
}

TEST_CASE("two keys sign at the size where one takes the place of the other, and one elsewhere") {
    Trial trial;
    OpenAct rotation = Trial::act();
    rotation.key = verifier_of({"example.org/c", {1}});
    CHECK(trial.add(rotation) == "entry.key");
    rotation.key = verifier_of({"example.org/c", {2}});
    CHECK(trial.add(rotation) == "");
    CHECK(trial.add(Trial::act()) == "");
    const Sequence& sequence = trial.sequence;
    CHECK(sequence.signers(1).size() == 1);
    CHECK(sequence.signers(3).front().key == sequence.keys()[0].key);
    CHECK(sequence.signers(4).size() == 2);
    CHECK(sequence.signers(4).back().key == sequence.keys()[1].key);
    CHECK(sequence.signers(5).size() == 1);
    CHECK(sequence.signers(5).front().key == sequence.keys()[1].key);
}

TEST_CASE("a body comes in once, and is withheld once") {
    Trial trial;
    OpenAct open = Trial::act();
    open.act.bodies = {{sha256("body"), 1, "a/b"}};
    CHECK(trial.add(open) == "entry.body_twice");
    CHECK(trial.add(Commitment{sha256("body")}) == "entry.body_twice");
    open.act.bodies = {{sha256("b"), 1, "a/b"}, {sha256("b"), 1, "a/b"}};
    CHECK(trial.add(open) == "entry.body_twice");
    open = Trial::act();
    open.withholds = {sha256("nothing")};
    CHECK(trial.add(open) == "entry.body_unknown");
    open.withholds = {sha256("body"), sha256("body")};
    CHECK(trial.add(open) == "entry.body_unknown");
    open.withholds = {sha256("body"), sha256("sealed")};
    CHECK(trial.add(open) == "");
    CHECK(trial.sequence.bodies().at(sha256("body")).withheld_by == 3);
    CHECK(trial.sequence.sealed().at(2).withheld_by == 3);
    CHECK(trial.add(open) == "entry.body_unknown");
    open = Trial::act();
    open.discloses = {2};
    open.act.bodies = {{sha256("sealed"), 1, "a/b"}};
    CHECK(trial.add(open) == "entry.disclosure");
}

TEST_CASE("a confidential entry is disclosed once, with its content as a body") {
    Trial trial;
    OpenAct open = Trial::act();
    open.act.bodies = {{sha256("sealed"), 1, "a/b"}};
    CHECK(trial.add(open) == "entry.disclosure");
    open.discloses = {1};
    CHECK(trial.add(open) == "entry.disclosure");
    open.discloses = {2, 2};
    CHECK(trial.add(open) == "entry.disclosure");
    open.discloses = {2};
    open.act.bodies.clear();
    CHECK(trial.add(open) == "entry.disclosure");
    open.act.bodies = {{sha256("sealed"), 1, "a/b"}};
    CHECK(trial.add(open) == "");
    CHECK(trial.sequence.sealed().at(2).disclosed_by == 3);
    CHECK(trial.add(open) == "entry.body_twice");
}
