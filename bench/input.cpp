// SPDX-License-Identifier: MIT
#include "bench/input.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <numeric>
#include <optional>
#include <random>

#include "base/result.h"
#include "text/word.h"

namespace travaux::bench {
namespace {

using namespace consolidation;

// The generators write a paragraph break as this sign.
constexpr std::string_view break_sign = "\xC2\xB6";
constexpr std::string_view between_provisions = " || ";

// Returns the position of the first tab, or the size. Fields before the last are short: eight bytes
// are looked through at once, a byte being a tab where its top bit is all that stays of it.
std::size_t first_tab(std::string_view text) {
    constexpr std::uint64_t each = 0x0101010101010101ULL;
    std::size_t at = 0;
    for (; text.size() - at >= 8; at += 8) {
        std::uint64_t octets = 0;
        std::memcpy(&octets, text.data() + at, sizeof octets);
        octets ^= each * '\t';
        const std::uint64_t tabs = (octets - each) & ~octets & each * 0x80;
        if (tabs != 0) return at + static_cast<std::size_t>(std::countr_zero(tabs)) / 8;
    }
    return std::min(text.find('\t', at), text.size());
}

// Cuts off and returns what stands before the first `end`. Out of line the rest of each line would
// go through memory with every field.
[[gnu::always_inline]] inline std::string_view cut(std::string_view& rest, std::string_view end) {
    const std::size_t at = end == "\t" ? first_tab(rest) : std::min(rest.find(end), rest.size());
    const std::string_view before = rest.substr(0, at);
    rest.remove_prefix(std::min(at + end.size(), rest.size()));
    return before;
}

// The names of provisions are short: their bytes are the id.
ProvisionId id_named(std::string_view name) {
    ProvisionId id;
    VERIFY(name.size() <= id.bytes.size());
    std::memcpy(id.bytes.data(), name.data(), name.size());
    return id;
}

std::string with_breaks(std::string_view text) {
    std::string result(text);
    for (auto at = result.find(break_sign); at != std::string::npos; at = result.find(break_sign)) {
        result.replace(at, break_sign.size(), text::paragraph_break);
    }
    return result;
}

struct IdHash {
    std::size_t operator()(const ProvisionId& id) const {
        std::array<std::uint64_t, 2> halves{};
        std::memcpy(halves.data(), id.bytes.data(), id.bytes.size());
        return (halves[0] ^ halves[1]) * 0x9E3779B97F4A7C15ULL;
    }
};

struct Known {
    ProvisionId parent;
    ProvisionId next;  // sibling
    text::ProvisionKind kind = text::ProvisionKind::paragraph;
};

class Reader {
public:
    Reader(const text::Draft& draft, const SharedText& file) : file_(file) {
        std::vector<ProvisionId> last;  // at each depth
        for (const auto& provision : draft.provisions) {
            const std::size_t depth = provision.depth;
            if (last.size() > depth) known_[last[depth]].next = provision.id;
            last.resize(depth);
            known_[provision.id] = {depth == 0 ? ProvisionId{} : last.back(), {}, provision.kind};
            last.push_back(provision.id);
        }
    }

    // Fills an empty proposal in from its line. Returns false where no check would let it pass.
    bool fill(Proposal& proposal, std::string_view line) const {
        proposal.id = cut(line, "\t");
        proposal.sponsors.emplace_back(cut(line, "\t"));
        const std::string_view operation = cut(line, "\t");
        const ProvisionId provision = id_named(cut(line, "\t"));
        if (operation == "T") {
            proposal.parts.emplace_back(TextPart{provision, text::Field::text, target(line)});
            return true;
        }
        auto wanted = part(operation, provision, line);
        if (wanted) proposal.parts.push_back(*std::move(wanted));
        return wanted.has_value();
    }

private:
    std::optional<Part> part(std::string_view operation, ProvisionId provision,
                             std::string_view text) const {
        const Known& known = known_.at(provision);
        const Place after{known.parent, provision};
        if (operation == "D") return DeletePart{provision};
        if (operation == "I")
            return InsertPart{after, {{known.kind, 0, {"", "", std::string(text)}}}};
        if (operation == "N") return InsertPart{after, article(text)};
        if (operation == "M") return move(provision, id_named(text));
        VERIFY(operation == "J");
        if (known.next.is_none()) return std::nullopt;
        return JoinPart{provision};
    }

