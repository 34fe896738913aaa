// SPDX-License-Identifier: MIT
#include "site/time_line.h"

#include <algorithm>

#include "formats/picture_document.h"
#include "lang/dates.h"

namespace travaux::site {
namespace {

using Shape = OnTimeLine::Shape;

constexpr std::int64_t page_width = 960;
constexpr std::int64_t row_height = 24;
constexpr std::int64_t head_height = 40;
constexpr std::int64_t words_width = 200;  // room behind a bar for what it is

const char* class_of(Shape shape) {
    switch (shape) {
        case Shape::confirmed: return "sure";
        case Shape::tentative: return "unsure";
        case Shape::window: return "some";
        case Shape::called_off: return "off";
        case Shape::awaited: return "due";
        case Shape::published: return "paper";
        case Shape::late: return "late";
    }
    return "";
}

const char* name_of(Shape shape) {
    switch (shape) {
        case Shape::confirmed: return "confirmed";
        case Shape::tentative: return "tentative";
        case Shape::window: return "window";
        case Shape::called_off: return "called_off";
        case Shape::awaited: return "awaited";
        case Shape::published: return "published";
        case Shape::late: return "late";
    }
    return "";
}

// Days as places on the picture, from the side on which the language begins.
class Scale {
public:
    Scale(Date first, Date last, std::size_t step, bool is_from_right, bool has_numbers)
        : begin_(Date{first.year, 1, 1}.days()), end_(Date{last.year + 1, 1, 1}.days()),
          width_(page_width << step), is_from_right_(is_from_right), has_numbers_(has_numbers) {}

    [[nodiscard]] std::int64_t width() const { return width_; }
    [[nodiscard]] std::int64_t days() const { return end_ - begin_; }
    [[nodiscard]] std::int64_t at(std::int64_t day) const {
        const std::int64_t along = (day - begin_) * width_ / (end_ - begin_);
        return is_from_right_ ? width_ - along : along;
    }
    [[nodiscard]] bool holds(std::int64_t day) const { return begin_ <= day && day < end_; }
    [[nodiscard]] bool has_room_for_months() const { return width_ * 30 / (end_ - begin_) >= 24; }

    // Words stand behind their bar, or before it near the end.
    [[nodiscard]] std::string words(std::int64_t first, std::int64_t last, std::int64_t y,
                                    const std::string& text) const {
        const bool is_behind =
            is_from_right_ ? at(last) > words_width : at(last) < width_ - words_width;
        return is_behind ? words_at(at(last) + (is_from_right_ ? -8 : 8), y, "start", text)
                         : words_at(at(first) + (is_from_right_ ? 8 : -8), y, "end", text);
    }

    // The number of a year or a month stands behind the line on which it begins.
    [[nodiscard]] std::string number(std::int64_t day, std::int64_t y, std::int32_t value) const {
        return words_at(at(day) + (is_from_right_ ? -4 : 4), y, "start", std::to_string(value));
    }

private:
    [[nodiscard]] std::string words_at(std::int64_t x, std::int64_t y, std::string_view anchor,
                                       const std::string& text) const {
        if (is_from_right_ && has_numbers_) anchor = anchor == "start" ? "end" : "start";
        return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) +
               "\" text-anchor=\"" + std::string(anchor) + "\">" + html(text) + "</text>";
    }

