// SPDX-License-Identifier: MIT
#include "understanding/comparison.h"

#include <algorithm>
#include <map>
#include <span>

#include "consolidation/alignment.h"
#include "text/reference.h"
#include "text/word.h"
#include "understanding/draft_lines.h"
#include "understanding/line_match.h"
#include "understanding/order.h"

namespace travaux::understanding {
namespace {

using text::Words;

constexpr std::size_t none = SIZE_MAX;

class PieceMaker {
public:
    Pieces pieces(const std::string& former, const std::string& later) {
        const Words before = text::words_of(former, lexicon_);
        const Words after = text::words_of(later, lexicon_);
        Pieces result;
        std::uint32_t at = 0;
        for (const auto& hunk : consolidation::hunks(before, after)) {
            add(result, PieceChange::same, std::span(before).subspan(at, hunk.begin - at));
            add(result, PieceChange::deleted,
                std::span(before).subspan(hunk.begin, hunk.end - hunk.begin));
            add(result, PieceChange::inserted,
                std::span(after).subspan(hunk.target_begin, hunk.target_end - hunk.target_begin));
            at = hunk.end;
        }
        add(result, PieceChange::same, std::span(before).subspan(at));
        return result;
    }

private:
    void add(Pieces& pieces, PieceChange change, std::span<const text::Word> words) const {
        if (words.empty()) return;
        pieces.push_back({change, text::text_of(words, lexicon_), (words.front() & 1U) != 0});
    }

    text::Lexicon lexicon_;
};

class Comparison {
public:
    Comparison(const text::Draft& former, const text::Draft& later, text::Language language)
        : former_(former), later_(later), language_(language),
          partners_(later.provisions.size(), none), is_kept_(former.provisions.size()) {}

    std::vector<ComparedRow> rows() {
        pair_by_id();
        pair_by_lines();
        find_moves();
        label_moves();
        going_before(next_staying(0));
        for (std::size_t at = 0; at < partners_.size(); ++at) {
            later_row(at);
            if (stays_[at]) {
                at_former_ = partners_[at] + 1;
                going_before(next_staying(at + 1));
            }
        }
        return std::move(rows_);
    }

private:
    void pair(std::size_t former, std::size_t later) {
        if (is_kept_[former] || partners_[later] != none) return;
        partners_[later] = former;
        is_kept_[former] = true;
    }

    void pair_by_id() {
        std::map<ProvisionId, std::size_t> known;
        for (std::size_t at = 0; at < former_.provisions.size(); ++at) {
            known.emplace(former_.provisions[at].id, at);
        }
        for (std::size_t at = 0; at < later_.provisions.size(); ++at) {
            const auto found = known.find(later_.provisions[at].id);
            if (found != known.end()) pair(found->second, at);
        }
    }

    void pair_by_lines() {
        const auto former_lines = lines_of_draft(former_, language_);
        const auto later_lines = lines_of_draft(later_, language_);
        std::vector<std::string_view> former;
        std::vector<std::size_t> former_rows;
        for (const DraftLine& line : former_lines) {
            if (is_kept_[line.provision]) continue;
            former.emplace_back(line.text);
            former_rows.push_back(line.provision);
        }
        std::vector<LaterLine> later;
        std::vector<std::size_t> later_rows;
        for (const DraftLine& line : later_lines) {
            if (partners_[line.provision] != none) continue;
            later.push_back({line.text, {}});
            later_rows.push_back(line.provision);
        }
        const auto found = match_lines(former, later);
        for (std::size_t at = 0; at < found.size(); ++at) {
            if (found[at]) pair(former_rows[found[at]->former], later_rows[at]);
        }
    }

    // What moves together is one move.
    void find_moves() {
        std::vector<Placed> order;
        std::vector<std::size_t> rows;
        for (std::size_t at = 0; at < partners_.size(); ++at) {
            if (partners_[at] == none) continue;
            order.push_back({partners_[at], false});
            rows.push_back(at);
        }
        const auto stays = staying(order);
        stays_.resize(partners_.size());
        moves_.resize(former_.provisions.size());
        std::size_t moves = 0;
        for (std::size_t at = 0; at < order.size(); ++at) {
            stays_[rows[at]] = stays[at];
            if (stays[at]) continue;
            const std::size_t row = order[at].provision;
            const bool goes_on = at > 0 && rows[at - 1] + 1 == rows[at] && row > 0 &&
                                 order[at - 1].provision + 1 == row && moves_[row - 1] != 0;
            moves_[row] = goes_on ? moves : ++moves;
        }
    }

