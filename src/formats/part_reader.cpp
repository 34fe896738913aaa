// SPDX-License-Identifier: MIT
#include "formats/part_reader.h"

#include <algorithm>
#include <array>

#include "consolidation/instruction.h"
#include "text/word.h"

namespace travaux::formats {
namespace {

using namespace consolidation;
using text::Field;

// Provisions within provisions of an insertion; a treaty has seven levels.
constexpr std::uint32_t insertion_depth_max = 16;

using Parts = std::vector<Part>;

class PartReader {
public:
    PartReader(const JsonFields& fields, const PartContext& context, Parts& before)
        : fields_(fields), context_(context), before_(before) {}

    Result<Parts> read() {
        TRY_ASSIGN(const std::string kind, fields_.text("part"));
        struct Kind {
            std::string_view name;
            Result<Parts> (PartReader::*read)();
        };
        static constexpr std::array kinds = {
            Kind{"text", &PartReader::text},
            Kind{"retitle", &PartReader::retitle},
            Kind{"renumber", &PartReader::renumber},
            Kind{"split", &PartReader::split},
            Kind{"replace_term", &PartReader::replace_term},
            Kind{"unbracket", &PartReader::unbracket},
            Kind{"bracket", &PartReader::bracket},
            Kind{"insert", &PartReader::insert},
            Kind{"delete", &PartReader::deletion},
            Kind{"move", &PartReader::move},
            Kind{"join", &PartReader::join},
            Kind{"reserve", &PartReader::reserve},
            Kind{"note", &PartReader::note},
        };
        const auto* found = std::ranges::find(kinds, kind, &Kind::name);
        if (found == kinds.end()) return fields_.refuse("proposal.part_unknown", kind);
        return (this->*found->read)();
    }

private:
    Result<ProvisionId> provision() {
        TRY_ASSIGN(const std::string name, fields_.text("provision"));
        return resolved(name);
    }

    Result<ProvisionId> resolved(const std::string& name) {
        auto id = context_.resolve(name);
        if (!id && id.error().id.starts_with("label.")) {
            id.error().args.insert(id.error().args.begin(), fields_.place());
        }
        return id;
    }

    // The words of an article often stand in one paragraph without a number: who says "article 1"
    // of words means that paragraph.
    Result<ProvisionId> worded_provision() {
        TRY_ASSIGN(const ProvisionId id, provision());
        const auto at = text::find(context_.draft, id);
        if (!at || !context_.draft.provisions[*at].in(context_.language).text.empty()) return id;
        const std::size_t end = text::subtree_end(context_.draft, *at);
        if (end != *at + 2) return id;
        const auto& only = context_.draft.provisions[*at + 1];
        return only.in(context_.language).number.empty() ? only.id : id;
    }

    std::string base(ProvisionId id, Field field) const {
        return context_.base_text(id, field, context_.language);
    }

    Result<Parts> text() {
        TRY_OK(fields_.only({"part", "provision", "text", "replace", "with"}));
        TRY_ASSIGN(const ProvisionId id, worded_provision());
        if (!fields_.has("replace")) {
            TRY_ASSIGN(std::string target, fields_.text("text"));
            return Parts{TextPart{id, Field::text, std::move(target)}};
        }
        TRY_ASSIGN(const std::string words, fields_.text("replace"));
        TRY_ASSIGN(const std::string by, fields_.text("with"));
        const std::string from = base(id, Field::text);
        const std::size_t count = occurrences(from, words);
        if (count == 0) return fields_.refuse("proposal.words_not_found", words);
        if (count > 1) return fields_.refuse("proposal.words_ambiguous", words);
        return Parts{TextPart{id, Field::text, with_replaced(from, words, by)}};
    }

    Result<Parts> retitle() {
        TRY_OK(fields_.only({"part", "provision", "heading"}));
        TRY_ASSIGN(const ProvisionId id, provision());
        TRY_ASSIGN(std::string target, fields_.text("heading"));
        return Parts{TextPart{id, Field::heading, std::move(target)}};
    }

    Result<Parts> renumber() {
        TRY_OK(fields_.only({"part", "provision", "number"}));
        TRY_ASSIGN(const ProvisionId id, provision());
        TRY_ASSIGN(std::string target, fields_.text("number"));
        return Parts{TextPart{id, Field::number, std::move(target)}};
    }

    Result<Parts> split() {
        TRY_OK(fields_.only({"part", "provision", "texts"}));
        TRY_ASSIGN(const ProvisionId id, worded_provision());
        TRY_ASSIGN(const auto texts, fields_.texts("texts"));
        if (texts.size() < 2) return fields_.refuse("proposal.split_needs_two", "texts");
        std::string target;
        for (const std::string& one : texts) {
            if (one.empty()) return fields_.refuse("proposal.split_needs_two", "texts");
            if (!target.empty()) target += " " + std::string(text::paragraph_break) + " ";
            target += one;
        }
        return Parts{TextPart{id, Field::text, std::move(target)}};
    }

