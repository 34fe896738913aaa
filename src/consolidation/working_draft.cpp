// SPDX-License-Identifier: MIT
#include "consolidation/working_draft.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "base/result.h"

namespace travaux::consolidation {
namespace {

using text::FieldKey;
using text::Language;
using text::Run;
using text::Word;

constexpr std::array fields = {text::Field::number, text::Field::heading, text::Field::text};

std::string& words_in(text::Wording& wording, text::Field field) {
    if (field == text::Field::number) return wording.number;
    return field == text::Field::heading ? wording.heading : wording.text;
}

Word with_blank(Word word) { return word | 1U; }

// Two words that would read as one when they stand side by side need a blank between them.
bool would_merge(std::string_view before, std::string_view after) {
    text::Lexicon lexicon;
    return text::words_of(std::string(before) + std::string(after), lexicon).size() < 2;
}

bool continues(const Run& run, std::uint32_t length, const Atom& atom) {
    return run.origin == atom.origin && run.removed_by == atom.removed_by &&
           run.first + length == atom.ordinal;
}

std::vector<Run> runs_of(const std::vector<Atom>& atoms, const text::Lexicon& lexicon) {
    std::vector<Run> runs;
    std::uint32_t length = 0;
    for (const Atom& atom : atoms) {
        const bool blank = (atom.word & 1U) != 0;
        if (runs.empty() || !continues(runs.back(), length, atom)) {
            runs.push_back({{}, blank, atom.origin, atom.ordinal, atom.removed_by});
            length = 0;
        } else if (blank) {
            runs.back().text += ' ';
        }
        runs.back().text += lexicon.spelling(atom.word);
        ++length;
    }
    return runs;
}

}  // namespace

WorkingDraft::WorkingDraft(const text::Draft& draft, const text::Provenance& provenance)
    : before_(draft), provenance_(provenance) {
    ++provenance_.step;
    nodes_[{}];
    std::vector<ProvisionId> path;
    for (const auto& provision : draft.provisions) {
        path.resize(provision.depth);
        const ProvisionId parent = path.empty() ? ProvisionId{} : path.back();
        nodes_[provision.id] = {provision, parent, {}};
        nodes_[parent].children.push_back(provision.id);
        path.push_back(provision.id);
    }
}

void WorkingDraft::begin(const text::Origin& origin) {
    origin_ = origin;
    provenance_.origins.emplace(origin.id, origin);
}

const std::vector<ProvisionId>& WorkingDraft::children_of(ProvisionId id) const {
    return nodes_.at(id).children;
}

OriginId WorkingDraft::removed_by(ProvisionId id) const {
    const auto found = provenance_.provisions.find(id);
    return found == provenance_.provisions.end() ? OriginId{} : found->second.removed_by;
}

OriginId WorkingDraft::introduced_by(ProvisionId id) const {
    const auto found = provenance_.provisions.find(id);
    return found == provenance_.provisions.end() ? OriginId{} : found->second.introduced_by;
}

bool WorkingDraft::is_within(ProvisionId id, ProvisionId ancestor) const {
    while (!id.is_none() && id != ancestor) id = nodes_.at(id).parent;
    return id == ancestor;
}

std::vector<Atom>& WorkingDraft::atoms(const FieldKey& key) {
    const auto [found, is_new] = fields_.try_emplace(key);
    if (!is_new) return found->second;
    const auto runs = provenance_.runs.find(key);
    if (runs == provenance_.runs.end()) return found->second;
    std::uint32_t live = 0;
    for (const Run& run : runs->second) {
        std::uint32_t ordinal = run.first;
        for (Word word : text::words_of(run.text, lexicon_)) {
            if (ordinal == run.first && !run.blank_before) word &= ~Word{1};
            Atom atom{word, run.origin, ordinal++, run.removed_by, std::nullopt};
            if (run.removed_by.is_none()) atom.former = FormerWord{key, live++};
            found->second.push_back(atom);
        }
    }
    return found->second;
}

text::Words WorkingDraft::words(const FieldKey& key) {
    text::Words words;
    for (const Atom& atom : atoms(key)) {
        if (atom.removed_by.is_none()) words.push_back(atom.word);
    }
    return words;
}

void WorkingDraft::apply(const FieldKey& key, std::span<const Word> target,
                         std::span<const Hunk> changes) {
    std::vector<Atom> result;
    const auto insert = [&](const Hunk& hunk) {
        for (const Word word :
             target.subspan(hunk.target_begin, hunk.target_end - hunk.target_begin)) {
            result.push_back({word, origin_.id, ordinals_[origin_.id]++, {}, std::nullopt});
        }
    };
    std::uint32_t live = 0;
    std::size_t next = 0;
    for (Atom& atom : atoms(key)) {
        if (atom.removed_by.is_none()) {
            // What a hunk brings stands after what it takes away.
            while (next < changes.size() && changes[next].end <= live) insert(changes[next++]);
            if (next < changes.size() && changes[next].begin <= live) atom.removed_by = origin_.id;
            ++live;
        }
        result.push_back(atom);
    }
    while (next < changes.size()) insert(changes[next++]);
    const Atom* before = nullptr;
    for (Atom& atom : result) {
        if (!atom.removed_by.is_none()) continue;
        if (before == nullptr) atom.word = with_blank(atom.word);
        if (before != nullptr && (atom.word & 1U) == 0 && before->origin != atom.origin &&
            would_merge(lexicon_.spelling(before->word), lexicon_.spelling(atom.word))) {
            atom.word = with_blank(atom.word);
        }
        before = &atom;
    }
    atoms(key) = std::move(result);
}

void WorkingDraft::open_bracket(const FieldKey& key, std::uint32_t at) {
    const auto is_live = [](const Atom& atom) { return atom.removed_by.is_none(); };
    auto live = atoms(key) | std::views::filter(is_live);
    Atom& first = *std::next(live.begin(), at);
    const text::Words bracket{lexicon_.word("[", (first.word & 1U) != 0)};
    first.word &= ~Word{1};
    const Hunk before{at, at, 0, 1};
    apply(key, bracket, {&before, 1});
}

void WorkingDraft::close_bracket(const FieldKey& key, std::uint32_t at) {
    const text::Words bracket{lexicon_.word("]", false)};
    const Hunk behind{at, at, 0, 1};
    apply(key, bracket, {&behind, 1});
}

void WorkingDraft::insert(const InsertPart& part, const std::vector<ProvisionId>& ids,
                          const std::map<Language, const InsertPart*>& wordings) {
    std::vector<ProvisionId> path;
    for (std::size_t at = 0; at < ids.size(); ++at) {
        const NewProvision& added = part.provisions[at];
        path.resize(added.depth);
        const ProvisionId parent = path.empty() ? part.place.parent : path.back();
        text::Provision provision;
        provision.id = ids[at];
        provision.kind = added.kind;
        nodes_[ids[at]] = {provision, parent, {}};
        const ProvisionId last =
            children_of(parent).empty() ? ProvisionId{} : children_of(parent).back();
        adopt_child(parent, path.empty() ? part.place.after : last, ids[at]);
        path.push_back(ids[at]);
        provenance_.provisions[ids[at]] = {added.kind, origin_.id, {}, {}, {}, {}, {}};
        for (const auto& [language, words] : wordings) {
            text::Wording wording = words->provisions[at].wording;
            for (const text::Field field : fields) {
                const text::Words target = text::words_of(words_in(wording, field), lexicon_);
                const Hunk all{0, 0, 0, static_cast<std::uint32_t>(target.size())};
                if (!target.empty()) apply({ids[at], language, field}, target, {&all, 1});
            }
        }
    }
}

// Puts a child after a sibling; where that is not there any more, first.
void WorkingDraft::adopt_child(ProvisionId parent, ProvisionId after, ProvisionId child) {
    auto& children = nodes_.at(parent).children;
    const auto found = std::ranges::find(children, after);
    children.insert(found == children.end() ? children.begin() : found + 1, child);
    nodes_.at(child).parent = parent;
}

void WorkingDraft::bury(ProvisionId id, ProvisionId joined_into) {
    const ProvisionId parent = parent_of(id);
    auto& siblings = nodes_.at(parent).children;
    const auto at = std::ranges::find(siblings, id);
    auto& history = provenance_.provisions[id];
    history.kind = nodes_.at(id).provision.kind;
    history.removed_by = origin_.id;
    history.parent = parent;
    history.after = at == siblings.begin() ? ProvisionId{} : *(at - 1);
    history.joined_into = joined_into;
    siblings.erase(at);
    for (const Language language : before_.written_in) {
        for (const text::Field field : fields) {
            for (Atom& atom : atoms({id, language, field})) {
                if (atom.removed_by.is_none()) atom.removed_by = origin_.id;
            }
        }
    }
    nodes_.erase(id);
}

void WorkingDraft::remove(ProvisionId id) {
    while (!children_of(id).empty()) remove(children_of(id).back());
    bury(id, {});
}

void WorkingDraft::move(ProvisionId id, const Place& place) {
    ProvisionId after = place.after;
    for (const ProvisionId& piece : pieces_of(id)) {
        auto& siblings = nodes_.at(parent_of(piece)).children;
        siblings.erase(std::ranges::find(siblings, piece));
        adopt_child(place.parent, after, piece);
        after = piece;
    }
}

std::vector<ProvisionId> WorkingDraft::pieces_of(ProvisionId id) const {
    const auto found = pieces_.find(id);
    return found == pieces_.end() ? std::vector{id} : found->second;
}

ProvisionId WorkingDraft::joined_into(ProvisionId id) const {
    const auto found = provenance_.provisions.find(id);
    return found == provenance_.provisions.end() ? ProvisionId{} : found->second.joined_into;
}

void WorkingDraft::join(ProvisionId id, ProvisionId next) {
    for (const Language language : before_.written_in) {
        for (const text::Field field : {text::Field::heading, text::Field::text}) {
            auto& from = atoms({next, language, field});
            auto& to = atoms({id, language, field});
            bool is_first = true;
            for (Atom& atom : from) {
                if (is_first && atom.removed_by.is_none()) {
                    atom.word = with_blank(atom.word);
                    is_first = false;
                }
                to.push_back(atom);
            }
            from.clear();
        }
    }
    while (!children_of(next).empty()) {
        const ProvisionId child = children_of(next).front();
        const auto& own = children_of(id);
        move(child, {id, own.empty() ? ProvisionId{} : own.back()});
    }
    bury(next, id);
}

void WorkingDraft::split(ProvisionId id) {
    const Word pause = lexicon_.word(text::paragraph_break, true);
    std::size_t breaks = 0;
    for (const Language language : before_.written_in) {
        const auto found =
            std::ranges::count_if(words({id, language, text::Field::text}),
                                  [&](Word word) { return text::same_spelling(word, pause); });
        breaks = std::max(breaks, static_cast<std::size_t>(found));
    }
    if (breaks == 0) return;
    std::vector<ProvisionId> pieces{id};
    for (std::size_t piece = 1; piece <= breaks; ++piece) {
        const ProvisionId born = ProvisionId::of(sha256(
            "travaux split 1\n" + hex(id.bytes) + hex(origin_.id.bytes) + std::to_string(piece)));
        text::Provision provision;
        provision.id = born;
        provision.kind = nodes_.at(id).provision.kind;
        nodes_[born] = {provision, {}, {}};
        adopt_child(parent_of(id), pieces.back(), born);
        provenance_.provisions[born] = {provision.kind, origin_.id, {}, {}, {}, id, {}};
        pieces.push_back(born);
    }
    std::vector<ProvisionId> children = children_of(id);
    nodes_.at(id).children.clear();
    for (const ProvisionId& child : children) nodes_.at(child).parent = pieces.back();
    nodes_.at(pieces.back()).children = std::move(children);
    for (const Language language : before_.written_in) {
        split_field({id, language, text::Field::text}, pieces);
    }
    pieces_[id] = std::move(pieces);
}

void WorkingDraft::split_field(const FieldKey& key, const std::vector<ProvisionId>& pieces) {
    std::vector<Atom> all = std::move(atoms(key));
    std::vector<std::vector<Atom>> parts(1);
    for (Atom& atom : all) {
        const bool is_break = lexicon_.spelling(atom.word) == text::paragraph_break;
        if (is_break && atom.removed_by.is_none()) {
            parts.emplace_back();
            continue;
        }
        const bool is_first = std::ranges::none_of(
            parts.back(), [](const Atom& before) { return before.removed_by.is_none(); });
        if (is_first && atom.removed_by.is_none()) atom.word = with_blank(atom.word);
        parts.back().push_back(atom);
    }
    for (std::size_t at = 0; at < parts.size(); ++at) {
        fields_[{pieces[at], key.language, key.field}] = std::move(parts[at]);
    }
}

text::Draft WorkingDraft::draft() const {
    text::Draft draft;
    draft.title = before_.title;
    draft.written_in = before_.written_in;
    draft.working_language = before_.working_language;
    for (const ProvisionId& id : children_of({})) emit(id, 0, draft);
    return draft;
}

void WorkingDraft::emit(ProvisionId id, std::uint32_t depth, text::Draft& draft) const {
    text::Provision provision = nodes_.at(id).provision;
    provision.depth = depth;
    for (const Language language : before_.written_in) {
        for (const text::Field field : fields) {
            const auto found = fields_.find({id, language, field});
            if (found == fields_.end()) continue;
            words_in(provision.in(language), field) =
                text::live_text(runs_of(found->second, lexicon_));
        }
    }
    draft.provisions.push_back(std::move(provision));
    for (const ProvisionId& child : children_of(id)) emit(child, depth + 1, draft);
}

text::Provenance WorkingDraft::provenance() const {
    text::Provenance result = provenance_;
    for (const auto& [key, atoms] : fields_) {
        if (atoms.empty()) {
            result.runs.erase(key);
        } else {
            result.runs[key] = runs_of(atoms, lexicon_);
        }
    }
    return result;
}

}  // namespace travaux::consolidation
