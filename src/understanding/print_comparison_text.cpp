// A comparison as plain text, and as JSON.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/json.hpp>

#include "formats/terms.h"
#include "understanding/print_comparison.h"

namespace travaux::understanding {
namespace {

constexpr std::string_view dot = " \xC2\xB7 ";

std::string marked(PieceChange change, const std::string& words) {
    switch (change) {
        case PieceChange::deleted: return "[-" + words + "-]";
        case PieceChange::inserted: return "{+" + words + "+}";
        case PieceChange::same: break;
    }
    return words;
}

// The change that a row makes of all its words.
PieceChange change_of(RowStanding standing) {
    switch (standing) {
        case RowStanding::goes:
        case RowStanding::moves_away: return PieceChange::deleted;
        case RowStanding::comes:
        case RowStanding::moves_here: return PieceChange::inserted;
        case RowStanding::stays: break;
    }
    return PieceChange::same;
}

class TextPrinter {
public:
    std::string print(const std::vector<ComparedRow>& rows) {
        for (const ComparedRow& row : rows) {
            Pieces first = row.number;
            const bool is_headed = !row.heading.empty();
            join(first, is_headed ? row.heading : row.text);
            line(row, first);
            if (is_headed) line(row, row.text);
        }
        return std::move(text_);
    }

private:
    static void join(Pieces& pieces, const Pieces& more) {
        const std::size_t first = pieces.size();
        pieces.insert(pieces.end(), more.begin(), more.end());
        if (first < pieces.size()) pieces[first].has_blank_before = true;
    }

    // Of what moves, its words as they are there; how they change shows where they come.
    void line(const ComparedRow& row, const Pieces& pieces) {
        if (pieces.empty()) return;
        const PieceChange change = change_of(row.standing);
        std::string words;
        for (const Piece& piece : pieces) {
            const bool is_changed = change == PieceChange::same || row.move != 0;
            if (!words.empty() && piece.has_blank_before) words += ' ';
            words += is_changed ? marked(piece.change, piece.words) : piece.words;
        }
        text_.append(std::size_t{2} * row.depth, ' ').append(marked(change, words));
        if (row.move != 0) text_.append(" (").append(std::to_string(row.move)).append(1, ')');
        text_ += '\n';
    }

    std::string text_;
};

namespace json = boost::json;

std::string_view name_of(PieceChange change) {
    switch (change) {
        case PieceChange::deleted: return "deleted";
        case PieceChange::inserted: return "inserted";
        case PieceChange::same: break;
    }
    return "same";
}

json::array pieces_of(const Pieces& pieces) {
    json::array all;
    for (const Piece& piece : pieces) {
        all.emplace_back(json::object{{name_of(piece.change), piece.words}});
    }
    return all;
}

}  // namespace

std::string names_of(const Compared& compared) {
    constexpr std::string_view arrow = " \xE2\x86\x92 ";
    const auto both = [&](const std::string& former, const std::string& later) {
        return std::string(former).append(arrow).append(later);
    };
    if (compared.former != compared.later) return both(compared.former, compared.later);
    if (compared.former_name == compared.later_name) return compared.later;
    return std::string(compared.later)
        .append(formats::colon(compared.language))
        .append(both(compared.former_name, compared.later_name));
}

std::string about(const std::vector<ComparedRow>& rows, const Compared& compared) {
    const auto said = [&](formats::Term name) { return formats::term(name, compared.language); };
    const auto changed = std::ranges::count_if(rows, &ComparedRow::is_changed);
    return std::string(said(formats::Term::comparison))
        .append(dot)
        .append(names_of(compared))
        .append(dot)
        .append(said(formats::Term::changed_provisions))
        .append(formats::colon(compared.language))
        .append(std::to_string(changed));
}

std::string about_move(const ComparedRow& row, text::Language language) {
    const bool is_away = row.standing == RowStanding::moves_away;
    const auto said = [&](formats::Term away, formats::Term here) {
        return formats::term(is_away ? away : here, language);
    };
    return std::string(said(formats::Term::moved_away, formats::Term::moved_here))
        .append(" (" + std::to_string(row.move) + ")")
        .append(dot)
        .append(said(formats::Term::new_place, formats::Term::former_place))
        .append(formats::colon(language))
        .append(row.other_end);
}

std::string print_comparison_text(const std::vector<ComparedRow>& rows) {
    return TextPrinter().print(rows);
}

std::string print_comparison_json(const std::vector<ComparedRow>& rows, const Compared& compared) {
    json::array list;
    for (const ComparedRow& row : rows) {
        json::object one{{"standing", name_of(row.standing)},
                         {"kind", text::name_of(row.kind)},
                         {"depth", row.depth}};
        if (row.move != 0) {
            one["move"] = row.move;
            one["other_end"] = row.other_end;
        }
        if (!row.number.empty()) one["number"] = pieces_of(row.number);
        if (!row.heading.empty()) one["heading"] = pieces_of(row.heading);
        if (!row.text.empty()) one["text"] = pieces_of(row.text);
        list.emplace_back(std::move(one));
    }
    const json::object all{{"former", compared.former},
                           {"later", compared.later},
                           {"language", text::code_of(compared.language)},
                           {"rows", std::move(list)}};
    return json::serialize(all) + "\n";
}

}  // namespace travaux::understanding
