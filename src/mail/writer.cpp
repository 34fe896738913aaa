// SPDX-License-Identifier: MIT
#include "mail/writer.h"

#include <algorithm>
#include <array>

#include "committee/described.h"
#include "formats/html_sink.h"
#include "host/calendar_feed.h"
#include "host/letter_document.h"
#include "lang/messages.h"
#include "mail/notice_words.h"

namespace travaux::mail {
namespace {

using access::Notice;
using access::NoticeKind;
using formats::escaped;
using text::Language;

/// What a message says of one committee.
struct Section {
    std::string title;
    std::vector<NoticeLine> lines;
};

/// A message that is written.
struct Sheet {
    std::string subject;
    std::string intro;  ///< of a digest; empty for none
    std::vector<Section> sections;
    std::vector<std::string> foot;  ///< sentences
    std::vector<NoticeLine> foot_links;
};

std::string paragraph(const std::string& html) { return "<p>" + html + "</p>\n"; }

std::string link(const std::string& address, const std::string& words) {
    return "<a href=\"" + escaped(address) + "\">" + escaped(words) + "</a>";
}

std::string as_text(const Sheet& sheet, const std::string& site) {
    std::string text = sheet.intro.empty() ? "" : sheet.intro + "\n\n";
    for (const Section& section : sheet.sections) {
        if (!section.title.empty()) text += section.title + "\n\n";
        for (const NoticeLine& line : section.lines) {
            text += line.sentence + "\n" + site + line.path + "\n\n";
        }
    }
    text += "-- \n";
    for (const std::string& sentence : sheet.foot) text += sentence + "\n";
    for (const NoticeLine& line : sheet.foot_links) {
        text += line.sentence + ": " + site + line.path + "\n";
    }
    return text;
}

std::string as_html(const Sheet& sheet, const std::string& site, Language language) {
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + std::string(code_of(language)) +
                       "\" dir=\"" + (language == Language::ar ? "rtl" : "ltr") +
                       "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escaped(sheet.subject) +
                       "</title>\n</head>\n<body>\n";
    if (!sheet.intro.empty()) html += paragraph(escaped(sheet.intro));
    for (const Section& section : sheet.sections) {
        if (!section.title.empty()) html += "<h2>" + escaped(section.title) + "</h2>\n";
        html += "<ul>\n";
        for (const NoticeLine& line : section.lines) {
            html += "<li>" + link(site + line.path, line.sentence) + "</li>\n";
        }
        html += "</ul>\n";
    }
    html += "<hr>\n";
    for (const std::string& sentence : sheet.foot) html += paragraph(escaped(sentence));
    for (const NoticeLine& line : sheet.foot_links) {
        html += paragraph(link(site + line.path, line.sentence));
    }
    return html + "</body>\n</html>\n";
}

std::string say(Language language, std::string_view id, std::span<const std::string> args = {}) {
    return lang::words(language, id, args);
}

const ToldCommittee* find(std::span<const ToldCommittee> committees, const Notice& notice) {
    const auto found =
        std::ranges::find(committees, notice.committee.value_or(""), &ToldCommittee::name);
    return found == committees.end() ? nullptr : &*found;
}

// The notices of each committee together, in the order of their names.
std::vector<Section> sections_of(std::span<const ToldCommittee> committees,
                                 const std::vector<Notice>& notices, Language language) {
    std::vector<Section> sections;
    for (const ToldCommittee& one : committees) {
        Section section = one.committee->read([&](const committee::State& state) {
            Section said{state.mandate ? state.mandate->title : one.name, {}};
            for (const Notice& notice : notices) {
                if (notice.committee != one.name) continue;
                auto line = line_of(notice, state, language);
                if (line) said.lines.push_back(*std::move(line));
            }
            return said;
        });
        if (!section.lines.empty()) sections.push_back(std::move(section));
    }
    return sections;
}

// Links are for whoever has them, so such a message has nothing else.
Sheet sheet_of_link(const ToldCommittee* told, const Notice& notice, Language language) {
    const bool invites = notice.kind == NoticeKind::invitation;
    std::string title = notice.committee.value_or("");
    if (told != nullptr) {
        title = told->committee->read([&](const committee::State& state) {
            return state.mandate ? state.mandate->title : title;
        });
    }
    const std::array args = {title, notice.about.value_or("")};
    Sheet sheet;
    sheet.subject = say(language, invites ? "notice_of.invitation" : "notice_of.recovery", args);
    sheet.sections = {{{}, {{sheet.subject, "/accept/" + notice.secret.value_or("")}}}};
    sheet.foot = {say(language, invites ? "notice.link_two_weeks" : "notice.link_one_day")};
    return sheet;
}

Sheet sheet_of(std::vector<Section> sections, const access::Message& message,
               const Reader& reader) {
    std::size_t count = 0;
    for (const Section& one : sections) count += one.lines.size();
    const bool is_digest = message.frequency != access::NoticeFrequency::at_once;
    Sheet sheet;
    sheet.subject = sections.front().lines.front().sentence;
    if (is_digest) {
        const std::array number = {std::to_string(count)};
        const bool is_daily = message.frequency == access::NoticeFrequency::daily;
        sheet.subject =
            say(reader.language, is_daily ? "notice.digest_daily" : "notice.digest_weekly", number);
        sheet.intro = sheet.subject;
    }
    sheet.sections = std::move(sections);
    sheet.foot = {say(reader.language, "notice.why")};
    sheet.foot_links = {
        {say(reader.language, "notice.choose"), "/account#notices"},
        {say(reader.language, "notice.end"), "/unsubscribe/" + reader.unsubscribing}};
    return sheet;
}

// Where dates are fixed or put off, calendars may take them in.
std::vector<Attachment> calendars(const ToldCommittee* told, const Notice& notice,
                                  Language language) {
    const bool has_dates = notice.kind == NoticeKind::session_planned ||
                           notice.kind == NoticeKind::dates_fixed ||
                           notice.kind == NoticeKind::dates_postponed;
    if (!has_dates || told == nullptr) return {};
    std::string feed = told->committee->read([&](const committee::State& state) {
        return state.mandate ? host::calendar_feed(state, language) : std::string();
    });
    if (feed.empty()) return {};
    return {{told->name + ".ics", "text/calendar; charset=utf-8; method=PUBLISH", std::move(feed)}};
}

// A letter goes out as the Secretariat wrote it.
Result<std::optional<Mail>> letter(const ToldCommittee* told, const Notice& notice, Mail mail) {
    if (told == nullptr) return std::nullopt;
    const auto sent = told->committee->read([&](const committee::State& state) {
        const auto* const found = committee::find(state.letters, notice.about.value_or(""));
        return found == nullptr ? std::nullopt : std::optional(*found);
    });
    if (!sent) return std::nullopt;
    const committee::Caller secretariat{{}, committee::Capacity::secretariat, {}};
    TRY_ASSIGN(const host::ShownView shown,
               told->committee->view({secretariat,
                                      "letter",
                                      {{"kind", committee::name_of(sent->kind)},
                                       {"about", sent->about},
                                       {"member", notice.member.value_or("")}}}));
    TRY_ASSIGN(const auto content,
               committee::from_object<committee::LetterContent>(shown.value.as_object(), "letter"));
    mail.subject =
        say(mail.language, "letter.title." + std::string(committee::name_of(content.kind)));
    mail.text = host::letter_document(content, mail.language, host::LetterForm::text);
    mail.html = host::letter_document(content, mail.language, host::LetterForm::html);
    mail.attachments = {
        {content.about + "-" + content.member + ".html", "text/html; charset=utf-8", mail.html}};
    return mail;
}

}  // namespace

Result<std::optional<Mail>> Writer::write(const access::Claimed& claimed,
                                          const Reader& reader) const {
    const access::Message& message = claimed.message;
    if (message.notices.empty()) return std::nullopt;
    const Notice& first = message.notices.front();
    Mail mail;
    // Of the key what comes after the time: it is the same whenever the message was made.
    const std::string& from = sender_.from.address;
    mail.id = claimed.id.substr(claimed.id.find('-') + 1) + from.substr(from.find('@'));
    mail.time_ms = message.made_ms;
    mail.from = sender_.from;
    mail.to = {reader.name, reader.address};
    mail.language = reader.language;
    if (first.kind == NoticeKind::letter_sent) return letter(find(committees_, first), first, mail);
    Sheet sheet;
    if (first.secret) {
        sheet = sheet_of_link(find(committees_, first), first, reader.language);
    } else {
        auto sections = sections_of(committees_, message.notices, reader.language);
        if (sections.empty()) return std::nullopt;
        sheet = sheet_of(std::move(sections), message, reader);
        mail.unsubscribe = sender_.site + "/unsubscribe/" + reader.unsubscribing;
        if (message.frequency == access::NoticeFrequency::at_once) {
            mail.attachments = calendars(find(committees_, first), first, reader.language);
        }
    }
    mail.subject = sheet.subject;
    mail.text = as_text(sheet, sender_.site);
    mail.html = as_html(sheet, sender_.site, reader.language);
    return mail;
}

}  // namespace travaux::mail
