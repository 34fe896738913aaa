// The one writer of a record: threads hand in what they want to append, and all that waits is
// appended together, in one durable transaction.
//
// What is to be appended is made on the recorder's thread, one after another, each in the light of
// those before it. Nobody is told of an entry before it is durable. Others may write the same
// store: their entries are taken in, and what lost the race to them is made again in their light.
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "record/sequence.h"
#include "record/signing.h"
#include "record/store.h"

namespace travaux::storage {

/// What somebody wants appended.
struct Proposed {
    std::variant<record::OpenAct, record::Commitment> content;
    std::vector<record::Body> bodies;
    std::vector<record::SideValue> side{};  ///< kept beside the record with the entry
};

class Recorder {
    struct Private {};

public:
    /// Returns the time in milliseconds since 1970, UTC.
    using Clock = std::function<std::int64_t()>;

    /// Makes what is appended, or refuses; again where somebody else's entry came first. `sequence`
    /// has all entries before it: those of others, and those that are not durable yet.
    using Make =
        std::function<Result<Proposed>(const record::Sequence& sequence, std::int64_t time_ms)>;

    /// Hears, once, of the durable entry or why there is none; called on the recorder's thread.
    using Done = std::function<void(Result<record::Entry>)>;

    /// Hears that entries which were made were not appended after all, so that what was derived
    /// from them has to be read again from the store.
    using Lost = std::function<void()>;

    /// Hears of every entry that was made, in their order, before it is durable and before the next
    /// one is made; called on the recorder's thread.
    using Taken = std::function<void(const record::Entry&)>;

    /// Reads and checks a whole record, and begins to write it. The store outlives the recorder.
    [[nodiscard]] static Result<std::unique_ptr<Recorder>> open(record::Store& store, Clock clock,
                                                                Lost lost = {}, Taken taken = {});

    /// The same for a record that was read and checked already.
    [[nodiscard]] static std::unique_ptr<Recorder> open_read(record::Store& store,
                                                             record::Sequence sequence, Clock clock,
                                                             Lost lost = {}, Taken taken = {});

    /// For `open` alone.
    Recorder(Private /*only here*/, record::Store& store, Clock clock, Lost lost, Taken taken,
             record::Sequence sequence);

    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// Ends when all that was handed in is done.
    ~Recorder();

    /// Hands in what is to be appended, and returns at once.
    void submit(Make make, Done done);

    /// Hands it in and waits.
    [[nodiscard]] Result<record::Entry> append(Make make);

    /// Signs the heads that are not signed yet, see `record::sign_pending`.
    [[nodiscard]] Result<record::Note> sign(std::span<const record::SigningKey> keys,
                                            record::HeadMemory& memory);

    /// Returns the record as far as it is durable here. Errors: those of reading.
    [[nodiscard]] Result<record::Sequence> sequence();

private:
    struct Request {
        Make make;
        Done done;
    };

    void run();
    void write(std::vector<Request> requests);
    [[nodiscard]] Result<void> write_once(const std::vector<Request>& requests,
                                          std::vector<Result<record::Entry>>& outcomes);
    [[nodiscard]] Result<void> catch_up();
    [[nodiscard]] Result<record::Entry> make(const Request& request,
                                             std::vector<record::Addition>& additions);

    record::Store& store_;
    Clock clock_;
    Lost lost_;
    Taken taken_;
    std::mutex record_mutex_;  // the sequence, and the order of writing
    record::Sequence sequence_;
    bool is_ahead_ = false;                 // of the store, after a write that failed
    std::atomic<std::uint64_t> heard_ = 0;  // the store's length, as far as it was told
    record::Store::Watch watch_;
    std::mutex queue_mutex_;
    std::condition_variable queue_grew_;
    std::vector<Request> queue_;
    bool is_ending_ = false;
    std::thread thread_;  // last: it uses all of the above
};

/// Hears of entries that are read, in their order; what it refuses ends the reading.
using Read = std::function<Result<void>(const record::Entry&)>;

/// Reads every entry of a store and checks each against those before it.
[[nodiscard]] Result<record::Sequence> read_sequence(record::Store& store);
[[nodiscard]] Result<record::Sequence> read_sequence(record::Store& store, const Read& read);

}  // namespace travaux::storage
