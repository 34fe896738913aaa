// One piece of work on the rows of accounts: what it reads and changes, made as a whole or not at
// all, and done again where somebody else came first.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/account.h"
#include "storage/row_store.h"

namespace travaux::access {

/// The kinds of rows. A token of one kind opens nothing of another.
namespace kinds {

inline constexpr auto account = "account";
inline constexpr auto address = "address";  ///< by its hash; the value is the account
inline constexpr auto actor = "actor";      ///< by the id on the record; the value is the account
inline constexpr auto log_in = "log_in";
inline constexpr auto token = "token";
inline constexpr auto passkey = "passkey";    ///< by the hash of what its authenticator calls it
inline constexpr auto identity = "identity";  ///< by the hash of issuer and subject
inline constexpr auto link = "link";
inline constexpr auto tries = "tries";
inline constexpr auto administrators = "administrators";
inline constexpr auto audit = "audit";
inline constexpr auto notice_choice = "notice_choice";  ///< by the account
inline constexpr auto feed = "feed";                    ///< of a calendar

}  // namespace kinds

class Work {
public:
    explicit Work(storage::RowStore& store) : store_(store) {}

    /// Reads a row, or nothing. What was read is still so when the work is done.
    template <typename T>
    [[nodiscard]] Result<std::optional<T>> read(std::string_view kind, const std::string& key);

    /// Has a row written.
    template <typename T>
    [[nodiscard]] Result<void> put(std::string_view kind, const std::string& key,
                                   const std::string& owner, const T& value);

    /// Has a row erased, if it is there.
    [[nodiscard]] Result<void> erase(std::string_view kind, const std::string& key);

    /// Returns rows as they are now, with those of this work left aside.
    template <typename T>
    [[nodiscard]] Result<std::vector<std::pair<std::string, T>>> list(storage::RowRange range);

    /// Makes the changes. Errors: `row.moved_on`.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<std::optional<std::string>> bytes(const storage::RowName& name);

    storage::RowStore& store_;
    std::map<storage::RowName, storage::RowChange> rows_;  ///< what was read, and becomes of it
};

/// Does work until nobody else came first: at most `work_tries` times.
inline constexpr int work_tries = 50;
template <typename Do>
[[nodiscard]] auto working(storage::RowStore& store, Do done)
    -> decltype(done(std::declval<Work&>())) {
    for (int i = 1;; ++i) {
        Work work(store);
        auto outcome = done(work);
        if (!outcome) return outcome;
        const auto finished = work.finish();
        if (finished) return outcome;
        if (finished.error().id != "row.moved_on" || i == work_tries) {
            return std::unexpected(finished.error());
        }
    }
}

}  // namespace travaux::access
