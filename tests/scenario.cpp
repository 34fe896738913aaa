// SPDX-License-Identifier: MIT
#include "tests/scenario.h"

#include <algorithm>
#include <map>
#include <regex>

#include "base/date.h"
#include "committee/described.h"
#include "tests/corpus.h"
#include "tests/scenario_line.h"

namespace travaux::tests {
namespace {

namespace json = boost::json;
using committee::Caller;
using committee::Capacity;
using host::AttemptedAct;

// Lines, each with the indented ones under it.
struct Step {
    std::size_t line = 0;
    std::string text;
    std::vector<std::string> block;
};

std::vector<Step> steps_of(const std::string& bytes) {
    constexpr std::string_view indent = "    ";
    std::vector<Step> steps;
    std::size_t number = 0;
    std::vector<std::string> blank;  // inside a block, where more of it follows
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        const std::string line = bytes.substr(at, end - at);
        at = end + 1;
        ++number;
        if (line.starts_with(indent) && !steps.empty()) {
            auto& block = steps.back().block;
            block.insert(block.end(), blank.begin(), blank.end());
            block.push_back(line.substr(indent.size()));
            blank.clear();
        } else if (line.empty()) {
            if (!steps.empty() && !steps.back().block.empty()) blank.emplace_back();
        } else {
            blank.clear();
            if (!line.starts_with('#')) steps.push_back({number, line, {}});
        }
    }
    return steps;
}

std::string joined(const std::vector<std::string>& parts, std::string_view by) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : std::string(by)) + part;
    return text;
}

// The member states that the project ships.
const json::array& member_states() {
    static const json::value all =
        json::parse(bytes_of(project_folder() / "rules/member_states.json"));
    return all.as_object().at("members").as_array();
}

class Player {
public:
    explicit Player(CommitteeUnderTest& committee) : committee_(committee) {
        for (const json::value& state : member_states()) {
            codes_[std::string(state.at("name").as_string())] = state.at("code").as_string();
        }
    }

    void play(const std::filesystem::path& file) {
        for (const Step& step : steps_of(bytes_of(file))) {
            place_ = file.filename().string() + ":" + std::to_string(step.line) + ": ";
            const auto gap = step.text.find(' ');
            const std::string verb = step.text.substr(0, gap);
            const std::string rest = gap == std::string::npos ? "" : step.text.substr(gap + 1);
            if (verb == "given") {
                play(project_folder() / "tests/scenarios/given" / (rest + ".txt"));
            } else if (verb == "at") {
                clock(rest);
            } else if (verb == "as") {
                act(rest, step.block);
            } else if (verb == "accredit") {
                accredit(rest);
            } else if (verb == "view") {
                view(rest, step.block);
            } else if (verb == "text") {
                text(rest, step.block);
            } else {
                find("nobody knows the word " + verb);
            }
        }
    }

    Played done() {
        if (const auto checked = committee_.check(); !checked) find(checked.error().id);
        return std::move(played_);
    }

private:
    void find(const std::string& what) { played_.findings.push_back(place_ + what); }

    // In a scenario persons have names, `person-chair`; in the record they have ids.
    std::string with_ids(const std::string& text) {
        static const std::regex name("person-[A-Za-z0-9-]+");
        std::string result;
        std::string rest = text;
        for (std::smatch match; std::regex_search(rest, match, name); rest = match.suffix()) {
            const std::string id = hex(person(match.str()).bytes);
            names_[id] = match.str();
            result += match.prefix().str() + id;
        }
        return result + rest;
    }

    std::string with_names(std::string line) const {
        for (const auto& [id, name] : names_) {
            const auto at = line.find(id);
            if (at != std::string::npos) line.replace(at, id.size(), name);
        }
        return line;
    }

    // `2022-01-10 09:00`, at Greenwich.
    void clock(const std::string& text) {
        const auto read = LocalTime::parse(text.substr(0, 10) + "T" + text.substr(11));
        if (!read) return find("this is no time: " + text);
        time_ms_ = (read->date.days() * 1440 + read->minute) * 60'000;
    }

    std::string code_of(const std::string& name) const {
        const auto found = codes_.find(name);
        return found == codes_.end() ? name : found->second;
    }

    // `Secretariat`, `Chair`, `Ghana`, `head of Ghana`, or the name of another capacity.
    Caller caller(const std::string& who) const {
        if (who == "Chair") return {person("person-chair"), Capacity::officer, {}};
        if (who == "Secretariat") return {person("person-secretariat"), Capacity::secretariat, {}};
        for (const Capacity capacity : committee::all_of<Capacity>()) {
            if (committee::name_of(capacity) == who) return {person("person-" + who), capacity, {}};
        }
        const std::string_view head = "head of ";
        if (who.starts_with(head)) {
            const std::string code = code_of(who.substr(head.size()));
            return {person("person-" + code + "-head"), Capacity::head, code};
        }
        const std::string code = code_of(who);
        return {person("person-" + code), Capacity::delegate, code};
    }

    std::string outcome_of(const AttemptedAct& attempt) {
        ++played_.acts;
        const auto outcome = committee_.act(attempt, time_ms_);
        time_ms_ += 1;
        if (!outcome) {
            std::string said = "refused " + outcome.error().id;
            args_ = joined(outcome.error().args, " | ");
            return said;
        }
        auto& names = played_.act_names;
        if (std::ranges::find(names, attempt.name) == names.end()) names.push_back(attempt.name);
        return outcome->born.empty() ? "done" : joined(outcome->born, ", ");
    }