    std::int64_t begin_;
    std::int64_t end_;
    std::int64_t width_;
    bool is_from_right_;
    bool has_numbers_;
};

bool is_movable(const std::vector<OnTimeLine>& all) {
    return std::ranges::any_of(all, [](const OnTimeLine& one) { return !one.session.empty(); });
}

// What a script needs to turn a way on the picture into days.
std::string days_of(const Visit& visit, const std::vector<OnTimeLine>& all, const Scale& scale) {
    if (!is_movable(all)) return {};
    return " data-days=\"" + std::to_string(scale.days()) + "\" data-plan=\"" +
           html(visit.to("/plan")) + "\"";
}

std::string line_at(std::int64_t x, std::int64_t top, std::int64_t bottom, const char* what) {
    return "<path class=\"" + std::string(what) + "\" d=\"M" + std::to_string(x) + " " +
           std::to_string(top) + "V" + std::to_string(bottom) + "\"/>";
}

std::string head(const Scale& scale, std::int32_t first, std::int32_t last, std::int64_t bottom) {
    std::string drawn;
    for (std::int32_t year = first; year <= last; ++year) {
        const std::int64_t begin = Date{year, 1, 1}.days();
        drawn += line_at(scale.at(begin), 0, bottom, "year");
        drawn += scale.number(begin, 14, year);
        for (std::int32_t month = 2; scale.has_room_for_months() && month <= 12; ++month) {
            const std::int64_t day = Date{year, month, 1}.days();
            drawn += line_at(scale.at(day), 20, bottom, "month");
            drawn += scale.number(day, 32, month);
        }
    }
    return drawn;
}

bool is_mark(const OnTimeLine& one) {
    using enum Shape;
    return one.first == one.last &&
           (one.shape == awaited || one.shape == published || one.shape == late);
}

// What a script needs to move a bar.
std::string moves(const OnTimeLine& one) {
    if (one.session.empty()) return {};
    return " data-session=\"" + html(one.session) + "\" data-moved=\"" + std::to_string(one.moved) +
           "\"";
}

std::string row(const Scale& scale, const OnTimeLine& one, std::int64_t top) {
    const std::int64_t first = one.first.days();
    const std::int64_t last = one.last.days() + 1;
    const std::int64_t middle = top + row_height / 2;
    const std::string what = class_of(one.shape);
    std::string drawn;
    if (is_mark(one)) {
        const std::string x = std::to_string(scale.at(first));
        drawn = "<path class=\"" + what + "\" d=\"M" + x + " " + std::to_string(middle - 6) +
                "l6 6l-6 6l-6-6z\"/>";
    } else {
        const std::int64_t from = std::min(scale.at(first), scale.at(last));
        const std::int64_t width =
            std::max<std::int64_t>(std::max(scale.at(first), scale.at(last)) - from, 3);
        drawn = "<rect class=\"" + what + "\" x=\"" + std::to_string(from) + "\" y=\"" +
                std::to_string(top + 6) + "\" width=\"" + std::to_string(width) + "\" height=\"" +
                std::to_string(row_height - 12) + "\"" + moves(one) + "/>";
    }
    return drawn + scale.words(first, last, middle + 4, one.words) + "\n";
}

// What stands in a file has no style sheet beside it, and is printed on paper.
constexpr std::string_view style_of_file =
    "<style>svg{font:12px 'Liberation "
    "Sans',sans-serif;fill:#17202a;background:#fff}path{fill:none;stroke:#ccd3d9}"
    ".month{stroke-dasharray:2 4}.today{stroke:#a3262b;stroke-width:2}rect.sure{fill:#1d4f91}"
    "rect.unsure{fill:#e9f0fa;stroke:#1d4f91;stroke-dasharray:4 2}"
    "rect.some{fill:none;stroke:#1d4f91;stroke-dasharray:2 3}rect.off{fill:none;stroke:#a3262b}"
    "path.due{fill:#7a5200;stroke:none}path.paper{fill:#17613f;stroke:none}"
    "path.late{fill:#a3262b;stroke:none}</style>";

void sort_by_days(std::vector<OnTimeLine>& all) {
    std::ranges::stable_sort(all, {},
                             [](const OnTimeLine& one) { return std::pair(one.first, one.last); });
}

struct Drawing {
    std::string svg;
    std::int64_t width = 0;
    std::int64_t height = 0;
};

/// What stands beside the bars. Numbers are for a program that lays all letters of a picture out in
/// one direction, which words in Arabic and symbols do not have.
enum class Labels : std::uint8_t { words, numbers };

// The picture alone, of what is sorted; `style` stands in it.
Drawing drawn_line(const Visit& visit, std::vector<OnTimeLine> all, std::size_t step,
                   std::string_view style, Labels labels = Labels::words) {
    const Date last = std::ranges::max_element(all, {}, &OnTimeLine::last)->last;
    const bool is_from_right = visit.in.language == text::Language::ar;
    const bool has_numbers = labels == Labels::numbers;
    const Scale scale(all.front().first, last, step, is_from_right, has_numbers);
    const auto count = static_cast<std::int64_t>(all.size());
    for (std::size_t at = 0; has_numbers && at < all.size(); ++at) {
        all[at].words = std::to_string(at + 1);
    }
    const std::int64_t height = head_height + row_height * count + 8;
    std::string drawn = head(scale, all.front().first.year, last.year, height);
    const std::int64_t today = date_of(visit.now_ms).days();
    if (scale.holds(today)) drawn += line_at(scale.at(today), 20, height, "today");
    for (std::int64_t at = 0; at < count; ++at) {
        drawn += row(scale, all[static_cast<std::size_t>(at)], head_height + row_height * at);
    }
    const std::string size =
        std::to_string(scale.width()) + "\" height=\"" + std::to_string(height);
    return {"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"years\" width=\"" + size +
                "\" viewBox=\"0 0 " + std::to_string(scale.width()) + " " + std::to_string(height) +
                "\" role=\"img\" aria-label=\"" + visit.say("site.time_line_said") + "\">" +
                std::string(style) + "<g" + days_of(visit, all, scale) + " direction=\"" +
                (is_from_right && !has_numbers ? "rtl" : "ltr") + "\">" + drawn + "</g></svg>",
            scale.width(), height};
}

// The picture as a file, in which nothing can be moved.
Drawing drawn_file(const Visit& visit, std::vector<OnTimeLine> all, std::size_t step,
                   Labels labels = Labels::words) {
    for (OnTimeLine& one : all) one.session.clear();
    Drawing drawing = drawn_line(visit, std::move(all), step, style_of_file, labels);
    drawing.svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing.svg + "\n";
    return drawing;
}

}  // namespace

