// SPDX-License-Identifier: MIT
#include "formats/provenance_json.h"

#include <boost/json.hpp>

#include "formats/json_fields.h"

namespace travaux::formats {
namespace {

namespace json = boost::json;
using namespace text;

template <typename Tag>
void put(json::object& object, std::string_view name, const Id<Tag>& id) {
    if (!id.is_none()) object[name] = hex(id.bytes);
}

json::object origin_line(const Origin& origin) {
    json::object line{{"id", hex(origin.id.bytes)},
                      {"kind", name_of(origin.kind)},
                      {"name", origin.name},
                      {"step", origin.step}};
    line["sponsors"] = json::array(origin.sponsors.begin(), origin.sponsors.end());
    if (!origin.brought_by.empty()) {
        line["brought_by"] = json::array(origin.brought_by.begin(), origin.brought_by.end());
    }
    return line;
}

json::object provision_line(const ProvisionId& id, const ProvisionHistory& history) {
    json::object line{{"id", hex(id.bytes)}, {"kind", name_of(history.kind)}};
    put(line, "introduced_by", history.introduced_by);
    put(line, "removed_by", history.removed_by);
    put(line, "parent", history.parent);
    put(line, "after", history.after);
    put(line, "split_from", history.split_from);
    put(line, "joined_into", history.joined_into);
    return line;
}

json::object field_line(const FieldKey& key, const std::vector<Run>& runs) {
    json::object line{{"provision", hex(key.provision.bytes)},
                      {"language", code_of(key.language)},
                      {"field", name_of(key.field)}};
    json::array list;
    for (const Run& run : runs) {
        json::object one{{"text", run.text}};
        if (run.blank_before) one["blank_before"] = true;
        put(one, "origin", run.origin);
        one["first"] = run.first;
        put(one, "removed_by", run.removed_by);
        list.emplace_back(std::move(one));
    }
    line["runs"] = std::move(list);
    return line;
}

// Reads the lists; each object is small, so refusals name the file and the thing.
class Reader {
public:
    explicit Reader(std::string place) : place_(std::move(place)) {}

    Result<Provenance> read(const json::value& value) {
        if (!value.is_object()) return refuse("json.not_an_object");
        const JsonFields fields(value.get_object(), place_);
        TRY_OK(fields.only({"format", "step", "origins", "provisions", "fields"}));
        TRY_ASSIGN(const std::string format, fields.text("format"));
        if (format != "travaux provenance 1") return refuse("provenance.format_unknown", format);
        TRY_ASSIGN(result_.step, fields.number("step"));
        TRY_ASSIGN(const auto origins, fields.objects("origins"));
        for (const auto& one : origins) TRY_OK(origin(one));
        TRY_ASSIGN(const auto provisions, fields.objects("provisions"));
        for (const auto& one : provisions) TRY_OK(provision(one));
        TRY_ASSIGN(const auto* list, array(value.get_object(), "fields"));
        for (const auto& one : *list) {
            if (!one.is_object()) return refuse("json.not_an_object", "fields");
            TRY_OK(field(one.get_object()));
        }
        return std::move(result_);
    }

private:
    std::unexpected<Error> refuse(std::string id, std::string detail = {}) const {
        return std::unexpected(
            Error{ErrorCode::invalid, std::move(id), {place_, std::move(detail)}});
    }

    Result<const json::array*> array(const json::object& object, std::string_view name) const {
        const auto* found = object.if_contains(name);
        if (found == nullptr || !found->is_array()) {
            return refuse("json.not_a_list", std::string(name));
        }
        return &found->get_array();
    }

    template <typename T>
    Result<T> id(const JsonFields& fields, std::string_view name) const {
        TRY_ASSIGN(const std::string digits, fields.text_or_empty(name));
        if (digits.empty()) return T{};
        const auto bytes = parse_id(digits);
        if (!bytes) return refuse("provenance.id_malformed", digits);
        return T{*bytes};
    }

    Result<OriginId> known_origin(const JsonFields& fields, std::string_view name) const {
        TRY_ASSIGN(const OriginId found, id<OriginId>(fields, name));
        if (!found.is_none() && !result_.origins.contains(found)) {
            return refuse("provenance.origin_unknown", hex(found.bytes));
        }
        return found;
    }

