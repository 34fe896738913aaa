// What the pages of documents share: rows, facts, forms of the Secretariat.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>

#include "committee/documents.h"
#include "site/visit.h"

namespace travaux::site {

/// Returns the address of the page of a document, or of a published text, by its id.
[[nodiscard]] std::string document_address(const Visit& visit, const std::string& id);

/// Returns a symbol that leads to its document.
[[nodiscard]] std::string symbol_link(const Visit& visit, const std::string& symbol,
                                      const std::string& id);

/// Returns what a document's kind is called; of a published text, what its kind is.
[[nodiscard]] std::string kind_in_words(const Visit& visit, const boost::json::object& row);

/// Returns whether it is released, and how.
[[nodiscard]] std::string release_in_words(const Visit& visit, const boost::json::object& row);

/// Returns a text of an object, or nothing where it is left out.
[[nodiscard]] std::string text_in(const boost::json::object& object, std::string_view key);

/// Returns languages by their names, from a list of codes.
[[nodiscard]] std::string languages_in_words(const Visit& visit, const boost::json::object& object,
                                             std::string_view key);

/// Returns the form that has documents written from the record; nothing before there are sessions.
[[nodiscard]] std::string written_documents(const Visit& visit);

/// Returns the form that enters a document, and the one that requests one, for who may.
[[nodiscard]] std::string enter_form(const Visit& visit);
[[nodiscard]] std::string request_form(const Visit& visit);

/// Returns the forms that add a version, release a document and waive its limit, for who may.
[[nodiscard]] std::string document_forms(const Visit& visit, const std::string& id,
                                         const committee::Document& document);

}  // namespace travaux::site
