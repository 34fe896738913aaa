// SPDX-License-Identifier: MIT
#include "consolidation/content.h"

#include <algorithm>
#include <array>

#include "base/ask_for.h"
#include "base/common_ends.h"

namespace travaux::consolidation {
namespace {

constexpr std::size_t bytes_expected = 1024;  // most wishes are a paragraph

// What is hashed. Ids, codes and numbers have a fixed length, and the words come last, so that no
// two wishes have the same bytes. What the words share with the base at the beginning, and of the
// rest at the end, goes in as two counts: a short change in a long paragraph is soon hashed.
class Writer {
public:
    explicit Writer(const DraftId& draft) {
        bytes_.reserve(bytes_expected);
        bytes_ = "travaux content 2\n";
        id(draft);
        size_with_draft_ = bytes_.size();
    }

    void begin(const text::FieldKey& field) {
        bytes_.resize(size_with_draft_);
        id(field.provision);
        bytes_ += text::code_of(field.language);
        number(static_cast<std::size_t>(field.field));
        size_with_field_ = bytes_.size();
    }

    [[nodiscard]] std::string_view write(const WantedWords& words, const text::Lexicon& lexicon) {
        bytes_.resize(size_with_field_);
        const std::size_t prefix =
            common_prefix(bytes_of(words.base), bytes_of(words.wanted)) / sizeof(text::Word);
        const auto rest = words.wanted.subspan(prefix);
        const std::size_t suffix =
            common_suffix(bytes_of(words.base.subspan(prefix)), bytes_of(rest)) /
            sizeof(text::Word);
        number(prefix);
        number(suffix);
        text::append_text(rest.first(rest.size() - suffix), lexicon, bytes_);
        return bytes_;
    }

private:
    static std::string_view bytes_of(std::span<const text::Word> words) {
        return {reinterpret_cast<const char*>(words.data()), words.size_bytes()};
    }

    void number(std::size_t value) {
        std::array<char, 4> octets{};
        for (char& octet : octets) {
            octet = static_cast<char>(value);
            value >>= 8U;
        }
        bytes_.append(octets.data(), octets.size());
    }

    template <typename Tag>
    void id(const Id<Tag>& value) {
        bytes_.append(reinterpret_cast<const char*>(value.bytes.data()), value.bytes.size());
    }

    std::string bytes_;
    std::size_t size_with_draft_ = 0;
    std::size_t size_with_field_ = 0;
};

// Whether the words were submitted in the language of the text: no translation has an id.
bool is_submitted(const Target& target, const Consolidated& consolidated) {
    return std::ranges::any_of(target.proposals, [&](ProposalIndex proposal) {
        return consolidated.proposals[proposal].language == consolidated.language;
    });
}

}  // namespace

Sha256 content_id(const DraftId& draft, const text::FieldKey& field, const WantedWords& words,
                  const text::Lexicon& lexicon) {
    Writer writer(draft);
    writer.begin(field);
    return sha256(writer.write(words, lexicon));
}

std::vector<Sha256> content_ids(const Consolidated& consolidated) {
    Writer writer(consolidated.draft);
    const auto& rows = consolidated.rows;
    std::size_t count = 0;
    for (const Row& row : rows) {
        count += row.number.targets.size() + row.heading.targets.size() + row.text.targets.size();
    }
    std::vector<Sha256> ids;
    ids.reserve(count);
    const auto add = [&](ProvisionId provision, text::Field name, const AnnotatedText& text) {
        if (text.targets.empty()) return;
        writer.begin({provision, consolidated.language, name});
        for (const Target& target : text.targets) {
            if (!is_submitted(target, consolidated)) continue;
            ids.push_back(sha256(writer.write({text.base, target.words}, *consolidated.lexicon)));
        }
    };
    for (std::size_t at = 0; at < rows.size(); ++at) {
        // While one row is hashed, the words of the next are on their way.
        if (at + 2 < rows.size()) ask_for(std::span(rows[at + 2].text.targets));
        if (at + 1 < rows.size()) {
            for (const Target& target : rows[at + 1].text.targets) {
                ask_for(std::span(target.words));
                ask_for(&consolidated.proposals[target.proposals.front()].language);
            }
        }
        const Row& row = rows[at];
        if (row.kind != RowKind::provision) continue;
        add(row.id, text::Field::number, row.number);
        add(row.id, text::Field::heading, row.heading);
        add(row.id, text::Field::text, row.text);
    }
    return ids;
}

}  // namespace travaux::consolidation
