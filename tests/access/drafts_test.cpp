// What a delegation keeps to itself: who sees it, who changes it, and that it leaves no trace.
// SPDX-License-Identifier: MIT
#include "access/drafts.h"

#include <doctest/doctest.h>

#include "base/account_limits.h"
#include "tests/access/server_accounts.h"
#include "tests/corpus.h"
#include "tests/scratch.h"

using namespace travaux;
using namespace travaux::access;
using tests::refusal;
using tests::sure;

namespace {

const std::string here = "treaty";
const committee::Caller ghana{{}, Capacity::delegate, "GHA"};
const committee::Caller france{{}, Capacity::head, "FRA"};
const committee::Caller kenya{{}, Capacity::head, "KEN"};
const Visit of_ghana{here, ghana};
const Visit of_france{here, france};
const Visit of_kenya{here, kenya};

DraftWords words(const std::string& title) { return {title, "T1", "[{\"part\":\"note\"}]", {}}; }

}  // namespace

TEST_CASE("a draft is seen by its delegation and its guests, and told to nobody else") {
    storage::MemoryRowStore store;
    Drafts drafts(store, tests::chance_of(1));
    const std::string id = sure(drafts.make(of_ghana, words("Article 5")));
    const auto [draft, parts] = sure(drafts.read(of_ghana, id));
    CHECK(draft == PrivateDraft{"GHA", "Article 5", "T1", {}, {}, 1, {}, {}});
    CHECK(parts == words("").parts);
    const auto sees_nothing = [&](const Visit& visit) {
        return refusal(drafts.read(visit, id)) == "private_draft.unknown" &&
               refusal(drafts.change(visit, id, 1, words("x"))) == "private_draft.unknown" &&
               refusal(drafts.to_submit(visit, id, 1)) == "private_draft.unknown" &&
               refusal(drafts.erase(visit, id)) == "private_draft.unknown" &&
               refusal(drafts.share(visit, id, "KEN", Drafts::Guest::in)) ==
                   "private_draft.unknown" &&
               sure(drafts.list(visit)).empty();
    };
    CHECK(sees_nothing(of_france));
    const std::string elsewhere = "another";
    CHECK(sees_nothing({elsewhere, ghana}));
    for (const Capacity capacity : {Capacity::secretariat, Capacity::administrator,
                                    Capacity::visitor, Capacity::officer, Capacity::stakeholder}) {
        const committee::Caller caller{{}, capacity, "GHA"};
        CHECK(refusal(drafts.read({here, caller}, id)) == "rights.capacity");
        CHECK(refusal(drafts.list({here, caller})) == "rights.capacity");
        CHECK(refusal(drafts.make({here, caller}, words("x"))) == "rights.capacity");
        CHECK(refusal(drafts.requests({here, caller})) == "rights.capacity");
    }

    sure(drafts.share(of_ghana, id, "FRA", Drafts::Guest::in));
    CHECK(sure(drafts.list(of_france)).size() == 1);
    CHECK(sure(drafts.change(of_france, id, 1, words("Article 5 bis"))) == 2);
    for (const auto& outcome :
         {refusal(drafts.to_submit(of_france, id, 2)), refusal(drafts.erase(of_france, id)),
          refusal(drafts.share(of_france, id, "KEN", Drafts::Guest::in))}) {
        CHECK(outcome == "private_draft.of_another");
    }
    CHECK(sees_nothing(of_kenya));
    sure(drafts.share(of_ghana, id, "FRA", Drafts::Guest::out));
    CHECK(sees_nothing(of_france));
}

TEST_CASE("a guest agrees to the words that it read and to no others, or sees them no more") {
    storage::MemoryRowStore store;
    Drafts drafts(store, tests::chance_of(1));
    using Answer = Drafts::Answer;
    const std::string id = sure(drafts.make(of_ghana, words("one")));
    CHECK(refusal(drafts.answer(of_france, id, 1, Answer::agree)) == "private_draft.unknown");
    CHECK(refusal(drafts.answer(of_ghana, id, 1, Answer::agree)) == "private_draft.own");
    CHECK(refusal(drafts.share(of_ghana, id, "GHA", Drafts::Guest::in)) == "private_draft.own");
    for (const char* guest : {"FRA", "KEN", "FRA"}) {
        sure(drafts.share(of_ghana, id, guest, Drafts::Guest::in));
    }
    const auto agreed = [&] { return sure(drafts.read(of_ghana, id)).first.agreed; };
    sure(drafts.answer(of_france, id, 1, Answer::agree));
    sure(drafts.answer(of_france, id, 1, Answer::agree));
    CHECK(agreed() == std::vector<std::string>{"FRA"});
    sure(drafts.change(of_kenya, id, 1, words("two")));
    CHECK(agreed().empty());
    CHECK(refusal(drafts.answer(of_france, id, 1, Answer::agree)) == "private_draft.stale");
    sure(drafts.answer(of_france, id, 2, Answer::agree));
    // Who declines need not have seen the last words.
    sure(drafts.answer(of_france, id, 1, Answer::decline));
    CHECK(agreed().empty());
    CHECK(sure(drafts.list(of_france)).empty());
    CHECK(sure(drafts.read(of_ghana, id)).first.guests == std::vector<std::string>{"KEN"});
}

