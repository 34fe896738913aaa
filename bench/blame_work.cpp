// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <map>

#include "base/result.h"
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
    measured.note = percent_of(score);
    measured.is_checked = score.words > 0;
}

Lineage lineage_of_bytes(const PlainDrafts& drafts) {
    std::vector<PlainTexts> plain;
    for (const std::string& bytes : drafts.bytes) plain.push_back(pieces(bytes, '\n'));
    return lineage_of(plain);
}

std::string all_bytes_of(const PlainDrafts& drafts) {
    std::string bytes;
    for (const std::string& one : drafts.bytes) bytes += one;
    return bytes;
}

Measured by_likeness(const PlainDrafts& drafts) {
    const std::string bytes = all_bytes_of(drafts);
    Measured measured = measure(bytes, [&] {
        Lineage lineage;
        return spent_by([&] { lineage = lineage_of_bytes(drafts); });
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
    return measured;
}

Measured by_git(const PlainDrafts& drafts, const std::string& options, std::size_t runs) {
    GitHistory history;
    for (const std::string& bytes : drafts.bytes) history.add("draft", one_word_a_line(bytes));
    VERIFY(history.write());
    std::vector<std::uint32_t> marks;
    const auto work = [&] {
        auto blame = history.blame("draft", options);
        marks = std::move(blame.marks);
        return blame.spent;
    };
    Measured measured = measure(all_bytes_of(drafts), work, runs);
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
        bytes, [&] { return spent_by([&] { accounts = accounts_of(recorded.provenance); }); });
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
    return measured;
}

Measured by_likeness(const std::vector<tests::WordingHistory>& histories,
                     const std::string& bytes) {
    Measured measured = measure(bytes, [&] {
        return spent_by([&] {
            for (const auto& history : histories) (void)tests::by_likeness(history);
        });
    });
    tests::KnownScore score;
    for (const auto& history : histories) {
        score.add(tests::known_words_of(history), tests::by_likeness(history),
                  history.wordings.size());
    }
    put(measured, {score.known(), score.right()});
    return measured;
}

// A file for each text, a commit for each wording.
class WordingsInGit {
public:
    explicit WordingsInGit(const std::vector<tests::WordingHistory>& histories)
        : histories_(histories) {
        std::uint32_t mark = 1;
        for (std::size_t at = 0; at < histories.size(); ++at) {
            first_marks_.push_back(mark);
            for (const auto& wording : histories[at].wordings) {
                std::string lines;
                for (const std::string& word : tests::words_in(wording)) lines += word + "\n";
                git_.add(name_of(at), lines);
                ++mark;
            }
        }
        VERIFY(git_.write());
    }

    // Blames every text; the score is that of the last time.
    Spent blame() {
        Spent spent;
        score_ = {};
        for (std::size_t at = 0; at < histories_.size(); ++at) {
            auto [one, marks] = git_.blame(name_of(at), "");
            spent.wall += one.wall;
            spent.processor += one.processor;
            for (std::uint32_t& mark : marks) mark -= first_marks_[at];
            const auto& history = histories_[at];
            score_.add(tests::known_words_of(history), marks, history.wordings.size());
        }
        return spent;
    }

    [[nodiscard]] const tests::KnownScore& score() const { return score_; }

private:
    static std::string name_of(std::size_t text) { return fmt::format("text-{}", text); }

    const std::vector<tests::WordingHistory>& histories_;
    GitHistory git_;
    std::vector<std::uint32_t> first_marks_;
    tests::KnownScore score_;
};

Measured by_git(const std::vector<tests::WordingHistory>& histories, const std::string& bytes) {
    WordingsInGit git(histories);
    Measured measured = measure(bytes, [&] { return git.blame(); }, 1);
    put(measured, {git.score().known(), git.score().right()});
    return measured;
}

}  // namespace

void blame_work(const Inputs& inputs, Table& table) {
    const PlainDrafts drafts = plain_drafts_of(inputs / "drafts");
    const auto turns = in_turns({[&] { return by_likeness(drafts); },
                                 [&] { return by_git(drafts, "", runs_each_round); },
                                 [&] { return by_git(drafts, "-M", 1); }});
    table.add({"B6 50 drafts without ids", "15.6 MB", mark_of_ms(turns[0], 120, 40), ""}, turns[0]);
    table.add_peer({"   git blame", "word a line", {}, ""}, turns[1]);
    table.add_peer({"   git blame -M", "word a line", {}, ""}, turns[2]);
}

void recorded_blame_work(const Inputs& inputs, Table& table) {
    const RecordedDraft recorded = recorded_draft_of(inputs / "drafts");
    const auto record = in_rounds([&] { return by_record(recorded); });
    table.add({"B6n 49 adopted steps", "0.38 MB", mark_of_ms(record, 0.3, 0.05), ""}, record);
}

void real_blame_work(const Inputs& inputs, Table& table) {
    if (!std::filesystem::exists(inputs / "wordings.txt")) {
        fmt::print("B6r skipped: no corpus\n");
        return;
    }
    const std::string bytes = bytes_of(inputs / "wordings.txt");
    const auto histories = tests::histories_of(bytes);
    const std::string size = fmt::format("{} texts", histories.size());
    const auto turns = in_turns(
        {[&] { return by_likeness(histories, bytes); }, [&] { return by_git(histories, bytes); }});
    table.add({"B6r laws on articles", size, {}, ""}, turns[0]);
    table.add_peer({"   git blame", "word a line", {}, ""}, turns[1]);
}

}  // namespace travaux::bench
