// The record in words, and one entry with its proof.
// SPDX-License-Identifier: MIT
#include "http/answers.h"
#include "site/entry_filter.h"
#include "site/entry_words.h"
#include "site/forms.h"
#include "site/pages.h"

namespace travaux::site {
namespace {

std::string how_to_verify(const Visit& visit) {
    const std::string record = "/committees/" + visit.committee.name() + "/record";
    return "<section aria-labelledby=\"verify\">" +
           section_head(visit.say("site.verify"), "verify") + "<p>" +
           visit.say("site.verify_words") +
           "</p>\n<pre class=\"hash\" dir=\"ltr\">travaux verify "
           "http(s)://\xE2\x80\xA6" +
           html(record) + "</pre>\n<p>" +
           link(html(record + "/checkpoint"), visit.say("site.checkpoint")) + " " +
           link(html(record + "/keys"), visit.say("site.keys")) + "</p></section>\n";
}

Result<std::string> proof_section(const Visit& visit, std::uint64_t index) {
    TRY_ASSIGN(const auto head, signed_head(visit));
    std::string out =
        "<section aria-labelledby=\"proof\">" + section_head(visit.say("site.proof"), "proof");
    if (!head || index >= head->head.size || head->head.size > visit.committee.record().length()) {
        return out + "<p>" + visit.say("site.not_signed_yet") + "</p></section>\n";
    }
    std::string hashes;
    for (const Sha256& one : visit.committee.record().proof(index, head->head.size)) {
        hashes += "<li class=\"hash\">" + html(base64_of(one)) + "</li>\n";
    }
    return out + "<p>" + visit.say("site.proof_words") + "</p>\n<div data-proof data-index=\"" +
           std::to_string(index) + "\" data-size=\"" + std::to_string(head->head.size) +
           "\" data-root=\"" + html(base64_of(head->head.root)) + "\" data-holds=\"" +
           visit.say("site.proof_holds") + "\" data-fails=\"" + visit.say("site.proof_fails") +
           "\" data-check=\"" + visit.say("site.check_here") +
           "\">\n<p class=\"told\" role=\"status\" hidden></p>\n<ol class=\"hashes\">\n" + hashes +
           "</ol></div>\n<h3>" + visit.say("site.checkpoint") +
           "</h3>\n<pre class=\"hash\" dir=\"ltr\">" + html(head->note) + "</pre></section>\n";
}

std::string events_of(const Visit& visit, const record::Entry& entry) {
    const auto* open = std::get_if<record::OpenAct>(&entry.content);
    if (open == nullptr) return {};
    std::string out;
    for (const record::Event& event : open->act.events) {
        out +=
            "<h3><bdi class=\"hash\">" + html(event.name) + "</bdi></h3>\n<dl class=\"facts\">\n";
        for (const auto& field : event.fields) {
            out += "<dt><bdi>" + html(field.key()) + "</bdi></dt><dd>" +
                   value_in_words(visit, field.key(), field.value()) + "</dd>\n";
        }
        out += "</dl>\n";
    }
    return out;
}

}  // namespace

Result<SitePage> entries_page(const Visit& visit) {
    TRY_ASSIGN(const EntryFilter filter, entry_filter_of(visit));
    TRY_ASSIGN(const FoundEntries found, find_entries(visit, filter));
    std::string rows;
    for (const record::Entry& entry : found.entries) {
        rows += "<tr><th scope=\"row\">" + number_link(visit, entry.index) + "</th><td>" +
                visit.moment(entry.time_ms) + "</td><td>" + capacity_of(visit, entry) +
                "</td><td>" + act_name(visit, entry) + "</td><td>" + summary(visit, entry) +
                "</td></tr>\n";
    }
    std::string body = "<div class=\"wrap\">" +
                       title_block({}, visit.say("site.record"),
                                   "<p>" + visit.say("site.record_words") + "</p>\n") +
                       entry_filter_form(visit, filter);
    body += rows.empty()
                ? "<p class=\"none-yet\">" + visit.say("site.no_entries") + "</p>\n"
                : table(visit.say("site.record"),
                        {visit.say("site.entry"), visit.say("site.time"), visit.say("site.who"),
                         visit.say("site.act"), visit.say("site.on")},
                        rows);
    if (found.first > 0) {
        body += "<p>" +
                link(visit.to("/entries?" + filter.query(found.first)), visit.say("site.older")) +
                "</p>\n";
    }
    return SitePage{visit.in.words("site.record"),
                    body + how_to_verify(visit) + "</div>\n",
                    Section::record,
                    filter.query(filter.before),
                    200,
                    true};
}

Result<SitePage> entry_page(const Visit& visit) {
    const std::string& place = visit.asked.places.at("entry");
    const auto index = http::number_of(place);
    // Whoever just did an act finds its receipt.
    if (index && *index >= visit.committee.record().length()) TRY_OK(visit.committee.catch_up());
    const std::uint64_t length = visit.committee.record().length();
    if (!index || *index >= length) {
        return http::refuse_request("entry.unknown", {place}, ErrorCode::not_found);
    }
    TRY_ASSIGN(const auto entries, visit.committee.record().entries(*index, 1));
    VERIFY(entries.size() == 1);
    TRY_ASSIGN(const record::Entry entry, record::decode_entry(entries.front()));
    TRY_ASSIGN(const std::string proof, proof_section(visit, *index));
    const std::string title = visit.in.words("site.entry_number", std::array{place});
    std::string around;
    if (*index > 0) around += number_link(visit, *index - 1) + " ";
    if (*index + 1 < length) around += number_link(visit, *index + 1);
    std::string body = "<div class=\"wrap\"><div class=\"flow\">" +
                       title_block({visit.moment(entry.time_ms), capacity_of(visit, entry)},
                                   html(title), "<p>" + act_name(visit, entry) + "</p>\n") +
                       "<section class=\"receipt\"><h2>" + visit.say("site.receipt") +
                       "</h2><dl class=\"facts\"><dt>" + visit.say("site.entry") + "</dt><dd>" +
                       place + "</dd><dt>" + visit.say("site.time") + "</dt><dd>" +
                       visit.moment(entry.time_ms) + "</dd><dt>" + visit.say("site.hash") +
                       "</dt><dd class=\"hash\">" + hex(sha256(entries.front())) +
                       "</dd></dl></section>\n" + section_head(visit.say("site.what_changed")) +
                       events_of(visit, entry) + proof +
                       section_head(visit.say("site.entry_bytes")) +
                       "<pre class=\"hash bytes\" dir=\"ltr\" id=\"bytes\">" +
                       html(entries.front()) + "</pre>\n<nav aria-label=\"" +
                       visit.say("site.record") + "\">" + around + "</nav></div></div>\n";
    return SitePage{title, std::move(body), Section::record};
}

}  // namespace travaux::site
