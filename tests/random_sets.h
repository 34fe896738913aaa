// Random drafts and proposal sets for tests of laws: small alphabets make rivals, nesting and
// crossing frequent. They are drawn from a seed, or from the bytes that a fuzzer varies.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "consolidation/consolidate.h"
#include "consolidation/laws.h"
#include "consolidation/proposal.h"
#include "text/draft.h"
#include "text/word.h"

namespace travaux::tests {

class RandomSets {
public:
    explicit RandomSets(unsigned seed) : engine_(seed) {}

    /// Each draw takes a byte; when all are taken, it draws 0.
    explicit RandomSets(std::string_view bytes) : bytes_(bytes) {}

    unsigned below(unsigned bound) {
        if (!bytes_) return static_cast<unsigned>(engine_() % bound);
        if (bytes_->empty()) return 0;
        const auto drawn = static_cast<unsigned char>(bytes_->front());
        bytes_->remove_prefix(1);
        return drawn % bound;
    }

    std::string text(unsigned length_max) {
        std::string words;
        for (unsigned length = below(length_max + 1); length-- > 0;) {
            if (!words.empty()) words += ' ';
            words += alphabet_[below(static_cast<unsigned>(alphabet_.size()))];
        }
        return words;
    }

    ProvisionId id() {
        if (bytes_) return ProvisionId::of(sha256("provision " + std::to_string(ids_++)));
        ProvisionId id;
        for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(below(256));
        return id;
    }

    text::Draft draft(unsigned provisions) {
        text::Draft draft;
        draft.title = "Draft";
        draft.written_in = {text::Language::en};
        std::uint32_t depth = 0;
        for (unsigned at = 0; at < provisions; ++at) {
            text::Provision provision;
            provision.id = id();
            depth = at == 0 ? 0 : below(std::min(depth + 2, 4U));
            provision.depth = depth;
            provision.kind = text::ProvisionKind::paragraph;
            provision.in(text::Language::en) = {std::to_string(at + 1) + ".", text(3), text(14)};
            draft.provisions.push_back(std::move(provision));
        }
        return draft;
    }

    // An edit of a text, so that proposals have much in common with the draft.
    std::string edited(const std::string& base) {
        std::vector<std::string> words;
        for (std::size_t at = 0; at < base.size();) {
            const std::size_t end = std::min(base.find(' ', at), base.size());
            words.push_back(base.substr(at, end - at));
            at = end + 1;
        }
        for (unsigned edits = 1 + below(3); edits-- > 0;) {
            const auto at =
                static_cast<std::ptrdiff_t>(below(static_cast<unsigned>(words.size()) + 1));
            const auto left = static_cast<unsigned>(words.size()) - static_cast<unsigned>(at);
            words.erase(words.begin() + at, words.begin() + at + below(std::min(left, 5U) + 1));
            for (unsigned more = below(4); more-- > 0;) {
                words.insert(words.begin() + at,
                             alphabet_[below(static_cast<unsigned>(alphabet_.size()))]);
            }
        }
        std::string result;
        for (const std::string& word : words) result += (result.empty() ? "" : " ") + word;
        return result;
    }

    // Some words in a row of a text, or none.
    std::string stretch(const std::string& text) {
        text::Lexicon lexicon;
        const text::Words words = text::words_of(text, lexicon);
        const unsigned from = below(static_cast<unsigned>(words.size()) + 1);
        const unsigned length = below(static_cast<unsigned>(words.size()) - from + 1);
        return text::text_of({words.begin() + from, words.begin() + from + length}, lexicon);
    }

    consolidation::Part part(const text::Draft& draft) {
        const auto& provision =
            draft.provisions[below(static_cast<unsigned>(draft.provisions.size()))];
        const auto& wording = provision.in(text::Language::en);
        switch (below(14)) {
            case 0: return consolidation::DeletePart{provision.id};
            case 1:
            case 2: {
                consolidation::InsertPart insert{place(draft), {}};
                for (unsigned at = 0; at <= below(3); ++at) {
                    insert.provisions.push_back({text::ProvisionKind::paragraph,
                                                 at == 0 ? 0U : 1U,
                                                 {"", text(1), text(8)}});
                }
                return insert;
            }
            case 3: return consolidation::MovePart{provision.id, place(draft)};
            case 4: return consolidation::JoinPart{provision.id};
            case 5: return consolidation::BracketPart{provision.id, stretch(wording.text)};
            case 6: return consolidation::ReservePart{provision.id, text(3)};
            case 7: return consolidation::NotePart{provision.id, text(3)};
            case 8:
                return consolidation::TextPart{provision.id, text::Field::heading,
                                               edited(wording.heading)};
            case 9:
                return consolidation::TextPart{provision.id, text::Field::text,
                                               (wording.text.empty() ? "each" : wording.text) +
                                                   " " + std::string(text::paragraph_break) + " x"};
            default:
                return consolidation::TextPart{provision.id, text::Field::text,
                                               edited(wording.text)};
        }
    }

