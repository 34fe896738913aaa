// Every maximum that an input meets, with its unit in its name.
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace travaux::limits {

inline constexpr std::size_t input_file_bytes = 256U << 20U;   ///< any one file
inline constexpr std::size_t proposal_line_bytes = 8U << 20U;  ///< one JSON line
inline constexpr std::size_t json_depth = 48;                  ///< objects in objects
inline constexpr std::size_t origin_bytes = 200;       ///< the name of a record and its keys
inline constexpr std::size_t note_bytes = 64U << 10U;  ///< a signed note
inline constexpr std::size_t entry_bytes = 60'000;     ///< an entry of the record
inline constexpr std::size_t body_bytes = 64U << 20U;  ///< what stands beside an entry
inline constexpr std::size_t xml_depth = 100;          ///< elements in elements
inline constexpr std::size_t docx_parts = 10'000;      ///< in one Word file
inline constexpr std::size_t docx_unpacked_bytes = 256U << 20U;  ///< of all parts of one
inline constexpr std::size_t tree_depth = 4096;                  ///< brackets in brackets, in files
inline constexpr std::size_t name_bytes = 100;  ///< of an act, an event, a capacity
inline constexpr std::size_t media_type_bytes = 100;
inline constexpr std::size_t proposal_id_bytes = 100;
inline constexpr std::size_t amendment_depth = 64;            ///< amendments of amendments
inline constexpr std::size_t import_file_bytes = 64U << 20U;  ///< a treaty to import
inline constexpr std::size_t draft_depth = 32;                ///< provisions in provisions
inline constexpr std::size_t draft_provisions = 1'000'000;
inline constexpr std::size_t act_text_bytes = 4'000;  ///< one text among an act's fields
inline constexpr std::size_t act_list_length = 1'000;
inline constexpr std::size_t target_bytes = 4'096;            ///< of a request: path and query
inline constexpr std::size_t head_bytes = 16U << 10U;         ///< of a request
inline constexpr std::size_t head_fields = 100;               ///< of a request
inline constexpr std::size_t understood_paragraphs = 50'000;  ///< of a Word file
inline constexpr std::size_t sent_file_unpacked_bytes = 32U << 20U;
inline constexpr std::size_t sent_file_bytes = 8U << 20U;  ///< a Word file over HTTP
inline constexpr std::size_t request_body_bytes = 16U << 20U;
inline constexpr std::size_t compared_bytes = 16U << 20U;  ///< of words, in two texts
inline constexpr std::size_t form_fields = 10'000;         ///< of one form
inline constexpr std::size_t form_head_bytes = 4'096;      ///< of one of its fields
inline constexpr std::size_t form_name_bytes = 255;        ///< of a field, or of a file
inline constexpr std::size_t idempotency_key_bytes = 200;
inline constexpr std::size_t connections = 20'000;      ///< to one server
inline constexpr std::size_t waiting_requests = 2'000;  ///< for a thread
inline constexpr std::size_t waiting_files = 16;        ///< Word files to be understood
inline constexpr std::size_t waiting_documents = 16;    ///< documents to be made

}  // namespace travaux::limits
