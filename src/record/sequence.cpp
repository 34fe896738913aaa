// SPDX-License-Identifier: MIT
#include "record/sequence.h"

#include <algorithm>
#include <set>

namespace travaux::record {
namespace {

std::unexpected<Error> refuse(std::string id, std::string detail = {}) {
    return std::unexpected(Error{ErrorCode::invalid, std::move(id), {std::move(detail)}});
}

}  // namespace

Result<Entry> Sequence::add(std::string_view bytes) {
    TRY_ASSIGN(Entry entry, decode_entry(bytes));
    TRY_OK(add(entry, bytes));
    return entry;
}

Result<void> Sequence::add(const Entry& entry, std::string_view bytes) {
    TRY_OK(check(entry));
    if (const auto* open = std::get_if<OpenAct>(&entry.content)) {
        take(*open);
    } else {
        const Sha256 hash = std::get<Commitment>(entry.content).hash;
        sealed_[entry.index].commitment = hash;
        commitments_[hash] = entry.index;
    }
    time_ms_ = entry.time_ms;
    tree_.append(leaf_hash(bytes));
    return {};
}

Result<void> Sequence::check(const Entry& entry) const {
    if (entry.index != size()) return refuse("entry.out_of_order", std::to_string(entry.index));
    if (entry.time_ms < time_ms_) return refuse("entry.time_back", std::to_string(entry.time_ms));
    if (const auto* open = std::get_if<OpenAct>(&entry.content)) return check_open(*open);
    const Sha256& hash = std::get<Commitment>(entry.content).hash;
    if (size() == 0) return refuse("entry.opening");
    if (bodies_.contains(hash) || is_commitment(hash)) {
        return refuse("entry.body_twice", hex(hash));
    }
    return {};
}

Result<void> Sequence::check_open(const OpenAct& open) const {
    const bool is_first = size() == 0;
    if (is_first != open.opens.has_value()) return refuse("entry.opening");
    if (is_first && !open.key) return refuse("entry.key", "it is missing");
    if (open.key) TRY_OK(check_key(open));
    return check_bodies(open);
}

Result<void> Sequence::check_key(const OpenAct& open) const {
    if (open.key->name != (open.opens ? open.opens->origin : origin_)) {
        return refuse("entry.key", "its name is not the origin");
    }
    const auto is_known = [&](const KeyPeriod& known) { return known.key == *open.key; };
    if (std::ranges::any_of(keys_, is_known)) return refuse("entry.key", "it was used before");
    return {};
}

bool Sequence::is_commitment(const Sha256& hash) const { return commitments_.contains(hash); }

// A body comes in once. The content of a confidential entry comes in as a body when, and only when,
// the entry is disclosed.
Result<void> Sequence::check_bodies(const OpenAct& open) const {
    std::set<Sha256> coming;
    for (const BodyReference& body : open.act.bodies) {
        if (bodies_.contains(body.hash) || !coming.insert(body.hash).second) {
            return refuse("entry.body_twice", hex(body.hash));
        }
        const auto sealed = commitments_.find(body.hash);
        if (sealed != commitments_.end() &&
            std::ranges::find(open.discloses, sealed->second) == open.discloses.end()) {
            return refuse("entry.disclosure", std::to_string(sealed->second));
        }
    }
    std::set<std::uint64_t> disclosed;
    for (const std::uint64_t index : open.discloses) {
        const auto found = sealed_.find(index);
        const bool may_be = found != sealed_.end() && !found->second.disclosed_by &&
                            !found->second.withheld_by && coming.contains(found->second.commitment);
        if (!may_be || !disclosed.insert(index).second) {
            return refuse("entry.disclosure", std::to_string(index));
        }
    }
    std::set<Sha256> withheld;
    for (const Sha256& hash : open.withholds) {
        if (!withheld.insert(hash).second) return refuse("entry.body_unknown", hex(hash));
        TRY_OK(check_withheld(hash));
    }
    return {};
}

Result<void> Sequence::check_withheld(const Sha256& hash) const {
    if (const auto body = bodies_.find(hash); body != bodies_.end()) {
        if (!body->second.withheld_by) return {};
    } else if (const auto index = commitments_.find(hash); index != commitments_.end()) {
        if (!sealed_.at(index->second).withheld_by) return {};
    }
    return refuse("entry.body_unknown", hex(hash));
}

void Sequence::take(const OpenAct& open) {
    const std::uint64_t index = size();
    if (open.opens) origin_ = open.opens->origin;
    if (open.key) keys_.push_back({index, *open.key});
    for (const BodyReference& body : open.act.bodies) bodies_[body.hash] = {body, index, {}};
    for (const std::uint64_t one : open.discloses) sealed_.at(one).disclosed_by = index;
    for (const Sha256& hash : open.withholds) {
        if (const auto body = bodies_.find(hash); body != bodies_.end()) {
            body->second.withheld_by = index;
        } else {
            sealed_.at(commitments_.at(hash)).withheld_by = index;
        }
    }
}

std::span<const KeyPeriod> Sequence::signers(std::uint64_t size) const {
    VERIFY(size >= 1 && size <= this->size());
    const auto later =
        std::ranges::find_if(keys_, [&](const KeyPeriod& one) { return one.entry >= size; });
    const auto count = static_cast<std::size_t>(later - keys_.begin());
    const bool is_rotation = count > 1 && keys_[count - 1].entry + 1 == size;
    return std::span(keys_).subspan(count - (is_rotation ? 2 : 1), is_rotation ? 2 : 1);
}

std::string keys_page(std::span<const KeyPeriod> keys) {
    std::string page;
    for (const KeyPeriod& one : keys) {
        page += std::to_string(one.entry) + " " + text_of(one.key) + "\n";
    }
    return page;
}

}  // namespace travaux::record
