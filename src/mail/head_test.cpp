// SPDX-License-Identifier: MIT
#include "mail/head.h"

#include <doctest/doctest.h>

using namespace travaux;

TEST_CASE("words of a head are plain where they can be, and short encoded words elsewhere") {
    CHECK(mail::encoded_words("Text published: A/AC.291/22") == "Text published: A/AC.291/22");
    CHECK(mail::encoded_words("=?UTF-8?Q?x?=") != "=?UTF-8?Q?x?=");
    CHECK(mail::encoded_words("Données") == "=?UTF-8?B?RG9ubsOpZXM=?=");
    std::string chinese;
    for (int i = 0; i < 100; ++i) chinese += "届";
    std::string lines = mail::encoded_words(chinese);
    for (std::size_t end = lines.find("\r\n "); end != std::string::npos;
         end = lines.find("\r\n ")) {
        CHECK(end <= 75);
        lines.erase(0, end + 3);
    }
    CHECK(lines.size() <= 75);
}

TEST_CASE("an instant in a head has the day of the week") {
    CHECK(mail::date_field(0) == "Thu, 01 Jan 1970 00:00:00 +0000");
    CHECK(mail::date_field(1'709'210'096'789) == "Thu, 29 Feb 2024 12:34:56 +0000");
}

TEST_CASE("a sender is an address, with or without a name") {
    CHECK(mail::parse_mailbox("a@example.org") == mail::Mailbox{"", "a@example.org"});
    CHECK(mail::parse_mailbox("The Secretariat <a@example.org>") ==
          mail::Mailbox{"The Secretariat", "a@example.org"});
    for (const char* wrong : {"", "a", "a@b@c", "A <a@b", "a@b, c@d", "A <a@b> x"}) {
        CHECK_FALSE(mail::parse_mailbox(wrong));
    }
}
