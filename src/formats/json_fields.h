// Fields of a JSON object, read with refusals that name where it stands.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace travaux::formats {

/// Reads JSON. Errors: `json.malformed`, also where it is nested too deep, and `json.field_twice`.
[[nodiscard]] Result<boost::json::value> parse_json(std::string_view bytes,
                                                    const std::string& place);

/// Whether texts are taken as the record keeps them (NFC, single blanks), or as they stand.
enum class Texts : std::uint8_t { normalised, verbatim };

/// An object at a place, `file:line`, that refusals name first.
class JsonFields {
public:
    JsonFields(const boost::json::object& object, std::string place,
               Texts texts = Texts::normalised)
        : object_(object), place_(std::move(place)), texts_(texts) {}

    [[nodiscard]] const std::string& place() const { return place_; }

    /// Returns the same object, with a part of the way to it behind its place: `plan.json:
    /// sessions[2]`.
    [[nodiscard]] JsonFields under(std::string_view part) const {
        return {object_, place_ + ": " + std::string(part), texts_};
    }

    [[nodiscard]] bool has(std::string_view name) const { return object_.contains(name); }

    /// Returns a text; refuses where it is missing or no text.
    [[nodiscard]] Result<std::string> text(std::string_view name) const;

    /// Returns a text, or an empty one where the field is missing.
    [[nodiscard]] Result<std::string> text_or_empty(std::string_view name) const;

    /// Returns a whole number of 0 to 2^31 - 1.
    [[nodiscard]] Result<std::uint32_t> number(std::string_view name) const;

    /// Returns a list of such numbers.
    [[nodiscard]] Result<std::vector<std::uint32_t>> numbers(std::string_view name) const;

    /// Returns a list of texts; refuses where it is missing or holds anything else.
    [[nodiscard]] Result<std::vector<std::string>> texts(std::string_view name) const;

    /// Returns a list of objects.
    [[nodiscard]] Result<std::vector<JsonFields>> objects(std::string_view name) const;

    /// Returns an object.
    [[nodiscard]] Result<JsonFields> object(std::string_view name) const;

    /// Refuses fields of other names: a misspelled one would be lost.
    [[nodiscard]] Result<void> only(std::initializer_list<std::string_view> names) const;

    /// Makes a refusal at this place.
    [[nodiscard]] std::unexpected<Error> refuse(std::string id, std::string detail = {}) const;

private:
    [[nodiscard]] Result<const boost::json::value*> value(std::string_view name) const;
    [[nodiscard]] Result<std::uint32_t> as_number(const boost::json::value& value,
                                                  std::string_view name) const;
    [[nodiscard]] Result<std::string> as_text(const boost::json::value& value,
                                              std::string_view name) const;

    const boost::json::object& object_;
    std::string place_;
    Texts texts_;
};

}  // namespace travaux::formats
