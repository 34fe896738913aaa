// SPDX-License-Identifier: MIT
#include "text/provenance.h"

#include <algorithm>
#include <array>

#include "text/word.h"

namespace travaux::text {
namespace {

constexpr std::array<std::string_view, 3> field_names = {"number", "heading", "text"};
constexpr std::array<std::string_view, 3> origin_kind_names = {"import", "proposal", "editorial"};

template <typename Kind, std::size_t n>
std::optional<Kind> parse_name(const std::array<std::string_view, n>& names,
                               std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Kind>(found - names.begin());
}

const std::string& words_in(const Wording& wording, Field field) {
    switch (field) {
        case Field::number: return wording.number;
        case Field::heading: return wording.heading;
        case Field::text: break;
    }
    return wording.text;
}

}  // namespace

std::string_view name_of(Field field) { return field_names[static_cast<std::size_t>(field)]; }

std::optional<Field> parse_field(std::string_view name) {
    return parse_name<Field>(field_names, name);
}

std::string_view name_of(OriginKind kind) {
    return origin_kind_names[static_cast<std::size_t>(kind)];
}

std::optional<OriginKind> parse_origin_kind(std::string_view name) {
    return parse_name<OriginKind>(origin_kind_names, name);
}

bool descends(const Provenance& later, const Provenance& former) {
    const auto knows_origin = [&](const auto& one) {
        const auto found = later.origins.find(one.first);
        return found != later.origins.end() && found->second == one.second;
    };
    const auto knows_provision = [&](const auto& one) {
        return later.provisions.contains(one.first);
    };
    return former.step < later.step && std::ranges::all_of(former.origins, knows_origin) &&
           std::ranges::all_of(former.provisions, knows_provision);
}

std::string live_text(const std::vector<Run>& runs) {
    std::string text;
    for (const Run& run : runs) {
        if (!run.removed_by.is_none()) continue;
        if (run.blank_before && !text.empty()) text += ' ';
        text += run.text;
    }
    return text;
}

Provenance provenance_of_import(const Draft& draft, const Origin& origin) {
    Provenance result;
    result.origins.emplace(origin.id, origin);
    std::uint32_t ordinal = 0;
    for (const Provision& provision : draft.provisions) {
        result.provisions[provision.id] = {.kind = provision.kind,
                                           .introduced_by = origin.id,
                                           .removed_by = {},
                                           .parent = {},
                                           .after = {},
                                           .split_from = {},
                                           .joined_into = {}};
        for (const Language language : draft.written_in) {
            for (const Field field : {Field::number, Field::heading, Field::text}) {
                const std::string& text = words_in(provision.in(language), field);
                if (text.empty()) continue;
                Lexicon lexicon;
                result.runs[{provision.id, language, field}] = {{.text = text,
                                                                 .blank_before = true,
                                                                 .origin = origin.id,
                                                                 .first = ordinal,
                                                                 .removed_by = {}}};
                ordinal += static_cast<std::uint32_t>(words_of(text, lexicon).size());
            }
        }
    }
    return result;
}

}  // namespace travaux::text
