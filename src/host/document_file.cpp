// SPDX-License-Identifier: MIT
#include "host/document_file.h"

#include "base/limits.h"
#include "committee/act.h"
#include "committee/documents.h"
#include "docx/read.h"
#include "docx/words.h"
#include "formats/akoma_ntoso_text.h"
#include "text/code_point.h"

namespace travaux::host {
namespace {

using committee::DocumentForm;
using Words = std::optional<std::string>;

std::unexpected<Error> not_its_form(DocumentForm form) {
    return committee::refuse("document.not_its_form", {std::string(committee::name_of(form))},
                             ErrorCode::invalid);
}

// A Word file begins as a zip archive does; the rest is for its reader to say.
Result<Words> words_of_docx(std::string_view bytes) {
    if (!bytes.starts_with("PK\x03\x04")) return not_its_form(DocumentForm::docx);
    TRY_ASSIGN(const docx::Document document,
               docx::read(bytes, "docx", limits::sent_file_unpacked_bytes));
    std::string words;
    for (const std::string& line : docx::lines_of(document, docx::Side::accepted)) {
        words += line + "\n";
    }
    return Words(std::move(words));
}

// ISO 32000-2, 7.5: a header first, and at the end where the table of objects begins.
Result<Words> words_in_pdf(std::string_view bytes, const PdfWords::Read& words_of_pdf) {
    constexpr std::size_t tail_bytes = 1'024;
    const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), tail_bytes));
    const std::size_t table = tail.rfind("startxref");
    const bool is_pdf = bytes.starts_with("%PDF-") && table != std::string_view::npos &&
                        tail.find("%%EOF", table) != std::string_view::npos;
    if (!is_pdf) return not_its_form(DocumentForm::pdf);
    return words_of_pdf ? words_of_pdf(bytes) : Words{};
}

// Text is UTF-8 and has no control characters but ends of lines and tabs.
Result<Words> words_of_txt(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const text::CodePoint one = text::code_point_at(bytes, at);
        const bool is_broken = one.value == 0xFFFD && one.bytes == 1;
        const bool is_control = one.value < 0x20 && one.value != '\n' && one.value != '\r' &&
                                one.value != '\t' && one.value != '\f';
        if (is_broken || is_control) return not_its_form(DocumentForm::txt);
        at += one.bytes;
    }
    const bool is_other = bytes.empty() || bytes.starts_with("%PDF-");
    if (is_other) return not_its_form(DocumentForm::txt);
    return Words(bytes);
}

}  // namespace

Result<std::optional<std::string>> words_in_file(std::string_view bytes,
                                                 std::string_view media_type,
                                                 const PdfWords::Read& words_of_pdf) {
    const auto form = committee::form_of(media_type);
    VERIFY(form);
    switch (*form) {
        case DocumentForm::docx: return words_of_docx(bytes);
        case DocumentForm::pdf: return words_in_pdf(bytes, words_of_pdf);
        case DocumentForm::txt: return words_of_txt(bytes);
        case DocumentForm::akn: {
            const auto words = formats::akoma_ntoso_text(bytes, "akn");
            if (!words && words.error().id == "akoma_ntoso.not_a_draft") {
                return not_its_form(DocumentForm::akn);
            }
            if (!words) return std::unexpected(words.error());
            return Words(*words);
        }
    }
    return Words{};
}

}  // namespace travaux::host
