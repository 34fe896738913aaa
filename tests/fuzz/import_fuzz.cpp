// Fuzzes the import of texts: the first byte names the language, the rest is the file. What is
// taken is written and reads back equal.
// SPDX-License-Identifier: MIT
#include "tests/fuzz/drafts.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace travaux;
    const std::string_view bytes = tests::view_of(data, size);
    const auto language = tests::language_by(bytes);
    const auto file = bytes.substr(std::min<std::size_t>(1, size));
    const auto draft = formats::import_text(file, "a.md", language);
    if (!draft) {
        VERIFY(draft.error().id.starts_with("import."));
        return 0;
    }
    tests::check_round_trip(*draft);
    VERIFY(formats::import_text(file, "a.md", language)->draft == draft->draft);
    return 0;
}