    // On top of the proposal's own targets, and nowhere twice.
    Result<Parts> replace_term() {
        TRY_OK(fields_.only({"part", "term", "with"}));
        TRY_ASSIGN(const std::string term, fields_.text("term"));
        TRY_ASSIGN(const std::string by, fields_.text("with"));
        std::size_t count = 0;
        for (Part& part : before_) {
            auto* own = std::get_if<TextPart>(&part);
            if (own == nullptr || own->field == Field::number) continue;
            count += occurrences(own->target, term);
            own->target = with_replaced(own->target, term, by);
        }
        Parts parts;
        for (const auto& one : context_.draft.provisions) {
            for (const Field field : {Field::heading, Field::text}) {
                const auto& wording = one.in(context_.language);
                const std::string& from = field == Field::text ? wording.text : wording.heading;
                const bool is_amended = std::ranges::any_of(before_, [&](const Part& part) {
                    const auto* own = std::get_if<TextPart>(&part);
                    return own != nullptr && own->provision == one.id && own->field == field;
                });
                if (is_amended || occurrences(from, term) == 0) continue;
                ++count;
                parts.emplace_back(TextPart{one.id, field, with_replaced(from, term, by)});
            }
        }
        if (count == 0) return fields_.refuse("proposal.words_not_found", term);
        return parts;
    }

    Result<Parts> unbracket() {
        TRY_OK(fields_.only({"part", "provision", "words"}));
        TRY_ASSIGN(const ProvisionId id, worded_provision());
        TRY_ASSIGN(const std::string words, fields_.text_or_empty("words"));
        auto target = without_brackets(base(id, Field::text), words);
        if (!target) return fields_.refuse("proposal.no_brackets", words);
        return Parts{TextPart{id, Field::text, *std::move(target)}};
    }

    Result<Parts> bracket() {
        TRY_OK(fields_.only({"part", "provision", "words"}));
        TRY_ASSIGN(const ProvisionId id, worded_provision());
        TRY_ASSIGN(std::string words, fields_.text_or_empty("words"));
        return Parts{BracketPart{id, std::move(words)}};
    }

    // `after` a sibling, or `under` a parent in first place; with both, nothing is looked up.
    Result<Place> place() {
        if (!fields_.has("after") && !fields_.has("under")) {
            return fields_.refuse("proposal.place_missing", "after or under");
        }
        Place place;
        if (fields_.has("under")) {
            TRY_ASSIGN(const std::string name, fields_.text("under"));
            if (!name.empty()) {
                TRY_ASSIGN(place.parent, resolved(name));
            }
        }
        if (!fields_.has("after")) return place;
        TRY_ASSIGN(const std::string name, fields_.text("after"));
        TRY_ASSIGN(place.after, resolved(name));
        if (fields_.has("under")) return place;
        const auto at = text::find(context_.draft, place.after);
        const auto parent = at ? text::parent_of(context_.draft, *at) : std::nullopt;
        if (parent) place.parent = context_.draft.provisions[*parent].id;
        if (!at) place.parent = parent_of_inserted(place.after);
        return place;
    }

    ProvisionId parent_of_inserted(ProvisionId after) const {
        const auto found = context_.inserted_parents.find(after);
        return found == context_.inserted_parents.end() ? ProvisionId{} : found->second;
    }

    Result<void> add_new(const JsonFields& fields, std::uint32_t depth,
                         std::vector<NewProvision>& provisions) {
        TRY_OK(fields.only({"kind", "number", "heading", "text", "provisions"}));
        if (depth > insertion_depth_max) return fields.refuse("proposal.nesting", "provisions");
        NewProvision added;
        added.depth = depth;
        if (fields.has("kind")) {
            TRY_ASSIGN(const std::string name, fields.text("kind"));
            const auto kind = text::parse_provision_kind(name);
            if (!kind) return fields.refuse("proposal.kind_unknown", name);
            added.kind = *kind;
        }
        TRY_ASSIGN(added.wording.number, fields.text_or_empty("number"));
        TRY_ASSIGN(added.wording.heading, fields.text_or_empty("heading"));
        TRY_ASSIGN(added.wording.text, fields.text_or_empty("text"));
        std::vector<JsonFields> inner;
        if (fields.has("provisions")) {
            TRY_ASSIGN(inner, fields.objects("provisions"));
        }
        // A preamble and the row of a table only hold others, and a cell may be empty.
        const bool may_be_empty = !inner.empty() || added.kind == text::ProvisionKind::table_cell;
        if (added.wording == text::Wording() && !may_be_empty) {
            return fields.refuse("proposal.insertion_empty", "new");
        }
        provisions.push_back(std::move(added));
        for (const JsonFields& one : inner) TRY_OK(add_new(one, depth + 1, provisions));
        return {};
    }

    Result<Parts> insert() {
        TRY_OK(fields_.only({"part", "under", "after", "new"}));
        InsertPart part;
        TRY_ASSIGN(part.place, place());
        TRY_ASSIGN(const JsonFields added, fields_.object("new"));
        TRY_OK(add_new(added, 0, part.provisions));
        return Parts{std::move(part)};
    }

