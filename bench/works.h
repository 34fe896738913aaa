// The works that are measured, by their names in the README of this folder.
// SPDX-License-Identifier: MIT
#pragma once

#include "bench/input.h"
#include "bench/table.h"

namespace travaux::bench {

/// B1: from the bytes of a draft and its proposals to the annotated tree, its text and the content
/// id of each distinct wish; what reads back out of it; and the peak of memory.
void consolidate_work(const Inputs& inputs, Table& table);

/// B2: B1 in drawn orders, and with each proposal twice; all outputs are the same.
void order_work(const Inputs& inputs, Table& table);

/// B3: proposals come one at a time, and the provision that each touches is laid out anew.
void incremental_work(const Inputs& inputs, Table& table);

/// B4: half of the proposals are withdrawn; the text equals that of the rest.
void withdrawal_work(const Inputs& inputs, Table& table);

/// B5: each distinct pair of a provision and a text wanted of it becomes hunks.
void pairs_work(const Inputs& inputs, Table& table);

/// B6: fifty drafts without ids; which draft brought each word of the last, beside `git blame`.
void blame_work(const Inputs& inputs, Table& table);

/// B6n: the same from the record of a draft that was made in adopted steps.
void recorded_blame_work(const Inputs& inputs, Table& table);

/// B6r: the laws that changed real articles; which law brought each word, where that is known.
void real_blame_work(const Inputs& inputs, Table& table);

/// B8: texts made to be hard.
void hostile_work(const Inputs& inputs, Table& table);

/// B9: B1 from 200 to as many proposals as there are inputs for.
void scale_work(const Inputs& inputs, Table& table);

}  // namespace travaux::bench
