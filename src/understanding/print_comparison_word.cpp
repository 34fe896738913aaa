// A comparison as a Word file with tracked changes.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>

#include "formats/terms.h"
#include "formats/word_frame.h"
#include "understanding/print_comparison.h"

namespace travaux::understanding {
namespace {

using docx::ChangeKind;
using docx::Changes;

class DocumentMaker {
public:
    explicit DocumentMaker(const Compared& compared)
        : author_(formats::term(formats::Term::comparison, compared.language)),
          is_right_to_left_(compared.language == text::Language::ar) {
        document_.properties.title = compared.later;
        document_.properties.language = text::code_of(compared.language);
        insertion_ = change(ChangeKind::insertion, {});
        deletion_ = change(ChangeKind::deletion, {});
    }

    docx::Document make(const std::vector<ComparedRow>& rows) {
        for (const ComparedRow& row : rows) print_row(row);
        return std::move(document_);
    }

private:
    using Sides = std::array<bool, 2>;  // before, after

    std::uint32_t change(ChangeKind kind, std::string move) {
        document_.changes.push_back({kind, author_, {}, std::move(move)});
        return static_cast<std::uint32_t>(document_.changes.size() - 1);
    }

    // What lies around all words of a row.
    Changes around(const ComparedRow& row) {
        const auto moved = [&](ChangeKind kind) {
            return Changes{change(kind, "move" + std::to_string(row.move))};
        };
        switch (row.standing) {
            case RowStanding::comes: return {insertion_};
            case RowStanding::goes: return {deletion_};
            case RowStanding::moves_away: return moved(ChangeKind::move_from);
            case RowStanding::moves_here: return moved(ChangeKind::move_to);
            case RowStanding::stays: break;
        }
        return {};
    }

    // Words under a heading stand in their own line; where one side has no heading, the two lines
    // are one there.
    void print_row(const ComparedRow& row) {
        const Changes all = around(row);
        const bool is_headed = !row.heading.empty();
        begin(formats::word_style_of(row.kind, row.depth));
        field(row.number, all);
        field(is_headed ? row.heading : row.text, all);
        if (!is_headed || row.text.empty()) return end(all);
        const Sides has_heading = {is_on(row.heading, PieceChange::deleted),
                                   is_on(row.heading, PieceChange::inserted)};
        Changes mark = all;
        if (!has_heading[0]) mark.push_back(insertion_);
        if (!has_heading[1]) mark.push_back(deletion_);
        end(mark);
        const Sides has_number = is_there_;
        begin(formats::word_style_of(text::ProvisionKind::paragraph, row.depth));
        is_there_ = {!has_heading[0] && has_number[0], !has_heading[1] && has_number[1]};
        field(row.text, all);
        end(all);
    }

    // Whether words stand on the side on which such a change stands.
    static bool is_on(const Pieces& pieces, PieceChange change) {
        return std::ranges::any_of(pieces, [&](const Piece& piece) {
            return piece.change == PieceChange::same || piece.change == change;
        });
    }

    void begin(std::string style) {
        paragraph_ = {};
        paragraph_.style = std::move(style);
        paragraph_.is_right_to_left = is_right_to_left_;
        is_there_ = {};
    }

    void field(const Pieces& pieces, const Changes& all) {
        Sides has_field = {};
        for (const Piece& piece : pieces) {
            const Sides on_side = {piece.change != PieceChange::inserted,
                                   piece.change != PieceChange::deleted};
            std::array<std::string_view, 2> between;
            for (std::size_t side = 0; side < 2; ++side) {
                if (!on_side[side] || !is_there_[side]) continue;
                if (!has_field[side]) between[side] = "\t";
                if (has_field[side] && piece.has_blank_before) between[side] = " ";
            }
            separate(between, all);
            Changes changes = all;
            if (!on_side[1]) changes.push_back(deletion_);
            if (!on_side[0]) changes.push_back(insertion_);
            paragraph_.spans.push_back({piece.words, std::move(changes)});
            for (std::size_t side = 0; side < 2; ++side) {
                is_there_[side] = is_there_[side] || on_side[side];
                has_field[side] = has_field[side] || on_side[side];
            }
        }
    }

    // What stands between words may differ on the two sides, before and after.
    void separate(const std::array<std::string_view, 2>& between, const Changes& all) {
        const auto say = [&](std::string_view text, std::optional<std::uint32_t> change) {
            if (text.empty()) return;
            Changes changes = all;
            if (change) changes.push_back(*change);
            paragraph_.spans.push_back({std::string(text), std::move(changes)});
        };
        if (between[0] == between[1]) return say(between[0], {});
        say(between[0], deletion_);
        say(between[1], insertion_);
    }

    void end(Changes mark) {
        paragraph_.mark = std::move(mark);
        document_.paragraphs.push_back(std::move(paragraph_));
    }

    std::string author_;
    bool is_right_to_left_;
    docx::Document document_;
    std::uint32_t insertion_ = 0;
    std::uint32_t deletion_ = 0;
    docx::Paragraph paragraph_;
    Sides is_there_ = {};  // words of the line: before, after
};

}  // namespace

docx::Document comparison_document(const std::vector<ComparedRow>& rows, const Compared& compared) {
    return DocumentMaker(compared).make(rows);
}

}  // namespace travaux::understanding
