// SPDX-License-Identifier: MIT
#include "host/pdf_words.h"

namespace travaux::host {
namespace {

// What was read for an act is asked for once more when the act has its turn.
constexpr std::size_t known_max = 16;

}  // namespace

std::optional<std::string> PdfWords::of(std::string_view pdf) {
    if (!read_) return std::nullopt;
    const Sha256 hash = sha256(pdf);
    {
        const std::scoped_lock lock(mutex_);
        if (const auto found = known_.find(hash); found != known_.end()) return found->second;
    }
    auto words = read_(pdf);
    const std::scoped_lock lock(mutex_);
    if (known_.size() >= known_max) known_.clear();
    return known_.insert_or_assign(hash, std::move(words)).first->second;
}

}  // namespace travaux::host
