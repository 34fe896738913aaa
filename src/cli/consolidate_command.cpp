// travaux consolidate: a draft and the proposals on it become one text.
// SPDX-License-Identifier: MIT
#include <memory>

#include "cli/commands.h"
#include "cli/proposal_files.h"
#include "consolidation/consolidate.h"
#include "consolidation/decision.h"
#include "formats/akoma_ntoso.h"
#include "formats/printing.h"
#include "formats/word_document.h"
#include "office/libreoffice.h"

namespace travaux::cli {
namespace {

using namespace consolidation;

struct Options {
    std::string draft;
    std::vector<std::string> proposals;
    std::string output;
    std::string format = "text";
    std::string view = "bracketed";
    std::string language;
    std::string attribution;
    std::string symbol;
    std::string date;
    bool is_unattributed = false;
    std::vector<std::string> as_if;
    ReadingOptions reading;
};

using Print = std::string (*)(const text::Draft&, const Consolidated&, const formats::Printing&);

Result<Print> print_of(const std::string& format) {
    if (format == "html") return formats::print_html;
    if (format == "text") return formats::print_text;
    if (format == "json") return formats::print_json;
    if (format == "akn") return static_cast<Print>(formats::write_akoma_ntoso);
    if (format == "docx" || format == "pdf") return formats::write_word;
    if (format == "docx-tracked") return formats::write_tracked_word;
    return std::unexpected(Error{ErrorCode::invalid, "command.format_unknown", {format}});
}

Result<formats::View> view_of(const std::string& name) {
    if (name == "bracketed") return formats::View::bracketed;
    if (name == "clean") return formats::View::clean;
    if (name == "options") return formats::View::options;
    if (name == "by-sponsor") return formats::View::by_sponsor;
    return std::unexpected(Error{ErrorCode::invalid, "command.view_unknown", {name}});
}

Result<formats::NamePlace> name_place_of(const std::string& name) {
    if (name.empty() || name == "inline") return formats::NamePlace::in_text;
    if (name == "footnotes") return formats::NamePlace::in_footnotes;
    return std::unexpected(Error{ErrorCode::invalid, "command.attribution_unknown", {name}});
}

// What belongs to pages has no place in a format without them; tracked changes name their authors.
Result<void> check_pages(const Options& options) {
    const bool has_brackets = options.format == "docx" || options.format == "pdf";
    const bool has_pages = has_brackets || options.format == "docx-tracked";
    const auto refuse = [&](const char* option) {
        return std::unexpected(
            Error{ErrorCode::invalid, "command.option_not_in_format", {options.format, option}});
    };
    if (!options.symbol.empty() && !has_pages) return refuse("--symbol");
    if (!options.date.empty() && !has_pages) return refuse("--date");
    if (!options.attribution.empty() && !has_brackets) return refuse("--attribution");
    return {};
}

// What one sponsor wants is no text without its name, and has no place in Akoma Ntoso. Tracked
// changes are a view of their own.
Result<formats::Printing> printing_of(const Options& options) {
    TRY_ASSIGN(const auto view, view_of(options.view));
    if (view == formats::View::by_sponsor && options.is_unattributed) {
        return std::unexpected(Error{ErrorCode::invalid, "command.view_names_sponsors", {}});
    }
    const bool is_text_alone = view == formats::View::bracketed || view == formats::View::clean;
    const bool has_place = options.format == "akn"            ? view != formats::View::by_sponsor
                           : options.format == "docx-tracked" ? is_text_alone
                                                              : true;
    if (!has_place) {
        return std::unexpected(Error{
            ErrorCode::invalid, "command.view_not_in_format", {options.format, options.view}});
    }
    TRY_OK(check_pages(options));
    formats::Printing printing;
    printing.view = view;
    if (options.is_unattributed) printing.sponsors = formats::Sponsors::unnamed;
    TRY_ASSIGN(printing.names, name_place_of(options.attribution));
    printing.symbol = options.symbol;
    printing.date = options.date;
    return printing;
}

Result<void> adopt(Input& input, const std::vector<std::string>& ids) {
    if (ids.empty()) return {};
    std::vector<Adoption> adopted;
    for (const std::string& id : ids) adopted.push_back(parse_adoption(id));
    TRY_ASSIGN(NextDraft next,
               next_draft(input.draft.draft, input.draft.provenance, input.set, adopted));
    input.draft.draft = std::move(next.draft);
    input.set = std::move(next.open);
    return {};
}

// The order is that of the working language, whatever language is printed.
std::vector<VotingOrder> voting_of(const Options& options, const Input& input,
                                   const Consolidated& text) {
    const bool is_wanted =
        options.view == "options" || (options.format == "json" && options.view == "bracketed");
    if (!is_wanted) return {};
    const text::Draft& draft = input.draft.draft;
    if (text.language == draft.working_language) return voting_orders(draft, text);
    return voting_orders(draft,
                         consolidation::consolidate(draft, input.set, draft.working_language));
}

Result<void> consolidate(const Options& options, Streams streams) {
    TRY_ASSIGN(const Print print, print_of(options.format));
    TRY_ASSIGN(auto printing, printing_of(options));
    Progress progress(streams.err);
    progress.begin("reading");
    TRY_ASSIGN(Input input, read_input(options.draft, options.proposals, options.reading, streams));
    TRY_ASSIGN(const auto language, language_of(input.draft.draft, options.language));
    progress.begin("adopting");
    TRY_OK(adopt(input, options.as_if));
    progress.begin("consolidating");
    const auto text = consolidation::consolidate(input.draft.draft, input.set, language);
    const auto voting = voting_of(options, input, text);
    printing.voting = voting;
    progress.begin("printing");
    std::string bytes = print(input.draft.draft, text, printing);
    if (options.format == "pdf") {
        progress.begin("converting");
        TRY_ASSIGN(bytes, office::pdf_of_document(bytes));
    }
    return write_result(options.output, bytes, streams);
}

}  // namespace

Action consolidate_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("consolidate", "Prints the consolidated text of a draft and proposals");
    command->add_option("draft", options->draft, "The draft folder")->required();
    command
        ->add_option("proposals", options->proposals,
                     "Files or folders of JSON lines or Word files")
        ->required();
    command->add_option("-o,--output", options->output, "A file; standard output without it");
    command->add_option("--format", options->format,
                        "html, akn, docx, docx-tracked, pdf, text or json");
    command->add_option("--view", options->view, "bracketed, clean, options or by-sponsor");
    command->add_option("--language", options->language, "A language of the draft");
    command->add_flag("--unattributed", options->is_unattributed, "Leaves sponsors out");
    command->add_option("--attribution", options->attribution,
                        "Names in docx and pdf: inline or footnotes");
    command->add_option("--symbol", options->symbol, "Of the document, at the head of its pages");
    command->add_option("--date", options->date, "At the head of the pages, as it is given");
    command->add_option("--as-if", options->as_if, "Proposals taken as adopted: P1,P7#2")
        ->delimiter(',');
    add_reading_options(*command, options->reading);
    command->footer("Example:\n  travaux consolidate draft proposals --format html -o text.html");
    return [options](Streams streams) { return consolidate(*options, streams); };
}

}  // namespace travaux::cli
