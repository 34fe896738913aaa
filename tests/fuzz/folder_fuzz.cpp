// Fuzzes a draft folder: en.xml, NUL, and fr.xml or provenance.json. A file of its own is written
// again as it was read; one of others goes out as it came in; a folder that is taken reads back
// equal and can be worked on.
// SPDX-License-Identifier: MIT
#include "consolidation/decision.h"
#include "formats/akoma_ntoso.h"
#include "formats/akoma_ntoso_form.h"
#include "formats/print_blame.h"
#include "tests/fuzz/drafts.h"
#include "tests/fuzz/input.h"

namespace {

using namespace travaux;

void check_folder(const formats::Files& files) {
    const auto draft = formats::read_draft_folder(files);
    if (!draft) return;
    tests::check_round_trip(*draft);
    const auto next = consolidation::next_draft(draft->draft, draft->provenance, {}, {});
    VERIFY(next.has_value() && next->draft == draft->draft);
    VERIFY(!formats::print_blame(*draft, draft->draft.working_language).empty() ||
           draft->draft.provisions.empty());
}

// What changes in a document of others goes out in it, or in the form of our own.
void check_document(formats::DraftWithProvenance draft, std::size_t drawn) {
    tests::check_round_trip(draft);
    auto& provisions = draft.draft.provisions;
    if (provisions.empty()) return;
    const auto language = draft.draft.working_language;
    const std::size_t at = drawn % provisions.size();
    text::Provision added = provisions[at];
    added.id = ProvisionId::of(sha256("added"));
    provisions[at].in(language).text += provisions[at].in(language).text.empty() ? "a" : " a";
    const auto end = static_cast<std::ptrdiff_t>(text::subtree_end(draft.draft, at));
    provisions.insert(provisions.begin() + end, added);
    const std::size_t gone = (drawn / 7) % provisions.size();
    provisions.erase(
        provisions.begin() + static_cast<std::ptrdiff_t>(gone),
        provisions.begin() + static_cast<std::ptrdiff_t>(text::subtree_end(draft.draft, gone)));
    draft.provenance =
        text::provenance_of_import(draft.draft, draft.provenance.origins.begin()->second);
    tests::check_round_trip(draft);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const formats::Files small = formats::write_draft_folder(tests::small_draft());
    const auto [first, second] = tests::halves(tests::view_of(data, size));
    if (const auto draft = formats::read_akoma_ntoso(first, "en.xml")) {
        const auto language = draft->written_in.front();
        const std::string again = formats::write_akoma_ntoso(*draft, language);
        const auto back = formats::read_akoma_ntoso(again, "en.xml");
        VERIFY(back.has_value() && *back == *draft);
    }
    if (const auto draft = formats::import_akoma_ntoso(first, "act.xml", text::Language::en)) {
        check_document(*draft, size);
    }
    formats::Files files{{"en.xml", std::string(first)}};
    files[second.starts_with('<') ? "fr.xml" : "provenance.json"] = std::string(second);
    files.try_emplace("provenance.json", small.at("provenance.json"));
    check_folder(files);
    files = small;
    files["provenance.json"] = std::string(second);
    check_folder(files);
    return 0;
}
