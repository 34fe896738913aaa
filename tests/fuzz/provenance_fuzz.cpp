// Fuzzes the reading of provenance.json: what is taken is written and reads back equal.
// SPDX-License-Identifier: MIT
#include "base/result.h"
#include "formats/provenance_json.h"
#include "tests/fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace travaux;
    const auto read = formats::read_provenance(tests::view_of(data, size), "provenance.json");
    if (!read) return 0;
    const std::string bytes = formats::write_provenance(*read);
    const auto back = formats::read_provenance(bytes, "provenance.json");
    VERIFY(back.has_value() && *back == *read);
    VERIFY(formats::write_provenance(*back) == bytes);
    return 0;
}
