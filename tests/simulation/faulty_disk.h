// A disk under SQLite that fails when it is told to: at a given call the machine stops, or the disk
// is full. After a stop without power, each write that was not synced is there or not, by chance.
//
// It is SQLite's default file system while it lives. Locks and shared memory are those of the real
// one; nothing is waited for when a file is synced.
// SPDX-License-Identifier: MIT
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace travaux::tests {

/// What a stop of the machine leaves of writes that were not synced.
enum class Stop : std::uint8_t { of_the_program, of_the_power };

class FaultyDisk {
public:
    FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk();

    /// Lets the machine stop at the call after this many more that change a file; half of a write
    /// that it comes to is done.
    void stop_after(std::uint64_t calls);

    /// Whether writes find no room.
    void set_full(bool is_full);

    [[nodiscard]] bool has_stopped() const;

    /// Starts again when every connection is closed. `below` returns a number below its bound.
    void restart(Stop stop, const std::function<unsigned(unsigned)>& below);

private:
    friend struct FaultyFile;
    friend struct FaultyCalls;

    // A change that is not synced yet: bytes that were written, or the length that a file was cut
    // to.
    struct Change {
        std::int64_t at = 0;
        std::optional<std::string> bytes;
        std::string before;            // the bytes that were there
        std::int64_t size_before = 0;  // of the file
    };

    // Whether a call that changes something may go on; otherwise the code to return.
    [[nodiscard]] int admit(bool needs_room);
    void undo(const std::string& path, const Change& change) const;

    mutable std::mutex mutex_;
    sqlite3_vfs vfs_{};
    sqlite3_vfs* real_ = nullptr;
    std::optional<std::uint64_t> calls_left_;
    bool has_stopped_ = false;
    bool is_full_ = false;
    std::map<std::string, std::vector<Change>> unsynced_;  // by path, oldest first
};

}  // namespace travaux::tests
