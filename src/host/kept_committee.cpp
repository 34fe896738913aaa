// SPDX-License-Identifier: MIT
#include "host/kept_committee.h"

#include <exception>

#include "committee/negotiation.h"
#include "formats/printing.h"

namespace travaux::host {
namespace {

using namespace committee;

constexpr std::uint64_t read_at_once = 1000;

// Events as the record keeps them; encoding is checked by decoding.
std::vector<record::Event> encoded(const Events& events) {
    std::vector<record::Event> result;
    for (const Event& event : events) {
        result.push_back(encode(event));
        VERIFY(decode(result.back()) == Result<Event>(event));
    }
    return result;
}

}  // namespace

Result<void> KeptCommittee::open_record(record::Store& store, std::int64_t time_ms,
                                        const record::VerifierKey& key) {
    record::OpenAct opening;
    opening.act.name = "record.open";
    opening.act.capacity = "server";
    opening.opens = record::Opening{key.name, {}};
    opening.key = key;
    TRY_ASSIGN(const record::Addition addition,
               record::make_addition({0, time_ms, std::move(opening)}, {}));
    return store.append(0, std::span(&addition, 1));
}

Result<std::unique_ptr<KeptCommittee>> KeptCommittee::open(record::Store& store,
                                                           storage::Recorder::Clock clock,
                                                           Chance chance) {
    auto kept = std::make_unique<KeptCommittee>(Private{}, store, clock, std::move(chance));
    TRY_ASSIGN(kept->recorder_, storage::Recorder::open(store, std::move(clock)));
    while (true) {
        TRY_ASSIGN(const auto entries, store.read(kept->state_.entries, read_at_once));
        if (entries.empty()) return kept;
        for (const std::string& bytes : entries) {
            TRY_ASSIGN(const record::Entry entry, record::decode_entry(bytes));
            TRY_OK(kept->fold(entry));
        }
    }
}

KeptCommittee::KeptCommittee(Private /*only here*/, record::Store& store,
                             storage::Recorder::Clock clock, Chance chance)
    : store_(store), clock_(std::move(clock)), chance_(std::move(chance)),
      library_([this](const BodyReference& body) { return content(body); }) {}

Result<DoneAct> KeptCommittee::act(const AttemptedAct& attempt) {
    const std::scoped_lock lock(mutex_);
    // A defect is the caller's to hear of; it does not end the recorder.
    std::exception_ptr defect;
    const auto make = [&](const record::Sequence& sequence,
                          std::int64_t time_ms) -> Result<storage::Proposed> {
        try {
            return propose(attempt, sequence, time_ms);
        } catch (...) {
            defect = std::current_exception();
            return std::unexpected(Error{});
        }
    };
    auto entry = recorder_->append(make);
    coming_.clear();
    if (defect) std::rethrow_exception(defect);
    if (!entry) return std::unexpected(std::move(entry).error());
    TRY_ASSIGN(const Events events, fold(*entry));
    DoneAct done{entry->index, {}};
    for (const Event& event : events) {
        if (std::string id = born_of(event); !id.empty()) done.born.push_back(std::move(id));
    }
    return done;
}

// The caller holds the lock while the recorder's thread is in here.
Result<storage::Proposed> KeptCommittee::propose(const AttemptedAct& attempt,
                                                 const record::Sequence& sequence,
                                                 std::int64_t time_ms) {
    const Act* act = find_act(attempt.name);
    if (act == nullptr) return refuse("act.unknown", {attempt.name}, ErrorCode::not_found);
    TRY_OK(may(state_, *act, attempt.caller, attempt.fields));
    if (attempt.seen) TRY_OK(check_unchanged(state_, *act, attempt.fields, *attempt.seen));
    const KeepBody keep_body = [this](std::string_view content, std::string media_type) {
        return keep(content, std::move(media_type));
    };
    TRY_ASSIGN(const auto fields, with_bodies(state_, *act, attempt.fields, library_, keep_body));
    TRY_ASSIGN(const Events events,
               decide(state_, *act, fields, {time_ms, attempt.caller, library_}));
    storage::Proposed proposed;
    record::OpenAct open;
    open.act = {attempt.caller.actor,
                std::string(name_of(attempt.caller.capacity)),
                attempt.name,
                encoded(events),
                {}};
    for (const BodyReference& body : bodies_of(events)) {
        const auto found = coming_.find(body.hash);
        if (found == coming_.end()) {
            const auto known = sequence.bodies().find(body.hash);
            if (known != sequence.bodies().end() && known->second.reference == body) continue;
            return refuse("body.unknown", {hex(body.hash)}, ErrorCode::not_found);
        }
        open.act.bodies.push_back(body);
        proposed.bodies.push_back(std::move(found->second));
        coming_.erase(found);
    }
    proposed.content = std::move(open);
    return proposed;
}

Result<record::Note> KeptCommittee::sign(std::span<const record::SigningKey> keys,
                                         record::HeadMemory& memory) {
    return recorder_->sign(keys, memory);
}

Result<boost::json::value> KeptCommittee::view(const AskedView& asked) const {
    const View* view = find_view(asked.name);
    if (view == nullptr) return refuse("view.unknown", {asked.name}, ErrorCode::not_found);
    const std::scoped_lock lock(mutex_);
    return show(state_, *view, asked.fields, {clock_(), asked.caller, library_});
}

Result<std::string> KeptCommittee::text(const std::string& id, text::Language language) const {
    const std::scoped_lock lock(mutex_);
    TRY_ASSIGN(const auto consolidated, consolidated_text(state_, library_, id, language));
    TRY_ASSIGN(const auto* kept, library_.text(state_.texts.at(id).files));
    return formats::print_text(kept->draft, consolidated, {});
}

State KeptCommittee::state() const {
    const std::scoped_lock lock(mutex_);
    return state_;
}

Result<std::string> KeptCommittee::content(const BodyReference& body) const {
    if (const auto found = coming_.find(body.hash); found != coming_.end()) {
        return std::string(record::content_of(found->second.bytes));
    }
    TRY_ASSIGN(const auto bytes, store_.body(body.hash));
    if (!bytes) return refuse("body.unknown", {hex(body.hash)}, ErrorCode::not_found);
    return std::string(record::content_of(*bytes));
}

BodyReference KeptCommittee::keep(std::string_view content, std::string media_type) {
    record::Body body = record::make_body(chance_(), content);
    BodyReference reference = record::refer_to(body, std::move(media_type));
    coming_[body.hash] = std::move(body);
    return reference;
}

// An entry that changes only the record itself has no events.
Result<Events> KeptCommittee::fold(const record::Entry& entry) {
    Events events;
    if (const auto* open = std::get_if<record::OpenAct>(&entry.content)) {
        for (const record::Event& event : open->act.events) {
            TRY_ASSIGN(events.emplace_back(), decode(event));
        }
    }
    for (const Event& event : events) apply(state_, event, {entry.index, entry.time_ms});
    state_.entries = entry.index + 1;
    return events;
}

}  // namespace travaux::host
