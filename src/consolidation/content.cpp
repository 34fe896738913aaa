// SPDX-License-Identifier: MIT
#include "consolidation/content.h"

#include <array>

#include "base/ask_for.h"
#include "consolidation/overloaded.h"

namespace travaux::consolidation {
namespace {

constexpr std::size_t bytes_expected = 1024;  // most wishes are a paragraph

// Kinds, ids and numbers have a fixed length, and lengths stand before texts, so that no two lists
// of parts have the same bytes.
class Writer {
public:
    Writer() { bytes_.reserve(bytes_expected); }

    [[nodiscard]] std::string_view write(const DraftId& draft, std::span<const Part> parts) {
        bytes_ = "travaux content 1\n";
        id(draft);
        number(parts.size());
        for (const Part& one : parts) part(one);
        return bytes_;
    }

private:
    void number(std::size_t value) {
        std::array<char, 8> octets{};
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

    void text(std::string_view value) {
        number(value.size());
        bytes_ += value;
    }

    void place(const Place& value) {
        id(value.parent);
        id(value.after);
    }

    void part(const Part& value) {
        number(value.index());
        std::visit(Overloaded{
                       [&](const TextPart& part) {
                           id(part.provision);
                           number(static_cast<std::size_t>(part.field));
                           text(part.target);
                       },
                       [&](const InsertPart& part) { insertion(part); },
                       [&](const DeletePart& part) { id(part.provision); },
                       [&](const MovePart& part) {
                           id(part.provision);
                           place(part.place);
                       },
                       [&](const JoinPart& part) { id(part.provision); },
                       [&](const BracketPart& part) {
                           id(part.provision);
                           text(part.words);
                       },
                       [&](const ReservePart& part) {
                           id(part.provision);
                           text(part.statement);
                       },
                       [&](const NotePart& part) {
                           id(part.provision);
                           text(part.note);
                       },
                   },
                   value);
    }

    void insertion(const InsertPart& part) {
        place(part.place);
        number(part.provisions.size());
        for (const NewProvision& provision : part.provisions) {
            text(text::name_of(provision.kind));
            number(provision.depth);
            text(provision.wording.number);
            text(provision.wording.heading);
            text(provision.wording.text);
        }
    }

    std::string bytes_;
};

// The first proposal of each wish for words, in their order.
std::vector<ProposalIndex> firsts_of(const Consolidated& consolidated) {
    std::vector<bool> is_first(consolidated.proposals.size());
    for (const Row& row : consolidated.rows) {
        for (const AnnotatedText* text : {&row.number, &row.heading, &row.text}) {
            for (const Target& target : text->targets) is_first[target.proposals.front()] = true;
        }
    }
    std::vector<ProposalIndex> firsts;
    for (ProposalIndex at = 0; at < is_first.size(); ++at) {
        if (is_first[at]) firsts.push_back(at);
    }
    return firsts;
}

}  // namespace

Sha256 content_id(const DraftId& draft, std::span<const Part> parts) {
    return sha256(Writer().write(draft, parts));
}

std::vector<Sha256> content_ids(const Consolidated& consolidated) {
    const std::vector<ProposalIndex> firsts = firsts_of(consolidated);
    const auto parts_of = [&](std::size_t wish) -> std::span<const Part> {
        return wish < firsts.size() ? consolidated.proposals[firsts[wish]].parts
                                    : std::span<const Part>{};
    };
    Writer writer;
    std::vector<Sha256> ids;
    ids.reserve(firsts.size());
    for (std::size_t wish = 0; wish < firsts.size(); ++wish) {
        // While this one is hashed, the next ones are on their way.
        if (wish + 6 < firsts.size()) ask_for(&consolidated.proposals[firsts[wish + 6]].parts);
        ask_for(parts_of(wish + 4).data());
        for (const Part& part : parts_of(wish + 2)) {
            if (const auto* text = std::get_if<TextPart>(&part)) ask_for(text->target);
        }
        ids.push_back(sha256(writer.write(consolidated.draft, parts_of(wish))));
    }
    return ids;
}

}  // namespace travaux::consolidation
