// SPDX-License-Identifier: MIT
#include "storage/memory_row_store.h"

namespace travaux::storage {

Result<std::optional<Row>> MemoryRowStore::row(const RowName& name) {
    const std::scoped_lock lock(mutex_);
    const auto found = rows_.find(name);
    if (found == rows_.end()) return std::nullopt;
    return found->second;
}

Result<std::vector<Row>> MemoryRowStore::rows(const RowRange& range) {
    const std::scoped_lock lock(mutex_);
    std::vector<Row> rows;
    for (auto at = rows_.upper_bound({range.kind, range.after});
         at != rows_.end() && at->first.kind == range.kind && rows.size() < range.count; ++at) {
        if (at->second.owner == range.owner) rows.push_back(at->second);
    }
    return rows;
}

Result<std::vector<RowChange>> MemoryRowStore::all() {
    const std::scoped_lock lock(mutex_);
    std::vector<RowChange> all;
    for (const auto& [name, row] : rows_) {
        all.push_back({RowChange::What::put, name, 0, row.owner, row.value});
    }
    return all;
}

Result<void> MemoryRowStore::change(std::span<const RowChange> changes) {
    const auto ordered = in_order(changes);
    const std::scoped_lock lock(mutex_);
    for (const RowChange& one : ordered) {
        const auto found = rows_.find(one.name);
        const std::uint64_t version = found == rows_.end() ? 0 : found->second.version;
        if (version != one.version) return row_moved_on(one.name);
    }
    for (const RowChange& one : ordered) {
        switch (one.what) {
            case RowChange::What::keep: break;
            case RowChange::What::erase: rows_.erase(one.name); break;
            case RowChange::What::put:
                rows_[one.name] = {one.name.key, one.owner, one.version + 1, one.value};
                break;
        }
    }
    return {};
}

}  // namespace travaux::storage
