// SPDX-License-Identifier: MIT
#include "understanding/sponsor.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "docx/authors.h"
#include "lang/states.h"
#include "understanding/russian_genitive.h"

namespace travaux::understanding {
namespace {

// Names of files are often in small letters.
struct Name {
    std::string folded;
    std::string_view state;
};

std::vector<Name> longest_first() {
    std::vector<Name> all;
    const auto add = [&](const lang::StateNames& state) {
        for (const std::string_view name : state.names) {
            all.push_back({lower_case(name), state.names.front()});
        }
        const std::string_view russian = state.in(text::Language::ru);
        if (const std::string of_it = russian_genitive(russian); of_it != russian) {
            all.push_back({of_it, state.names.front()});
        }
    };
    std::ranges::for_each(lang::state_names(), add);
    std::ranges::for_each(lang::group_names(), add);
    std::ranges::stable_sort(all, std::ranges::greater{},
                             [](const Name& name) { return name.folded.size(); });
    return all;
}

bool is_small_letter(char letter) { return letter >= 'a' && letter <= 'z'; }

// Letters go on where a name of them begins or ends: of other scripts no one does in ours.
bool is_whole(std::string_view words, std::size_t at, std::size_t bytes) {
    const bool goes_on_before =
        at > 0 && is_small_letter(words[at - 1]) && is_small_letter(words[at]);
    const std::size_t end = at + bytes;
    const bool goes_on_behind =
        end < words.size() && is_small_letter(words[end]) && is_small_letter(words[end - 1]);
    return !goes_on_before && !goes_on_behind;
}

std::string words_of(const std::vector<docx::Paragraph>& paragraphs) {
    std::string words;
    for (const docx::Paragraph& one : paragraphs) {
        for (const docx::Span& span : one.spans) words += span.text;
        words += '\n';
    }
    return words;
}

std::string names_of_authors(const docx::Document& document) {
    std::string words;
    for (const auto& [author, count] : docx::authors_of(document))
        words.append(author).append(1, '\n');
    for (const std::string& author : docx::commenters_of(document))
        words.append(author).append(1, '\n');
    return words;
}

}  // namespace

std::vector<std::string> sponsors_named_in(std::string_view words) {
    return naming_in(words).names;
}

Naming naming_in(std::string_view words) {
    static const std::vector<Name> names = longest_first();
    constexpr std::size_t bytes_max = 10'000;
    std::string left = lower_case(words.substr(0, bytes_max));
    std::set<std::string> found;
    for (const Name& name : names) {
        for (std::size_t at = left.find(name.folded); at != std::string::npos;
             at = left.find(name.folded, at + 1)) {
            if (!is_whole(left, at, name.folded.size())) continue;
            found.emplace(name.state);
            std::fill_n(left.begin() + static_cast<std::ptrdiff_t>(at), name.folded.size(), '\n');
        }
    }
    return {{found.begin(), found.end()}, std::move(left)};
}

Sponsors sponsors_in(const docx::Document& document, std::string_view file_name) {
    const std::size_t slash = file_name.find_last_of("/\\");
    if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
    const std::array places = {
        std::pair(SponsorSource::company, document.properties.company),
        std::pair(SponsorSource::author, names_of_authors(document)),
        std::pair(SponsorSource::head, words_of(document.heads)),
        std::pair(SponsorSource::file_name, std::string(file_name)),
        std::pair(SponsorSource::creator, document.properties.creator),
    };
    for (const auto& [source, words] : places) {
        auto names = sponsors_named_in(words);
        if (!names.empty()) return {std::move(names), source};
    }
    return {};
}

}  // namespace travaux::understanding
