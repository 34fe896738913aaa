// Rows in memory, for tests and for trying things out.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <mutex>

#include "storage/row_store.h"

namespace travaux::storage {

class MemoryRowStore final : public RowStore {
public:
    Result<std::optional<Row>> row(const RowName& name) override;
    Result<std::vector<Row>> rows(const RowRange& range) override;
    Result<std::vector<RowChange>> all() override;
    Result<void> change(std::span<const RowChange> changes) override;
    Result<void> forget() override { return {}; }

private:
    std::mutex mutex_;
    std::map<RowName, Row> rows_;
};

}  // namespace travaux::storage
