// SPDX-License-Identifier: MIT
#include "formats/proposal_lines.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/limits.h"
#include "consolidation/consolidate.h"
#include "formats/json_fields.h"
#include "formats/part_reader.h"
#include "text/labels.h"

namespace travaux::formats {
namespace {

namespace json = boost::json;
using namespace consolidation;

struct Line {
    std::string place;  // file:line
    json::value value;
};

std::unexpected<Error> refuse(std::string id, std::string place, std::string detail = {}) {
    return std::unexpected(
        Error{ErrorCode::invalid, std::move(id), {std::move(place), std::move(detail)}});
}

Result<std::vector<Line>> parse_lines(const LinesFile& file) {
    std::vector<Line> lines;
    std::size_t number = 0;
    for (std::size_t at = 0; at < file.bytes.size();) {
        const std::size_t end = std::min(file.bytes.find('\n', at), file.bytes.size());
        const std::string_view bytes = std::string_view(file.bytes).substr(at, end - at);
        at = end + 1;
        const std::string place = file.name + ":" + std::to_string(++number);
        if (bytes.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        if (bytes.size() > limits::proposal_line_bytes) return refuse("json.too_long", place);
        TRY_ASSIGN(json::value value, parse_json(bytes, place));
        if (!value.is_object()) return refuse("json.not_an_object", place);
        lines.push_back({place, std::move(value)});
    }
    return lines;
}

class SetReader {
public:
    explicit SetReader(const text::Draft& draft) : draft_(draft) {
        resolve_ = [this](std::string_view name) { return resolve(name); };
        base_text_ = [this](ProvisionId id, text::Field field, text::Language language) {
            return base_text(id, field, language);
        };
    }

    Result<ProposalSet> read(const std::vector<Line>& lines) {
        for (const Line& line : lines) TRY_OK(sort_in(line));
        for (const auto& [id, line] : submissions_) TRY_OK(submission(id));
        for (const Line* line : translations_) TRY_OK(translation(*line));
        for (const Line* line : others_) TRY_OK(event(*line));
        for (const Line* line : taken_up_) TRY_OK(check_taken_up(*line));
        return std::move(set_);
    }

    [[nodiscard]] std::string place_of(const std::string& id) const {
        const auto found = submissions_.find(id);
        return found == submissions_.end() ? std::string{} : found->second->place;
    }

    [[nodiscard]] std::string place_of_withdrawal(const Support& support) const {
        return withdrawn_at_.at(support);
    }

private:
    static JsonFields fields_of(const Line& line) { return {line.value.get_object(), line.place}; }

    // The same line twice is one; another one with the same id is somebody else's.
    Result<void> sort_in(const Line& line) {
        const JsonFields fields = fields_of(line);
        if (fields.has("translation_of")) {
            translations_.push_back(&line);
            return {};
        }
        if (!fields.has("id")) {
            others_.push_back(&line);
            return {};
        }
        TRY_ASSIGN(const std::string id, fields.text("id"));
        if (id.empty() || id.size() > limits::proposal_id_bytes) {
            return fields.refuse("proposal.id_malformed", id);
        }
        const auto [found, is_new] = submissions_.try_emplace(id, &line);
        if (!is_new && found->second->value != line.value) {
            return fields.refuse("proposal.id_conflict", id);
        }
        return {};
    }

    Result<text::Language> language_of(const JsonFields& fields) const {
        if (!fields.has("language")) return draft_.working_language;
        TRY_ASSIGN(const std::string code, fields.text("language"));
        const auto language = text::parse_language(code);
        const bool is_known =
            language && std::ranges::find(draft_.written_in, *language) != draft_.written_in.end();
        if (!is_known) return fields.refuse("proposal.language_unknown", code);
        return *language;
    }

    // Reads a proposal when it is first needed: others may name what it inserts.
    Result<void> submission(const std::string& id) {
        if (set_.submitted.contains(id)) return {};
        const JsonFields fields = fields_of(*submissions_.at(id));
        if (!reading_.insert(id).second) return fields.refuse("proposal.amends_itself", id);
        if (reading_.size() > limits::amendment_depth) return fields.refuse("proposal.nesting", id);
        TRY_OK(fields.only(
            {"id", "sponsors", "language", "base", "package", "reason", "amends", "parts"}));
        Proposal proposal;
        proposal.id = id;
        TRY_ASSIGN(proposal.language, language_of(fields));
        TRY_ASSIGN(proposal.sponsors, sponsors_of(fields, id));
        TRY_OK(check_base(fields));
        TRY_ASSIGN(const std::string package, fields.text_or_empty("package"));
        if (package == "all_or_nothing") {
            proposal.package = Package::all_or_nothing;
        } else if (!package.empty() && package != "severable") {
            return fields.refuse("proposal.package_unknown", package);
        }
        TRY_ASSIGN(proposal.reason, fields.text_or_empty("reason"));
        TRY_ASSIGN(proposal.amends, fields.text_or_empty("amends"));
        if (!proposal.amends.empty() && submissions_.contains(proposal.amends)) {
            TRY_OK(submission(proposal.amends));
        }
        TRY_OK(read_parts(fields, proposal));
        for (const std::string& sponsor : proposal.sponsors) {
            set_.supports.insert({id, sponsor, {}});
        }
        note_insertions(proposal);
        set_.submitted.emplace(id, std::move(proposal));
        reading_.erase(id);
        return {};
    }

    // Sorted, each once.
    static Result<std::vector<std::string>> sponsors_of(const JsonFields& fields,
                                                        const std::string& id) {
        TRY_ASSIGN(auto sponsors, fields.texts("sponsors"));
        std::ranges::sort(sponsors);
        sponsors.erase(std::ranges::unique(sponsors).begin(), sponsors.end());
        if (sponsors.empty() || sponsors.front().empty()) {
            return fields.refuse("proposal.sponsor_missing", id);
        }
        return sponsors;
    }

    Result<void> read_parts(const JsonFields& fields, Proposal& proposal) {
        amends_ = proposal.amends;
        TRY_ASSIGN(const auto parts, fields.objects("parts"));
        for (const JsonFields& part : parts) {
            const PartContext context{draft_, proposal.language, resolve_, base_text_, parents_};
            // Resolving a name may read another proposal, of another language and parent.
            amends_ = proposal.amends;
            language_ = proposal.language;
            TRY_ASSIGN(auto more, read_part(part, context, proposal.parts));
            groups_[proposal.id].push_back(more.size());
            proposal.parts.insert(proposal.parts.end(), more.begin(), more.end());
        }
        return {};
    }

    Result<void> check_base(const JsonFields& fields) {
        TRY_ASSIGN(const std::string base, fields.text_or_empty("base"));
        if (base.empty()) return {};
        if (draft_id_.empty()) draft_id_ = hex(text::id_of(draft_).bytes);
        if (base != draft_id_) return fields.refuse("proposal.base_other", base);
        return {};
    }

    void note_insertions(const Proposal& proposal) {
        auto& ids = inserted_[proposal.id];
        for (const Part& part : proposal.parts) {
            const auto* insert = std::get_if<InsertPart>(&part);
            if (insert == nullptr) continue;
            std::vector<ProvisionId> path;
            const auto added = inserted_ids(*insert);
            for (std::size_t at = 0; at < added.size(); ++at) {
                path.resize(insert->provisions[at].depth);
                parents_[added[at]] = path.empty() ? insert->place.parent : path.back();
                new_[added[at]] = insert->provisions[at].wording;
                path.push_back(added[at]);
                ids.push_back(added[at]);
            }
        }
    }

    Result<ProvisionId> resolve(std::string_view name) {
        if (const auto bytes = parse_id(name)) return ProvisionId{*bytes};
        const std::size_t mark = name.rfind('/');
        if (mark != std::string_view::npos) {
            const std::string id(name.substr(0, mark));
            if (submissions_.contains(id)) return inserted(id, name);
        }
        auto found = labels_in(language_).resolve(name);
        if (found) return found;
        // The working language's labels are understood whatever a proposal is written in.
        return labels_in(draft_.working_language).resolve(name);
    }

    const text::Labels& labels_in(text::Language language) {
        return labels_.try_emplace(language, draft_, language).first->second;
    }

    Result<ProvisionId> inserted(const std::string& id, std::string_view name) {
        // Where two proposals insert into each other, neither has a place.
        if (!reading_.contains(id)) TRY_OK(submission(id));
        const auto& ids = inserted_[id];
        for (std::size_t at = 0; at < ids.size(); ++at) {
            if (name.substr(id.size() + 1) == std::to_string(at + 1)) return ids[at];
        }
        return std::unexpected(Error{ErrorCode::not_found, "label.unknown", {std::string(name)}});
    }

    std::string base_text(ProvisionId id, text::Field field, text::Language language) const {
        if (const auto amended = set_.submitted.find(amends_); amended != set_.submitted.end()) {
            for (const Part& part : amended->second.parts) {
                const auto* text = std::get_if<TextPart>(&part);
                if (text != nullptr && text->provision == id && text->field == field &&
                    amended->second.language == language) {
                    return text->target.copy();
                }
            }
        }
        text::Wording wording;
        if (const text::Provision* found = provision(id)) {
            wording = found->in(language);
        } else if (const auto added = new_.find(id); added != new_.end()) {
            wording = added->second;
        }
        return field == text::Field::text ? wording.text : wording.heading;
    }

    // Returns a provision of the draft, or null. What a single line wants often needs none, so they
    // are sorted when one is first asked for.
    const text::Provision* provision(ProvisionId id) const {
        if (by_id_.empty()) {
            for (const text::Provision& one : draft_.provisions) by_id_.push_back(&one);
            std::ranges::sort(by_id_, {}, &text::Provision::id);
        }
        const auto found = std::ranges::lower_bound(by_id_, id, {}, &text::Provision::id);
        return found == by_id_.end() || (*found)->id != id ? nullptr : *found;
    }

    Result<void> translation(const Line& line) {
        const JsonFields fields = fields_of(line);
        TRY_OK(fields.only({"translation_of", "language", "parts"}));
        TRY_ASSIGN(const std::string id, fields.text("translation_of"));
        const auto found = set_.submitted.find(id);
        if (found == set_.submitted.end()) return fields.refuse("proposal.unknown", id);
        Proposal& proposal = found->second;
        TRY_ASSIGN(const text::Language language, language_of(fields));
        TRY_ASSIGN(const auto lines, fields.objects("parts"));
        const auto& groups = groups_[id];
        if (lines.size() != groups.size()) return fields.refuse("proposal.translation_shape", id);
        std::vector<Part> parts;
        amends_ = proposal.amends;
        for (std::size_t at = 0; at < lines.size(); ++at) {
            const PartContext context{draft_, language, resolve_, base_text_, parents_};
            const auto submitted = std::span(proposal.parts).subspan(parts.size(), groups[at]);
            TRY_ASSIGN(auto more, read_translation(lines[at], context, submitted));
            parts.insert(parts.end(), more.begin(), more.end());
        }
        const auto [kept, is_new] = proposal.translations.try_emplace(language, std::move(parts));
        if (!is_new && kept->second != parts) return fields.refuse("proposal.id_conflict", id);
        return {};
    }

    Result<void> decision(const JsonFields& fields, std::string_view verb, std::set<Drop>& drops) {
        TRY_OK(fields.only({verb, "tag"}));
        Drop drop;
        TRY_ASSIGN(drop.proposal, fields.text(verb));
        TRY_ASSIGN(drop.tag, fields.text_or_empty("tag"));
        if (!set_.submitted.contains(drop.proposal)) {
            return fields.refuse("proposal.unknown", drop.proposal);
        }
        drops.insert(std::move(drop));
        return {};
    }

    Result<void> take_up(const JsonFields& fields) {
        TRY_OK(fields.only({"take_up", "sponsors", "tag"}));
        TRY_ASSIGN(const std::string id, fields.text("take_up"));
        TRY_ASSIGN(const std::string tag, fields.text_or_empty("tag"));
        TRY_ASSIGN(const auto sponsors, sponsors_of(fields, id));
        const auto found = set_.submitted.find(id);
        if (found == set_.submitted.end()) return fields.refuse("proposal.unknown", id);
        for (const std::string& sponsor : sponsors) {
            if (tag.empty() && std::ranges::binary_search(found->second.sponsors, sponsor)) {
                return fields.refuse("proposal.tag_missing", sponsor);
            }
            set_.supports.insert({id, sponsor, tag});
        }
        return {};
    }

    // GA rule 122: only what was withdrawn is reintroduced.
    Result<void> check_taken_up(const Line& line) const {
        const JsonFields fields = fields_of(line);
        TRY_ASSIGN(const std::string id, fields.text("take_up"));
        if (!is_withdrawn(set_, set_.submitted.at(id))) {
            return fields.refuse("proposal.not_withdrawn", id);
        }
        return {};
    }

    Result<void> event(const Line& line) {
        const JsonFields fields = fields_of(line);
        if (fields.has("take_up")) {
            taken_up_.push_back(&line);
            return take_up(fields);
        }
        for (const auto& [verb, drops] :
             {std::pair{"drop", &set_.drops}, std::pair{"reconsider", &set_.reconsidered}}) {
            if (fields.has(verb)) return decision(fields, verb, *drops);
        }
        const bool withdraws = fields.has("withdraw");
        if (!withdraws && !fields.has("co_sponsor")) {
            return fields.refuse("proposal.line_unknown");
        }
        const std::string_view verb = withdraws ? "withdraw" : "co_sponsor";
        TRY_OK(fields.only({verb, "sponsor", "tag"}));
        Support support;
        TRY_ASSIGN(support.proposal, fields.text(verb));
        TRY_ASSIGN(support.sponsor, fields.text("sponsor"));
        TRY_ASSIGN(support.tag, fields.text_or_empty("tag"));
        if (!set_.submitted.contains(support.proposal)) {
            return fields.refuse("proposal.unknown", support.proposal);
        }
        if (support.sponsor.empty()) {
            return fields.refuse("proposal.sponsor_missing", support.proposal);
        }
        if (withdraws) withdrawn_at_.try_emplace(support, line.place);
        (withdraws ? set_.withdrawals : set_.supports).insert(std::move(support));
        return {};
    }

    const text::Draft& draft_;
    text::Language language_ = draft_.working_language;
    std::string draft_id_;
    ResolveProvision resolve_;
    BaseText base_text_;
    mutable std::vector<const text::Provision*> by_id_;
    std::map<text::Language, text::Labels> labels_;
    std::map<std::string, const Line*> submissions_;
    std::vector<const Line*> translations_;
    std::vector<const Line*> others_;
    std::vector<const Line*> taken_up_;
    std::set<std::string> reading_;
    std::string amends_;
    std::map<std::string, std::vector<std::size_t>> groups_;  // parts made of each part read
    std::map<std::string, std::vector<ProvisionId>> inserted_;
    std::map<ProvisionId, ProvisionId> parents_;
    std::map<ProvisionId, text::Wording> new_;
    std::map<Support, std::string> withdrawn_at_;
    ProposalSet set_;
};

}  // namespace

Result<ProposalSet> read_proposal_lines(const text::Draft& draft,
                                        const std::vector<LinesFile>& files, Checking checking) {
    std::vector<Line> lines;
    for (const LinesFile& file : files) {
        TRY_ASSIGN(auto more, parse_lines(file));
        std::ranges::move(more, std::back_inserter(lines));
    }
    SetReader reader(draft);
    TRY_ASSIGN(ProposalSet set, reader.read(lines));
    if (checking == Checking::later) return set;
    auto sound = check(draft, set);
    if (!sound) {
        Error error = std::move(sound).error();
        if (!error.args.empty())
            error.args.insert(error.args.begin(), reader.place_of(error.args[0]));
        return std::unexpected(std::move(error));
    }
    // A withdrawal of support that nobody gave is a slip of the pen.
    for (const Support& support : set.withdrawals) {
        if (!set.supports.contains(support)) {
            return refuse("proposal.sponsor_unknown", reader.place_of_withdrawal(support),
                          support.proposal + ", " + support.sponsor);
        }
    }
    return set;
}

}  // namespace travaux::formats
