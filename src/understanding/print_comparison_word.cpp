// A comparison as a Word file, with tracked changes or with marks.
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

// Shows the end of a paragraph.
constexpr std::string_view pilcrow = "\xC2\xB6";

enum class ShownAs : std::uint8_t { tracked_changes, marks };

class DocumentMaker {
public:
    DocumentMaker(const std::vector<ComparedRow>& rows, const Compared& compared, ShownAs shown_as)
        : rows_(rows), compared_(compared), is_marked_(shown_as == ShownAs::marks),
          author_(formats::term(formats::Term::comparison, compared.language)),
          is_right_to_left_(compared.language == text::Language::ar) {
        document_.properties.title = compared.later;
        document_.properties.language = text::code_of(compared.language);
        insertion_ = change(ChangeKind::insertion, {});
        deletion_ = change(ChangeKind::deletion, {});
    }

    docx::Document make() {
        begin("Header");
        document_.heads.push_back(line(names_of(compared_), {}));
        const bool has_title = !rows_.empty() && rows_.front().kind == text::ProvisionKind::title;
        for (std::size_t at = 0; at < rows_.size(); ++at) {
            if (at == (has_title ? 1 : 0)) print_about();
            print_row(rows_[at]);
            if (!is_marked_ || !begins_move(rows_, at)) continue;
            begin("Remark");
            document_.paragraphs.push_back(line(about_move(rows_[at], compared_.language), {}));
        }
        if (is_marked_) document_.changes.clear();
        return std::move(document_);
    }

private:
    using Sides = std::array<bool, 2>;  // before, after

    std::uint32_t change(ChangeKind kind, std::string move) {
        document_.changes.push_back({kind, author_, {}, std::move(move)});
        return static_cast<std::uint32_t>(document_.changes.size() - 1);
    }

    // A paragraph of some words alone.
    docx::Paragraph line(std::string words, std::string style) {
        paragraph_.spans = {{std::move(words), {}, std::move(style)}};
        return std::move(paragraph_);
    }

    // What the marks of a file say; tracked changes say it by themselves.
    void print_about() {
        if (!is_marked_) return;
        begin("Subtitle");
        document_.paragraphs.push_back(line(about(rows_, compared_), {}));
        using formats::Term;
        constexpr std::array<std::pair<Term, std::string_view>, 3> legend = {
            {{Term::legend_came, "Inserted"},
             {Term::legend_went, "Deleted"},
             {Term::legend_moved, "MovedHere"}}};
        for (const auto& [term, style] : legend) {
            begin("Remark");
            document_.paragraphs.push_back(
                line(std::string(formats::term(term, compared_.language)), std::string(style)));
        }
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
        if (!is_headed || row.text.empty()) return end(all, all);
        const Sides has_heading = {is_on(row.heading, PieceChange::deleted),
                                   is_on(row.heading, PieceChange::inserted)};
        Changes mark = all;
        if (!has_heading[0]) mark.push_back(insertion_);
        if (!has_heading[1]) mark.push_back(deletion_);
        end(mark, all);
        const Sides has_number = is_there_;
        begin(formats::word_style_of(text::ProvisionKind::paragraph, row.depth));
        is_there_ = {!has_heading[0] && has_number[0], !has_heading[1] && has_number[1]};
        field(row.text, all);
        end(all, all);
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

    // A paragraph whose words have the changes `all`, and its end `mark`.
    void end(Changes mark, const Changes& all) {
        paragraph_.mark = std::move(mark);
        if (is_marked_) {
            if (paragraph_.mark != all) {
                paragraph_.spans.push_back({std::string(pilcrow), paragraph_.mark});
            }
            paragraph_.mark.clear();
            for (docx::Span& span : paragraph_.spans) {
                span.style = style_of(span.changes);
                span.changes.clear();
            }
        }
        document_.paragraphs.push_back(std::move(paragraph_));
    }

    [[nodiscard]] std::string style_of(const Changes& changes) const {
        if (changes.empty()) return {};
        const auto kind = [&](std::uint32_t at) { return document_.changes[at].kind; };
        switch (kind(changes.back())) {
            case ChangeKind::deletion:
                return kind(changes.front()) == ChangeKind::move_to ? "MovedDeleted" : "Deleted";
            case ChangeKind::insertion: return "Inserted";
            case ChangeKind::move_from: return "MovedAway";
            case ChangeKind::move_to: break;
        }
        return "MovedHere";
    }

    const std::vector<ComparedRow>& rows_;
    const Compared& compared_;
    bool is_marked_;
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
    return DocumentMaker(rows, compared, ShownAs::tracked_changes).make();
}

docx::Document marked_comparison(const std::vector<ComparedRow>& rows, const Compared& compared) {
    return DocumentMaker(rows, compared, ShownAs::marks).make();
}

}  // namespace travaux::understanding