std::string time_line(const Visit& visit, std::vector<OnTimeLine> all, std::size_t step) {
    if (all.empty()) return {};
    sort_by_days(all);
    const std::string hint = is_movable(all) ? "<p class=\"small dim\" data-drag hidden>" +
                                                   visit.say("site.time_line_drag") + "</p>\n"
                                             : std::string{};
    return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" +
           visit.say("site.time_line") + "\">" + drawn_line(visit, all, step, {}).svg + "</div>\n" +
           hint;
}

std::string time_line_file(const Visit& visit, std::vector<OnTimeLine> all, std::size_t step) {
    if (all.empty()) return {};
    sort_by_days(all);
    return drawn_file(visit, std::move(all), step).svg;
}

std::string time_line_document(const Visit& visit, std::vector<OnTimeLine> all, std::size_t step) {
    if (all.empty()) return {};
    sort_by_days(all);
    const text::Language language = visit.in.language;
    formats::PictureDocument document;
    document.title =
        visit.said_of(visit.state().mandate->title) + ": " + visit.in.words("site.time_line");
    document.language = language;
    document.said = visit.in.words("site.time_line_said");
    document.columns = {visit.in.words("paperwork.title"), visit.in.words("paperwork.day"),
                        visit.in.words("site.standing")};
    const Labels labels = language == text::Language::ar ? Labels::numbers : Labels::words;
    for (const OnTimeLine& one : all) {
        const std::string days = one.first == one.last
                                     ? lang::date_in_words(one.first, language)
                                     : lang::days_in_words(one.first, one.last, language);
        const std::string standing = "on_time_line." + std::string(name_of(one.shape));
        const std::string number =
            labels == Labels::numbers ? std::to_string(document.rows.size() + 1) + ". " : "";
        document.rows.push_back({number + one.words, days, visit.in.words(standing)});
    }
    Drawing drawing = drawn_file(visit, std::move(all), step, labels);
    document.svg = std::move(drawing.svg);
    document.width = drawing.width;
    document.height = drawing.height;
    return formats::print_picture(document);
}

}  // namespace travaux::site
