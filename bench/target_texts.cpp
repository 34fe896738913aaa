// SPDX-License-Identifier: MIT
#include "bench/target_texts.h"

#include <map>
#include <set>

#include "bench/input.h"
#include "text/word.h"

namespace travaux::bench {

std::vector<TargetTexts> target_texts_of(const Bytes& bytes) {
    const text::Draft draft = draft_of(bytes.base());
    std::map<ProvisionId, std::vector<std::string>> targets;
    std::set<std::pair<ProvisionId, std::string>> seen;
    for (const consolidation::Proposal& proposal : proposals_of(draft, bytes.amendments())) {
        const auto* part = std::get_if<consolidation::TextPart>(&proposal.parts.front());
        if (part == nullptr || !seen.emplace(part->provision, part->target.copy()).second) continue;
        targets[part->provision].push_back(part->target.copy());
    }
    std::vector<TargetTexts> texts;
    for (const text::Provision& provision : draft.provisions) {
        const auto found = targets.find(provision.id);
        if (found == targets.end()) continue;
        texts.push_back({provision.in(text::Language::en).text, std::move(found->second)});
    }
    return texts;
}

std::vector<TargetTexts> one_word_a_line(const std::vector<TargetTexts>& texts) {
    text::Lexicon lexicon;
    const auto lines_of = [&](const std::string& text) {
        std::string lines;
        for (const text::Word word : text::words_of(text, lexicon)) {
            lines += lexicon.written(word);
            lines += '\n';
        }
        return lines;
    };
    std::vector<TargetTexts> result;
    for (const auto& [base, targets] : texts) {
        result.push_back({lines_of(base), {}});
        for (const std::string& target : targets) {
            result.back().targets.push_back(lines_of(target));
        }
    }
    return result;
}

std::string all_bytes_of(const std::vector<TargetTexts>& texts) {
    std::string bytes;
    for (const auto& [base, targets] : texts) {
        bytes += base;
        for (const std::string& target : targets) bytes += target;
    }
    return bytes;
}

std::size_t pairs_in(const std::vector<TargetTexts>& texts) {
    std::size_t pairs = 0;
    for (const TargetTexts& one : texts) pairs += one.targets.size();
    return pairs;
}

}  // namespace travaux::bench
