// SPDX-License-Identifier: MIT
#include "consolidation/content.h"

#include <array>
#include <boost/container/small_vector.hpp>

#include "consolidation/overloaded.h"

namespace travaux::consolidation {
namespace {

constexpr std::size_t bytes_expected = 1024;  // most wishes are a paragraph

// Kinds, ids and numbers have a fixed length, and lengths stand before texts, so that no two lists
// of parts have the same bytes.
class Writer {
public:
    Writer() { append("travaux content 1\n"); }

    [[nodiscard]] std::string_view bytes() const { return {bytes_.data(), bytes_.size()}; }

    void number(std::size_t value) {
        std::array<char, 8> octets{};
        for (char& octet : octets) {
            octet = static_cast<char>(value);
            value >>= 8U;
        }
        append({octets.data(), octets.size()});
    }

    template <typename Tag>
    void id(const Id<Tag>& value) {
        append({reinterpret_cast<const char*>(value.bytes.data()), value.bytes.size()});
    }

    void text(std::string_view value) {
        number(value.size());
        append(value);
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

private:
    void append(std::string_view text) { bytes_.insert(bytes_.end(), text.begin(), text.end()); }

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

    boost::container::small_vector<char, bytes_expected> bytes_;
};

}  // namespace

Sha256 content_id(const DraftId& draft, std::span<const Part> parts) {
    Writer writer;
    writer.id(draft);
    writer.number(parts.size());
    for (const Part& part : parts) writer.part(part);
    return sha256(writer.bytes());
}

}  // namespace travaux::consolidation
