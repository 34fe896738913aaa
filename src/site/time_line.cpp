// SPDX-License-Identifier: MIT
#include "site/time_line.h"

#include <algorithm>

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

// Days as places on the picture, from the side on which the language begins.
class Scale {
public:
    Scale(Date first, Date last, std::size_t step, bool is_from_right)
        : begin_(Date{first.year, 1, 1}.days()), end_(Date{last.year + 1, 1, 1}.days()),
          width_(page_width << step), is_from_right_(is_from_right) {}

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
    static std::string words_at(std::int64_t x, std::int64_t y, const char* anchor,
                                const std::string& text) {
        return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) +
               "\" text-anchor=\"" + anchor + "\">" + html(text) + "</text>";
    }

    std::int64_t begin_;
    std::int64_t end_;
    std::int64_t width_;
    bool is_from_right_;
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
    "<style>svg{font:12px sans-serif;fill:#17202a;background:#fff}path{fill:none;stroke:#ccd3d9}"
    ".month{stroke-dasharray:2 4}.today{stroke:#a3262b;stroke-width:2}rect.sure{fill:#1d4f91}"
    "rect.unsure{fill:#e9f0fa;stroke:#1d4f91;stroke-dasharray:4 2}"
    "rect.some{fill:none;stroke:#1d4f91;stroke-dasharray:2 3}rect.off{fill:none;stroke:#a3262b}"
    "path.due{fill:#7a5200;stroke:none}path.paper{fill:#17613f;stroke:none}"
    "path.late{fill:#a3262b;stroke:none}</style>";

// The picture alone; `style` stands in it.
std::string drawn_line(const Visit& visit, std::vector<OnTimeLine> all, std::size_t step,
                       std::string_view style) {
    std::ranges::stable_sort(all, {},
                             [](const OnTimeLine& one) { return std::pair(one.first, one.last); });
    const Date last = std::ranges::max_element(all, {}, &OnTimeLine::last)->last;
    const bool is_from_right = visit.in.language == text::Language::ar;
    const Scale scale(all.front().first, last, step, is_from_right);
    const auto count = static_cast<std::int64_t>(all.size());
    const std::int64_t height = head_height + row_height * count + 8;
    std::string drawn = head(scale, all.front().first.year, last.year, height);
    const std::int64_t today = date_of(visit.now_ms).days();
    if (scale.holds(today)) drawn += line_at(scale.at(today), 20, height, "today");
    for (std::int64_t at = 0; at < count; ++at) {
        drawn += row(scale, all[static_cast<std::size_t>(at)], head_height + row_height * at);
    }
    const std::string size =
        std::to_string(scale.width()) + "\" height=\"" + std::to_string(height);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"years\" width=\"" + size +
           "\" viewBox=\"0 0 " + std::to_string(scale.width()) + " " + std::to_string(height) +
           "\" role=\"img\" aria-label=\"" + visit.say("site.time_line_said") + "\">" +
           std::string(style) + "<g" + days_of(visit, all, scale) + " direction=\"" +
           (is_from_right ? "rtl" : "ltr") + "\">" + drawn + "</g></svg>";
}

}  // namespace

std::string time_line(const Visit& visit, std::vector<OnTimeLine> all, std::size_t step) {
    if (all.empty()) return {};
    const std::string hint = is_movable(all) ? "<p class=\"small dim\" data-drag hidden>" +
                                                   visit.say("site.time_line_drag") + "</p>\n"
                                             : std::string{};
    return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" +
           visit.say("site.time_line") + "\">" + drawn_line(visit, std::move(all), step, {}) +
           "</div>\n" + hint;
}

std::string time_line_file(const Visit& visit, std::vector<OnTimeLine> all, std::size_t step) {
    if (all.empty()) return {};
    for (OnTimeLine& one : all) one.session.clear();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
           drawn_line(visit, std::move(all), step, style_of_file) + "\n";
}

}  // namespace travaux::site
