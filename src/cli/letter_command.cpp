// travaux letter: a letter that is due becomes a document.
// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "cli/record_options.h"
#include "committee/described.h"
#include "host/letter_document.h"

namespace travaux::cli {
namespace {

struct Options {
    RecordOptions record;
    std::string kind;
    std::string about;
    std::string member;
    std::string language;
    std::string format = "html";
    std::string into;
};

Result<void> letter(const Options& options, Streams streams) {
    const auto language = options.language.empty() ? std::optional(streams.language)
                                                   : text::parse_language(options.language);
    if (!language) {
        return std::unexpected(
            Error{ErrorCode::invalid, "account.language_unknown", {options.language}});
    }
    RecordOptions asked = options.record;
    asked.name = "letter";
    asked.capacity = "secretariat";
    asked.fields = {"kind=" + options.kind, "about=" + options.about, "member=" + options.member};
    TRY_ASSIGN(const boost::json::value value, shown_view(asked));
    if (!value.is_object()) {
        return std::unexpected(Error{ErrorCode::invalid, "json.not_an_object", {"letter", ""}});
    }
    TRY_ASSIGN(const auto content,
               committee::from_object<committee::LetterContent>(value.get_object(), "letter"));
    const auto form = options.format == "text" ? host::LetterForm::text : host::LetterForm::html;
    return write_result(options.into, letter_document(content, *language, form), streams);
}

}  // namespace

Action letter_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("letter", "Makes a letter that is due, in one of the six languages");
    command
        ->add_option("record", options->record.record,
                     "The database of the committee, or its address: https://HOST/committees/NAME")
        ->required();
    command->add_option("kind", options->kind, "reminder or carry_over")->required();
    command->add_option("about", options->about, "The call or the published text")->required();
    command->add_option("member", options->member, "The code of the member")->required();
    command->add_option("--language", options->language,
                        "ar, zh, en, fr, ru or es; without it, that of the environment");
    command->add_option("--format", options->format, "html or text")
        ->check(CLI::IsMember({"html", "text"}))
        ->capture_default_str();
    command->add_option("--into", options->into, "The file to make; standard output without it");
    command->add_option("--token", options->record.token,
                        "The file of the token that tells a server who asks; without it, the "
                        "environment variable TRAVAUX_TOKEN");
    command->footer("Example:\n  travaux letter c.db reminder C1 GHA --language fr");
    return [options](Streams streams) { return letter(*options, streams); };
}

}  // namespace travaux::cli
