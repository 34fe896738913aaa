// From a description to JSON and back: each act, event and part of the state is described once
// (Boost.Describe), and that is all that reading, writing and the pages need.
//
// A field that may be absent is an optional or a list; every other one is required, and a field
// that is not described is refused. So an addition to what is on record is an optional or a list.
// A text is never empty: what is not said is absent.
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/limits.h"
#include "base/result.h"
#include "record/entry.h"

namespace travaux::committee {

/// A value that stands in JSON as one text, such as a date.
template <typename T>
concept Spelled = requires(const T& value, std::string_view text) {
    { value.text() } -> std::same_as<std::string>;
    { T::parse(text) } -> std::same_as<std::optional<T>>;
};

template <typename T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value;

template <typename T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value;

template <typename T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public>;

template <typename T>
inline constexpr bool is_optional = false;
template <typename T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <typename T>
inline constexpr bool is_list = false;
template <typename T>
inline constexpr bool is_list<std::vector<T>> = true;

/// Returns the spelling of an enumerator, as it stands in the code.
template <DescribedEnum E>
[[nodiscard]] std::string_view name_of(E value) {
    return boost::describe::enum_to_string(value, "");
}

/// Returns all enumerators.
template <DescribedEnum E>
[[nodiscard]] std::vector<E> all_of() {
    std::vector<E> values;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto one) { values.push_back(one.value); });
    return values;
}

/// Returns what a page calls the type of a field.
template <typename T>
[[nodiscard]] std::string type_name() {
    if constexpr (is_optional<T>) {
        return type_name<typename T::value_type>();
    } else if constexpr (is_list<T>) {
        return "list of " + type_name<typename T::value_type>();
    } else if constexpr (std::same_as<T, std::string>) {
        return "text";
    } else if constexpr (std::integral<T>) {
        return "number";
    } else if constexpr (std::same_as<T, Sha256>) {
        return "SHA-256";
    } else if constexpr (std::same_as<T, ActorId>) {
        return "person";
    } else if constexpr (std::same_as<T, record::BodyReference>) {
        return "body";
    } else if constexpr (DescribedEnum<T>) {
        std::string names;
        for (const T one : all_of<T>()) {
            names += (names.empty() ? "" : ", ") + std::string(name_of(one));
        }
        return names;
    } else {
        return std::string(T::type_name);
    }
}

/// Returns a value as JSON; optionals and lists that are empty are left out of objects.
template <typename T>
[[nodiscard]] boost::json::value to_json(const T& value) {
    if constexpr (std::same_as<T, std::string>) {
        return boost::json::value(value);
    } else if constexpr (std::integral<T>) {
        return boost::json::value(static_cast<std::int64_t>(value));
    } else if constexpr (DescribedEnum<T>) {
        return boost::json::value(name_of(value));
    } else if constexpr (is_list<T>) {
        boost::json::array list;
        for (const auto& one : value) list.push_back(to_json(one));
        return list;
    } else if constexpr (std::same_as<T, Sha256>) {
        return boost::json::value(hex(value));
    } else if constexpr (std::same_as<T, ActorId>) {
        return boost::json::value(hex(value.bytes));
    } else if constexpr (Spelled<T>) {
        return boost::json::value(value.text());
    } else {
        boost::json::object object;
        boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
            const auto& field = value.*member.pointer;
            using Field = std::remove_cvref_t<decltype(field)>;
            if constexpr (is_optional<Field>) {
                if (field) object[member.name] = to_json(*field);
            } else if constexpr (is_list<Field>) {
                if (!field.empty()) object[member.name] = to_json(field);
            } else {
                object[member.name] = to_json(field);
            }
        });
        return object;
    }
}

/// Refuses a field of what stands at `place`.
[[nodiscard]] inline std::unexpected<Error> refuse_field(std::string_view id,
                                                         const std::string& place,
                                                         std::string_view field,
                                                         std::string type = {}) {
    Error error{ErrorCode::invalid, std::string(id), {place, std::string(field)}};
    if (!type.empty()) error.args.push_back(std::move(type));
    return std::unexpected(std::move(error));
}

/// Where a value stands, for refusals: the act or event, and the field.
struct JsonPlace {
    std::string place;
    std::string field;
};

template <typename T>
[[nodiscard]] Result<T> from_json(const boost::json::value& value, const JsonPlace& at);

/// Reads a described struct out of an object. Errors: `json.*`, with `place` first.
template <DescribedStruct T>
[[nodiscard]] Result<T> from_object(const boost::json::object& object, const std::string& place) {
    T result{};
    std::size_t known = 0;
    std::optional<Error> error;
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
        if (error) return;
        auto& field = result.*member.pointer;
        using Field = std::remove_cvref_t<decltype(field)>;
        const auto* found = object.if_contains(member.name);
        if (found == nullptr) {
            if constexpr (!is_optional<Field> && !is_list<Field>) {
                error = refuse_field("json.field_missing", place, member.name).error();
            }
            return;
        }
        ++known;
        auto read = from_json<Field>(*found, {place, member.name});
        if (read) {
            field = *std::move(read);
        } else {
            error = std::move(read).error();
        }
    });
    if (error) return std::unexpected(*std::move(error));
    if (known == object.size()) return result;
    for (const auto& entry : object) {
        bool is_known = false;
        boost::mp11::mp_for_each<MembersOf<T>>(
            [&](auto member) { is_known = is_known || entry.key() == member.name; });
        if (!is_known) return refuse_field("json.unknown_field", place, entry.key());
    }
    return result;
}

