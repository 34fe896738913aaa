// SPDX-License-Identifier: MIT
#include "office/pdf_words.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdio>

using namespace travaux;

namespace {

// A PDF file with two lines close to each other, and one far below.
std::string pdf_file() {
    const std::string drawn =
        "BT /F1 12 Tf 72 720 Td (States Parties) Tj 0 -14 Td (shall cooperate.) Tj "
        "0 -300 Td (Article 2) Tj ET";
    std::string file = "%PDF-1.4\n";
    std::string table = "xref\n0 6\n0000000000 65535 f \n";
    const auto object = [&](const std::string& content) {
        std::string place = std::to_string(file.size());
        table += std::string(10 - place.size(), '0') + place + " 00000 n \n";
        file += content + "\nendobj\n";
    };
    object("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>");
    object("2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>");
    object(
        "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>");
    object("4 0 obj\n<</Length " + std::to_string(drawn.size()) + ">>\nstream\n" + drawn +
           "\nendstream");
    object("5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    const std::string place = std::to_string(file.size());
    return file + table + "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n" + place + "\n%%EOF\n";
}

bool has_program(const char* rule) {
    if (::access("/usr/bin/pdftotext", X_OK) == 0) return true;
    std::printf("skipped: no pdftotext (%s)\n", rule);
    return false;
}

}  // namespace

TEST_CASE("the words of a PDF file are read in blocks") {
    if (!has_program("the words of a PDF file are read in blocks")) return;
    CHECK(office::words_of_pdf(pdf_file(), {}) == "States Parties shall cooperate.\nArticle 2\n");
}

TEST_CASE("a PDF file that is broken, or takes too long, has no words") {
    if (!has_program("a PDF file that is broken has no words")) return;
    CHECK_FALSE(office::words_of_pdf("%PDF-1.4\nnothing", {}));
    office::ProcessLimits no_time;
    no_time.time = std::chrono::milliseconds(0);
    CHECK_FALSE(office::words_of_pdf(pdf_file(), no_time));
}
