// SPDX-License-Identifier: MIT
#include "understanding/standing.h"

#include <algorithm>

#include "understanding/retyped.h"

namespace travaux::understanding {
namespace {

class Finder {
public:
    Finder(const FileText& file, const text::Draft& draft, text::Language language)
        : file_(file), draft_(draft), language_(language) {
        found_.draft_lines = lines_of_draft(draft, language);
        found_.lines_before.resize(found_.draft_lines.size());
        found_.pieces.resize(found_.draft_lines.size());
        found_.owners.resize(file.target.size());
        found_.is_put.resize(file.target.size());
        found_.stays.resize(file.base.size());
        for (std::size_t at = 0; at < found_.draft_lines.size(); ++at) {
            first_lines_.emplace(draft.provisions[found_.draft_lines[at].provision].id, at);
        }
    }

    Standing find() {
        match_base();
        own_by_words();
        own_by_ends();
        own_moved();
        find_joined();
        if (!file_.has_changes) find_retyped(file_, draft_, language_, found_);
        for (std::size_t at = 0; at < found_.owners.size(); ++at) {
            if (!found_.owners[at]) continue;
            const auto& partner = found_.partners[*found_.owners[at]];
            if (partner) found_.pieces[partner->former].push_back(at);
        }
        return std::move(found_);
    }

private:
    // The first line of the provision that an id names.
    [[nodiscard]] MaybeLine named(const FileLine& line) const {
        for (const ProvisionId id : line.ids) {
            if (const auto at = first_lines_.find(id); at != first_lines_.end()) return at->second;
        }
        return std::nullopt;
    }

    void match_base() {
        std::vector<std::string_view> former;
        for (const DraftLine& line : found_.draft_lines) former.emplace_back(line.text);
        std::vector<LaterLine> later;
        for (const FileLine& line : file_.base) later.push_back({line.text, named(line)});
        found_.partners = match_lines(former, later);
        for (std::size_t at = 0; at < later.size(); ++at) {
            auto& partner = found_.partners[at];
            // Without tracked changes a place alone proves nothing.
            if (partner && partner->found == Found::between && !file_.has_changes) partner.reset();
            if (partner) found_.lines_before[partner->former] = at;
        }
    }

    void own(std::size_t after, std::size_t before) {
        found_.owners[after] = before;
        found_.stays[before] = true;
    }

    // The line that most of the kept words come from.
    void own_by_words() {
        const auto& links = file_.links;
        for (std::size_t at = 0; at < links.size();) {
            const std::size_t target = links[at].target;
            std::size_t kept = 0;
            for (; at < links.size() && links[at].target == target; ++at) {
                if (links[at].kept > kept) found_.owners[target] = links[at].base;
                kept = std::max(kept, links[at].kept);
            }
            if (kept > 0) own(target, *found_.owners[target]);
        }
    }

    // Where no word is kept, the line of the same paragraph.
    void own_by_ends() {
        for (const Link& link : file_.links) {
            const bool is_free = !found_.owners[link.target] && !found_.stays[link.base];
            if (link.ends_alike && is_free) own(link.target, link.base);
        }
    }

    // What went at one place and came at another.
    void own_moved() {
        std::vector<std::size_t> gone;
        std::vector<std::string_view> former;
        std::map<ProvisionId, std::size_t> gone_by_id;
        for (std::size_t at = 0; at < file_.base.size(); ++at) {
            const auto provision = found_.provision_before(at);
            if (found_.stays[at] || !provision) continue;
            gone_by_id.emplace(draft_.provisions[*provision].id, gone.size());
            gone.push_back(at);
            former.emplace_back(file_.base[at].text);
        }
        std::vector<std::size_t> come;
        std::vector<LaterLine> later;
        for (std::size_t at = 0; at < file_.target.size(); ++at) {
            if (found_.owners[at]) continue;
            LaterLine line{file_.target[at].text, {}};
            for (const ProvisionId id : file_.target[at].ids) {
                const auto named = gone_by_id.find(id);
                if (named != gone_by_id.end()) line.named = named->second;
            }
            come.push_back(at);
            later.push_back(line);
        }
        const auto found = match_lines(former, later);
        for (std::size_t at = 0; at < found.size(); ++at) {
            if (!found[at] || found[at]->found == Found::between) continue;
            own(come[at], gone[found[at]->former]);
            found_.is_put[come[at]] = true;
        }
    }

    void find_joined() {
        for (const Link& link : file_.links) {
            const auto owner = found_.owners[link.target];
            const bool is_joined = owner && *owner != link.base && !found_.stays[link.base];
            if (link.kept > 0 && is_joined) found_.joined.emplace(*owner, link.base);
        }
    }

    const FileText& file_;
    const text::Draft& draft_;
    text::Language language_;
    std::map<ProvisionId, std::size_t> first_lines_;  // of the draft's provisions
    Standing found_;
};

}  // namespace

MaybeLine Standing::provision_before(std::size_t line) const {
    if (!partners[line]) return std::nullopt;
    return draft_lines[partners[line]->former].provision;
}

MaybeLine Standing::provision_after(std::size_t line) const {
    return owners[line] ? provision_before(*owners[line]) : std::nullopt;
}

Standing standing_of(const FileText& file, const text::Draft& draft, text::Language language) {
    return Finder(file, draft, language).find();
}

}  // namespace travaux::understanding