template <typename T>
[[nodiscard]] Result<T> list_from_json(const boost::json::value& value, const JsonPlace& at) {
    if (!value.is_array()) return refuse_field("json.not_a_list", at.place, at.field);
    if (value.get_array().size() > limits::act_list_length) {
        return refuse_field("json.list_too_long", at.place, at.field);
    }
    T list;
    for (const auto& one : value.get_array()) {
        auto read = from_json<typename T::value_type>(one, at);
        if (!read) return std::unexpected(std::move(read).error());
        list.push_back(*std::move(read));
    }
    return list;
}

/// Reads one value. Errors: `json.*`, with the place and the field.
template <typename T>
[[nodiscard]] Result<T> from_json(const boost::json::value& value, const JsonPlace& at) {
    const auto wrong = [&] {
        return refuse_field("json.not_of_type", at.place, at.field, type_name<T>());
    };
    if constexpr (is_optional<T>) {
        auto read = from_json<typename T::value_type>(value, at);
        if (!read) return std::unexpected(std::move(read).error());
        return T(*std::move(read));
    } else if constexpr (is_list<T>) {
        return list_from_json<T>(value, at);
    } else if constexpr (std::integral<T>) {
        if (!value.is_int64() || value.get_int64() < 0) return wrong();
        if (!std::in_range<T>(value.get_int64())) return wrong();
        return static_cast<T>(value.get_int64());
    } else if constexpr (DescribedStruct<T> && !Spelled<T>) {
        if (!value.is_object()) return wrong();
        return from_object<T>(value.get_object(), at.place + " " + at.field);
    } else {
        if (!value.is_string()) return wrong();
        const std::string_view text = value.get_string();
        if (text.empty()) return refuse_field("json.text_empty", at.place, at.field);
        if (text.size() > limits::act_text_bytes) {
            return refuse_field("json.text_too_long", at.place, at.field);
        }
        if constexpr (std::same_as<T, std::string>) {
            return std::string(text);
        } else if constexpr (std::same_as<T, Sha256>) {
            const auto read = parse_sha256(text);
            if (!read) return wrong();
            return *read;
        } else if constexpr (std::same_as<T, ActorId>) {
            const auto read = parse_id(text);
            if (!read) return wrong();
            return ActorId{*read};
        } else if constexpr (DescribedEnum<T>) {
            for (const T one : all_of<T>()) {
                if (name_of(one) == text) return one;
            }
            return wrong();
        } else {
            const auto read = T::parse(text);
            if (!read) return wrong();
            return *read;
        }
    }
}

/// Returns the JSON Schema of a value, as `to_json` writes it and `from_json` reads it.
template <typename T>
[[nodiscard]] boost::json::object schema_of() {
    if constexpr (is_optional<T>) {
        return schema_of<typename T::value_type>();
    } else if constexpr (is_list<T>) {
        return {{"type", "array"}, {"items", schema_of<typename T::value_type>()}};
    } else if constexpr (std::integral<T>) {
        return {{"type", "integer"}};
    } else if constexpr (std::same_as<T, Sha256> || std::same_as<T, ActorId>) {
        const std::string_view digits = std::same_as<T, Sha256> ? "64" : "32";
        return {{"type", "string"}, {"pattern", "^[0-9a-f]{" + std::string(digits) + "}$"}};
    } else if constexpr (DescribedEnum<T>) {
        boost::json::array names;
        for (const T one : all_of<T>()) names.emplace_back(name_of(one));
        return {{"type", "string"}, {"enum", std::move(names)}};
    } else if constexpr (DescribedStruct<T> && !Spelled<T>) {
        boost::json::object properties;
        boost::json::array required;
        boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
            using Field = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
            properties[member.name] = schema_of<Field>();
            if constexpr (!is_optional<Field> && !is_list<Field>)
                required.emplace_back(member.name);
        });
        boost::json::object schema{{"type", "object"}, {"properties", std::move(properties)}};
        if (!required.empty()) schema["required"] = std::move(required);
        return schema;
    } else {
        return {{"type", "string"}};
    }
}

/// A field as its description and a sentence have it.
struct FieldOfAct {
    std::string name;
    std::string type;
    bool is_required = true;
    std::string sentence;
    boost::json::object schema;

    bool operator==(const FieldOfAct&) const = default;
};

/// Returns the described fields of a struct, without sentences.
template <DescribedStruct T>
[[nodiscard]] std::vector<FieldOfAct> fields_of() {
    std::vector<FieldOfAct> fields;
    boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
        using Field = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
        fields.push_back({member.name,
                          type_name<Field>(),
                          !is_optional<Field> && !is_list<Field>,
                          {},
                          schema_of<Field>()});
    });
    return fields;
}

}  // namespace travaux::committee
