// SPDX-License-Identifier: MIT
#include "host/play.h"

#include <algorithm>
#include <atomic>

#include "record/canonical_json.h"

namespace travaux::host {
namespace {

namespace json = boost::json;
using committee::Act;
using committee::Capacity;

std::unexpected<Error> refuse(std::string id, std::vector<std::string> args) {
    return std::unexpected(Error{ErrorCode::invalid, std::move(id), std::move(args)});
}

// One line, with what it leaves out taken from the line before.
struct PlayLine {
    std::optional<std::string> at;
    std::optional<std::string> as;
    std::optional<std::string> by;      // the person; without it `head of GHA` and the like
    std::optional<std::string> member;  // for which they speak
    std::string act;
    std::vector<std::string> gives;  // the ids that the act has to give
};
BOOST_DESCRIBE_STRUCT(PlayLine, (), (at, as, by, member, act, gives))

Result<Capacity> capacity_called(std::string_view name) {
    for (const Capacity capacity : committee::all_of<Capacity>()) {
        if (committee::name_of(capacity) == name) return capacity;
    }
    return refuse("command.capacity_unknown", {std::string(name)});
}

// Returns the milliseconds of `2021-05-10T14:00Z`.
Result<std::int64_t> time_of(const std::string& text) {
    const bool is_utc = text.ends_with('Z');
    const auto local = LocalTime::parse(std::string_view(text).substr(0, text.size() - 1));
    if (!is_utc || !local) return refuse("play.time", {text});
    return (local->date.days() * 1440 + local->minute) * 60'000;
}

class Player {
public:
    Player(record::Store& store, const Script& script) : store_(store), script_(script) {}

    // Plays one line; before the first the record is opened.
    Result<void> play(const std::string& line) {
        TRY_ASSIGN(json::value value, record::parse_json(line));
        if (!value.is_object()) return refuse("json.not_an_object", {"play"});
        json::object& object = value.get_object();
        json::object fields;
        if (auto* found = object.if_contains("fields"); found != nullptr && found->is_object()) {
            fields = std::move(found->get_object());
            object.erase("fields");
        }
        TRY_ASSIGN(const PlayLine read, committee::from_object<PlayLine>(object, "play"));
        TRY_OK(tick(read));
        if (kept_ == nullptr) TRY_OK(open());
        return act(read, std::move(fields));
    }

    Result<std::uint64_t> end(record::HeadMemory& memory) {
        if (kept_ == nullptr) TRY_OK(open());
        TRY_OK(kept_->sign(script_.keys, memory));
        return store_.length();
    }

private:
    // A line without a time is a second after the one before.
    Result<void> tick(const PlayLine& line) {
        std::int64_t time_ms = time_ms_ + 1000;
        if (line.at) {
            TRY_ASSIGN(time_ms, time_of(*line.at));
        }
        if (time_ms < time_ms_) return refuse("play.time_back", {line.at.value_or("")});
        time_ms_ = time_ms;
        return {};
    }

    Result<void> open() {
        TRY_OK(KeptCommittee::open_record(store_, time_ms_,
                                          record::verifier_of(script_.keys.front())));
        TRY_ASSIGN(kept_,
                   KeptCommittee::open(
                       store_, [this] { return time_ms_.load(); }, [this] { return salt(); }));
        return {};
    }

    Result<void> act(const PlayLine& line, json::object fields) {
        const Act* act = committee::find_act(line.act);
        if (act == nullptr) return refuse("act.unknown", {line.act});
        TRY_ASSIGN(const auto caller, caller_of(line));
        TRY_OK(with_files(fields));
        with_persons(*act, fields);
        TRY_ASSIGN(const DoneAct done, kept_->act({caller, line.act, std::move(fields), {}}));
        if (!line.gives.empty() && line.gives != done.born) {
            return refuse("play.gives_other",
                          {line.gives.front(), done.born.empty() ? "nothing" : done.born.front()});
        }
        return {};
    }

    static Result<committee::Caller> caller_of(const PlayLine& line) {
        if (!line.as) return refuse("json.field_missing", {"play", "as"});
        TRY_ASSIGN(const Capacity capacity, capacity_called(*line.as));
        const std::string member = line.member.value_or("");
        const std::string person = member.empty() ? *line.as : *line.as + " of " + member;
        return committee::Caller{person_called(line.by.value_or(person)), capacity, member};
    }

    // A text that begins with `@` is the content of the file that it names; JSON, where the name
    // says so.
    Result<void> with_files(json::value& value) {
        if (value.is_object()) return with_files(value.get_object());
        if (value.is_array()) {
            for (json::value& one : value.get_array()) TRY_OK(with_files(one));
        }
        if (!value.is_string() || !value.get_string().starts_with("@")) return {};
        const std::string name(value.get_string().subview(1));
        TRY_ASSIGN(const std::string content, script_.file(name));
        value = json::value(content);
        if (!name.ends_with(".json")) return {};
        TRY_ASSIGN(value, record::parse_json(content));
        return {};
    }

    Result<void> with_files(json::object& fields) {
        for (auto&& field : fields) TRY_OK(with_files(field.value()));
        return {};
    }

    // In fields that take persons, names become ids.
    static void with_persons(const Act& act, json::object& fields) {
        const auto as_id = [](json::value& value) {
            if (!value.is_string() || parse_id(value.get_string())) return;
            value = json::value(hex(person_called(value.get_string()).bytes));
        };
        for (const committee::FieldOfAct& field : act.fields) {
            json::value* value = fields.if_contains(field.name);
            if (value == nullptr || !field.type.ends_with("person")) continue;
            as_id(*value);
            if (!value->is_array()) continue;
            for (json::value& one : value->get_array()) as_id(one);
        }
    }

    // Nobody without the key can tell the salts.
    record::Salt salt() {
        const record::SigningKey& key = script_.keys.front();
        const std::string seed(key.seed.begin(), key.seed.end());
        return sha256("salt " + std::to_string(++salts_) + " " + seed);
    }

    record::Store& store_;
    const Script& script_;
    std::atomic<std::int64_t> time_ms_ = 0;
    std::atomic<std::uint64_t> salts_ = 0;
    std::unique_ptr<KeptCommittee> kept_;
};

}  // namespace

std::expected<std::uint64_t, PlayStop> play(record::Store& store, const Script& script,
                                            record::HeadMemory& memory) {
    VERIFY(!script.keys.empty());
    Player player(store, script);
    std::string place;
    for (const ActLines& file : script.files) {
        std::size_t number = 0;
        for (std::size_t at = 0; at < file.bytes.size();) {
            const std::size_t end = std::min(file.bytes.find('\n', at), file.bytes.size());
            const std::string line = file.bytes.substr(at, end - at);
            at = end + 1;
            place = file.name + ":" + std::to_string(++number);
            if (line.empty()) continue;
            if (auto played = player.play(line); !played) {
                return std::unexpected(PlayStop{place, std::move(played).error()});
            }
        }
    }
    auto entries = player.end(memory);
    if (!entries) return std::unexpected(PlayStop{place, std::move(entries).error()});
    return *entries;
}

ActorId person_called(std::string_view name) {
    return ActorId::of(sha256("person " + std::string(name)));
}

}  // namespace travaux::host
