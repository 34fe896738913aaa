// SPDX-License-Identifier: MIT
#include "committee/event.h"

#include "committee/described.h"

namespace travaux::committee {
namespace {

template <typename Do>
void for_each_event(Do act) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, AnyEvent>>(act);
}

template <typename T>
void collect_bodies(const T& value, std::vector<BodyReference>& bodies) {
    if constexpr (std::same_as<T, BodyReference>) {
        bodies.push_back(value);
    } else if constexpr (is_optional<T>) {
        if (value) collect_bodies(*value, bodies);
    } else if constexpr (is_list<T>) {
        for (const auto& one : value) collect_bodies(one, bodies);
    } else if constexpr (DescribedStruct<T>) {
        boost::mp11::mp_for_each<MembersOf<T>>(
            [&](auto member) { collect_bodies(value.*member.pointer, bodies); });
    }
}

}  // namespace

Event::Event(const Event& other) = default;
Event::Event(Event&& other) noexcept = default;
Event& Event::operator=(const Event& other) = default;
Event& Event::operator=(Event&& other) noexcept = default;
Event::~Event() = default;
bool Event::operator==(const Event& other) const = default;

std::string_view name_of(const Event& event) {
    return std::visit([](const auto& one) -> std::string_view { return one.name; }, event.any());
}

std::vector<std::string_view> event_names() {
    std::vector<std::string_view> names;
    for_each_event([&](auto kind) { names.push_back(decltype(kind)::type::name); });
    return names;
}

std::string object_of(const Event& event) {
    return std::visit([](const auto& one) { return std::string(one.object()); }, event.any());
}

std::string born_of(const Event& event) {
    return std::visit(
        [](const auto& one) -> std::string {
            if constexpr (requires { one.id; }) return one.id;
            return {};
        },
        event.any());
}

record::Event encode(const Event& event) {
    return std::visit(
        [](const auto& one) {
            return record::Event{std::string(one.name), to_json(one).as_object()};
        },
        event.any());
}

Result<Event> decode(const record::Event& event) {
    Result<Event> result =
        std::unexpected(Error{ErrorCode::corrupt, "event.unknown", {event.name}});
    for_each_event([&](auto kind) {
        using Kind = typename decltype(kind)::type;
        if (Kind::name != event.name) return;
        auto read = from_object<Kind>(event.fields, event.name);
        result = read ? Result<Event>(*std::move(read)) : std::unexpected(std::move(read).error());
    });
    return result;
}

std::vector<std::uint64_t> disclosed_by(const Event& event) {
    return std::visit(
        [](const auto& one) -> std::vector<std::uint64_t> {
            if constexpr (requires { one.discloses(); }) return one.discloses();
            return {};
        },
        event.any());
}

std::vector<BodyReference> bodies_of(const Events& events) {
    std::vector<BodyReference> bodies;
    for (const Event& event : events) {
        std::visit([&](const auto& one) { collect_bodies(one, bodies); }, event.any());
    }
    return bodies;
}

void apply(State& state, const Event& event, const Entered& when) {
    std::visit([&](const auto& one) { apply(state, one, when); }, event.any());
    state.changed[object_of(event)] = when.entry;
    state.entries = when.entry + 1;
}

}  // namespace travaux::committee
