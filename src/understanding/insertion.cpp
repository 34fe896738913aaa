// SPDX-License-Identifier: MIT
#include "understanding/insertion.h"

#include <algorithm>

#include "formats/treaty_outline.h"
#include "understanding/draft_lines.h"

namespace travaux::understanding {
namespace {

using consolidation::InsertPart;
using consolidation::NewProvision;
using consolidation::Place;
using formats::LineForm;
using formats::Source;
using text::ProvisionKind;

class InsertionReader {
public:
    InsertionReader(const text::Draft& draft, text::Language language,
                    std::optional<std::size_t> behind)
        : draft_(draft), language_(language) {
        // A title holds nothing.
        if (behind && draft.provisions[*behind].kind == ProvisionKind::title) {
            title_ = draft.provisions[*behind].id;
            return;
        }
        if (behind && draft.provisions[*behind].kind == ProvisionKind::footnote) {
            note_ = draft.provisions[*behind].id;
            behind = text::parent_of(draft, *behind);
        }
        for (auto at = behind; at; at = text::parent_of(draft, *at)) chain_.push_back(*at);
        std::ranges::reverse(chain_);
    }

    // The lines are read behind what they stand behind, so that lists go on and close as they do
    // in a treaty.
    Insertions read(const std::vector<const FileLine*>& lines) {
        Source source = context();
        const std::size_t known = outline(source).size();
        const std::size_t lines_known = source.lines.size();
        for (const FileLine* const line : lines) {
            if (line->is_note) {
                add_note(source.lines.back(), *line);
                continue;
            }
            add(source, line->text, line->is_heading ? LineForm::heading : LineForm::text);
        }
        auto all = outline(source);
        const bool has_context = known == chain_.size() + 1 && follows_chain(all);
        if (!has_context) {
            source.lines.erase(source.lines.begin() + 1,
                               source.lines.begin() + static_cast<std::ptrdiff_t>(lines_known));
            all = outline(source);
        }
        all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(has_context ? known : 1));
        return has_context ? placed(all) : behind_chain(all);
    }

private:
    static void add(Source& source, const std::string& text, LineForm form) {
        source.lines.push_back({.number = static_cast<std::uint32_t>(source.lines.size() + 1),
                                .form = form,
                                .is_blank_behind = true,
                                .text = text});
    }

    // The first line of a note has its number.
    static void add_note(formats::SourceLine& line, const FileLine& note) {
        if (!note.is_listed && !line.footnotes.empty()) {
            line.footnotes.back().text.append(" ").append(note.text);
            return;
        }
        const std::size_t behind = std::min(note.numbered.size() + 1, note.text.size());
        line.footnotes.push_back({note.numbered, note.text.substr(behind)});
    }

    // A title, and the lines of the provisions that hold the place.
    [[nodiscard]] Source context() const {
        Source source;
        add(source, "-", LineForm::heading);
        text::Draft alone;
        for (const std::size_t at : chain_) alone.provisions.push_back(draft_.provisions[at]);
        for (const DraftLine& line : lines_of_draft(alone, language_)) {
            add(source, line.text,
                line.role == LineRole::heading ? LineForm::heading : LineForm::text);
        }
        return source;
    }

    [[nodiscard]] std::vector<text::Provision> outline(const Source& source) const {
        auto outlined = formats::outline_of(source, language_, "");
        return outlined ? std::move(outlined->provisions) : std::vector<text::Provision>{};
    }

    [[nodiscard]] bool follows_chain(const std::vector<text::Provision>& outline) const {
        if (outline.size() <= chain_.size()) return false;
        for (std::size_t at = 0; at < chain_.size(); ++at) {
            const text::Provision& one = outline[at + 1];
            const text::Provision& known = draft_.provisions[chain_[at]];
            if (one.kind != known.kind || one.depth != at) return false;
        }
        return true;
    }

    [[nodiscard]] ProvisionId id_in_chain(std::size_t depth) const {
        return draft_.provisions[chain_[depth]].id;
    }

    [[nodiscard]] Insertions placed(const std::vector<text::Provision>& all) const {
        Insertions result;
        std::size_t open = chain_.size();  // of the chain, what holds the place still
        Place last;
        ProvisionId last_root;
        for_each_root(all, [&](InsertPart part, std::size_t depth) {
            const std::size_t parent = std::min<std::size_t>(depth, open);
            part.place.parent = parent == 0 ? ProvisionId{} : id_in_chain(parent - 1);
            part.place.after = parent < open             ? id_in_chain(parent)
                               : parent == chain_.size() ? note_
                                                         : ProvisionId{};
            if (parent == 0 && chain_.empty()) part.place.after = title_;
            open = std::min(open, parent);
            if (last_root != ProvisionId{} && last.parent == part.place.parent) {
                part.place.after = last_root;
            }
            last = part.place;
            last_root = consolidation::inserted_ids(part).front();
            result.parts.push_back(std::move(part));
        });
        return result;
    }

    // No outline: one behind the other, beside what they stand behind. Plain words are of its kind.
    [[nodiscard]] Insertions behind_chain(const std::vector<text::Provision>& all) const {
        Insertions result;
        Place place;
        if (!chain_.empty()) place.after = id_in_chain(chain_.size() - 1);
        if (chain_.size() > 1) place.parent = id_in_chain(chain_.size() - 2);
        for_each_root(all, [&](InsertPart part, std::size_t) {
            NewProvision& root = part.provisions.front();
            const bool is_plain = part.provisions.size() == 1 && root.wording.number.empty() &&
                                  root.wording.heading.empty() && !chain_.empty();
            if (is_plain) root.kind = draft_.provisions[chain_.back()].kind;
            result.is_at_odd_place = result.is_at_odd_place || !is_plain;
            part.place = place;
            place.after = consolidation::inserted_ids(part).front();
            result.parts.push_back(std::move(part));
        });
        return result;
    }

    // A root is what does not stand inside the root before it.
    template <typename Visit>
    void for_each_root(const std::vector<text::Provision>& all, const Visit& visit) const {
        for (std::size_t at = 0; at < all.size();) {
            const std::uint32_t depth = all[at].depth;
            InsertPart part;
            do {
                part.provisions.push_back(
                    {all[at].kind, all[at].depth - depth, all[at].in(language_)});
                ++at;
            } while (at < all.size() && all[at].depth > depth);
            visit(std::move(part), depth);
        }
    }

    const text::Draft& draft_;
    text::Language language_;
    ProvisionId title_;               // that they stand behind, or none
    ProvisionId note_;                // that they stand behind, or none
    std::vector<std::size_t> chain_;  // what the lines stand behind, and all that holds it
};

}  // namespace

Insertions insertions_of(const text::Draft& draft, text::Language language,
                         std::optional<std::size_t> behind,
                         const std::vector<const FileLine*>& lines) {
    return InsertionReader(draft, language, behind).read(lines);
}

std::string words_of(const text::Wording& wording) {
    std::string words;
    for (const std::string* piece : {&wording.number, &wording.heading, &wording.text}) {
        if (!piece->empty()) words += (words.empty() ? "" : " ") + *piece;
    }
    return words;
}

std::string words_of(const InsertPart& part) {
    std::string all;
    for (const NewProvision& one : part.provisions) {
        const std::string words = words_of(one.wording);
        if (!words.empty()) all += (all.empty() ? "" : " ") + words;
    }
    return all;
}

}  // namespace travaux::understanding
