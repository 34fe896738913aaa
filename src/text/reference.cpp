// SPDX-License-Identifier: MIT
#include "text/reference.h"

#include "text/labels.h"

namespace travaux::text {

std::string label_of(const Draft& draft, std::size_t at, Language language) {
    return Labels(draft, language).of(at);
}

std::vector<std::string> labels_of(const Draft& draft, Language language) {
    const Labels labels(draft, language);
    std::vector<std::string> result;
    result.reserve(draft.provisions.size());
    for (std::size_t at = 0; at < draft.provisions.size(); ++at) result.push_back(labels.of(at));
    return result;
}

Result<ProvisionId> resolve_label(const Draft& draft, Language language, std::string_view label) {
    return Labels(draft, language).resolve(label);
}

std::vector<Reference> references_in(const Draft& draft, std::size_t at, Language language,
                                     std::string_view text) {
    return Labels(draft, language).references_in(at, text);
}

}  // namespace travaux::text
