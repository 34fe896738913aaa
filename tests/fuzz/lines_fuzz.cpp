// Fuzzes proposals as JSON lines on a small draft: what is taken is written and reads back equal,
// in any order, and its consolidated text gives every wish back.
// SPDX-License-Identifier: MIT
#include "consolidation/consolidate.h"
#include "consolidation/read_back.h"
#include "formats/printing.h"
#include "formats/proposal_lines.h"
#include "tests/fuzz/drafts.h"
#include "tests/fuzz/input.h"

namespace {

using namespace travaux;

std::string backwards(std::string_view bytes) {
    std::string result;
    for (const auto line : tests::lines_of(bytes)) result.insert(0, std::string(line) + "\n");
    return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const text::Draft draft = tests::small_draft().draft;
    const std::string bytes(tests::view_of(data, size));
    const auto set = formats::read_proposal_lines(draft, {{"a.jsonl", bytes}});
    const auto turned = formats::read_proposal_lines(draft, {{"a.jsonl", backwards(bytes)}});
    VERIFY(set.has_value() == turned.has_value());
    if (!set) return 0;
    VERIFY(*set == *turned);
    const std::string written = formats::write_proposal_lines(*set);
    const auto back = formats::read_proposal_lines(draft, {{"b.jsonl", written}});
    VERIFY(back.has_value() && *back == *set);
    for (const auto language : draft.written_in) {
        const auto text = consolidation::consolidate(draft, *set, language);
        VERIFY(!consolidation::unreadable_place(draft, text));
        VERIFY(!formats::print_html(draft, text, {}).empty());
    }
    return 0;
}