    Result<Parts> deletion() {
        TRY_OK(fields_.only({"part", "provision"}));
        TRY_ASSIGN(const ProvisionId id, provision());
        return Parts{DeletePart{id}};
    }

    Result<Parts> move() {
        TRY_OK(fields_.only({"part", "provision", "after", "under"}));
        TRY_ASSIGN(const ProvisionId id, provision());
        TRY_ASSIGN(const Place to, place());
        return Parts{MovePart{id, to}};
    }

    Result<Parts> join() {
        TRY_OK(fields_.only({"part", "provision"}));
        TRY_ASSIGN(const ProvisionId id, provision());
        return Parts{JoinPart{id}};
    }

    Result<Parts> reserve() {
        TRY_OK(fields_.only({"part", "provision", "text"}));
        TRY_ASSIGN(const ProvisionId id, provision());
        TRY_ASSIGN(std::string statement, fields_.text_or_empty("text"));
        return Parts{ReservePart{id, std::move(statement)}};
    }

    Result<Parts> note() {
        TRY_OK(fields_.only({"part", "provision", "text"}));
        TRY_ASSIGN(const ProvisionId id, provision());
        TRY_ASSIGN(std::string words, fields_.text("text"));
        return Parts{NotePart{id, std::move(words)}};
    }

    const JsonFields& fields_;
    const PartContext& context_;
    Parts& before_;
};

// Words of a nested insertion, in preorder, laid over the submitted provisions.
Result<void> translate_new(const JsonFields& fields, std::size_t& at,
                           std::vector<NewProvision>& provisions) {
    if (at >= provisions.size()) return fields.refuse("proposal.translation_shape", "provisions");
    text::Wording& wording = provisions[at++].wording;
    TRY_ASSIGN(wording.number, fields.text_or_empty("number"));
    TRY_ASSIGN(wording.heading, fields.text_or_empty("heading"));
    TRY_ASSIGN(wording.text, fields.text_or_empty("text"));
    if (!fields.has("provisions")) return {};
    TRY_ASSIGN(const auto inner, fields.objects("provisions"));
    for (const JsonFields& one : inner) TRY_OK(translate_new(one, at, provisions));
    return {};
}

Result<std::string> translated_target(const JsonFields& fields, const TextPart& submitted,
                                      const PartContext& context) {
    if (submitted.field == Field::heading && fields.has("heading")) return fields.text("heading");
    if (submitted.field == Field::number) return fields.text("number");
    const std::string from =
        context.base_text(submitted.provision, submitted.field, context.language);
    if (fields.has("term")) {
        TRY_ASSIGN(const std::string term, fields.text("term"));
        TRY_ASSIGN(const std::string by, fields.text("with"));
        return with_replaced(from, term, by);
    }
    if (fields.has("replace")) {
        TRY_ASSIGN(const std::string words, fields.text("replace"));
        TRY_ASSIGN(const std::string by, fields.text("with"));
        if (occurrences(from, words) != 1) return fields.refuse("proposal.words_not_found", words);
        return with_replaced(from, words, by);
    }
    if (fields.has("texts")) {
        TRY_ASSIGN(const auto texts, fields.texts("texts"));
        std::string target;
        for (const std::string& one : texts) {
            if (!target.empty()) target += " " + std::string(text::paragraph_break) + " ";
            target += one;
        }
        return target;
    }
    if (fields.has("text")) return fields.text("text");
    TRY_ASSIGN(const std::string words, fields.text_or_empty("words"));
    auto target = without_brackets(from, words);
    if (!target) return fields.refuse("json.field_missing", "text");
    return *std::move(target);
}

}  // namespace

Result<std::vector<Part>> read_part(const JsonFields& fields, const PartContext& context,
                                    std::vector<Part>& before) {
    return PartReader(fields, context, before).read();
}

Result<std::vector<Part>> read_translation(const JsonFields& fields, const PartContext& context,
                                           std::span<const Part> submitted) {
    std::vector<Part> parts(submitted.begin(), submitted.end());
    for (Part& part : parts) {
        if (auto* text = std::get_if<TextPart>(&part)) {
            TRY_ASSIGN(text->target, translated_target(fields, *text, context));
        } else if (auto* insert = std::get_if<InsertPart>(&part)) {
            TRY_ASSIGN(const JsonFields added, fields.object("new"));
            std::size_t at = 0;
            TRY_OK(translate_new(added, at, insert->provisions));
            if (at != insert->provisions.size()) {
                return fields.refuse("proposal.translation_shape", "provisions");
            }
        } else if (auto* bracket = std::get_if<BracketPart>(&part)) {
            TRY_ASSIGN(bracket->words, fields.text_or_empty("words"));
        } else if (auto* reserve = std::get_if<ReservePart>(&part)) {
            TRY_ASSIGN(reserve->statement, fields.text_or_empty("text"));
        } else if (auto* note = std::get_if<NotePart>(&part)) {
            TRY_ASSIGN(note->note, fields.text("text"));
        }
    }
    return parts;
}

}  // namespace travaux::formats
