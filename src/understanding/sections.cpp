// SPDX-License-Identifier: MIT
#include "understanding/sections.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include "understanding/draft_lines.h"
#include "understanding/proposal_heading.h"

namespace travaux::understanding {
namespace {

constexpr std::size_t text_end = std::numeric_limits<std::size_t>::max();

struct Heading {
    std::size_t place = 0;
    std::vector<std::string> sponsors;
};

std::vector<Heading> headings_in(const FileText& file, const text::Draft& draft,
                                 text::Language language) {
    std::set<std::string> of_draft;
    for (DraftLine& line : lines_of_draft(draft, language)) of_draft.insert(std::move(line.text));
    std::vector<Heading> headings;
    for (const FileLine& line : file.target) {
        const auto style = line.is_heading ? LineStyle::heading : LineStyle::words;
        auto sponsors = sponsors_of_heading(line.text, style);
        if (sponsors.empty() || of_draft.contains(line.text)) continue;
        headings.push_back({line.place, std::move(sponsors)});
    }
    return headings;
}

using Positions = std::vector<std::optional<std::size_t>>;  // of lines, in their section

std::vector<FileLine> lines_between(const std::vector<FileLine>& lines, std::size_t first,
                                    std::size_t end, Positions& positions) {
    std::vector<FileLine> all;
    positions.resize(lines.size());
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (lines[at].place < first || lines[at].place >= end) continue;
        positions[at] = all.size();
        all.push_back(lines[at]);
    }
    return all;
}

FileText between(const FileText& file, std::size_t first, std::size_t end) {
    FileText part;
    Positions base;
    Positions target;
    part.base = lines_between(file.base, first, end, base);
    part.target = lines_between(file.target, first, end, target);
    part.has_changes = file.has_changes;
    for (Link link : file.links) {
        if (!base[link.base] || !target[link.target]) continue;
        link.base = *base[link.base];
        link.target = *target[link.target];
        part.links.push_back(link);
    }
    std::set<std::size_t> comments;
    for (const auto* const lines : {&part.base, &part.target}) {
        for (const FileLine& line : *lines) {
            comments.insert(line.comments.begin(), line.comments.end());
        }
    }
    part.comments.assign(comments.begin(), comments.end());
    return part;
}

// Comments on headings and on empty lines go with the first section.
void add_other_comments(const FileText& file, std::vector<Section>& sections) {
    std::set<std::size_t> others(file.comments.begin(), file.comments.end());
    for (const Section& section : sections) {
        for (const std::size_t comment : section.file.comments) others.erase(comment);
    }
    auto& first = sections.front().file.comments;
    first.insert(first.end(), others.begin(), others.end());
}

}  // namespace

std::vector<Section> sections_of(const FileText& file, const text::Draft& draft,
                                 text::Language language) {
    const auto headings = headings_in(file, draft, language);
    if (headings.empty()) return {{{}, file}};
    std::vector<Section> sections;
    FileText opening = between(file, 0, headings.front().place);
    const bool has_opening = !opening.base.empty() || !opening.target.empty();
    if (has_opening) sections.push_back({{}, std::move(opening)});
    for (std::size_t at = 0; at < headings.size(); ++at) {
        const std::size_t end = at + 1 < headings.size() ? headings[at + 1].place : text_end;
        sections.push_back({headings[at].sponsors, between(file, headings[at].place + 1, end)});
    }
    add_other_comments(file, sections);
    return sections;
}

}  // namespace travaux::understanding
