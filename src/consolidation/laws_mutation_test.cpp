// For each law a wrong engine that the law catches, so that no law is empty.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <functional>

#include "consolidation/consolidate.h"
#include "consolidation/laws.h"
#include "tests/random_sets.h"

using namespace travaux;
using namespace travaux::consolidation;

namespace {

// Changes a text after the true engine made it.
using Change = std::function<void(Consolidated&)>;

Engine with_texts(const Change& change) {
    Engine engine = real_engine();
    engine.consolidate = [change](const text::Draft& draft, const ProposalSet& set,
                                  text::Language language) {
        Consolidated text = consolidate(draft, set, language);
        change(text);
        return text;
    };
    return engine;
}

Engine with_added_texts(
    const std::function<void(Consolidated&, const std::vector<std::size_t>&, Settling)>& change) {
    Engine engine = real_engine();
    const auto real = engine.incremental;
    engine.incremental = [real, change](
                             const text::Draft& draft, const std::vector<Proposal>& proposals,
                             const std::vector<std::size_t>& removed, Settling settling) {
        Consolidated text = real(draft, proposals, removed, settling);
        change(text, removed, settling);
        return text;
    };
    return engine;
}

Engine with_drafts(const std::function<void(NextDraft&, bool adopts)>& change) {
    Engine engine = real_engine();
    engine.next_draft = [change](const text::Draft& draft, const text::Provenance& provenance,
                                 const ProposalSet& set, const std::vector<Adoption>& adopted) {
        auto next = next_draft(draft, provenance, set, adopted);
        if (next) change(*next, !adopted.empty());
        return next;
    };
    return engine;
}

void each_text(Consolidated& text, const std::function<void(AnnotatedText&)>& change) {
    for (Row& row : text.rows) change(row.text);
}

// Forgets every second time something that belongs to the text.
Engine forgetful() {
    auto calls = std::make_shared<int>(0);
    return with_texts([calls](Consolidated& text) {
        if (++*calls > 1) text.rows.pop_back();
    });
}

void lose_a_word_of(Consolidated& text, NodeKind holder) {
    each_text(text, [&](AnnotatedText& one) {
        for (std::size_t at = 0; at + 1 < one.tree.size(); ++at) {
            Node& inner = one.tree[at + 1];
            if (one.tree[at].kind == holder && !inner.words.empty()) {
                inner.words = inner.words.subspan(1);
            }
        }
    });
}

void swap_alternatives(Consolidated& text) {
    each_text(text, [](AnnotatedText& one) {
        for (std::size_t at = 0; at + 3 < one.tree.size(); ++at) {
            Node& a = one.tree[at];
            Node& b = one.tree[at + 2];
            const bool are_neighbours = a.kind == NodeKind::insertion && a.subtree_end == at + 2 &&
                                        b.kind == NodeKind::insertion && b.subtree_end == at + 4;
            if (!are_neighbours) continue;
            std::swap(a.witnesses, b.witnesses);
            std::swap(one.tree[at + 1].words, one.tree[at + 3].words);
        }
    });
}

struct Sample {
    text::Draft draft;
    text::Provenance provenance;
    ProposalSet set;
};

Sample sample(unsigned seed) {
    tests::RandomSets random(seed);
    Sample sample{random.draft(6), {}, {}};
    random.translate(sample.draft, text::Language::fr);
    const text::Origin origin{
        OriginId::of(sha256("sample")), text::OriginKind::import, "sample", {}, 0};
    sample.provenance = text::provenance_of_import(sample.draft, origin);
    for (unsigned at = 0; at < 40; ++at) {
        Proposal proposal = random.proposal(sample.draft, "P" + std::to_string(at));
        proposal.reason = "so";
        if (std::holds_alternative<InsertPart>(proposal.parts[0])) continue;
        if (proposal.parts.size() > 1) proposal.parts.pop_back();
        random.translate(proposal, text::Language::fr);
        ProposalSet one;
        one.supports.insert({proposal.id, proposal.sponsors[0], {}});
        one.submitted.emplace(proposal.id, std::move(proposal));
        const ProposalSet more = join(sample.set, one);
        if (check(sample.draft, more)) sample.set = more;
    }
    return sample;
}

bool catches(int law, const Engine& engine) {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const Sample one = sample(seed);
        if (check_law({one.draft, one.provenance, one.set, 3, seed}, engine, law).broken)
            return true;
    }
    return false;
}

}  // namespace

TEST_CASE("laws on sets catch an engine that minds the order or forgets") {
    const auto lose_last_row = [](Consolidated& text) { text.rows.pop_back(); };
    const auto at_the_end = with_added_texts([&](auto& text, auto&, Settling settling) {
        if (settling == Settling::at_the_end) lose_last_row(text);
    });
    const auto after_each = with_added_texts([&](auto& text, auto&, Settling settling) {
        if (settling == Settling::after_each) lose_last_row(text);
    });
    const auto on_removal = with_added_texts([&](auto& text, auto& removed, Settling) {
        if (!removed.empty()) text.rows.front().depth += 1;
    });
    CHECK(catches(1, at_the_end));
    CHECK(catches(2, forgetful()));
    CHECK(catches(3, forgetful()));
    CHECK(catches(6, after_each));
    CHECK(catches(7, on_removal));
    CHECK(catches(9, on_removal));
    CHECK(catches(21, forgetful()));
    CHECK(catches(23, on_removal));
    CHECK(catches(19, with_texts([](Consolidated& text) {
                      if (text.language != text::Language::fr) return;
                      each_text(text, [](AnnotatedText& one) {
                          for (Target& target : one.targets) target.proposals.clear();
                      });
                  })));
    // Brackets by the words of the printed language, as if there were no other.
    std::deque<std::vector<text::Words>> kept;  // the trees point into them
    CHECK(catches(19, with_texts([&](Consolidated& text) {
                      if (text.language != text::Language::fr) return;
                      each_text(text, [&](AnnotatedText& one) {
                          auto& targets = kept.emplace_back();
                          for (const Target& target : one.targets) targets.push_back(target.words);
                          one.tree = layout(one.base, targets, *text.lexicon);
                      });
                  })));
    CHECK(catches(24, with_texts([&](Consolidated& text) {
                      for (const Proposal& proposal : text.proposals) {
                          if (!proposal.sponsors.empty() && proposal.sponsors[0] < "S")
                              return lose_last_row(text);
                      }
                  })));
}