    void act(const std::string& text, const std::vector<std::string>& block) {
        auto line = parse_act_line(with_ids(text));
        if (!line) return find("malformed: " + joined(line.error().args, " "));
        auto fields = fields_of_tokens(line->tokens);
        if (!fields) return find("malformed: " + joined(fields.error().args, " "));
        if (!block.empty()) add_block(*fields, *line, block);
        if (line->name == "member.admit" && !fields->contains("seats")) {
            (*fields)["seats"] = seats();
        }
        const std::string outcome =
            outcome_of({caller(line->who), line->name, *std::move(fields), {}});
        const std::string expected = line->outcome.empty() ? "done" : line->outcome;
        if (outcome != expected) {
            find(line->name + ": expected " + expected + ", got " + outcome +
                 (outcome.starts_with("refused") ? " (" + args_ + ")" : ""));
        }
    }

    static void add_block(json::object& fields, const ScenarioLine& line,
                          const std::vector<std::string>& block) {
        const std::string content = joined_lines(block);
        if (line.name == "text.publish") {
            fields["files"] = {{"import", content}, {"language", "en"}};
        } else {
            fields["body"] = content;
        }
    }

    static std::string joined_lines(const std::vector<std::string>& block) {
        std::string content;
        for (const std::string& one : block) content += one + "\n";
        return content;
    }

    static json::array seats() {
        json::array seats;
        for (const json::value& state : member_states()) {
            seats.push_back(json::object{{"code", state.at("code")},
                                         {"name", state.at("name")},
                                         {"status", "member_state"},
                                         {"group", state.at("group")}});
        }
        return seats;
    }

    void accredit(const std::string& names) {
        for (std::size_t at = 0; at < names.size();) {
            const std::size_t end = std::min(names.find(", ", at), names.size());
            const std::string code = code_of(names.substr(at, end - at));
            at = end + 2;
            const json::object fields{
                {"member", code},
                {"head", hex(person("person-" + code + "-head").bytes)},
                {"delegates", json::array{json::value(hex(person("person-" + code).bytes))}}};
            const std::string outcome =
                outcome_of({caller("Secretariat"), "delegation.accredit", fields, {}});
            if (outcome != "done") find(std::string(code).append(": ").append(outcome));
        }
    }

    // `NAME …` or `NAME … as WHO`
    void view(std::string text, const std::vector<std::string>& block) {
        Caller who;
        if (const auto as = text.rfind(" as "); as != std::string::npos) {
            who = caller(text.substr(as + 4));
            text.resize(as);
        }
        const auto tokens = tokens_of(text);
        if (!tokens || tokens->empty()) return find("malformed: " + text);
        auto fields = fields_of_tokens({tokens->begin() + 1, tokens->end()});
        if (!fields) return find("malformed: " + text);
        const auto shown =
            committee_.view({who, tokens->front().text, *std::move(fields)}, time_ms_);
        if (!shown) return compare({"refused " + shown.error().id}, block);
        std::vector<std::string> lines = lines_of(*shown);
        for (std::string& line : lines) line = with_names(std::move(line));
        compare(lines, block);
    }

    void text(const std::string& id, const std::vector<std::string>& block) {
        const auto shown = committee_.text(id);
        if (!shown) return compare({"refused " + shown.error().id}, block);
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < shown->size();) {
            const std::size_t end = std::min(shown->find('\n', at), shown->size());
            const std::string line = shown->substr(at, end - at);
            lines.push_back(line.substr(std::min(line.find_first_not_of(' '), line.size())));
            at = end + 1;
        }
        while (!lines.empty() && lines.back().empty()) lines.pop_back();
        compare(lines, block);
    }

    // A line `...` in the file stands for any lines.
    void compare(const std::vector<std::string>& shown, const std::vector<std::string>& expected) {
        std::size_t at = 0;
        bool skips = false;
        for (const std::string& line : expected) {
            if (line == "...") {
                skips = true;
                continue;
            }
            const auto from = shown.begin() + static_cast<std::ptrdiff_t>(at);
            const auto found = skips ? std::find(from, shown.end(), line) : from;
            if (found == shown.end() || *found != line) {
                return find("expected\n    " + line + "\nin\n    " + joined(shown, "\n    "));
            }
            at = static_cast<std::size_t>(found - shown.begin()) + 1;
            skips = false;
        }
        if (!skips && at != shown.size())
            find("more than expected:\n    " + joined(shown, "\n    "));
    }

    CommitteeUnderTest& committee_;
    std::map<std::string, std::string> codes_;
    std::map<std::string, std::string> names_;  // of persons, by id
    std::int64_t time_ms_ = 0;
    std::string place_;
    std::string args_;
    Played played_;
};

}  // namespace

ActorId person(const std::string& name) { return ActorId::of(sha256(name)); }

Played play(const std::filesystem::path& file, CommitteeUnderTest& committee) {
    Player player(committee);
    player.play(file);
    Played played = player.done();
    std::ranges::sort(played.act_names);
    return played;
}

std::vector<std::filesystem::path> scenario_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(project_folder() / "tests/scenarios")) {
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace travaux::tests
