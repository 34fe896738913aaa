// A committee as a server serves it: beside itself, its public record and its news; its heads are
// signed as the record grows.
// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>

#include "host/kept_committee.h"
#include "host/public_record.h"
#include "http/live.h"
#include "record/signing.h"

namespace travaux::http {

class ServedCommittee {
    struct Private {};

public:
    /// What it is made of, all of which outlives it.
    struct Parts {
        std::string name;  ///< in addresses, see `is_committee_name`
        record::Store& store;
        host::KeptCommittee& committee;
        std::span<const record::SigningKey> keys{};  ///< none: this server signs no heads
        record::HeadMemory* memory = nullptr;
    };

    /// Reads the public record and begins to follow it. Errors: those of reading.
    [[nodiscard]] static Result<std::unique_ptr<ServedCommittee>> open(Parts parts);

    /// For `open` alone.
    ServedCommittee(Private /*only here*/, Parts parts);

    ServedCommittee(const ServedCommittee&) = delete;
    ServedCommittee& operator=(const ServedCommittee&) = delete;

    [[nodiscard]] const std::string& name() const { return parts_.name; }
    [[nodiscard]] host::KeptCommittee& committee() const { return parts_.committee; }
    [[nodiscard]] const host::PublicRecord& record() const { return record_; }
    [[nodiscard]] const std::shared_ptr<Live>& live() const { return live_; }

    /// Returns whether the store answers at present. Errors: those of the store.
    [[nodiscard]] Result<void> check_store() const;

    /// Takes in what the store has by now: whoever did an act finds at once what it brought.
    /// Errors: those of reading.
    [[nodiscard]] Result<void> catch_up();

private:
    void follow(const std::stop_token& stop);
    [[nodiscard]] bool sign();

    Parts parts_;
    host::PublicRecord record_;
    std::shared_ptr<Live> live_;
    std::mutex taking_;
    std::mutex mutex_;
    std::condition_variable_any grew_;
    bool has_news_ = true;  // what is there at first may not be signed
    std::uint64_t signed_ = 0;
    record::Store::Watch watch_;
    std::jthread follower_;  // last: it uses all of the above
};

/// Whether a committee may have a name: 1 to 40 small letters, digits and dashes.
[[nodiscard]] bool is_committee_name(std::string_view name);

}  // namespace travaux::http
