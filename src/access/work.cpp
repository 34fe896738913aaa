// SPDX-License-Identifier: MIT
#include "access/work.h"

#include <algorithm>
#include <boost/json.hpp>

#include "access/drafts.h"
#include "access/notice.h"
#include "committee/described.h"
#include "record/canonical_json.h"

namespace travaux::access {
namespace {

template <typename T>
Result<std::string> bytes_of(const T& value) {
    if constexpr (std::same_as<T, std::string>) {
        return value;
    } else {
        return record::write_canonical(committee::to_json(value));
    }
}

template <typename T>
Result<T> value_of(std::string_view bytes, std::string_view kind) {
    if constexpr (std::same_as<T, std::string>) {
        return std::string(bytes);
    } else {
        TRY_ASSIGN(const boost::json::value json, record::parse_json(bytes));
        if (!json.is_object()) {
            return std::unexpected(
                Error{ErrorCode::corrupt, "database.damaged", {"accounts", std::string(kind)}});
        }
        return committee::from_object<T>(json.get_object(), "accounts " + std::string(kind));
    }
}

}  // namespace

Result<std::optional<std::string>> Work::bytes(const storage::RowName& name) {
    if (const auto found = rows_.find(name); found != rows_.end()) {
        const storage::RowChange& change = found->second;
        const bool is_put = change.what == storage::RowChange::What::put;
        const bool is_kept = change.what == storage::RowChange::What::keep && change.version > 0;
        if (!is_put && !is_kept) return std::nullopt;
        return change.value;
    }
    TRY_ASSIGN(const auto row, store_.row(name));
    storage::RowChange& kept = rows_[name];
    kept.name = name;
    if (!row) return std::nullopt;
    kept.version = row->version;
    kept.owner = row->owner;
    kept.value = row->value;
    return row->value;
}

template <typename T>
Result<std::optional<T>> Work::read(std::string_view kind, const std::string& key) {
    TRY_ASSIGN(const auto found, bytes({std::string(kind), key}));
    if (!found) return std::nullopt;
    TRY_ASSIGN(T value, value_of<T>(*found, kind));
    return value;
}

template <typename T>
Result<void> Work::put(std::string_view kind, const std::string& key, const std::string& owner,
                       const T& value) {
    const storage::RowName name{std::string(kind), key};
    TRY_OK(bytes(name));
    storage::RowChange& change = rows_.at(name);
    change.what = storage::RowChange::What::put;
    change.owner = owner;
    TRY_ASSIGN(change.value, bytes_of(value));
    return {};
}

Result<void> Work::erase(std::string_view kind, const std::string& key) {
    const storage::RowName name{std::string(kind), key};
    TRY_OK(bytes(name));
    storage::RowChange& change = rows_.at(name);
    if (change.version == 0) {
        rows_.erase(name);
    } else {
        change.what = storage::RowChange::What::erase;
    }
    return {};
}

template <typename T>
Result<std::vector<std::pair<std::string, T>>> Work::list(storage::RowRange range) {
    std::vector<std::pair<std::string, T>> list;
    const std::uint64_t wanted = range.count;
    range.count = std::min<std::uint64_t>(wanted, 1000);
    while (list.size() < wanted) {
        TRY_ASSIGN(const auto rows, store_.rows(range));
        for (const storage::Row& row : rows) {
            TRY_ASSIGN(T value, value_of<T>(row.value, range.kind));
            list.emplace_back(row.key, std::move(value));
        }
        if (rows.size() < range.count) break;
        range.after = rows.back().key;
    }
    return list;
}

Result<void> Work::finish() {
    std::vector<storage::RowChange> changes;
    for (auto& [name, change] : rows_) {
        // Of what was not there, and is not made, nothing hangs on its staying so.
        const bool is_kept = change.what == storage::RowChange::What::keep;
        if (!is_kept || change.version > 0) changes.push_back(std::move(change));
    }
    const auto changes_something = [](const storage::RowChange& one) {
        return one.what != storage::RowChange::What::keep;
    };
    if (std::ranges::none_of(changes, changes_something)) return {};
    return store_.change(changes);
}

#define TRAVAUX_ROWS_OF(T)                                                                       \
    template Result<std::optional<T>> Work::read<T>(std::string_view, const std::string&);       \
    template Result<void> Work::put<T>(std::string_view, const std::string&, const std::string&, \
                                       const T&);                                                \
    template Result<std::vector<std::pair<std::string, T>>> Work::list<T>(storage::RowRange)

TRAVAUX_ROWS_OF(std::string);
TRAVAUX_ROWS_OF(Account);
TRAVAUX_ROWS_OF(LogIn);
TRAVAUX_ROWS_OF(Token);
TRAVAUX_ROWS_OF(KeptPasskey);
TRAVAUX_ROWS_OF(KeptIdentity);
TRAVAUX_ROWS_OF(Link);
TRAVAUX_ROWS_OF(Audited);
TRAVAUX_ROWS_OF(Tries);
TRAVAUX_ROWS_OF(Administrators);
TRAVAUX_ROWS_OF(PrivateDraft);
TRAVAUX_ROWS_OF(SponsorRequest);
TRAVAUX_ROWS_OF(Notice);
TRAVAUX_ROWS_OF(NoticeChoice);
TRAVAUX_ROWS_OF(HeldUntil);
TRAVAUX_ROWS_OF(Message);
TRAVAUX_ROWS_OF(CalendarFeed);

}  // namespace travaux::access
