// The commands, one file each.
// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/result.h"
#include "cli/app.h"
#include "consolidation/proposal.h"
#include "formats/draft_folder.h"

namespace travaux::cli {

/// Says on standard error what is being done, once a command takes longer than a second.
class Progress {
public:
    explicit Progress(std::ostream& err);

    /// Names the work that begins now.
    void begin(const std::string& work);

private:
    void say();

    std::ostream& err_;
    std::mutex mutex_;
    std::condition_variable_any ended_;
    std::string work_;
    bool is_slow_ = false;
    std::jthread watch_;  ///< the last member: it ends before the others
};

/// What a command does once its arguments are read.
using Action = std::function<Result<void>(Streams)>;

/// Each adds its command to `app` and returns what it does.
Action import_command(CLI::App& app);
Action understand_command(CLI::App& app);
Action consolidate_command(CLI::App& app);
Action compare_command(CLI::App& app);
Action next_command(CLI::App& app);
Action laws_command(CLI::App& app);
Action blame_command(CLI::App& app);
Action stats_command(CLI::App& app);
Action brackets_command(CLI::App& app);
Action acts_command(CLI::App& app);
Action act_command(CLI::App& app);
Action view_command(CLI::App& app);
Action letter_command(CLI::App& app);
Action document_command(CLI::App& app);
Action serve_command(CLI::App& app);
Action play_command(CLI::App& app);
Action publish_command(CLI::App& app);
Action plan_command(CLI::App& app);
Action verify_command(CLI::App& app);
Action backup_command(CLI::App& app);
Action restore_command(CLI::App& app);
Action migrate_command(CLI::App& app);

/// A draft with the proposals on it.
struct Input {
    formats::DraftWithProvenance draft;
    consolidation::ProposalSet set;
};

struct ReadingOptions;

/// Reads a draft folder, and files or folders of JSON lines and of Word files.
[[nodiscard]] Result<Input> read_input(const std::string& draft,
                                       const std::vector<std::string>& proposals,
                                       const ReadingOptions& reading, Streams streams);

/// Returns a language by its code; refuses one that the draft has no words in.
[[nodiscard]] Result<text::Language> language_of(const text::Draft& draft, const std::string& code);

/// Writes a result to a file, or to standard output where `path` is empty.
[[nodiscard]] Result<void> write_result(const std::string& path, std::string_view bytes,
                                        Streams streams);

}  // namespace travaux::cli