    Result<void> origin(const JsonFields& fields) {
        Origin origin;
        TRY_ASSIGN(origin.id, id<OriginId>(fields, "id"));
        TRY_ASSIGN(const std::string kind, fields.text("kind"));
        const auto parsed = parse_origin_kind(kind);
        if (!parsed || origin.id.is_none()) return refuse("provenance.origin_unknown", kind);
        origin.kind = *parsed;
        TRY_ASSIGN(origin.name, fields.text("name"));
        TRY_ASSIGN(origin.sponsors, fields.texts("sponsors"));
        if (fields.has("brought_by")) {
            TRY_ASSIGN(origin.brought_by, fields.texts("brought_by"));
        }
        TRY_ASSIGN(origin.step, fields.number("step"));
        const OriginId key = origin.id;
        if (!result_.origins.emplace(key, std::move(origin)).second) {
            return refuse("provenance.id_twice", hex(key.bytes));
        }
        return {};
    }

    Result<void> provision(const JsonFields& fields) {
        ProvisionHistory history;
        TRY_ASSIGN(const ProvisionId key, id<ProvisionId>(fields, "id"));
        TRY_ASSIGN(const std::string kind, fields.text("kind"));
        const auto parsed = parse_provision_kind(kind);
        if (!parsed) return refuse("provenance.kind_unknown", kind);
        history.kind = *parsed;
        TRY_ASSIGN(history.introduced_by, known_origin(fields, "introduced_by"));
        TRY_ASSIGN(history.removed_by, known_origin(fields, "removed_by"));
        TRY_ASSIGN(history.parent, id<ProvisionId>(fields, "parent"));
        TRY_ASSIGN(history.after, id<ProvisionId>(fields, "after"));
        TRY_ASSIGN(history.split_from, id<ProvisionId>(fields, "split_from"));
        TRY_ASSIGN(history.joined_into, id<ProvisionId>(fields, "joined_into"));
        if (!result_.provisions.emplace(key, history).second) {
            return refuse("provenance.id_twice", hex(key.bytes));
        }
        return {};
    }

    Result<void> field(const json::object& object) {
        const JsonFields fields(object, place_);
        FieldKey key;
        TRY_ASSIGN(key.provision, id<ProvisionId>(fields, "provision"));
        TRY_ASSIGN(const std::string code, fields.text("language"));
        TRY_ASSIGN(const std::string name, fields.text("field"));
        const auto language = parse_language(code);
        const auto parsed = parse_field(name);
        if (!language || !parsed) return refuse("provenance.field_unknown", code + " " + name);
        key.language = *language;
        key.field = *parsed;
        if (!result_.provisions.contains(key.provision)) {
            return refuse("provenance.provision_unknown", hex(key.provision.bytes));
        }
        auto& runs = result_.runs[key];
        if (!runs.empty()) return refuse("provenance.id_twice", hex(key.provision.bytes));
        TRY_ASSIGN(const auto* list, array(object, "runs"));
        for (const auto& one : *list) {
            if (!one.is_object()) return refuse("json.not_an_object", "runs");
            TRY_OK(run(one.get_object(), runs));
        }
        return {};
    }

    Result<void> run(const json::object& object, std::vector<Run>& runs) {
        const JsonFields fields(object, place_);
        Run run;
        // Words as written: a run may hold a paragraph break that a text of its own could not.
        const auto* words = object.if_contains("text");
        if (words == nullptr || !words->is_string()) return refuse("json.not_a_text", "text");
        run.text = std::string(words->get_string());
        const auto* blank = object.if_contains("blank_before");
        run.blank_before = blank != nullptr && blank->is_bool() && blank->get_bool();
        TRY_ASSIGN(run.origin, known_origin(fields, "origin"));
        TRY_ASSIGN(run.first, fields.number("first"));
        TRY_ASSIGN(run.removed_by, known_origin(fields, "removed_by"));
        if (run.origin.is_none()) return refuse("provenance.origin_unknown", run.text);
        runs.push_back(std::move(run));
        return {};
    }

    std::string place_;
    Provenance result_;
};

}  // namespace

std::string write_provenance(const Provenance& provenance) {
    std::string bytes =
        "{\"format\":\"travaux provenance 1\",\"step\":" + std::to_string(provenance.step);
    const auto list = [&](std::string_view name, const auto& items, auto line_of) {
        bytes += ",\n\"" + std::string(name) + "\":[";
        bool is_first = true;
        for (const auto& item : items) {
            bytes += is_first ? "\n" : ",\n";
            bytes += json::serialize(line_of(item));
            is_first = false;
        }
        bytes += "]";
    };
    list("origins", provenance.origins, [](const auto& item) { return origin_line(item.second); });
    list("provisions", provenance.provisions,
         [](const auto& item) { return provision_line(item.first, item.second); });
    list("fields", provenance.runs,
         [](const auto& item) { return field_line(item.first, item.second); });
    return bytes + "}\n";
}

Result<Provenance> read_provenance(std::string_view bytes, std::string_view file_name) {
    const std::string place(file_name);
    TRY_ASSIGN(const json::value value, parse_json(bytes, place));
    return Reader(place).read(value);
}

}  // namespace travaux::formats
