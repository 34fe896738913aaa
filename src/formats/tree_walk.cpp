// SPDX-License-Identifier: MIT
#include "formats/tree_walk.h"

#include <algorithm>

#include "base/ask_for.h"
#include "formats/terms.h"

namespace travaux::formats {
namespace {

using namespace consolidation;

class Walk {
public:
    Walk(const Consolidated& consolidated, const AnnotatedText& text, const TextLinks& links,
         TreeSink& sink)
        : consolidated_(consolidated), text_(text), links_(links), sink_(sink) {}

    void nodes(std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end; at = text_.tree[at].subtree_end) node(at);
    }

private:
    void node(std::size_t at) {
        const Node& node = text_.tree[at];
        switch (node.kind) {
            case NodeKind::words: words(node.words); break;
            case NodeKind::place: place(at); break;
            case NodeKind::deletion:
            case NodeKind::insertion: break;  // inside a place
            case NodeKind::bracket_open:
                lead(at + 1, text_.tree.size());
                sink_.open_mark();
                is_start_ = true;
                break;
            case NodeKind::bracket_close: sink_.close_mark(node.witnesses.front()); break;
        }
    }

    void place(std::size_t at) {
        Witnesses replacing;
        for (std::size_t child = at + 1; child < text_.tree[at].subtree_end;
             child = text_.tree[child].subtree_end) {
            const Node& node = text_.tree[child];
            if (node.kind != NodeKind::insertion) continue;
            replacing.insert(replacing.end(), node.witnesses.begin(), node.witnesses.end());
        }
        if (replacing.size() > 1) std::ranges::sort(replacing);
        sink_.open_place(text_.tree, at);
        for (std::size_t child = at + 1; child < text_.tree[at].subtree_end;
             child = text_.tree[child].subtree_end) {
            const Node& node = text_.tree[child];
            if (node.kind == NodeKind::deletion) {
                deletion(child, replacing);
            } else if (node.kind == NodeKind::insertion) {
                lead(child + 1, node.subtree_end);
                sink_.open_insertion();
                is_start_ = true;
                nodes(child + 1, node.subtree_end);
                sink_.close_insertion(attribution_of(consolidated_, text_, node.witnesses));
                is_start_ = false;
            } else {
                this->node(child);
            }
        }
        sink_.close_place();
    }

    void deletion(std::size_t at, const Witnesses& replacing) {
        const Node& node = text_.tree[at];
        Witnesses only;
        std::ranges::set_difference(node.witnesses, replacing, std::back_inserter(only));
        lead(at + 1, node.subtree_end);
        sink_.open_deletion();
        is_start_ = true;
        nodes(at + 1, node.subtree_end);
        sink_.close_deletion(attribution_of(consolidated_, text_, only));
        is_start_ = false;
    }

    // The blank before a bracket is that of the first word in it.
    void lead(std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end; ++at) {
            if (text_.tree[at].words.empty()) continue;
            if ((text_.tree[at].words.front() & 1U) != 0 && !is_start_) sink_.blank();
            return;
        }
    }

    void words(std::span<const text::Word> words) {
        if (links_.empty()) return plain(words);
        for (const LinkedWords& stretch : stretches_of(words, links_)) {
            const std::span part(stretch.begin, stretch.end);
            if (stretch.provision.is_none()) {
                plain(part);
                continue;
            }
            if ((part.front() & 1U) != 0 && !is_start_) sink_.blank();
            is_start_ = false;
            sink_.link(text::text_of(part, *consolidated_.lexicon), stretch.provision);
        }
    }

    void plain(std::span<const text::Word> words) {
        sink_.words(words, *consolidated_.lexicon, is_start_);
        is_start_ = is_start_ && words.empty();
    }

    const Consolidated& consolidated_;
    const AnnotatedText& text_;
    const TextLinks& links_;
    TreeSink& sink_;
    bool is_start_ = true;
};

}  // namespace

void TreeSink::words(std::span<const text::Word> words, const text::Lexicon& lexicon,
                     bool is_start) {
    spelled_.clear();
    text::append_text(words, lexicon, spelled_, is_start);
    this->words(spelled_);
}

PlaceShape shape_of(const Tree& tree, std::size_t place) {
    PlaceShape shape;
    for (std::size_t at = place + 1; at < tree[place].subtree_end; ++at) {
        shape.words += tree[at].words.size();
    }
    for (std::size_t child = place + 1; child < tree[place].subtree_end;
         child = tree[child].subtree_end) {
        ++shape.readings;
        shape.has_new = shape.has_new || tree[child].kind == NodeKind::insertion;
    }
    return shape;
}

void ask_for_words(const AnnotatedText& text) {
    for (const Node& node : text.tree) ask_for(node.words.data());
    ask_for(std::span(text.targets));
}

void walk(const Consolidated& consolidated, const AnnotatedText& text, const TextLinks& links,
          TreeSink& sink) {
    ask_for_words(text);
    Walk(consolidated, text, links, sink).nodes(0, text.tree.size());
}

bool is_open(const AnnotatedText& text) { return !text.targets.empty(); }

std::string names(const Consolidated& consolidated, const Attributions& attributions) {
    std::string result;
    append_names(consolidated, attributions, result);
    return result;
}

void append_names(const Consolidated& consolidated, const Attributions& attributions,
                  std::string& text) {
    const std::string_view comma = list_comma(consolidated.language);
    for (const Attribution& one : attributions) {
        if (&one != &attributions.front()) text += comma;
        text += one.sponsor;
        if (one.proposals.size() < 2) continue;
        text += " (";
        for (const ProposalIndex& at : one.proposals) {
            if (&at != &one.proposals.front()) text += comma;
            text += consolidated.proposals[at].id;
        }
        text += ')';
    }
}

}  // namespace travaux::formats
