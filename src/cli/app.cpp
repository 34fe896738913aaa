// SPDX-License-Identifier: MIT
#include "cli/app.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "cli/commands.h"
#include "cli/files.h"
#include "cli/messages.h"
#include "committee/cited_rule.h"

namespace travaux::cli {

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

Result<Input> read_input(const std::string& draft, const std::vector<std::string>& proposals) {
    Input input;
    TRY_ASSIGN(input.draft, read_draft(draft));
    TRY_ASSIGN(const auto files, read_lines(proposals));
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

int run(int argc, const char* const* argv, Streams streams) {
    CLI::App app("Runs the making of a treaty: a draft and the proposals on it become one text.",
                 "travaux");
    app.set_version_flag("--version", "travaux " TRAVAUX_VERSION);
    app.require_subcommand(1);
    std::map<const CLI::App*, Action> actions;
    for (const auto add :
         {import_command, consolidate_command, next_command, blame_command, laws_command,
          stats_command, verify_command, backup_command, restore_command, migrate_command,
          acts_command, act_command, view_command, play_command, publish_command, serve_command}) {
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
    const std::string rule = committee::rule_of(done.error());
    streams.err << "travaux: " << sentence_of(done.error())
                << (rule.empty() ? "" : " (" + rule + ")") << "\n";
    return exit_code_of(done.error());
}

}  // namespace travaux::cli
