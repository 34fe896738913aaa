// SPDX-License-Identifier: MIT
#include "cli/app.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <map>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/proposal_files.h"
#include "committee/cited_rule.h"
#include "lang/messages.h"

namespace travaux::cli {
namespace {

// The input is at fault, or the environment.
int exit_code_of(const Error& error) { return error.code == ErrorCode::storage ? 3 : 2; }

}  // namespace

Progress::Progress(std::ostream& err)
    : err_(err), watch_([this](const std::stop_token& stop) {
          std::unique_lock lock(mutex_);
          ended_.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
          if (stop.stop_requested()) return;
          is_slow_ = true;
          say();
      }) {}

void Progress::begin(const std::string& work) {
    const std::scoped_lock lock(mutex_);
    work_ = work;
    if (is_slow_) say();
}

void Progress::say() {
    if (!work_.empty()) err_ << "travaux: " << work_ << " ...\n" << std::flush;
}

Result<Input> read_input(const std::string& draft, const std::vector<std::string>& proposals,
                         const ReadingOptions& reading, Streams streams) {
    Input input;
    TRY_ASSIGN(input.draft, read_draft(draft));
    TRY_ASSIGN(auto files, read_named(proposals, {".jsonl", ".docx"}));
    for (auto& file : files) {
        if (!file.name.ends_with(".docx")) continue;
        TRY_ASSIGN(file, read_word_proposal(input.draft.draft, file, reading, streams));
    }
    TRY_ASSIGN(input.set, formats::read_proposal_lines(input.draft.draft, files));
    return input;
}

Result<text::Language> language_of(const text::Draft& draft, const std::string& code) {
    if (code.empty()) return draft.working_language;
    const auto language = text::parse_language(code);
    if (!language || std::ranges::find(draft.written_in, *language) == draft.written_in.end()) {
        return std::unexpected(Error{ErrorCode::invalid, "command.language_unknown", {code}});
    }
    return *language;
}

Result<void> write_result(const std::string& path, std::string_view bytes, Streams streams) {
    if (!path.empty()) return write_file(path, bytes);
    streams.out << bytes << std::flush;
    if (!streams.out) {
        return std::unexpected(Error{ErrorCode::storage, "file.unwritable", {"standard output"}});
    }
    return {};
}

text::Language language_of_environment() {
    std::string_view locale;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && locale.empty()) locale = value;
    }
    const std::size_t dot = locale.find('.');
    if (dot == std::string_view::npos) return text::Language::en;
    std::string_view charset = locale.substr(dot + 1);
    charset = charset.substr(0, charset.find('@'));
    constexpr std::array spellings = {"UTF-8", "utf-8", "UTF8", "utf8"};
    if (std::ranges::find(spellings, charset) == spellings.end()) return text::Language::en;
    return text::parse_language(locale.substr(0, locale.find_first_of("_.")))
        .value_or(text::Language::en);
}

int run(int argc, const char* const* argv, Streams streams) {
    CLI::App app("Runs the making of a treaty: a draft and the proposals on it become one text.",
                 "travaux");
    app.set_version_flag("--version", "travaux " TRAVAUX_VERSION);
    app.require_subcommand(1);
    std::map<const CLI::App*, Action> actions;
    for (const auto add :
         {import_command,   understand_command, consolidate_command, compare_command,
          next_command,     blame_command,      laws_command,        stats_command,
          brackets_command, verify_command,     backup_command,      restore_command,
          migrate_command,  acts_command,       act_command,         view_command,
          letter_command,   document_command,   plan_command,        play_command,
          publish_command,  serve_command}) {
        Action action = add(app);
        actions[app.get_subcommands({}).back()] = std::move(action);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& wanted) {
        return app.exit(wanted, streams.out, streams.err);
    } catch (const CLI::ParseError& error) {
        streams.err << "travaux: " << error.what() << "; see --help\n";
        return 2;
    }
    const auto done = actions.at(app.get_subcommands().front())(streams);
    if (done) return 0;
    const auto cited = lang::find_words(streams.language, "rule." + done.error().id);
    const std::string rule = cited ? std::string(*cited) : committee::rule_of(done.error());
    streams.err << "travaux: " << lang::sentence_of(done.error(), streams.language)
                << (rule.empty() ? "" : " (" + rule + ")") << "\n";
    return exit_code_of(done.error());
}

}  // namespace travaux::cli
