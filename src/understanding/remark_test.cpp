// SPDX-License-Identifier: MIT
#include "understanding/remark.h"

#include <doctest/doctest.h>

using travaux::understanding::Remark;
using travaux::understanding::remark_of;
using travaux::understanding::RemarkKind;

TEST_CASE("a reservation is known by its phrase in six languages") {
    for (const char* const comment :
         {"Norway reserves its position, and does not agree to this wording.",
          "General reservation.", "La Suisse réserve sa position sur ce paragraphe.",
          "México se reserva su posición.", "Делегация резервирует свою позицию.",
          "يتحفّظ وفد الأردن على هذه الفقرة.", "中国代表团对本款保留立场。"}) {
        CAPTURE(comment);
        CHECK(remark_of(comment) == Remark{RemarkKind::reservation, comment});
    }
}

TEST_CASE("what takes a reservation back is a note") {
    for (const char* const comment :
         {"Norway withdraws its general reservation.", "Ghana no longer reserves its position.",
          "La Suisse retire sa réserve générale.", "Делегация не резервирует свою позицию.",
          "中国代表团不再保留立场。"}) {
        CAPTURE(comment);
        CHECK(remark_of(comment).kind == RemarkKind::note);
    }
}

TEST_CASE("a label says what a comment is, and is no part of its words") {
    CHECK(remark_of("Reason: it is shorter.") == Remark{RemarkKind::reason, "it is shorter."});
    CHECK(remark_of("Reason (P1): it is shorter.") == Remark{RemarkKind::reason, "it is shorter."});
    CHECK(remark_of("Justification : plus court.") == Remark{RemarkKind::reason, "plus court."});
    CHECK(remark_of("理由：更短。") == Remark{RemarkKind::reason, "更短。"});
    CHECK(remark_of("Position reserved") == Remark{RemarkKind::reservation, ""});
    CHECK(remark_of("Note: see\narticle 3") == Remark{RemarkKind::note, "see article 3"});
    CHECK(remark_of("Delete") == Remark{RemarkKind::deletion, ""});
    CHECK(remark_of("Delete the last words.").kind == RemarkKind::note);
    CHECK(remark_of("Translation pending: words").kind == RemarkKind::printed);
}

TEST_CASE("other comments are notes") {
    CHECK(remark_of("The reasonable person") == Remark{RemarkKind::note, "The reasonable person"});
    CHECK(remark_of("Nature reserve: its position").kind == RemarkKind::note);
    CHECK(remark_of("").words.empty());
}