    SharedText target(std::string_view text) const {
        return text.contains(break_sign) ? SharedText(with_breaks(text)) : file_.part(text);
    }

    static std::vector<NewProvision> article(std::string_view text) {
        std::vector<NewProvision> provisions;
        const std::string heading(cut(text, between_provisions));
        provisions.push_back({text::ProvisionKind::article, 0, {"", heading, ""}});
        while (!text.empty()) {
            const std::string paragraph(cut(text, between_provisions));
            provisions.push_back({text::ProvisionKind::paragraph, 1, {"", "", paragraph}});
        }
        return provisions;
    }

    std::optional<Part> move(ProvisionId provision, ProvisionId after) const {
        const Place place{known_.at(after).parent, after};
        if (after == provision || place.parent == provision) return std::nullopt;
        return MovePart{provision, place};
    }

    SharedText file_;
    boost::unordered_flat_map<ProvisionId, Known, IdHash> known_;
};

// About how many lines a file has, rather a few too many: what its beginning says.
std::size_t lines_about(std::string_view bytes) {
    constexpr std::size_t beginning = 1U << 16U;
    const std::string_view sample = bytes.substr(0, beginning);
    const auto count = static_cast<std::size_t>(std::ranges::count(sample, '\n'));
    return sample.size() == bytes.size() ? count
                                         : (count + 1) * bytes.size() / sample.size() * 9 / 8;
}

std::pair<text::ProvisionKind, std::uint32_t> level_of(std::string_view level) {
    if (level == "A") return {text::ProvisionKind::article, 0};
    if (level == "P") return {text::ProvisionKind::paragraph, 1};
    VERIFY(level == "S");
    return {text::ProvisionKind::subparagraph, 2};
}

}  // namespace

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        fmt::print(stderr, "travaux_bench: {} cannot be read; bench/run makes it\n", file.string());
        std::exit(3);
    }
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::filesystem::path amendments_file(const Inputs& inputs, std::size_t count) {
    return inputs / fmt::format("amend-{}.tsv", count);
}

text::Draft draft_of(std::string_view bytes) {
    text::Draft draft;
    draft.title = "Draft";
    draft.written_in = {text::Language::en};
    std::uint32_t depth_before = 0;
    while (!bytes.empty()) {
        std::string_view line = cut(bytes, "\n");
        text::Provision provision;
        provision.id = id_named(cut(line, "\t"));
        const auto [kind, depth] = level_of(cut(line, "\t"));
        provision.kind = kind;
        provision.depth = draft.provisions.empty() ? 0 : std::min(depth, depth_before + 1);
        depth_before = provision.depth;
        auto& wording = provision.in(text::Language::en);
        wording.number = cut(line, "\t");
        (kind == text::ProvisionKind::article ? wording.heading : wording.text) = line;
        draft.provisions.push_back(std::move(provision));
    }
    return draft;
}

std::vector<Proposal> proposals_of(const text::Draft& draft, const SharedText& file) {
    const Reader reader(draft, file);
    std::string_view bytes = file;
    std::vector<Proposal> proposals;
    proposals.reserve(lines_about(bytes));
    while (!bytes.empty()) {
        if (!reader.fill(proposals.emplace_back(), cut(bytes, "\n"))) proposals.pop_back();
    }
    return proposals;
}

std::vector<std::size_t> drawn_order(std::size_t count, std::uint32_t seed) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::mt19937 chance(seed);
    for (std::size_t at = count; at > 1; --at) std::swap(order[at - 1], order[chance() % at]);
    return order;
}

}  // namespace travaux::bench