    consolidation::Place place(const text::Draft& draft) {
        const auto at = below(static_cast<unsigned>(draft.provisions.size()));
        if (below(3) == 0) return {draft.provisions[at].id, {}};
        const auto parent = text::parent_of(draft, at);
        return {parent ? draft.provisions[*parent].id : ProvisionId{}, draft.provisions[at].id};
    }

    consolidation::Proposal proposal(const text::Draft& draft, const std::string& id) {
        consolidation::Proposal proposal;
        proposal.id = id;
        proposal.sponsors = {"State " + std::to_string(below(6))};
        proposal.parts.push_back(part(draft));
        if (below(4) == 0) proposal.parts.push_back(part(draft));
        return proposal;
    }

    // The same wish in other words, as a translation is; parts without words stay as they are.
    consolidation::Part translated(const consolidation::Part& part) {
        auto other = part;
        if (auto* words = std::get_if<consolidation::TextPart>(&other)) {
            words->target = edited(words->target.copy());
        } else if (auto* insert = std::get_if<consolidation::InsertPart>(&other)) {
            for (auto& provision : insert->provisions) {
                provision.wording.text = edited(provision.wording.text);
            }
        }
        return other;
    }

    // Gives a draft and a proposal words in another language: of a proposal most have some, and
    // one in six is submitted in it.
    void translate(text::Draft& draft, text::Language language) {
        draft.written_in.push_back(language);
        std::ranges::sort(draft.written_in);
        for (auto& provision : draft.provisions) {
            const auto& wording = provision.in(draft.working_language);
            provision.in(language) = {wording.number, wording.heading, edited(wording.text)};
        }
    }
    void translate(consolidation::Proposal& proposal, text::Language language) {
        // Words in brackets must stand in the draft, whose other language has other words.
        for (const auto& part : proposal.parts) {
            const auto* bracket = std::get_if<consolidation::BracketPart>(&part);
            if (bracket != nullptr && !bracket->words.empty()) return;
        }
        std::vector<consolidation::Part> parts;
        for (const auto& part : proposal.parts) parts.push_back(translated(part));
        const unsigned chance = below(6);
        if (chance == 0) {
            std::swap(proposal.parts, parts);
            std::swap(proposal.language, language);
        }
        if (chance < 5) proposal.translations.emplace(language, std::move(parts));
    }

    std::mt19937& engine() { return engine_; }

private:
    std::mt19937 engine_;
    std::optional<std::string_view> bytes_;
    unsigned ids_ = 0;
    std::vector<std::string> alphabet_{"shall", "may", "each", "State",     "Party",
                                       ",",     "(",   ")",    "cooperate", "fully"};
};

/// A draft as imported, with proposals on it that stand the check.
struct Sample {
    text::Draft draft;
    text::Provenance provenance;
    consolidation::ProposalSet set;
};

/// Whether a sample has a second language.
enum class Languages : std::uint8_t { one, two };

/// Draws proposals of all kinds, amendments to them, co-sponsors and withdrawals.
inline Sample random_sample(RandomSets& random, unsigned provisions, unsigned proposals,
                            Languages languages) {
    Sample sample{random.draft(provisions), {}, {}};
    const bool is_bilingual = languages == Languages::two;
    if (is_bilingual) random.translate(sample.draft, text::Language::fr);
    const text::Origin origin{
        OriginId::of(sha256("sample")), text::OriginKind::import, "sample", {}, 0};
    sample.provenance = text::provenance_of_import(sample.draft, origin);
    for (unsigned at = 0; at < proposals; ++at) {
        auto proposal = random.proposal(sample.draft, "P" + std::to_string(at));
        if (at > 0 && random.below(4) == 0) {
            const std::string parent = "P" + std::to_string(random.below(at));
            if (sample.set.submitted.contains(parent)) proposal.amends = parent;
        }
        if (is_bilingual) random.translate(proposal, text::Language::fr);
        consolidation::ProposalSet one;
        for (const std::string& sponsor : proposal.sponsors) {
            one.supports.insert({proposal.id, sponsor, {}});
        }
        if (random.below(5) == 0) one.supports.insert({proposal.id, "State 7", {}});
        if (random.below(6) == 0) one.withdrawals.insert({proposal.id, proposal.sponsors[0], {}});
        // Withdrawn by all, and taken up.
        if (random.below(8) == 0) {
            one.withdrawals = one.supports;
            one.supports.insert({proposal.id, "State 8", {}});
        }
        one.submitted.emplace(proposal.id, std::move(proposal));
        const auto more = consolidation::join(sample.set, one);
        if (consolidation::check(sample.draft, more)) sample.set = more;
    }
    return sample;
}

}  // namespace travaux::tests
