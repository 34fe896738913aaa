// Mail as a real server of mail takes it, and as another library reads it.
// SPDX-License-Identifier: MIT
#include "mail/smtp.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "tests/mail/smtp_server.h"
#include "tests/mail/town.h"

using namespace travaux;
using mail::Delivery;
using mail::Mail;
using mail::SmtpMailer;
using tests::SmtpServer;
using Outcome = Delivery::Outcome;

namespace {

Mail mail_to(const std::string& address) {
    Mail mail;
    mail.id = "abc@treaty.example.org";
    mail.time_ms = 1'700'000'000'000;
    mail.from = {"Secretariat", "no-reply@treaty.example.org"};
    mail.to = {"A. Mensah", address};
    mail.subject = "Text published";
    mail.text = "One line\n.\nand a point alone before it\n";
    mail.html = "<!DOCTYPE html>\n<p>One line</p>\n";
    return mail;
}

Delivery send(const SmtpServer& server, const Mail& mail) {
    return SmtpMailer({.address = server.address(),
                       .user = {},
                       .password = {},
                       .ca_file = {},
                       .own_name = {}})
        .send(mail, {});
}

// A certificate for this machine that signs itself.
struct Certificate {
    tests::Scratch scratch;
    std::string key = (scratch / "key").string();
    std::string file = (scratch / "certificate").string();

    Certificate() {
        const std::string make =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 "
            "-subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 -keyout " +
            key + " -out " + file + " 2> /dev/null";
        REQUIRE(std::system(make.c_str()) == 0);
    }
};

}  // namespace

TEST_CASE("mail in Russian, Arabic and Chinese is read as it was written") {
    if (!tests::has_smtp_server("mail is read as it was written")) return;
    const SmtpServer server;
    struct Case {
        text::Language language;
        std::string name;
        std::string subject;
    };
    const std::vector<Case> cases = {
        {text::Language::ru, "Анна Иванова, делегат",
         "Объявлен сбор предложений: вопросы юрисдикции и международного сотрудничества"},
        {text::Language::ar, "ليلى حداد",
         "فتح الطلب: المقترحات والآراء المتعلقة بالمشروع المنقح للاتفاقية"},
        {text::Language::zh, "王小明",
         "征集开始：关于公约订正草案的提案和意见，请于截止日期之前提交秘书处，以便汇编"},
    };
    for (std::size_t at = 0; at < cases.size(); ++at) {
        Mail mail = mail_to("reader@example.org");
        mail.language = cases[at].language;
        mail.to.name = cases[at].name;
        mail.subject = cases[at].subject;
        mail.text = cases[at].subject + "\n" + cases[at].subject + "\n";
        REQUIRE(send(server, mail).outcome == Outcome::accepted);
        const auto read = server.message(at + 1);
        CHECK(tests::head(read, "subject") == cases[at].subject);
        CHECK(tests::head(read, "to").find("<reader@example.org>") != std::string::npos);
        CHECK(tests::head(read, "to").find(cases[at].name) != std::string::npos);
        CHECK(tests::head(read, "content-language") == code_of(cases[at].language));
        CHECK(tests::words(read, 0) == mail.text);
        // Servers take lines of at most 998 bytes of ASCII: RFC 5322, section 2.1.1.
        const std::string bytes = server.bytes(at + 1);
        for (const char c : bytes) REQUIRE(static_cast<unsigned char>(c) < 0x80);
    }
}

TEST_CASE("a message has its words in two forms, its files, and a link that ends notices") {
    if (!tests::has_smtp_server("a message has its words in two forms")) return;
    const SmtpServer server;
    Mail mail = mail_to("reader@example.org");
    mail.unsubscribe = "https://treaty.example.org/unsubscribe/abc";
    mail.attachments = {{"treaty.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR\r\n"}};
    REQUIRE(send(server, mail).outcome == Outcome::accepted);
    const auto read = server.message(1);
    CHECK(read.at("type").as_string() == "multipart/mixed");
    const auto& parts = read.at("parts").as_array();
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].at("type").as_string() == "text/plain");
    CHECK(parts[1].at("type").as_string() == "text/html");
    CHECK(parts[2].at("type").as_string() == "text/calendar");
    CHECK(parts[2].at("file").as_string() == "treaty.ics");
    CHECK(tests::words(read, 0) == mail.text);
    CHECK(tests::head(read, "message-id") == "<abc@treaty.example.org>");
    CHECK(tests::head(read, "date") == "Tue, 14 Nov 2023 22:13:20 +0000");
    CHECK(tests::head(read, "auto-submitted") == "auto-generated");
    CHECK(tests::head(read, "list-unsubscribe") == "<https://treaty.example.org/unsubscribe/abc>");
    CHECK(tests::head(read, "list-unsubscribe-post") == "List-Unsubscribe=One-Click");
    CHECK(tests::head(read, "x-taken-for") == "reader@example.org");
}

TEST_CASE("words of a message add no field and no reader to its head") {
    if (!tests::has_smtp_server("words add no field")) return;
    const SmtpServer server;
    Mail mail = mail_to("reader@example.org");
    mail.subject = "Hello\r\nBcc: other@example.org\r\n\r\nbody";
    mail.to.name = "A\r\nBcc: other@example.org";
    REQUIRE(send(server, mail).outcome == Outcome::accepted);
    const auto read = server.message(1);
    CHECK(tests::head(read, "bcc").empty());
    CHECK(tests::head(read, "x-taken-for") == "reader@example.org");
    for (const char* address : {"a@b>\r\nRCPT TO:<c@d", "a b@c", "nobody", "a@b@c", "<a@b>"}) {
        CHECK(send(server, mail_to(address)).outcome == Outcome::never);
    }
    CHECK(server.count() == 1);
}

