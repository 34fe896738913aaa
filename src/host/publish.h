// The public record as a site of files: pages, documents and the record itself, for any web server.
// docs/published-record.md lists them.
//
// All of it is a function of the export alone, so nothing can be in it that is not public.
// SPDX-License-Identifier: MIT
#pragma once

#include "record/export.h"
#include "record/store.h"

namespace travaux::host {

/// Where the record stands in a published folder.
inline constexpr std::string_view record_folder = "record/";

/// Writes what is public of a record that is signed. The same record gives the same bytes. Errors:
/// those of `write_export` and of reading the record.
[[nodiscard]] Result<void> publish(record::Store& store, const record::ExportSink& sink);

/// Writes the pages and documents that an export gives. Errors: those of reading it.
[[nodiscard]] Result<void> publish_pages(record::ExportFiles& files,
                                         const record::ExportSink& sink);

}  // namespace travaux::host