TEST_CASE("laws on texts catch a lost word, a dropped sponsor, swapped alternatives") {
    CHECK(catches(
        4, with_texts([](Consolidated& text) { lose_a_word_of(text, NodeKind::deletion); })));
    CHECK(catches(
        5, with_texts([](Consolidated& text) { lose_a_word_of(text, NodeKind::insertion); })));
    CHECK(catches(10, with_texts([](Consolidated& text) {
                      each_text(text, [](AnnotatedText& one) {
                          if (!one.tree.empty() && one.tree[0].kind == NodeKind::words) {
                              one.tree[0].kind = NodeKind::deletion;
                          }
                      });
                  })));
    CHECK(catches(11, with_texts([](Consolidated& text) {
                      each_text(text, [](AnnotatedText& one) {
                          for (Target& target : one.targets) {
                              if (target.proposals.size() > 1) target.proposals.pop_back();
                          }
                      });
                  })));
    std::deque<text::Words> former;  // the trees point into them
    CHECK(catches(12, with_texts([&](Consolidated& text) {
                      each_text(text, [&](AnnotatedText& one) {
                          if (one.targets.size() < 2) return;
                          former.push_back(std::move(one.targets[1].words));
                          one.targets[1].words = one.targets[0].words;
                      });
                  })));
    CHECK(catches(14, with_texts(swap_alternatives)));
    CHECK(catches(15, with_texts([](Consolidated& text) {
                      each_text(text, [](AnnotatedText& one) {
                          if (one.tree.size() > 1) one.tree[0].subtree_end += 1;
                      });
                  })));
    CHECK(catches(22, with_texts([](Consolidated& text) {
                      each_text(text, [](AnnotatedText& one) {
                          for (int again = 0; again < 3 && one.targets.empty(); ++again) {
                              Node more{NodeKind::words,
                                        static_cast<std::uint32_t>(one.tree.size() + 1),
                                        one.base,
                                        {}};
                              one.tree.push_back(std::move(more));
                          }
                      });
                  })));
    Engine whole = real_engine();
    whole.hunks = [](std::span<const text::Word> base, std::span<const text::Word> target) {
        if (std::ranges::equal(base, target)) return Hunks{};
        return Hunks{{0, static_cast<std::uint32_t>(base.size()), 0,
                      static_cast<std::uint32_t>(target.size())}};
    };
    CHECK(catches(13, whole));
}

TEST_CASE("laws on decisions catch a draft that is not what was adopted") {
    CHECK(catches(8, with_drafts([](NextDraft& next, bool) {
                      for (auto& provision : next.draft.provisions)
                          provision.in(text::Language::en).text += " x";
                  })));
    // Remembers what was adopted before.
    auto calls = std::make_shared<int>(0);
    CHECK(catches(8, with_drafts([calls](NextDraft& next, bool) {
                      if (++*calls > 20) next.provenance.step = 7;
                  })));
    CHECK(catches(16, with_drafts([](NextDraft& next, bool) {
                      for (auto& [key, runs] : next.provenance.runs) {
                          for (text::Run& run : runs) run.first = 0;
                      }
                  })));
    // Destroys what was removed.
    CHECK(catches(16, with_drafts([](NextDraft& next, bool) {
                      for (auto& [key, runs] : next.provenance.runs) {
                          std::erase_if(
                              runs, [](const text::Run& run) { return !run.removed_by.is_none(); });
                      }
                  })));
    CHECK(catches(17, with_drafts([](NextDraft& next, bool) {
                      next.draft.provisions.push_back(next.draft.provisions.front());
                  })));
    CHECK(catches(18, with_drafts([](NextDraft& next, bool adopts) {
                      if (!adopts) next.open.submitted.clear();
                  })));
    // Forgets the proposals that stay open, so that nothing can be adopted in turn.
    CHECK(catches(18, with_drafts([](NextDraft& next, bool adopts) {
                      if (adopts) next.open.submitted.clear();
                  })));
}

TEST_CASE("laws on decisions to drop, and on other languages, catch who minds only one") {
    Engine stubborn = real_engine();
    stubborn.consolidate = [](const text::Draft& draft, ProposalSet set, text::Language language) {
        set.reconsidered.clear();
        return consolidate(draft, set, language);
    };
    CHECK(catches(7, stubborn));
    const auto in_french = [](NodeKind holder) {
        return with_texts([holder](Consolidated& text) {
            if (text.language == text::Language::fr) lose_a_word_of(text, holder);
        });
    };
    CHECK(catches(4, in_french(NodeKind::deletion)));
    CHECK(catches(5, in_french(NodeKind::insertion)));
}
