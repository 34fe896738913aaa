// SPDX-License-Identifier: MIT
#include "understanding/amendments.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "base/result.h"
#include "consolidation/alignment.h"
#include "text/word.h"

namespace travaux::understanding {
namespace {

using consolidation::DeletePart;
using consolidation::InsertPart;
using consolidation::NewProvision;
using consolidation::TextPart;
using text::Field;

// How far behind a provision that went the ones that stay are looked for.
constexpr std::size_t looked_ahead = 50;

using Changes = std::vector<Understood>;
using FieldKey = std::pair<ProvisionId, Field>;
using Fields = std::map<FieldKey, const Understood*>;

// A provision that a file brings.
struct Brought {
    ProvisionId id;
    const NewProvision* provision;
    const Understood* change;  // that brings it
};

// The parts of a file by what they do.
struct Sorted {
    explicit Sorted(const Changes& changes) {
        for (const Understood& one : changes) {
            if (const auto* part = std::get_if<TextPart>(&one.part)) {
                fields.emplace(FieldKey{part->provision, part->field}, &one);
            } else if (const auto* insert = std::get_if<InsertPart>(&one.part)) {
                const auto ids = consolidation::inserted_ids(*insert);
                for (std::size_t at = 0; at < ids.size(); ++at) {
                    brought.push_back({ids[at], &insert->provisions[at], &one});
                }
            } else {
                others.push_back(one.part);
            }
        }
    }

    Fields fields;
    std::vector<Brought> brought;
    std::vector<consolidation::Part> others;
};

class Amending {
public:
    Amending(const text::Draft& draft, text::Language language, const Understanding& amended,
             const Understanding& together)
        : draft_(draft), language_(language), amended_(amended.changes),
          together_(together.changes) {}

    std::optional<Amendment> amendment() {
        if (amended_.others != together_.others) return std::nullopt;
        for (const auto& [key, change] : together_.fields) {
            const auto found = amended_.fields.find(key);
            const bool is_known = found != amended_.fields.end();
            const std::string_view former = is_known ? target_of(*found->second) : draft_words(key);
            add(key, former, target_of(*change), *change);
        }
        for (const auto& [key, change] : amended_.fields) {
            if (together_.fields.contains(key)) continue;
            add(key, target_of(*change), draft_words(key), *change);
        }
        if (!compare_brought()) return std::nullopt;
        return std::move(found_);
    }

private:
    void add(const FieldKey& key, std::string_view former, std::string_view words,
             const Understood& change) {
        if (former == words) return;
        found_.amended_words[key] = former;
        found_.changes.push_back(
            {TextPart{key.first, key.second, std::string(words)}, change.confidence, change.place});
    }

    static std::string_view target_of(const Understood& change) {
        return std::get<TextPart>(change.part).target;
    }

    [[nodiscard]] const std::string& draft_words(const FieldKey& key) const {
        const auto at = text::find(draft_, key.first);
        VERIFY(at.has_value());
        return words_of(draft_.provisions[*at].in(language_), key.second);
    }

    static const std::string& words_of(const text::Wording& wording, Field field) {
        switch (field) {
            case Field::number: return wording.number;
            case Field::heading: return wording.heading;
            case Field::text: break;
        }
        return wording.text;
    }

    // In the order of the file: what is equal stays, what is alike, or where as many are left on
    // both sides, has other words, and the rest went.
    bool compare_brought() {
        std::size_t at = 0;
        std::uint32_t gone_depth = 0;
        const Understood* gone_with = nullptr;
        const auto& later = together_.brought;
        for (std::size_t one = 0; one < amended_.brought.size(); ++one) {
            const Brought& former = amended_.brought[one];
            const bool is_left = at < later.size();
            if (is_left && *former.provision == *later[at].provision) {
                ++at;
                continue;
            }
            if (is_left && is_changed(one, at)) {
                if (!compare(former, later[at++])) return false;
                continue;
            }
            const bool goes_with_parent =
                gone_with == former.change && former.provision->depth > gone_depth;
            if (goes_with_parent) continue;
            gone_with = former.change;
            gone_depth = former.provision->depth;
            found_.changes.push_back(
                {DeletePart{former.id}, former.change->confidence, former.change->place});
        }
        return at == later.size();
    }

    [[nodiscard]] bool is_changed(std::size_t one, std::size_t at) const {
        const auto& former = amended_.brought;
        const auto& later = together_.brought;
        if (former.size() - one == later.size() - at) return true;
        const auto is_equal = [&](const Brought& other) {
            return *other.provision == *later[at].provision;
        };
        const std::size_t left = former.size() - one - 1;
        const auto behind = std::span(former).subspan(one + 1, std::min(left, looked_ahead));
        return std::ranges::none_of(behind, is_equal) &&
               are_alike(former[one].provision->wording.text, later[at].provision->wording.text);
    }

    // Whether half of the words of two texts are the same.
    static bool are_alike(const std::string& one, const std::string& other) {
        text::Lexicon lexicon;
        const text::Words before = text::words_of(one, lexicon);
        const text::Words after = text::words_of(other, lexicon);
        std::size_t kept = before.size();
        for (const auto& hunk : consolidation::hunks(before, after)) kept -= hunk.end - hunk.begin;
        return 4 * kept >= before.size() + after.size();
    }

    bool compare(const Brought& former, const Brought& later) {
        const NewProvision& one = *former.provision;
        const NewProvision& other = *later.provision;
        if (one.kind != other.kind || one.depth != other.depth) return false;
        for (const Field field : {Field::number, Field::heading, Field::text}) {
            const std::string& words = words_of(other.wording, field);
            add({former.id, field}, words_of(one.wording, field), words, *later.change);
        }
        return true;
    }

    const text::Draft& draft_;
    text::Language language_;
    Sorted amended_;
    Sorted together_;
    Amendment found_;
};

}  // namespace

std::optional<Amendment> amendment_of(const text::Draft& draft, text::Language language,
                                      const Understanding& amended, const Understanding& together) {
    return Amending(draft, language, amended, together).amendment();
}

}  // namespace travaux::understanding
