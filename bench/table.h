// One table of what was measured: for each work its times, the same bytes hashed and copied in the
// same run, the ratios, and the mark that it has to reach.
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "bench/measure.h"

namespace travaux::bench {

/// What a work has to reach.
struct Mark {
    std::string text;  ///< "<= 8 x SHA-256 (aim 3.5)"
    bool is_reached = false;
};

struct Line {
    std::string work;
    std::string size;
    std::optional<Mark> mark;  ///< nothing where a work is only reported
    std::string note;          ///< beside what the work says itself
};

class Table {
public:
    /// Prints the machine, the version and the head.
    Table();

    /// Prints one line. A work that did not end is a line without times, and its mark is missed.
    void add(const Line& line, const std::optional<Measured>& measured);

    /// Prints the line of another program. One that is absent is a line without times that says so.
    void add_peer(const Line& line, const std::optional<Measured>& measured);

    /// Whether all works of the engine so far ended, and passed the checker.
    [[nodiscard]] bool is_sound() const { return is_sound_; }

private:
    bool is_sound_ = true;
};

/// A mark on the processor time of a work as a multiple of SHA-256 of the same bytes, medians.
[[nodiscard]] Mark mark_of_sha256(const std::optional<Measured>& measured, double must, double aim);

/// A mark on the median time in milliseconds.
[[nodiscard]] Mark mark_of_ms(const std::optional<Measured>& measured, double must, double aim);

/// A mark on a figure in its own unit.
[[nodiscard]] Mark mark_of(double value, double must, double aim, const std::string& unit);

}  // namespace travaux::bench
