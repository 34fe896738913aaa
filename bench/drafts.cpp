// SPDX-License-Identifier: MIT
#include "bench/drafts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/result.h"
#include "bench/input.h"
#include "consolidation/decision.h"

namespace travaux::bench {
namespace {

using namespace consolidation;

std::uint32_t number_of(std::string_view digits) {
    std::uint32_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::vector<std::uint32_t> numbers_of(std::string_view text, char separator) {
    std::vector<std::uint32_t> numbers;
    for (const std::string_view digits : pieces(text, separator)) {
        numbers.push_back(number_of(digits));
    }
    return numbers;
}

struct Paragraph {
    std::vector<std::string> words;
    std::vector<std::uint32_t> origins;
};

std::string text_of(const Paragraph& paragraph) {
    return fmt::format("{}", fmt::join(paragraph.words, " "));
}

// What one step asks, and the paragraphs after it.
struct Step {
    std::set<std::string> changed;
    std::vector<std::string> inserted;
    std::set<std::string> deleted;
    std::vector<std::pair<std::string, std::string>> moved;  // and after which
};

using Paragraphs = std::map<std::string, Paragraph>;

// draft, operation, paragraph, place or other paragraph, words removed, words
void carry_out(const std::vector<std::string_view>& fields, Paragraphs& paragraphs, Step& step) {
    const std::uint32_t draft = number_of(fields[0]);
    const std::string id(fields[2]);
    Paragraph added;
    if (fields.size() > 5) {
        for (const std::string_view word : pieces(fields[5], ' ')) added.words.emplace_back(word);
    }
    added.origins.assign(added.words.size(), draft);
    switch (fields[1].front()) {
        case 'I':
            step.inserted.emplace_back(fields[3]);
            paragraphs[std::string(fields[3])] = std::move(added);
            return;
        case 'D': step.deleted.insert(id); return;
        case 'M': step.moved.emplace_back(id, fields[3]); return;
        default: break;
    }
    Paragraph& paragraph = paragraphs.at(id);
    const auto splice = [&](auto& list, const auto& more) {
        const auto at = list.begin() + number_of(fields[3]);
        list.insert(list.erase(at, at + number_of(fields[4])), more.begin(), more.end());
    };
    splice(paragraph.words, added.words);
    splice(paragraph.origins, added.origins);
    step.changed.insert(id);
}

class Recorder {
public:
    explicit Recorder(const std::filesystem::path& folder) {
        const std::string base = bytes_of(folder / "base.tsv");
        result_.draft.title = "Treaty";
        result_.draft.written_in = {text::Language::en};
        for (const std::string_view line : pieces(base, '\n')) {
            const auto fields = pieces(line, '\t');
            const std::string id(fields[0]);
            Paragraph& paragraph = paragraphs_[id];
            for (const std::string_view word : pieces(fields[3], ' ')) {
                paragraph.words.emplace_back(word);
            }
            paragraph.origins.assign(paragraph.words.size(), 0);
            text::Provision provision;
            provision.id = ids_[id] = ProvisionId::of(sha256(id));
            provision.in(text::Language::en).text = text_of(paragraph);
            result_.draft.provisions.push_back(std::move(provision));
        }
        const text::Origin origin{
            OriginId::of(sha256("base")), text::OriginKind::import, "base", {}, 0};
        result_.provenance = text::provenance_of_import(result_.draft, origin);
    }

    void take(const std::vector<std::vector<std::string_view>>& operations) {
        Step step;
        for (const auto& fields : operations) carry_out(fields, paragraphs_, step);
        set_ = {};
        adopted_.clear();
        propose(step);
        auto made = next_draft(result_.draft, result_.provenance, set_, adopted_);
        VERIFY(made.has_value());
        result_.draft = std::move(made->draft);
        result_.provenance = std::move(made->provenance);
        for (const std::string& id : step.deleted) ids_.erase(id);
    }

    RecordedDraft finish() && {
        std::map<ProvisionId, const Paragraph*> by_id;
        for (const auto& [name, id] : ids_) by_id[id] = &paragraphs_.at(name);
        for (const auto& provision : result_.draft.provisions) {
            result_.truth.push_back(by_id.at(provision.id)->origins);
        }
        return std::move(result_);
    }

private:
    void adopt(Part part) {
        Proposal proposal;
        proposal.id = fmt::format("P{}", adopted_.size() + 1);
        proposal.sponsors = {"State"};
        proposal.parts = {std::move(part)};
        adopted_.push_back({proposal.id, 0});
        set_.supports.insert({proposal.id, "State", {}});
        set_.submitted[proposal.id] = std::move(proposal);
    }

    void propose(const Step& step) {
        std::set<std::string> unsteady = step.deleted;
        for (const auto& [id, after] : step.moved) unsteady.insert(id);
        for (const std::string& id : step.changed) {
            const bool is_kept = ids_.contains(id) && !step.deleted.contains(id);
            if (is_kept)
                adopt(TextPart{ids_.at(id), text::Field::text, text_of(paragraphs_.at(id))});
        }
        for (const std::string& id : step.deleted) {
            if (ids_.contains(id)) adopt(DeletePart{ids_.at(id)});
        }
        for (const auto& [id, after] : step.moved) {
            const bool is_steady = ids_.contains(after) && !unsteady.contains(after);
            const bool is_kept = ids_.contains(id) && !step.deleted.contains(id);
            if (is_steady && is_kept && unsteady.insert(after).second) {
                adopt(MovePart{ids_.at(id), {{}, ids_.at(after)}});
            }
        }
        for (const std::string& id : step.inserted) {
            if (step.deleted.contains(id)) continue;
            NewProvision provision;
            provision.wording.text = text_of(paragraphs_.at(id));
            const InsertPart part{{}, {provision}};
            ids_[id] = inserted_ids(part).front();
            adopt(part);
        }
    }

    RecordedDraft result_;
    Paragraphs paragraphs_;
    std::map<std::string, ProvisionId> ids_;
    ProposalSet set_;
    std::vector<Adoption> adopted_;
};

}  // namespace

std::vector<std::string_view> pieces(std::string_view text, char separator) {
    std::vector<std::string_view> result;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        result.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

PlainDrafts plain_drafts_of(const std::filesystem::path& folder) {
    PlainDrafts drafts;
    for (int at = 0; at < 50; ++at) {
        drafts.bytes.push_back(bytes_of(folder / fmt::format("d{:02}.txt", at)));
    }
    const std::string truth = bytes_of(folder / "truth.txt");
    for (const std::string_view line : pieces(truth, '\n')) {
        drafts.truth.push_back(numbers_of(line, ' '));
    }
    return drafts;
}

RecordedDraft recorded_draft_of(const std::filesystem::path& folder) {
    Recorder recorder(folder);
    const std::string bytes = bytes_of(folder / "ops.tsv");
    std::vector<std::vector<std::string_view>> step;
    for (const std::string_view line : pieces(bytes, '\n')) {
        auto fields = pieces(line, '\t');
        if (!step.empty() && step.front()[0] != fields[0]) {
            recorder.take(step);
            step.clear();
        }
        step.push_back(std::move(fields));
    }
    recorder.take(step);
    return std::move(recorder).finish();
}

void add_to(Score& score, std::string_view paragraph, const std::vector<OriginRun>& runs,
            const std::vector<std::uint32_t>& truth) {
    std::vector<std::uint32_t> by_sign;
    for (const OriginRun& run : runs) {
        for (const char sign : run.text) {
            if (sign != ' ') by_sign.push_back(run.draft);
        }
    }
    auto sign = by_sign.begin();
    auto want = truth.begin();
    for (const std::string_view word : pieces(paragraph, ' ')) {
        const auto end = sign + static_cast<std::ptrdiff_t>(word.size());
        score.right += *std::max_element(sign, end) == *want++ ? 1U : 0U;
        ++score.words;
        sign = end;
    }
}

}  // namespace travaux::bench