TEST_CASE("the reason of a draft may run over lines, its name may not") {
    storage::MemoryRowStore store;
    Drafts drafts(store, tests::chance_of(1));
    DraftWords long_reason = words("one");
    long_reason.reason = "First.\r\nSecond.";
    CHECK(drafts.make(of_ghana, long_reason));
    CHECK(refusal(drafts.make(of_ghana, words("one\ntwo"))) == "private_draft.malformed");
}

TEST_CASE("who changes or submits a draft has seen it as it is") {
    storage::MemoryRowStore store;
    Drafts drafts(store, tests::chance_of(1));
    const std::string id = sure(drafts.make(of_ghana, words("one")));
    CHECK(sure(drafts.change(of_ghana, id, 1, words("two"))) == 2);
    CHECK(refusal(drafts.change(of_ghana, id, 1, words("three"))) == "private_draft.stale");
    CHECK(refusal(drafts.to_submit(of_ghana, id, 1)) == "private_draft.stale");
    CHECK(sure(drafts.to_submit(of_ghana, id, 2)).title == "two");
    DraftWords large = words("large");
    large.parts = std::string(limits::private_draft_bytes + 1, 'x');
    CHECK(refusal(drafts.change(of_ghana, id, 2, large)) == "private_draft.malformed");
    CHECK(refusal(drafts.make(of_ghana, words(""))) == "private_draft.malformed");
}

TEST_CASE("a draft that is erased is nowhere in the store") {
    const tests::Scratch scratch;
    const std::string path = (scratch / "accounts").string();
    const auto store = sure(storage::open_row_store(path, storage::Access::create));
    Drafts drafts(*store, tests::chance_of(1));
    DraftWords secret = words("An unheard of compromise");
    secret.parts = "[\"nobody may know of this\"]";
    const std::string id = sure(drafts.make(of_ghana, secret));
    sure(drafts.share(of_ghana, id, "FRA", Drafts::Guest::in));
    sure(drafts.erase(of_ghana, id));
    CHECK(sure(drafts.list(of_ghana)).empty());
    CHECK(sure(drafts.list(of_france)).empty());
    for (const char* ending : {"", "-wal", "-journal"}) {
        const std::string bytes = tests::bytes_of(path + ending);
        CHECK(bytes.find(secret.title) == std::string::npos);
        CHECK(bytes.find(secret.parts) == std::string::npos);
        CHECK(bytes.find(id) == std::string::npos);
    }
}

TEST_CASE("a request to co-sponsor is between two delegations, and ends with either") {
    storage::MemoryRowStore store;
    Drafts drafts(store, tests::chance_of(1));
    const SponsorRequest request{"P7", "anybody", "FRA", "As we said in the corridor"};
    CHECK(refusal(drafts.ask(of_ghana, request, {"KEN"})) == "rights.not_yours");
    const std::string id = sure(drafts.ask(of_ghana, request, {"GHA", "KEN"}));
    CHECK(refusal(drafts.ask(of_ghana, request, {"GHA"})) == "sponsor_request.already");
    CHECK(refusal(drafts.ask(of_france, request, {"FRA"})) == "sponsor_request.malformed");
    SponsorRequest kept = request;
    kept.from = "GHA";
    CHECK(sure(drafts.requests(of_ghana)).at(0) == std::pair(id, kept));
    CHECK(sure(drafts.requests(of_france)).at(0) == std::pair(id, kept));
    CHECK(sure(drafts.requests(of_kenya)).empty());
    CHECK(refusal(drafts.end_request(of_kenya, id)) == "sponsor_request.unknown");
    sure(drafts.end_request(of_france, id));
    CHECK(sure(drafts.requests(of_ghana)).empty());
    const std::string again = sure(drafts.ask(of_ghana, request, {"GHA"}));
    sure(drafts.end_request(of_ghana, again));
    CHECK(sure(drafts.requests(of_france)).empty());
}
