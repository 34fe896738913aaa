// SPDX-License-Identifier: MIT
#include "committee/event.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "committee/described.h"
#include "record/canonical_json.h"

using namespace travaux;
using namespace travaux::committee;

namespace {

enum class Filling : std::uint8_t { sparse, full };

// Returns a value in which every field that is described says something; in a sparse one, only what
// is required does.
template <typename T>
T filled(Filling filling) {
    if constexpr (is_optional<T>) {
        if (filling == Filling::sparse) return std::nullopt;
        return filled<typename T::value_type>(filling);
    } else if constexpr (is_list<T>) {
        if (filling == Filling::sparse) return {};
        return {filled<typename T::value_type>(filling), filled<typename T::value_type>(filling)};
    } else if constexpr (std::same_as<T, std::string>) {
        return "words \"and\" слова";
    } else if constexpr (std::integral<T>) {
        return 7;
    } else if constexpr (std::same_as<T, Sha256>) {
        return sha256("content");
    } else if constexpr (std::same_as<T, ActorId>) {
        return ActorId::of(sha256("somebody"));
    } else if constexpr (DescribedEnum<T>) {
        return all_of<T>().back();
    } else if constexpr (std::same_as<T, Date>) {
        return {2024, 2, 29};
    } else if constexpr (std::same_as<T, ClosedDays>) {
        return {{2023, 12, 18}, {2024, 1, 5}, "recess"};
    } else if constexpr (std::same_as<T, LocalTime>) {
        return {{2024, 2, 29}, 23 * 60 + 59};
    } else if constexpr (std::same_as<T, Symbol>) {
        return {"A/AC.291", Series::limited, 15, {{Suffix::add, 1}, {Suffix::corr, 2}}};
    } else {
        T value{};
        boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
            auto& field = value.*member.pointer;
            field = filled<std::remove_cvref_t<decltype(field)>>(filling);
        });
        return value;
    }
}

template <typename Do>
void for_each_event(Do act) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, AnyEvent>>(act);
}

}  // namespace

TEST_CASE("every event reads back from its canonical bytes as it was") {
    for_each_event([](auto kind) {
        using Kind = typename decltype(kind)::type;
        INFO(Kind::name);
        for (const Filling filling : {Filling::sparse, Filling::full}) {
            const Event event = filled<Kind>(filling);
            const record::Event encoded = encode(event);
            const auto bytes = record::write_canonical(encoded.fields);
            REQUIRE(bytes);
            const auto value = record::read_canonical(*bytes);
            REQUIRE(value);
            const auto decoded = decode({encoded.name, value->as_object()});
            REQUIRE(decoded);
            CHECK(*decoded == event);
        }
    });
}

TEST_CASE("an event with a field too many, one too few or one of another type is refused") {
    for_each_event([](auto kind) {
        using Kind = typename decltype(kind)::type;
        INFO(Kind::name);
        const record::Event whole = encode(filled<Kind>(Filling::full));
        record::Event more = whole;
        more.fields["surplus"] = 1;
        REQUIRE_FALSE(decode(more));
        CHECK(decode(more).error().id == "json.unknown_field");
        for (const FieldOfAct& field : fields_of<Kind>()) {
            record::Event less = whole;
            less.fields.erase(field.name);
            CHECK(decode(less).has_value() == !field.is_required);
            record::Event other = whole;
            other.fields[field.name] = nullptr;
            CHECK_FALSE(decode(other));
        }
    });
}

TEST_CASE("events have names of their own, and an unknown one is refused as corrupt") {
    auto names = event_names();
    std::ranges::sort(names);
    CHECK(std::ranges::adjacent_find(names) == names.end());
    const auto unknown = decode({"proposal.vanished", {}});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::corrupt);
}
