// SPDX-License-Identifier: MIT
#include "storage/recorder.h"

#include <algorithm>
#include <future>

namespace travaux::storage {
namespace {

constexpr std::size_t batch_max = 256;  // entries of one transaction
constexpr std::uint64_t read_at_once = 1000;
constexpr int attempts_max = 100;  // at appending before others do

// Takes in the entries of a store that a sequence does not have yet.
Result<void> read_on(record::Store& store, record::Sequence& sequence, const Read& read = {}) {
    while (true) {
        TRY_ASSIGN(const auto entries, store.read(sequence.size(), read_at_once));
        if (entries.empty()) return {};
        for (const std::string& bytes : entries) {
            auto entry = sequence.add(bytes);
            if (entry) {
                if (read) TRY_OK(read(*entry));
                continue;
            }
            Error error = std::move(entry).error();
            error.code = ErrorCode::corrupt;
            error.args.insert(error.args.begin(), "entry " + std::to_string(sequence.size()));
            return std::unexpected(std::move(error));
        }
    }
}

}  // namespace

Result<record::Sequence> read_sequence(record::Store& store) { return read_sequence(store, {}); }

Result<record::Sequence> read_sequence(record::Store& store, const Read& read) {
    record::Sequence sequence;
    TRY_OK(read_on(store, sequence, read));
    return sequence;
}

Result<std::unique_ptr<Recorder>> Recorder::open(record::Store& store, Clock clock, Lost lost,
                                                 Taken taken) {
    TRY_ASSIGN(record::Sequence sequence, read_sequence(store));
    return open_read(store, std::move(sequence), std::move(clock), std::move(lost),
                     std::move(taken));
}

std::unique_ptr<Recorder> Recorder::open_read(record::Store& store, record::Sequence sequence,
                                              Clock clock, Lost lost, Taken taken) {
    return std::make_unique<Recorder>(Private{}, store, std::move(clock), std::move(lost),
                                      std::move(taken), std::move(sequence));
}

Recorder::Recorder(Private /*only here*/, record::Store& store, Clock clock, Lost lost, Taken taken,
                   record::Sequence sequence)
    : store_(store), clock_(std::move(clock)), lost_(std::move(lost)), taken_(std::move(taken)),
      sequence_(std::move(sequence)),
      watch_(store.watch([this](std::uint64_t length) { heard_ = length; })),
      thread_([this] { run(); }) {}

Recorder::~Recorder() {
    {
        const std::scoped_lock lock(queue_mutex_);
        is_ending_ = true;
    }
    queue_grew_.notify_one();
    thread_.join();
}

void Recorder::submit(Make make, Done done) {
    {
        const std::scoped_lock lock(queue_mutex_);
        queue_.push_back({std::move(make), std::move(done)});
    }
    queue_grew_.notify_one();
}

Result<record::Entry> Recorder::append(Make make) {
    std::promise<Result<record::Entry>> promise;
    submit(std::move(make),
           [&promise](Result<record::Entry> entry) { promise.set_value(std::move(entry)); });
    return promise.get_future().get();
}

Result<record::Note> Recorder::sign(std::span<const record::SigningKey> keys,
                                    record::HeadMemory& memory) {
    const std::scoped_lock lock(record_mutex_);
    TRY_OK(catch_up());
    return record::sign_pending(store_, sequence_, keys, memory);
}

Result<record::Sequence> Recorder::sequence() {
    const std::scoped_lock lock(record_mutex_);
    TRY_OK(catch_up());
    return sequence_;
}

void Recorder::run() {
    while (true) {
        std::vector<Request> requests;
        {
            std::unique_lock lock(queue_mutex_);
            queue_grew_.wait(lock, [this] { return is_ending_ || !queue_.empty(); });
            if (queue_.empty()) return;
            const std::size_t count = std::min(queue_.size(), batch_max);
            const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(count);
            requests.assign(std::move_iterator(queue_.begin()), std::move_iterator(end));
            queue_.erase(queue_.begin(), end);
        }
        write(std::move(requests));
    }
}

// Makes the addition of one request, and takes its entry into the sequence.
Result<record::Entry> Recorder::make(const Request& request,
                                     std::vector<record::Addition>& additions) {
    const std::int64_t time_ms = std::max(clock_(), sequence_.time_ms());
    TRY_ASSIGN(Proposed proposed, request.make(sequence_, time_ms));
    record::Entry entry{sequence_.size(), time_ms, std::move(proposed.content)};
    TRY_ASSIGN(record::Addition addition, record::make_addition(entry, std::move(proposed.bodies)));
    addition.side = std::move(proposed.side);
    TRY_OK(sequence_.add(entry, addition.entry));
    if (taken_) taken_(entry);
    additions.push_back(std::move(addition));
    return entry;
}

void Recorder::write(std::vector<Request> requests) {
    std::vector<Result<record::Entry>> outcomes;
    Result<void> written;
    int attempts = 0;
    do {
        outcomes.clear();
        written = write_once(requests, outcomes);
        if (!written && lost_) lost_();
    } while (!written && written.error().id == "store.moved_on" && ++attempts < attempts_max);
    for (std::size_t i = 0; i < requests.size(); ++i) requests[i].done(std::move(outcomes[i]));
}

// Makes all that is requested and appends it. Fails where what was made was not appended.
Result<void> Recorder::write_once(const std::vector<Request>& requests,
                                  std::vector<Result<record::Entry>>& outcomes) {
    const std::scoped_lock lock(record_mutex_);
    if (const auto caught_up = catch_up(); !caught_up) {
        outcomes.assign(requests.size(), std::unexpected(caught_up.error()));
        return {};
    }
    const std::uint64_t before = sequence_.size();
    std::vector<record::Addition> additions;
    for (const Request& request : requests) outcomes.push_back(make(request, additions));
    if (additions.empty()) return {};
    Result<void> written = store_.append(before, additions);
    if (written) return {};
    is_ahead_ = true;
    for (auto& outcome : outcomes) {
        if (outcome) outcome = std::unexpected(written.error());
    }
    return written;
}

// After a write that failed, what is in the store counts. Otherwise what others wrote is added.
Result<void> Recorder::catch_up() {
    if (is_ahead_) {
        TRY_ASSIGN(sequence_, read_sequence(store_));
        is_ahead_ = false;
    }
    if (heard_ > sequence_.size()) return read_on(store_, sequence_);
    return {};
}

}  // namespace travaux::storage
