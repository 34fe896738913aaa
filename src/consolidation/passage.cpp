// SPDX-License-Identifier: MIT
#include "consolidation/passage.h"

#include <utility>

namespace travaux::consolidation {
namespace {

// A word that stood in more drafts than the one that brought it has been carried since.
LineageRun account_of(Trace trace, std::uint32_t last_in, std::optional<std::uint32_t> removed_by) {
    const bool is_carried = trace.certainty == Certainty::introduced && trace.draft < last_in;
    return {.text = {},
            .words = 0,
            .draft = trace.draft,
            .removed_by = removed_by,
            .certainty = is_carried ? Certainty::carried : trace.certainty};
}

}  // namespace

std::vector<LineageRun> RunWriter::runs_of(const Passage& passage) {
    auto tomb = passage.tombs.begin();
    for (std::uint32_t at = 0; at <= passage.words.size(); ++at) {
        for (; tomb != passage.tombs.end() && tomb->before == at; ++tomb) add(tomb->grave);
        if (at == passage.words.size()) break;
        add(passage.words[at], account_of(passage.trace(at), last_, std::nullopt));
    }
    end_run();
    return std::exchange(runs_, {});
}

std::vector<LineageRun> RunWriter::runs_of(std::span<const Tomb> tombs) {
    for (const Tomb& tomb : tombs) add(tomb.grave);
    end_run();
    return std::exchange(runs_, {});
}

// Words that are back are told where they stand.
void RunWriter::add(const Grave& grave) {
    end_run();
    for (std::uint32_t at = grave.first; at < grave.first + grave.count; ++at) {
        const BuriedWord& one = graveyard_.at(at);
        if (one.is_back) {
            end_run();
        } else {
            add(one.word, account_of(one.trace, one.removed_by - 1, one.removed_by));
        }
    }
    end_run();
}

void RunWriter::add(text::Word word, const LineageRun& account) {
    if (account != account_) end_run();
    account_ = account;
    words_.push_back(word);
}

void RunWriter::end_run() {
    if (words_.empty()) return;
    runs_.push_back(account_);
    runs_.back().words = static_cast<std::uint32_t>(words_.size());
    runs_.back().text = text::text_of(words_, lexicon_);
    words_.clear();
}

}  // namespace travaux::consolidation