TEST_CASE("mail goes over TLS to a server whose certificate is known, and to no other") {
    if (!tests::has_smtp_server("mail goes over TLS")) return;
    const Certificate certificate;
    const Certificate other;
    const SmtpServer server(
        {"--tls", certificate.file, certificate.key, "--log-in", "treaty", "a long password"});
    mail::SmtpServer reached{.address = server.address(),
                             .user = "treaty",
                             .password = "a long password",
                             .ca_file = certificate.file,
                             .own_name = {}};
    CHECK(SmtpMailer(reached).send(mail_to("reader@example.org"), {}).outcome == Outcome::accepted);
    CHECK(server.count() == 1);
    mail::SmtpServer wrong = reached;
    wrong.password = "another password";
    const Delivery refused = SmtpMailer(wrong).send(mail_to("reader@example.org"), {});
    CHECK(refused.outcome == Outcome::away);
    CHECK(refused.reason.find(wrong.password) == std::string::npos);
    wrong = reached;
    wrong.ca_file = other.file;
    CHECK(SmtpMailer(wrong).send(mail_to("reader@example.org"), {}).outcome == Outcome::away);
    wrong.ca_file = {};
    CHECK(SmtpMailer(wrong).send(mail_to("reader@example.org"), {}).outcome == Outcome::away);
    CHECK(server.count() == 1);
}

TEST_CASE("where TLS is wanted, a server without it has nothing") {
    if (!tests::has_smtp_server("a server without TLS has nothing")) return;
    const Certificate certificate;
    const SmtpServer server;
    const mail::SmtpServer reached{.address = server.address(),
                                   .user = {},
                                   .password = {},
                                   .ca_file = certificate.file,
                                   .own_name = {}};
    CHECK(SmtpMailer(reached).send(mail_to("reader@example.org"), {}).outcome == Outcome::away);
    CHECK(server.count() == 0);
}

TEST_CASE("what a server refuses for now, for ever, or without a word is told apart") {
    if (!tests::has_smtp_server("what a server refuses is told apart")) return;
    const SmtpServer server({"--answers", "451,550,rcpt550,rcpt450,drop,ok"});
    const Mail mail = mail_to("reader@example.org");
    CHECK(send(server, mail).outcome == Outcome::later);
    const Delivery never = send(server, mail);
    CHECK(never.outcome == Outcome::never);
    CHECK(never.reason.starts_with("550"));
    CHECK(send(server, mail).outcome == Outcome::never);
    CHECK(send(server, mail).outcome == Outcome::later);
    CHECK(server.count() == 0);
    // It was taken, and nobody knows: the second one has the same name.
    CHECK(send(server, mail).outcome == Outcome::away);
    CHECK(send(server, mail).outcome == Outcome::accepted);
    REQUIRE(server.count() == 2);
    CHECK(tests::head(server.message(1), "message-id") ==
          tests::head(server.message(2), "message-id"));
}

TEST_CASE("a notice that a server puts off, and then takes without a word, arrives") {
    if (!tests::has_smtp_server("a notice that a server puts off arrives")) return;
    tests::Town town;
    const SmtpServer server({"--answers", "451,drop,ok"});
    SmtpMailer mailer(
        {.address = server.address(), .user = {}, .password = {}, .ca_file = {}, .own_name = {}});
    const auto post = town.make_post(mailer);
    tests::Town::round(*post);
    town.add("ama", tests::part(access::Capacity::translator), access::NoticeFrequency::at_once,
             "ru");
    town.committee.act("session.plan", tests::session_fields("First session"));
    tests::Town::round(*post);
    CHECK(server.count() == 0);
    town.now_ms += 60'000;
    tests::Town::round(*post);
    CHECK(server.count() == 1);
    CHECK(town.sent == 0);
    town.now_ms += 120'000;
    tests::Town::round(*post);
    tests::Town::round(*post);
    REQUIRE(server.count() == 2);
    CHECK(town.sent == 1);
    CHECK(town.put_off == 2);
    const auto read = server.message(2);
    CHECK(tests::head(read, "message-id") == tests::head(server.message(1), "message-id"));
    CHECK(tests::head(read, "subject").starts_with("Запланирована сессия: First session."));
    CHECK(read.at("parts").as_array().at(2).at("type").as_string() == "text/calendar");
}

TEST_CASE("a server that is away is told apart from one that refuses") {
    if (!tests::has_smtp_server("a server that is away")) return;
    SmtpServer server;
    server.stop();
    CHECK(send(server, mail_to("reader@example.org")).outcome == Outcome::away);
}

TEST_CASE("sending ends when the server that sends is stopped") {
    std::stop_source source;
    source.request_stop();
    if (!tests::has_smtp_server("sending ends when it is stopped")) return;
    const SmtpServer server;
    const Delivery stopped = SmtpMailer({.address = server.address(),
                                         .user = {},
                                         .password = {},
                                         .ca_file = {},
                                         .own_name = {}})
                                 .send(mail_to("reader@example.org"), source.get_token());
    CHECK(stopped.outcome == Outcome::away);
    CHECK(server.count() == 0);
}

TEST_CASE("a server of mail is named by its scheme, its name and its port") {
    for (const char* right : {"smtp://mail.example.org:587", "smtps://mail.example.org",
                              "smtp://[::1]:25", "smtp://127.0.0.1:2525"}) {
        CHECK(mail::check_server(right));
    }
    for (const char* wrong : {"", "mail.example.org", "http://mail.example.org", "smtp://",
                              "smtp://user:word@mail.example.org", "smtp://mail.example.org/x",
                              "smtp://mail.example.org\r\n"}) {
        CHECK_FALSE(mail::check_server(wrong));
    }
}
