// The names under which documents are saved by whoever downloads them.
// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace travaux::http {

/// Returns the field `Content-Disposition` of a document: its name is the parts that are not empty
/// with dashes between them, and the ending behind a dot. What is no letter or digit of ASCII, dot
/// or low line becomes a dash: `A/AC.1/L.1` is `A-AC.1-L.1`.
[[nodiscard]] std::string saved_as(std::initializer_list<std::string_view> parts,
                                   std::string_view ending);

}  // namespace travaux::http
