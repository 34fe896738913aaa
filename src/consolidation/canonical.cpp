// SPDX-License-Identifier: MIT
#include "consolidation/canonical.h"

namespace travaux::consolidation {
namespace {

// Lengths before texts and counts before lists, so that no two texts have the same bytes.
class Writer {
public:
    explicit Writer(const Consolidated& consolidated) : consolidated_(consolidated) {}

    std::string bytes;

    void write(std::string_view text) {
        number(text.size());
        bytes += text;
        bytes += '\n';
    }

    void number(std::size_t value) {
        bytes += std::to_string(value);
        bytes += ' ';
    }

    void words(std::span<const text::Word> stretch) {
        number(stretch.size());
        for (const text::Word word : stretch) {
            bytes += (word & 1U) != 0 ? '_' : '.';
            write(consolidated_.lexicon->spelling(word));
        }
    }

    void ids(const ProposalList& proposals) {
        number(proposals.size());
        for (const ProposalIndex at : proposals) write(consolidated_.proposals[at].id);
    }

    void write(const AnnotatedText& text) {
        words(text.base);
        number(text.targets.size());
        for (const Target& target : text.targets) {
            number(target.is_pending ? 1 : 0);
            words(target.words);
            ids(target.proposals);
        }
        number(text.tree.size());
        for (const Node& node : text.tree) {
            number(static_cast<std::size_t>(node.kind));
            number(node.subtree_end);
            words(node.words);
            number(node.witnesses.size());
            for (const Witness witness : node.witnesses) number(witness);
        }
    }

    void write(const Row& row) {
        number(static_cast<std::size_t>(row.kind));
        write(hex(row.id.bytes));
        write(text::name_of(row.provision_kind));
        number(row.depth);
        write(row.number);
        write(row.heading);
        write(row.text);
        ids(row.proposed_by);
        number(row.marks.size());
        for (const Mark& mark : row.marks) {
            number(static_cast<std::size_t>(mark.kind));
            write(mark.words);
            write(hex(mark.other.bytes));
            write(hex(mark.other_parent.bytes));
            ids(mark.proposals);
        }
    }

private:
    const Consolidated& consolidated_;
};

}  // namespace

std::string canonical(const Consolidated& consolidated, const Row& row) {
    Writer writer(consolidated);
    writer.write(row);
    return std::move(writer.bytes);
}

std::string canonical(const Consolidated& consolidated) {
    Writer writer(consolidated);
    writer.write("travaux consolidated text 1");
    writer.write(hex(consolidated.draft.bytes));
    writer.write(text::code_of(consolidated.language));
    writer.number(consolidated.proposals.size());
    for (const Proposal& proposal : consolidated.proposals) {
        writer.write(proposal.id);
        for (const auto* names : {&proposal.sponsors, &proposal.brought_by}) {
            writer.number(names->size());
            for (const std::string& name : *names) writer.write(name);
        }
        writer.write(proposal.amends);
        writer.write(proposal.reason);
    }
    writer.number(consolidated.rows.size());
    for (const Row& row : consolidated.rows) writer.write(row);
    return std::move(writer.bytes);
}

}  // namespace travaux::consolidation
