// SPDX-License-Identifier: MIT
#include "understanding/author_groups.h"

#include "docx/authors.h"
#include "understanding/sponsor.h"

namespace travaux::understanding {
namespace {

// Pairs of groups that are looked at.
constexpr std::size_t meetings_max = 2'000;

using Places = std::set<std::size_t>;

// In which paragraphs words of two groups stand beside each other, or in each other's paragraph.
class Meetings {
public:
    Meetings(const docx::Document& document, const std::vector<AuthorGroup>& groups)
        : document_(document) {
        for (std::size_t at = 0; at < groups.size(); ++at) {
            for (const std::string& author : groups[at].authors) group_of_.emplace(author, at);
        }
        for (std::size_t at = 0; at < document.paragraphs.size(); ++at) read(at);
    }

    [[nodiscard]] const std::map<std::pair<std::size_t, std::size_t>, Places>& all() const {
        return meetings_;
    }

private:
    void read(std::size_t at) {
        const docx::Paragraph& paragraph = document_.paragraphs[at];
        const Places of_mark = groups_in(paragraph.mark);
        Places before;
        for (const docx::Span& span : paragraph.spans) {
            Places here = groups_in(span.changes);
            meet(here, here, at);
            meet(here, before, at);
            meet(here, of_mark, at);
            before = std::move(here);
        }
    }

    [[nodiscard]] Places groups_in(const docx::Changes& changes) const {
        Places all;
        for (const std::uint32_t at : changes) {
            all.insert(group_of_.at(document_.changes[at].author));
        }
        return all;
    }

    void meet(const Places& some, const Places& others, std::size_t paragraph) {
        for (const std::size_t one : some) {
            for (const std::size_t other : others) {
                if (one == other) continue;
                meetings_[{one, other}].insert(paragraph);
                meetings_[{other, one}].insert(paragraph);
            }
        }
    }

    const docx::Document& document_;
    std::map<std::string, std::size_t> group_of_;
    std::map<std::pair<std::size_t, std::size_t>, Places> meetings_;
};

}  // namespace

std::vector<AuthorGroup> groups_of(const docx::Document& document) {
    std::map<std::vector<std::string>, std::set<std::string>> by_names;
    std::set<std::string> authors = docx::commenters_of(document);
    for (const auto& [author, count] : docx::authors_of(document)) authors.insert(author);
    for (const std::string& author : authors) {
        by_names[sponsors_named_in(author)].insert(author);
    }
    auto nobody = by_names.extract(std::vector<std::string>{});
    std::vector<AuthorGroup> all;
    for (auto& [names, of_names] : by_names) all.push_back({names, std::move(of_names)});
    if (all.size() > 1 && nobody) all.push_back({{}, std::move(nobody.mapped())});
    return all;
}

std::optional<ChangesWithin> changes_within_others(const docx::Document& document,
                                                   const std::vector<AuthorGroup>& groups) {
    const Meetings meetings(document, groups);
    if (meetings.all().size() > meetings_max) return std::nullopt;
    ChangesWithin all;
    for (const auto& [pair, paragraphs] : meetings.all()) {
        for (const std::size_t at : paragraphs) {
            std::string words =
                docx::words_within(document, document.paragraphs[at], groups[pair.first].authors,
                                   groups[pair.second].authors);
            if (!words.empty()) all[pair].push_back({at, std::move(words)});
        }
    }
    return all;
}

}  // namespace travaux::understanding
