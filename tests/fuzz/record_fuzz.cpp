// Fuzzes the readers of a record: what is read is written again byte for byte.
//
// The first byte chooses the reader: an entry, an act, a note with its checkpoint, a bundle, a key.
// SPDX-License-Identifier: MIT
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/checkpoint.h"
#include "record/entry.h"
#include "record/tiles.h"
#include "tests/fuzz/input.h"

namespace {

using namespace travaux;
using namespace travaux::record;

void check_note(std::string_view bytes) {
    const auto note = read_note(bytes);
    if (!note) return;
    VERIFY(print(*note) == bytes);
    const auto checkpoint = read_checkpoint(note->text);
    if (checkpoint) VERIFY(text_of(*checkpoint) == note->text);
}

void check_bundle(std::string_view bytes) {
    const auto entries = read_bundle(bytes);
    if (!entries || entries->size() > tile_width) return;
    const std::vector<std::string> copies(entries->begin(), entries->end());
    VERIFY(bundle_bytes(copies) == bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input = tests::view_of(data, size);
    if (input.empty()) return 0;
    const std::string_view bytes = input.substr(1);
    switch (input.front()) {
        case 'e':
            if (const auto entry = decode_entry(bytes)) VERIFY(encode(*entry).value() == bytes);
            break;
        case 'a':
            if (const auto act = decode_act(bytes)) VERIFY(encode(*act).value() == bytes);
            break;
        case 'n': check_note(bytes); break;
        case 'b': check_bundle(bytes); break;
        case 'k':
            if (const auto key = parse_verifier_key(bytes)) VERIFY(text_of(*key) == bytes);
            if (const auto key = parse_signing_key(bytes)) VERIFY(text_of(*key) == bytes);
            break;
        default: break;
    }
    return 0;
}