    // Each end of a move has the label of the other.
    void label_moves() {
        if (std::ranges::count(moves_, 0U) == std::ssize(moves_)) return;
        former_labels_ = text::labels_of(former_, language_);
        const auto later_labels = text::labels_of(later_, language_);
        new_places_.resize(moves_.size());
        for (std::size_t at = 0; at < partners_.size(); ++at) {
            if (partners_[at] != none) new_places_[partners_[at]] = later_labels[at];
        }
    }

    [[nodiscard]] std::size_t next_staying(std::size_t later) const {
        while (later < stays_.size() && !stays_[later]) ++later;
        return later == stays_.size() ? former_.provisions.size() : partners_[later];
    }

    // What went, or moved away, before a row of the former text.
    void going_before(std::size_t former) {
        for (; at_former_ < former; ++at_former_) {
            const text::Provision& gone = former_.provisions[at_former_];
            const bool is_kept = is_kept_[at_former_];
            add(is_kept ? RowStanding::moves_away : RowStanding::goes, gone, gone);
            if (is_kept) rows_.back().move = moves_[at_former_];
            if (is_kept) rows_.back().other_end = new_places_[at_former_];
        }
    }

    void later_row(std::size_t at) {
        const text::Provision& later = later_.provisions[at];
        if (partners_[at] == none) return add(RowStanding::comes, later, later);
        const text::Provision& former = former_.provisions[partners_[at]];
        if (stays_[at]) return add(RowStanding::stays, former, later);
        add(RowStanding::moves_here, former, later);
        rows_.back().move = moves_[partners_[at]];
        rows_.back().other_end = former_labels_[partners_[at]];
    }

    void add(RowStanding standing, const text::Provision& former, const text::Provision& later) {
        const text::Wording& was = former.in(language_);
        const text::Wording& is = later.in(language_);
        rows_.push_back({.standing = standing,
                         .kind = later.kind,
                         .depth = later.depth,
                         .number = maker_.pieces(was.number, is.number),
                         .heading = maker_.pieces(was.heading, is.heading),
                         .text = maker_.pieces(was.text, is.text)});
    }

    const text::Draft& former_;
    const text::Draft& later_;
    text::Language language_;
    PieceMaker maker_;
    std::vector<std::size_t> partners_;       // of later rows
    std::vector<bool> is_kept_;               // of former rows
    std::vector<bool> stays_;                 // of later rows
    std::vector<std::size_t> moves_;          // of former rows: the number of the move, or 0
    std::vector<std::string> former_labels_;  // where something moves
    std::vector<std::string> new_places_;     // of former rows: their later labels
    std::size_t at_former_ = 0;               // the first former row that is not told yet
    std::vector<ComparedRow> rows_;
};

}  // namespace

std::string_view name_of(RowStanding standing) {
    switch (standing) {
        case RowStanding::stays: return "stays";
        case RowStanding::comes: return "comes";
        case RowStanding::goes: return "goes";
        case RowStanding::moves_away: return "moves_away";
        case RowStanding::moves_here: break;
    }
    return "moves_here";
}

bool ComparedRow::is_changed() const {
    const auto has_changes = [](const Pieces& pieces) {
        return std::ranges::any_of(
            pieces, [](const Piece& piece) { return piece.change != PieceChange::same; });
    };
    return standing != RowStanding::stays || has_changes(number) || has_changes(heading) ||
           has_changes(text);
}

bool begins_move(const std::vector<ComparedRow>& rows, std::size_t at) {
    const ComparedRow& row = rows[at];
    if (row.move == 0) return false;
    return at == 0 || rows[at - 1].move != row.move || rows[at - 1].standing != row.standing;
}

Pieces pieces_of(const std::string& former, const std::string& later) {
    return PieceMaker().pieces(former, later);
}

std::vector<ComparedRow> compare(const text::Draft& former, const text::Draft& later,
                                 text::Language language) {
    return Comparison(former, later, language).rows();
}

std::string title_in(const text::Draft& draft, text::Language language) {
    const auto title =
        std::ranges::find(draft.provisions, text::ProvisionKind::title, &text::Provision::kind);
    const bool has_title = title != draft.provisions.end() && !title->in(language).heading.empty();
    return has_title ? title->in(language).heading : draft.title;
}

}  // namespace travaux::understanding
