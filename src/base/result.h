// What a fallible call returns, and what a broken promise of our own raises.
//
// A refusal is a value: the caller shows it to whoever can mend it. A defect is ours and ends the
// run with exit code 1.
// SPDX-License-Identifier: MIT
#pragma once

#include <expected>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace travaux {

/// The six kinds of failure; each maps to one exit code and one HTTP status.
enum class ErrorCode { invalid, refused, not_found, conflict, storage, corrupt };

/// A failure that somebody else can mend. `id` is stable (`proposal.target_unknown`); `args` name
/// the thing and the place, outermost first. The words are made from both at the outer edge.
struct Error {
    ErrorCode code = ErrorCode::invalid;
    std::string id;
    std::vector<std::string> args;

    bool operator==(const Error&) const = default;
};

template <typename T>
using Result = std::expected<T, Error>;

/// Raised by VERIFY only; caught only in `main`.
class Defect : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

[[noreturn]] inline void raise_defect(const char* condition, const char* file, int line) {
    throw Defect(std::string(file) + ":" + std::to_string(line) + ": " + condition);
}

}  // namespace travaux

/// Checks an invariant of ours in every build; input never reaches it unchecked.
#define VERIFY(condition) \
    ((condition) ? void(0) : ::travaux::raise_defect(#condition, __FILE__, __LINE__))

#define TRAVAUX_JOIN_(a, b) a##b
#define TRAVAUX_JOIN(a, b) TRAVAUX_JOIN_(a, b)

/// `TRY_ASSIGN(auto x, f())` gives x the value of f(), or returns its error.
#define TRY_ASSIGN(declaration, expression) \
    TRY_ASSIGN_(TRAVAUX_JOIN(result_, __LINE__), declaration, expression)
#define TRY_ASSIGN_(name, declaration, expression)              \
    auto name = (expression);                                   \
    if (!name) return std::unexpected(std::move(name).error()); \
    declaration = *std::move(name)

/// Returns the error of a call whose value does not matter.
#define TRY_OK(expression) \
    if (auto outcome = (expression); !outcome) return std::unexpected(std::move(outcome).error())
