// SPDX-License-Identifier: MIT
#include "understanding/in_words.h"

#include <algorithm>
#include <array>

#include "consolidation/alignment.h"
#include "consolidation/instruction.h"
#include "lang/messages.h"
#include "understanding/insertion.h"

namespace travaux::understanding {
namespace {

using namespace consolidation;

// With more changes than these a text is said as a whole: a list of them is longer to read.
constexpr std::size_t hunks_max = 6;

class Sentences {
public:
    Sentences(const text::Draft& draft, const text::Labels& labels, const Proposal& proposal,
              text::Language language)
        : draft_(draft), labels_(labels), proposal_(proposal), language_(language) {}

    std::vector<std::string> write() {
        for (std::size_t at = 0; at < proposal_.parts.size(); ++at) {
            const Part* part = part_in(proposal_, at, language_);
            std::visit([this](const auto& one) { say(one); },
                       part == nullptr ? proposal_.parts[at] : *part);
        }
        return std::move(sentences_);
    }

private:
    template <typename... Args>
    void add(std::string_view id, const Args&... args) {
        const std::array<std::string, sizeof...(Args)> list = {args...};
        sentences_.push_back(
            lang::capitalized(lang::words_in_full(language_, id, list), language_));
    }

    [[nodiscard]] std::string name_of(ProvisionId provision) const {
        const auto at = text::find(draft_, provision);
        return at ? labels_.of(*at) : lang::words(language_, "change.proposed_provision");
    }

    [[nodiscard]] std::string base_of(ProvisionId provision, text::Field field) const {
        const auto at = text::find(draft_, provision);
        if (!at) return {};
        const text::Wording& wording = draft_.provisions[*at].in(language_);
        switch (field) {
            case text::Field::number: return wording.number;
            case text::Field::heading: return wording.heading;
            case text::Field::text: break;
        }
        return wording.text;
    }

    void say(const TextPart& part) {
        const std::string name = name_of(part.provision);
        switch (part.field) {
            case text::Field::number: return add("change.number", name, part.target.copy());
            case text::Field::heading: return add("change.heading", name, part.target.copy());
            case text::Field::text: break;
        }
        const std::string base = base_of(part.provision, text::Field::text);
        text::Lexicon lexicon;
        const text::Words from = text::words_of(base, lexicon);
        const text::Words to = text::words_of(part.target, lexicon);
        const Hunks changes = hunks(from, to);
        const bool is_whole =
            changes.size() > hunks_max ||
            (changes.size() == 1 && changes[0].begin == 0 && changes[0].end == from.size());
        if (is_whole) return add("change.reword", name, part.target.copy());
        for (const Hunk& hunk : changes) say_hunk(name, base, {from, to, lexicon}, hunk);
    }

    struct Texts {
        const text::Words& from;
        const text::Words& to;
        const text::Lexicon& lexicon;

        [[nodiscard]] std::string from_words(std::size_t begin, std::size_t end) const {
            return text_of(std::span(from).subspan(begin, end - begin), lexicon);
        }
        [[nodiscard]] std::string to_words(std::size_t begin, std::size_t end) const {
            return text_of(std::span(to).subspan(begin, end - begin), lexicon);
        }
    };

    // The words before a hunk, as many as make what is named stand once. What comes with another
    // blank before it than what goes is said with the word that it follows.
    void say_hunk(const std::string& name, const std::string& base, const Texts& texts,
                  const Hunk& hunk) {
        const bool is_insertion = hunk.begin == hunk.end;
        const bool is_deletion = hunk.target_begin == hunk.target_end;
        const auto has_blank = [](text::Word word) { return (word & 1U) != 0; };
        const bool clings =
            !is_deletion && (is_insertion ? !has_blank(texts.to[hunk.target_begin])
                                          : has_blank(texts.from[hunk.begin]) !=
                                                has_blank(texts.to[hunk.target_begin]));
        std::size_t begin =
            (is_insertion || clings) && hunk.begin > 0 ? hunk.begin - 1 : hunk.begin;
        const auto is_told = [&] {
            return occurrences(base, texts.from_words(begin, hunk.end)) == 1;
        };
        while (begin > 0 && !is_told()) --begin;
        const std::size_t more = hunk.begin - begin;
        const std::string named = texts.from_words(begin, hunk.end);
        const std::string fresh = texts.to_words(hunk.target_begin, hunk.target_end);
        if (is_insertion && more == 0) return add("change.insert_first", name, fresh);
        if (is_insertion && !clings) return add("change.insert_after", name, named, fresh);
        if (is_deletion && more == 0) return add("change.delete", name, named);
        add("change.replace", name, named,
            texts.to_words(hunk.target_begin - more, hunk.target_end));
    }

    void say(const InsertPart& part) {
        const std::string words = words_of(part);
        if (part.place.after != ProvisionId{}) {
            return add("change.new_after", name_of(part.place.after), words);
        }
        if (part.place.parent != ProvisionId{}) {
            return add("change.new_under", name_of(part.place.parent), words);
        }
        add("change.new_first", words);
    }

    void say(const DeletePart& part) { add("change.remove", name_of(part.provision)); }

    void say(const MovePart& part) {
        const std::string name = name_of(part.provision);
        if (part.place.after != ProvisionId{}) {
            return add("change.move_after", name, name_of(part.place.after));
        }
        if (part.place.parent != ProvisionId{}) {
            return add("change.move_under", name, name_of(part.place.parent));
        }
        add("change.move_first", name);
    }

    void say(const JoinPart& part) { add("change.join", name_of(part.provision)); }

    void say(const BracketPart& part) {
        if (part.words.empty()) return add("change.bracket_all", name_of(part.provision));
        add("change.bracket", name_of(part.provision), part.words);
    }

    void say(const ReservePart& part) {
        if (part.statement.empty()) return add("change.reserve", name_of(part.provision));
        add("change.reserve_saying", name_of(part.provision), part.statement);
    }

    void say(const NotePart& part) { add("change.note", name_of(part.provision), part.note); }

    const text::Draft& draft_;
    const text::Labels& labels_;
    const Proposal& proposal_;
    text::Language language_;
    std::vector<std::string> sentences_;
};

}  // namespace

std::vector<std::string> in_words(const text::Draft& draft, const Proposal& proposal,
                                  text::Language language) {
    return in_words(draft, text::Labels(draft, language), proposal, language);
}

std::vector<std::string> in_words(const text::Draft& draft, const text::Labels& labels,
                                  const Proposal& proposal, text::Language language) {
    return Sentences(draft, labels, proposal, language).write();
}

}  // namespace travaux::understanding
