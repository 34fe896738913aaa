// SPDX-License-Identifier: MIT
#include "site/text_state.h"

#include <algorithm>

#include "formats/html_parts.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

using committee::ProvisionStanding;

// The least agreed first: it is what a division is shown as.
constexpr std::array standings = {ProvisionStanding::open, ProvisionStanding::bracketed,
                                  ProvisionStanding::agreed_ad_referendum,
                                  ProvisionStanding::agreed, ProvisionStanding::adopted};

using Counts = std::array<std::uint64_t, standings.size()>;

/// A row of the view `progress`.
struct Division {
    std::string name;
    ProvisionId provision;  ///< none: the whole
    Counts counts{};
    bool is_article = false;

    [[nodiscard]] ProvisionStanding least() const {
        for (std::size_t at = 0; at < counts.size(); ++at) {
            if (counts[at] > 0) return standings[at];
        }
        return ProvisionStanding::open;
    }
};

std::string words_of(const Visit& visit, ProvisionStanding standing) {
    return visit.say("provision_standing." + std::string(committee::name_of(standing)));
}

// A chapter, or what stands outside all of them, with its articles.
struct Strip {
    Division whole;
    std::vector<Division> articles;
};

std::vector<Strip> strips_of(const json::value& progress) {
    std::vector<Strip> strips;
    for (const json::value& row : progress.as_array()) {
        Division one{std::string(row.at("of").as_string()), {}, {}, false};
        if (const auto* id = row.as_object().if_contains("provision")) {
            if (const auto read = parse_id(std::string_view(id->as_string())))
                one.provision = {*read};
        }
        for (std::size_t at = 0; at < standings.size(); ++at) {
            one.counts[at] =
                static_cast<std::uint64_t>(row.at(committee::name_of(standings[at])).as_int64());
        }
        // The view names articles as the text does; what is not one begins a strip of its own.
        const bool is_first = strips.empty();
        const auto* kind = row.as_object().if_contains("kind");
        const bool is_chapter = kind == nullptr || kind->as_string() != "article";
        if (is_first || is_chapter || strips.size() == 1) {
            strips.push_back({std::move(one), {}});
        } else {
            strips.back().articles.push_back(std::move(one));
        }
    }
    return strips;
}

std::string bar(const Strip& strip) {
    std::string result = "<div class=\"strip\" aria-hidden=\"true\">";
    const auto piece = [&](const Division& one) {
        result += "<span class=\"s-" + std::string(committee::name_of(one.least())) + "\"></span>";
    };
    if (strip.articles.empty()) piece(strip.whole);
    std::ranges::for_each(strip.articles, piece);
    return result + "</div>";
}

// The number of a division, in the language of the page where the text has it.
std::string name_of_strip(const Visit& visit, const Division& division,
                          const host::ConsolidatedText& text) {
    const auto at = text::find(text.draft, division.provision);
    if (!at) return html(division.name);
    const text::Provision& provision = text.draft.provisions[*at];
    const text::Wording& words = provision.in(text.language);
    if (provision.kind == text::ProvisionKind::preamble) return visit.say("site.preamble");
    return html(words.number.empty() ? words.heading : words.number);
}

std::string table(const Visit& visit, const std::vector<Strip>& strips,
                  const host::ConsolidatedText& text) {
    std::string head =
        "<tr><th scope=\"col\">" + visit.say("site.division") + "</th><td class=\"pic\"></td>";
    std::vector<std::size_t> used;
    for (std::size_t at = 0; at < standings.size(); ++at) {
        if (strips.front().whole.counts[at] == 0) continue;
        used.push_back(at);
        head += "<th scope=\"col\">" + words_of(visit, standings[at]) + "</th>";
    }
    std::string rows;
    for (std::size_t at = 1; at < strips.size(); ++at) {
        const Strip& one = strips[at];
        const std::string name = name_of_strip(visit, one.whole, text);
        rows += "<tr><th scope=\"row\">" + name + "</th><td class=\"pic\">" + bar(one) + "</td>";
        for (const std::size_t column : used) {
            rows += "<td>" + std::to_string(one.whole.counts[column]) + "</td>";
        }
        rows += "</tr>\n";
    }
    return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"state\"><table "
           "class=\"strips\"><caption>" +
           visit.say("site.state_caption") + "</caption><thead>" + head + "</tr></thead><tbody>\n" +
           rows + "</tbody></table></div>\n";
}

std::string key(const Visit& visit, const Counts& counts) {
    std::string result = "<p class=\"key-row\">";
    for (std::size_t at = 0; at < standings.size(); ++at) {
        if (counts[at] == 0) continue;
        result += "<span><i class=\"s-" + std::string(committee::name_of(standings[at])) +
                  "\" aria-hidden=\"true\"></i>" + words_of(visit, standings[at]) + "</span> ";
    }
    return result + "</p>\n";
}

