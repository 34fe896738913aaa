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
class FieldHash {
public:
    FieldHash(const DraftId& draft, const text::FieldKey& field)
        : beginning_(begin(draft, field)) {}

    // `rest` is room for what is hashed.
    [[nodiscard]] Sha256 of(const WantedWords& words, const text::Lexicon& lexicon,
                            std::string& rest) const {
        rest.clear();
        const std::size_t prefix =
            common_prefix(bytes_of(words.base), bytes_of(words.wanted)) / sizeof(text::Word);
        const auto other = words.wanted.subspan(prefix);
        const std::size_t suffix =
            common_suffix(bytes_of(words.base.subspan(prefix)), bytes_of(other)) /
            sizeof(text::Word);
        append(prefix, rest);
        append(suffix, rest);
        text::append_text(other.first(other.size() - suffix), lexicon, rest);
        return beginning_.with(rest);
    }

private:
    // One block of the hash, to the byte: the words begin the next one.
    static std::string begin(const DraftId& draft, const text::FieldKey& field) {
        std::string bytes = "travaux content of a field 3\n";
        append(draft, bytes);
        append(field.provision, bytes);
        bytes += text::code_of(field.language);
        bytes += static_cast<char>(field.field);
        return bytes;
    }

    static std::string_view bytes_of(std::span<const text::Word> words) {
        return {reinterpret_cast<const char*>(words.data()), words.size_bytes()};
    }

    static void append(std::size_t value, std::string& bytes) {
        std::array<char, 4> octets{};
        for (char& octet : octets) {
            octet = static_cast<char>(value);
            value >>= 8U;
        }
        bytes.append(octets.data(), octets.size());
    }

    template <typename Tag>
    static void append(const Id<Tag>& value, std::string& bytes) {
        bytes.append(reinterpret_cast<const char*>(value.bytes.data()), value.bytes.size());
    }

    HashedBeginning beginning_;
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
    std::string rest;
    return FieldHash(draft, field).of(words, lexicon, rest);
}

std::vector<Sha256> content_ids(const Consolidated& consolidated) {
    std::string rest;
    rest.reserve(bytes_expected);
    const auto& rows = consolidated.rows;
    std::size_t count = 0;
    for (const Row& row : rows) {
        count += row.number.targets.size() + row.heading.targets.size() + row.text.targets.size();
    }
    std::vector<Sha256> ids;
    ids.reserve(count);
    const auto add = [&](ProvisionId provision, text::Field name, const AnnotatedText& text) {
        if (text.targets.empty()) return;
        const FieldHash field(consolidated.draft, {provision, consolidated.language, name});
        for (const Target& target : text.targets) {
            if (!is_submitted(target, consolidated)) continue;
            ids.push_back(field.of({text.base, target.words}, *consolidated.lexicon, rest));
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
