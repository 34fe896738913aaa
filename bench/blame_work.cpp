// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <map>

#include "bench/drafts.h"
#include "bench/git_blame.h"
#include "bench/works.h"
#include "consolidation/lineage.h"
#include "tests/corpus/wordings.h"

namespace travaux::bench {
namespace {

using namespace consolidation;

std::string percent_of(const Score& score) {
    return fmt::format("{:.2f} % of {} words right",
                       100.0 * static_cast<double>(score.right) / static_cast<double>(score.words),
                       score.words);
}

// The score travels with the times, from the process that measured.
void put(Measured& measured, const Score& score) {
    measured.words = score.words;
    measured.words_right = score.right;
}

Score score_of(const std::optional<Measured>& measured) {
    return measured ? Score{measured->words, measured->words_right} : Score{};
}

Lineage lineage_of_bytes(const PlainDrafts& drafts) {
    std::vector<PlainTexts> plain;
    for (const std::string& bytes : drafts.bytes) plain.push_back(pieces(bytes, '\n'));
    return lineage_of(plain);
}

Measured by_likeness(const PlainDrafts& drafts) {
    std::string bytes;
    for (const std::string& one : drafts.bytes) bytes += one;
    Measured measured = measure(bytes, [&] {
        Lineage lineage;
        return nanoseconds([&] { lineage = lineage_of_bytes(drafts); });
    });
    const Lineage lineage = lineage_of_bytes(drafts);
    const auto paragraphs = pieces(drafts.bytes.back(), '\n');
    Score score;
    for (std::size_t at = 0; at < lineage.live.size(); ++at) {
        std::vector<OriginRun> runs;
        for (const LineageRun& run : lineage.live[at].runs) {
            if (!run.removed_by) runs.push_back({run.text, run.draft});
        }
        add_to(score, paragraphs[at], runs, drafts.truth[at]);
    }
    put(measured, score);
    measured.is_checked = score.words > 0;
    return measured;
}

Measured by_git(const PlainDrafts& drafts, const std::string& options) {
    GitHistory history;
    for (const std::string& bytes : drafts.bytes) history.add("draft", one_word_a_line(bytes));
    Measured measured;
    measured.is_checked = history.write();
    const double start = nanoseconds_of_processes();
    const auto marks = history.blame("draft", options);
    measured.times = times_of({nanoseconds_of_processes() - start});
    Score score;
    std::size_t at = 0;
    for (const auto& paragraph : drafts.truth) {
        for (const std::uint32_t want : paragraph) {
            score.right += at < marks.size() && marks[at] == want + 1 ? 1U : 0U;
            ++score.words;
            ++at;
        }
        ++at;  // the blank line
    }
    put(measured, score);
    return measured;
}

// One live run, and the field that it stands in.
struct Account {
    const text::FieldKey* field = nullptr;
    const text::Run* run = nullptr;
};

// In the order of the record: by provision.
std::vector<Account> accounts_of(const text::Provenance& provenance) {
    std::vector<Account> accounts;
    accounts.reserve(provenance.runs.size() * 8);
    for (const auto& [field, runs] : provenance.runs) {
        for (const text::Run& run : runs) {
            if (run.removed_by.is_none()) accounts.push_back({&field, &run});
        }
    }
    return accounts;
}

Measured by_record(const RecordedDraft& recorded) {
    std::string bytes;
    for (const auto& provision : recorded.draft.provisions) {
        bytes += provision.in(text::Language::en).text;
    }
    std::vector<Account> accounts;
    Measured measured = measure(
        bytes, [&] { return nanoseconds([&] { accounts = accounts_of(recorded.provenance); }); });
    std::map<ProvisionId, std::vector<OriginRun>> runs;
    for (const Account& account : accounts) {
        const auto& origin = recorded.provenance.origins.at(account.run->origin);
        runs[account.field->provision].push_back({account.run->text, origin.step});
    }
    Score score;
    for (std::size_t at = 0; at < recorded.truth.size(); ++at) {
        const text::Provision& provision = recorded.draft.provisions[at];
        add_to(score, provision.in(text::Language::en).text, runs[provision.id],
               recorded.truth[at]);
    }
    put(measured, score);
    measured.is_checked = score.words > 0;
    return measured;
}

Measured by_likeness(const std::vector<tests::WordingHistory>& histories,
                     const std::string& bytes) {
    Measured measured = measure(bytes, [&] {
        return nanoseconds([&] {
            for (const auto& history : histories) (void)tests::by_likeness(history);
        });
    });
    tests::KnownScore score;
    for (const auto& history : histories) {
        score.add(tests::known_words_of(history), tests::by_likeness(history),
                  history.wordings.size());
    }
    put(measured, {score.known(), score.right()});
    measured.is_checked = score.known() > 0;
    return measured;
}

// A file for each text, a commit for each wording.
Measured by_git(const std::vector<tests::WordingHistory>& histories) {
    GitHistory git;
    std::vector<std::uint32_t> first_marks;
    std::uint32_t mark = 1;
    for (std::size_t at = 0; at < histories.size(); ++at) {
        first_marks.push_back(mark);
        for (const auto& wording : histories[at].wordings) {
            std::string lines;
            for (const std::string& word : tests::words_in(wording)) lines += word + "\n";
            git.add(fmt::format("text-{}", at), lines);
            ++mark;
        }
    }
    Measured measured;
    measured.is_checked = git.write();
    tests::KnownScore score;
    double spent = 0;
    for (std::size_t at = 0; at < histories.size(); ++at) {
        const double start = nanoseconds_of_processes();
        auto marks = git.blame(fmt::format("text-{}", at), "");
        spent += nanoseconds_of_processes() - start;
        for (std::uint32_t& one : marks) one -= first_marks[at];
        score.add(tests::known_words_of(histories[at]), marks, histories[at].wordings.size());
    }
    measured.times = times_of({spent});
    put(measured, {score.known(), score.right()});
    return measured;
}

}  // namespace

void blame_work(const Inputs& inputs, Table& table) {
    const PlainDrafts drafts = plain_drafts_of(inputs / "drafts");
    const auto likeness = in_own_process([&] { return by_likeness(drafts); });
    table.add({"B6 50 drafts without ids", "15.6 MB", percent_of(score_of(likeness)),
               mark_of(likeness ? likeness->times.median / 1e6 : 1e9, 120, 40, "ms")},
              likeness);
    for (const std::string options : {"", "-M"}) {
        const Measured git = by_git(drafts, options);
        table.add({"   git blame " + options, "word a line", percent_of(score_of(git)), {}}, git);
    }
}

void recorded_blame_work(const Inputs& inputs, Table& table) {
    const RecordedDraft recorded = recorded_draft_of(inputs / "drafts");
    const auto record = in_own_process([&] { return by_record(recorded); });
    table.add({"B6n 49 adopted steps", "0.38 MB", percent_of(score_of(record)),
               mark_of(record ? record->times.median / 1e6 : 1e9, 0.3, 0.05, "ms")},
              record);
}

void real_blame_work(const Inputs& inputs, Table& table) {
    if (!std::filesystem::exists(inputs / "wordings.txt")) {
        fmt::print("B6r skipped: no corpus\n");
        return;
    }
    const std::string bytes = bytes_of(inputs / "wordings.txt");
    const auto histories = tests::histories_of(bytes);
    const std::string size = fmt::format("{} texts", histories.size());
    const auto likeness = in_own_process([&] { return by_likeness(histories, bytes); });
    table.add({"B6r laws on articles", size, percent_of(score_of(likeness)), {}}, likeness);
    const Measured git = by_git(histories);
    table.add({"   git blame", "word a line", percent_of(score_of(git)), {}}, git);
}

}  // namespace travaux::bench