/// How many places were open on a text.
struct OpenPlaces {
    std::string text;
    std::size_t count = 0;
};

// A line from text to text, each with its number; the table beside it says the same.
std::string line_of(const Visit& visit, const std::vector<OpenPlaces>& points) {
    constexpr std::size_t step = 72;
    constexpr std::size_t height = 96;
    constexpr std::size_t top = 24;
    std::size_t most = 1;
    for (const OpenPlaces& one : points) most = std::max(most, one.count);
    std::string path;
    std::string marks;
    for (std::size_t at = 0; at < points.size(); ++at) {
        const std::string x = std::to_string(step / 2 + at * step);
        const std::size_t y = top + height - points[at].count * height / most;
        path.append(path.empty() ? "M" : " L").append(x).append(" ").append(std::to_string(y));
        marks.append("<circle cx=\"").append(x).append("\" cy=\"").append(std::to_string(y));
        marks.append("\" r=\"3.5\"/><text x=\"").append(x).append("\" y=\"");
        marks.append(std::to_string(y - 10)).append("\">");
        marks.append(std::to_string(points[at].count)).append("</text>");
    }
    const std::string width = std::to_string(step * points.size());
    return "<svg class=\"trend\" viewBox=\"0 0 " + width + " " + std::to_string(top + height + 8) +
           "\" width=\"" + width + "\" role=\"img\" aria-label=\"" + visit.say("site.trend") +
           "\"><path d=\"" + path + "\"/>" + marks + "</svg>\n";
}

}  // namespace

Result<std::string> trend_of_text(const Visit& visit) {
    std::vector<OpenPlaces> points;
    std::string rows;
    for (const auto& [id, published] : visit.state().texts) {
        const bool is_negotiated = published.subject == committee::Subject::convention &&
                                   published.standing == committee::TextStanding::basis_of_work;
        if (!is_negotiated) continue;
        host::AskedText asked;
        asked.id = id;
        TRY_ASSIGN(const auto text, visit.site.text(visit.committee, asked, {}));
        points.push_back({id, formats::open_places(text->consolidated)});
        rows += "<tr><th scope=\"row\">" +
                link(visit.to("/texts/" + id),
                     "<bdi>" + html(symbol_of(visit.state(), id)) + "</bdi>") +
                "</th><td>" + visit.day(published.published_ms) + "</td><td>" +
                std::to_string(points.back().count) + "</td></tr>\n";
    }
    if (points.size() < 2) return std::string();
    return section_head(visit.say("site.trend")) +
           "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" +
           visit.say("site.trend") + "\">" + line_of(visit, points) + "</div>\n<details><summary>" +
           visit.say("site.numbers") + "</summary><table><tbody>\n" + rows +
           "</tbody></table></details>\n";
}

std::string current_text(const committee::State& state) {
    std::string last = committee::basis_of(state, committee::Subject::convention);
    if (!last.empty()) return last;
    for (const auto& [id, text] : state.texts) {
        if (text.subject == committee::Subject::convention) last = id;
    }
    return last;
}

std::string symbol_of(const committee::State& state, const std::string& text) {
    const auto found = state.texts.find(text);
    return found == state.texts.end() || found->second.symbol.empty() ? text : found->second.symbol;
}

std::string text_item(const Visit& visit, const std::string& id,
                      const committee::PublishedText& text) {
    const std::string kind = visit.say("text_kind." + std::string(committee::name_of(text.kind)));
    const std::string standing =
        visit.say("text_standing." + std::string(committee::name_of(text.standing)));
    return "<li>" + link(visit.to("/texts/" + id), kind) + "<span class=\"more\"><bdi>" +
           html(symbol_of(visit.state(), id)) + "</bdi> &#183; " + visit.day(text.published_ms) +
           " &#183; " + standing + "</span></li>\n";
}

Result<std::string> picture_of_text(const Visit& visit) {
    const std::string text = current_text(visit.state());
    const std::string head = section_head(visit.say("site.text_today"), "state");
    if (text.empty()) return head + "<p class=\"none-yet\">" + visit.say("site.no_text") + "</p>\n";
    TRY_ASSIGN(const json::value progress, visit.view("progress", {{"text", text}}));
    const auto strips = strips_of(progress);
    host::AskedText asked;
    asked.id = text;
    asked.languages = {visit.in.language};
    TRY_ASSIGN(const auto shown, visit.site.text(visit.committee, asked, {}));
    return head + "<p>" + link(visit.to("/texts/" + text), visit.say("site.read_text")) + " <bdi>" +
           html(symbol_of(visit.state(), text)) + "</bdi></p>\n" + table(visit, strips, *shown) +
           key(visit, strips.front().whole.counts);
}

}  // namespace travaux::site
