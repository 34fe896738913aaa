// Where words stand: in documents, published texts and proposals, with the place of each.
// SPDX-License-Identifier: MIT
#include "formats/reference_links.h"
#include "http/answers.h"
#include "site/document_parts.h"
#include "site/pages.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

// A query as it stands in an address.
std::string encoded(std::string_view query) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string address;
    for (const char sign : query) {
        const auto byte = static_cast<unsigned char>(sign);
        const bool is_plain = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') ||
                              (sign >= '0' && sign <= '9');
        if (is_plain) {
            address += sign;
        } else {
            address += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return address;
}

/// A text in which words are sought: its provisions have their labels.
class Within {
public:
    explicit Within(std::shared_ptr<const host::ConsolidatedText> text)
        : text_(std::move(text)), links_(text_->draft, text_->consolidated) {}

    [[nodiscard]] std::string label_of(const std::string& place) const {
        const auto id = parse_id(place);
        const std::string label = id ? links_.label_of(ProvisionId{*id}) : std::string{};
        return "<span" + http::marked(text_->language) + ">" + html(label.empty() ? place : label) +
               "</span>";
    }

private:
    std::shared_ptr<const host::ConsolidatedText> text_;
    formats::ReferenceLinks links_;
};

Result<std::optional<Within>> within(const Visit& visit, const std::string& text) {
    if (text.empty()) return std::nullopt;
    if (!visit.state().texts.contains(text)) {
        return http::refuse_request("text.unknown", {text}, ErrorCode::not_found);
    }
    host::AskedText asked;
    asked.id = text;
    asked.languages = {visit.in.language};
    TRY_ASSIGN(auto shown, visit.site.text(visit.committee, asked, {}));
    return std::optional<Within>(std::in_place, std::move(shown));
}

// What leads to a hit, and what is hit.
std::string head_of(const Visit& visit, const host::Passage& passage, const Within* within) {
    const committee::State& state = visit.state();
    if (const auto* document = committee::find(state.documents, passage.of)) {
        return symbol_link(visit, document->symbol.text(), passage.of) + " <span dir=\"auto\">" +
               html(document->title) + "</span>";
    }
    if (state.proposals.contains(passage.of)) {
        return link(visit.to("/proposals/" + passage.of),
                    visit.say("site.proposal_named", passage.of));
    }
    const std::string place = passage.place.empty() ? "" : "#p-" + passage.place;
    if (within != nullptr && !passage.place.empty()) {
        return link(visit.to("/texts/" + passage.of + place), within->label_of(passage.place));
    }
    return link(visit.to("/texts/" + passage.of + place),
                "<bdi>" + html(symbol_of(state, passage.of)) + "</bdi>");
}

std::string hit_item(const Visit& visit, const host::Hit& hit, const Within* within) {
    const host::Passage& passage = *hit.passage;
    const std::string code(code_of(passage.language));
    return "<li>" + head_of(visit, passage, within) + " <span class=\"small dim\">" +
           visit.say("language." + code) + "</span><p" + http::marked(passage.language) + ">" +
           html(hit.before) + "<mark>" + html(hit.found) + "</mark>" + html(hit.after) +
           "</p></li>\n";
}

}  // namespace

Result<SitePage> search_page(const Visit& visit) {
    const std::string query(visit.asked.request.parameter("q"));
    const std::string text(visit.asked.request.parameter("in"));
    TRY_ASSIGN(const auto in, within(visit, text));
    TRY_ASSIGN(const host::Hits hits,
               visit.site.search(visit.committee).find(visit.state(), query, text));
    const std::string everywhere = query.empty() ? std::string{} : "q=" + encoded(query);
    std::string body = "<div class=\"wrap\"><div class=\"flow\">" +
                       title_block({}, visit.say(in ? "site.find_in_text" : "site.search")) +
                       search_form(visit, query, "sought", text);
    if (in) {
        body += "<p class=\"row\">" +
                link(visit.to("/texts/" + text),
                     "<bdi>" + html(symbol_of(visit.state(), text)) + "</bdi>") +
                " " + link(visit.to("/search?" + everywhere), visit.say("site.search_all")) +
                "</p>\n";
    }
    if (query.empty()) {
        body += "<p class=\"none-yet\">" + visit.say("site.search_words") + "</p>\n";
    } else {
        body += "<p role=\"status\">" + visit.say("site.hits_found", std::to_string(hits.count)) +
                "</p>\n<ol class=\"list\">\n";
        for (const host::Hit& hit : hits.shown) body += hit_item(visit, hit, in ? &*in : nullptr);
        body += "</ol>\n";
    }
    return SitePage{visit.in.words(in ? "site.find_in_text" : "site.search"),
                    body + "</div></div>\n", Section::search,
                    in ? "in=" + text + (query.empty() ? "" : "&" + everywhere) : everywhere};
}

}  // namespace travaux::site
