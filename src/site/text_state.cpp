// SPDX-License-Identifier: MIT
#include "site/text_state.h"

#include <algorithm>

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
        Division one{std::string(row.at("of").as_string()), {}, false};
        for (std::size_t at = 0; at < standings.size(); ++at) {
            one.counts[at] =
                static_cast<std::uint64_t>(row.at(committee::name_of(standings[at])).as_int64());
        }
        // The view names articles as the text does; what is not one begins a strip of its own.
        const bool is_first = strips.empty();
        const bool is_chapter = row.at("kind").as_string() != "article";
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

std::string table(const Visit& visit, const std::vector<Strip>& strips) {
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
        const std::string name =
            one.whole.name == "preamble" ? visit.say("site.preamble") : html(one.whole.name);
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

}  // namespace

std::string current_text(const committee::State& state) {
    const std::string basis = committee::basis_of(state, committee::Subject::convention);
    if (!basis.empty()) return basis;
    std::string last;
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
    return head + "<p>" + link(visit.to("/texts/" + text), visit.say("site.read_text")) + " <bdi>" +
           html(symbol_of(visit.state(), text)) + "</bdi></p>\n" + table(visit, strips) +
           key(visit, strips.front().whole.counts);
}

}  // namespace travaux::site
