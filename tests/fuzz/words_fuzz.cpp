// Fuzzes the cutting of texts into words: what is put together again is cut the same way, and only
// blanks are ever lost.
// SPDX-License-Identifier: MIT
#include <string>
#include <string_view>

#include "base/result.h"
#include "tests/fuzz/input.h"
#include "text/word.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace travaux;
    const std::string_view text = tests::view_of(data, size);
    text::Lexicon lexicon;
    const text::Words words = text::words_of(text, lexicon);
    const std::string printed = text::text_of(words, lexicon);
    VERIFY(printed.size() <= text.size() + 1);
    VERIFY(text::words_of(printed, lexicon) == words);
    VERIFY(text::text_of(text::words_of(printed, lexicon), lexicon) == printed);
    return 0;
}
