// travaux document: a document that is written from the record: a list of participants, a report.
// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "cli/record_options.h"
#include "cli/remote.h"
#include "committee/described.h"
#include "host/written_paper.h"
#include "office/libreoffice.h"

namespace travaux::cli {
namespace {

struct Options {
    std::string record;
    std::string kind;
    std::string session;
    std::string language;
    std::string form = "html";
    std::string symbol;
    std::string date;
    std::string into;
    std::string token;
};

std::vector<std::string> kinds() {
    std::vector<std::string> names;
    for (const auto kind : committee::all_of<paperwork::PaperKind>()) {
        names.emplace_back(committee::name_of(kind));
    }
    return names;
}

Result<std::string> asked_of_server(const Options& options, text::Language language) {
    TRY_ASSIGN(std::string token, token_from(options.token));
    TRY_ASSIGN(const Remote remote, Remote::of(options.record, std::move(token)));
    return remote.written_document(options.kind, {{"session", options.session},
                                                  {"language", std::string(code_of(language))},
                                                  {"form", options.form},
                                                  {"symbol", options.symbol},
                                                  {"date", options.date}});
}

Result<std::string> written(const Options& options, text::Language language) {
    paperwork::AskedPaper asked;
    for (const auto kind : committee::all_of<paperwork::PaperKind>()) {
        if (committee::name_of(kind) == options.kind) asked.kind = kind;
    }
    asked.session = options.session;
    asked.language = language;
    asked.symbol = options.symbol;
    if (!options.date.empty()) {
        asked.date = Date::parse(options.date);
        if (!asked.date) {
            return std::unexpected(
                Error{ErrorCode::invalid, "command.date_malformed", {options.date}});
        }
    }
    TRY_ASSIGN(const OpenedCommittee opened, open_committee(options.record, storage::Access::read));
    const auto form = options.form == "html" ? host::PaperForm::html : host::PaperForm::docx;
    TRY_ASSIGN(host::WrittenPaper paper, host::write_paper(*opened.committee, asked, form));
    if (options.form == "pdf") return office::pdf_of_document(paper.bytes);
    return std::move(paper.bytes);
}

Result<void> document(const Options& options, Streams streams) {
    const auto language = options.language.empty() ? std::optional(streams.language)
                                                   : text::parse_language(options.language);
    if (!language) {
        return std::unexpected(
            Error{ErrorCode::invalid, "account.language_unknown", {options.language}});
    }
    const bool is_remote = Remote::is_address(options.record);
    TRY_ASSIGN(const std::string bytes,
               is_remote ? asked_of_server(options, *language) : written(options, *language));
    return write_result(options.into, bytes, streams);
}

}  // namespace

Action document_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "document", "Writes a document from the record, in one of the six languages");
    command
        ->add_option("record", options->record,
                     "The database of the committee, or its address: https://HOST/committees/NAME")
        ->required();
    command->add_option("kind", options->kind, "Which document")
        ->required()
        ->check(CLI::IsMember(kinds()));
    command->add_option("--session", options->session,
                        "The session that it is about; without it, the last one");
    command->add_option("--language", options->language,
                        "ar, zh, en, fr, ru or es; without it, that of the environment");
    command->add_option("--form", options->form, "html, docx or pdf")
        ->check(CLI::IsMember({"html", "docx", "pdf"}))
        ->capture_default_str();
    command->add_option("--symbol", options->symbol,
                        "For the masthead, with what the registry knows of it: A/AC.291/7");
    command->add_option("--date", options->date,
                        "For the masthead, such as 2022-03-24; without it, that of the registry");
    command->add_option("--into", options->into, "The file to make; standard output without it");
    command->add_option("--token", options->token,
                        "The file of the token that tells a server who asks; without it, the "
                        "environment variable TRAVAUX_TOKEN");
    command->footer(
        "Example:\n  travaux document c.db session_report --session S5 --language fr "
        "--form docx --into report.docx");
    return [options](Streams streams) { return document(*options, streams); };
}

}  // namespace travaux::cli
