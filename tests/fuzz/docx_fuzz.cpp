// Fuzzes the reading of Word files: a whole file, or the part that has its text. What is read
// becomes a draft, and is written, and says the same when it is read again.
// SPDX-License-Identifier: MIT
#include <string>

#include "base/result.h"
#include "docx/read.h"
#include "docx/words.h"
#include "docx/write.h"
#include "formats/import_text.h"
#include "tests/fuzz/input.h"

using namespace travaux;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::view_of(data, size);
    auto read = bytes.starts_with("PK") ? docx::read(bytes, "a.docx")
                                        : docx::read_main_part(bytes, "a.docx");
    if (!read) return 0;
    for (const auto side : {docx::Side::accepted, docx::Side::rejected}) {
        (void)docx::lines_of(*read, side);
        (void)formats::import_word(*read, side, "a.docx", text::Language::en);
    }
    // Tables are not written.
    for (const auto& paragraph : read->paragraphs) {
        if (paragraph.cell != 0 || !paragraph.around.empty()) return 0;
    }
    const auto again = docx::read(docx::write(*read), "a.docx");
    VERIFY(again);
    VERIFY(again->paragraphs.size() == read->paragraphs.size());
    return 0;
}
