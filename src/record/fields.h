// Fields of a JSON object in an entry, read with refusals that name the field.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"

namespace travaux::record {

/// Refuses an entry because of one of its fields.
[[nodiscard]] std::unexpected<Error> malformed(std::string_view field);

class Fields {
public:
    /// Returns the fields of a value that has to be an object; `name` is what it is called.
    [[nodiscard]] static Result<Fields> of(const boost::json::value& value, std::string_view name);

    [[nodiscard]] const boost::json::object& all() const { return *object_; }
    [[nodiscard]] bool has(std::string_view field) const { return object_->contains(field); }

    [[nodiscard]] Result<std::string> text(std::string_view field) const;
    [[nodiscard]] Result<std::uint64_t> number(std::string_view field) const;
    [[nodiscard]] Result<Sha256> hash(std::string_view field) const;
    [[nodiscard]] Result<Fields> object(std::string_view field) const;

    /// Returns a text of lower-case words joined by dots and low lines.
    [[nodiscard]] Result<std::string> name(std::string_view field) const;

    /// Returns a list, which is empty where the field is absent.
    template <typename T>
    [[nodiscard]] Result<std::vector<T>> list(std::string_view field,
                                              Result<T> (*read)(const boost::json::value&)) const {
        std::vector<T> result;
        const boost::json::value* const value = object_->if_contains(field);
        if (value == nullptr) return result;
        if (!value->is_array()) return malformed(field);
        for (const boost::json::value& one : value->get_array()) {
            TRY_ASSIGN(result.emplace_back(), read(one));
        }
        return result;
    }

private:
    explicit Fields(const boost::json::object& object) : object_(&object) {}

    const boost::json::object* object_;
};

}  // namespace travaux::record
