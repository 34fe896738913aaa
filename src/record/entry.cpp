// SPDX-License-Identifier: MIT
#include "record/entry.h"

#include <algorithm>

#include "base/limits.h"
#include "record/canonical_json.h"
#include "record/fields.h"

namespace travaux::record {
namespace {

namespace json = boost::json;

constexpr std::string_view format = "travaux record 1";

json::value value_of(const BodyReference& body) {
    return {{"hash", hex(body.hash)}, {"media_type", body.media_type}, {"size", body.size}};
}

json::value value_of(const Event& event) {
    return {{"fields", event.fields}, {"name", event.name}};
}

json::value value_of(const Sha256& hash) { return json::value(hex(hash)); }
json::value value_of(std::uint64_t number) { return json::value(number); }

// A list stands in an entry only where it has something: there is one spelling for "nothing".
template <typename T>
void put(json::object& object, std::string_view name, const std::vector<T>& list) {
    if (list.empty()) return;
    json::array array;
    for (const T& one : list) array.push_back(value_of(one));
    object[name] = std::move(array);
}

json::object value_of(const Act& act) {
    json::object object;
    object["act"] = act.name;
    object["actor"] = hex(act.actor.bytes);
    object["capacity"] = act.capacity;
    put(object, "bodies", act.bodies);
    put(object, "events", act.events);
    return object;
}

json::object value_of(const Opening& opening) {
    json::object object{{"format", format}, {"origin", opening.origin}};
    if (opening.continues) {
        object["continues"] = {{"origin", opening.continues->origin},
                               {"root", hex(opening.continues->head.root)},
                               {"size", opening.continues->head.size}};
    }
    return object;
}

json::object value_of(const OpenAct& open) {
    json::object object = value_of(open.act);
    if (open.opens) object["opens"] = value_of(*open.opens);
    if (open.key) object["key"] = text_of(*open.key);
    put(object, "withholds", open.withholds);
    put(object, "discloses", open.discloses);
    return object;
}

json::object value_of(const Commitment& commitment) {
    return {{"commitment", hex(commitment.hash)}};
}

json::object value_of(const Entry& entry) {
    json::object object =
        std::visit([](const auto& content) { return value_of(content); }, entry.content);
    object["index"] = entry.index;
    object["time_ms"] = entry.time_ms;
    return object;
}

Result<BodyReference> read_body_reference(const json::value& value) {
    TRY_ASSIGN(const Fields fields, Fields::of(value, "bodies"));
    BodyReference body;
    TRY_ASSIGN(body.hash, fields.hash("hash"));
    TRY_ASSIGN(body.size, fields.number("size"));
    TRY_ASSIGN(body.media_type, fields.text("media_type"));
    const auto is_plain = [](char sign) { return sign > ' ' && sign <= '~'; };
    const bool is_good = body.media_type.size() <= limits::media_type_bytes &&
                         body.media_type.find('/') != std::string::npos &&
                         std::ranges::all_of(body.media_type, is_plain);
    if (!is_good) return malformed("media_type");
    if (body.size > limits::body_bytes) return malformed("size");
    return body;
}

Result<Event> read_event(const json::value& value) {
    TRY_ASSIGN(const Fields fields, Fields::of(value, "events"));
    Event event;
    TRY_ASSIGN(event.name, fields.name("name"));
    TRY_ASSIGN(const Fields inner, fields.object("fields"));
    event.fields = inner.all();
    return event;
}

Result<Act> read_act(const Fields& fields) {
    Act act;
    TRY_ASSIGN(act.name, fields.name("act"));
    TRY_ASSIGN(act.capacity, fields.name("capacity"));
    TRY_ASSIGN(const std::string actor, fields.text("actor"));
    const auto id = parse_id(actor);
    if (!id) return malformed("actor");
    act.actor = {*id};
    TRY_ASSIGN(act.events, fields.list<Event>("events", read_event));
    TRY_ASSIGN(act.bodies, fields.list<BodyReference>("bodies", read_body_reference));
    return act;
}

Result<OldHead> read_old_head(const Fields& fields) {
    OldHead old;
    TRY_ASSIGN(old.origin, fields.text("origin"));
    if (!is_key_name(old.origin)) return malformed("origin");
    TRY_ASSIGN(old.head.root, fields.hash("root"));
    TRY_ASSIGN(old.head.size, fields.number("size"));
    return old;
}

Result<Opening> read_opening(const Fields& fields) {
    TRY_ASSIGN(const std::string written, fields.text("format"));
    if (written != format) return malformed("format");
    Opening opening;
    TRY_ASSIGN(opening.origin, fields.text("origin"));
    if (!is_key_name(opening.origin)) return malformed("origin");
    if (fields.has("continues")) {
        TRY_ASSIGN(const Fields continues, fields.object("continues"));
        TRY_ASSIGN(opening.continues, read_old_head(continues));
    }
    return opening;
}

Result<Sha256> read_hash(const json::value& value) {
    const auto hash = value.is_string() ? parse_sha256(value.get_string()) : std::nullopt;
    if (!hash) return malformed("withholds");
    return *hash;
}

Result<std::uint64_t> read_index(const json::value& value) {
    if (!value.is_int64() || value.get_int64() < 0) return malformed("discloses");
    return static_cast<std::uint64_t>(value.get_int64());
}

Result<OpenAct> read_open_act(const Fields& fields) {
    OpenAct open;
    TRY_ASSIGN(open.act, read_act(fields));
    if (fields.has("opens")) {
        TRY_ASSIGN(const Fields opens, fields.object("opens"));
        TRY_ASSIGN(open.opens, read_opening(opens));
    }
    if (fields.has("key")) {
        TRY_ASSIGN(const std::string key, fields.text("key"));
        TRY_ASSIGN(open.key, parse_verifier_key(key));
    }
    TRY_ASSIGN(open.withholds, fields.list<Sha256>("withholds", read_hash));
    TRY_ASSIGN(open.discloses, fields.list<std::uint64_t>("discloses", read_index));
    return open;
}

Result<Entry> read_entry(const Fields& fields) {
    Entry entry;
    TRY_ASSIGN(entry.index, fields.number("index"));
    TRY_ASSIGN(const std::uint64_t time, fields.number("time_ms"));
    entry.time_ms = static_cast<std::int64_t>(time);
    if (fields.has("commitment")) {
        Commitment commitment;
        TRY_ASSIGN(commitment.hash, fields.hash("commitment"));
        entry.content = commitment;
    } else {
        TRY_ASSIGN(entry.content, read_open_act(fields));
    }
    return entry;
}

// Reads bytes and writes them again: what comes out is what went in, or is refused.
template <typename T>
Result<T> decode(std::string_view bytes, Result<T> (*read)(const Fields&)) {
    TRY_ASSIGN(const json::value value, parse_json(bytes));
    TRY_ASSIGN(const Fields fields, Fields::of(value, "entry"));
    TRY_ASSIGN(T result, read(fields));
    TRY_ASSIGN(const std::string again, write_canonical(value_of(result)));
    if (again != bytes) {
        TRY_OK(read_canonical(bytes));
        const auto at = std::ranges::mismatch(bytes, again).in1 - bytes.begin();
        return std::unexpected(
            Error{ErrorCode::invalid, "entry.field_unknown", {std::to_string(at)}});
    }
    return result;
}

}  // namespace

Result<std::string> encode(const Entry& entry) {
    TRY_ASSIGN(std::string bytes, write_canonical(value_of(entry)));
    TRY_ASSIGN(const Entry again, decode_entry(bytes));
    VERIFY(again == entry);
    return bytes;
}

Result<Entry> decode_entry(std::string_view bytes) {
    if (bytes.size() > limits::entry_bytes) {
        return std::unexpected(
            Error{ErrorCode::invalid, "entry.too_large", {std::to_string(bytes.size())}});
    }
    return decode<Entry>(bytes, read_entry);
}

Result<std::string> encode(const Act& act) {
    TRY_ASSIGN(std::string bytes, write_canonical(value_of(act)));
    TRY_ASSIGN(const Act again, decode_act(bytes));
    VERIFY(again == act);
    return bytes;
}

Result<Act> decode_act(std::string_view bytes) { return decode<Act>(bytes, read_act); }

}  // namespace travaux::record
