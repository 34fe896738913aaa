// SPDX-License-Identifier: MIT
#include "formats/round_trips.h"

#include "formats/akoma_ntoso.h"
#include "formats/draft_folder.h"
#include "formats/printing.h"
#include "formats/proposal_lines.h"
#include "formats/read_consolidated.h"

namespace travaux::formats {

using namespace consolidation;

Engine engine_with_files() {
    Engine engine = real_engine();
    engine.printings = {
        {"JSON",
         [](const text::Draft& draft, const Consolidated& text) {
             return read_json(print_json(draft, text, {}), "JSON");
         }},
        {"Akoma Ntoso",
         [](const text::Draft& draft, const Consolidated& text) {
             return read_consolidated_akoma_ntoso(write_akoma_ntoso(draft, text, {}),
                                                  "Akoma Ntoso");
         }},
    };
    engine.draft_files = {
        {"draft folder",
         [](const text::Draft&, const DraftAndProvenance& what) -> Result<DraftAndProvenance> {
             TRY_ASSIGN(auto back,
                        read_draft_folder(write_draft_folder({what.first, what.second})));
             return DraftAndProvenance{std::move(back.draft), std::move(back.provenance)};
         }}};
    engine.proposal_files = {{"JSON lines", [](const text::Draft& draft, const ProposalSet& set) {
                                  return read_proposal_lines(
                                      draft, {{"all.jsonl", write_proposal_lines(set)}});
                              }}};
    return engine;
}

}  // namespace travaux::formats
