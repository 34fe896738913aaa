// SPDX-License-Identifier: MIT
#include "understanding/understand.h"

#include <algorithm>
#include <set>

#include "formats/html_body.h"
#include "text/word.h"
#include "understanding/insertion.h"
#include "understanding/instruction.h"
#include "understanding/order.h"
#include "understanding/rebase.h"
#include "understanding/standing.h"
#include "understanding/wording_split.h"

namespace travaux::understanding {
namespace {

using consolidation::DeletePart;
using consolidation::JoinPart;
using consolidation::MovePart;
using consolidation::Part;
using consolidation::TextPart;
using text::Field;
using Lines = std::vector<std::size_t>;

class Understander {
public:
    Understander(const text::Draft& draft, text::Language language, const FileText& file,
                 OtherWords other_words)
        : draft_(draft), language_(language), file_(file), other_words_(other_words),
          standing_(standing_of(file, draft, language)), instructions_(draft, language) {}

    Understanding run() {
        const bool has_wishes = file_.has_changes || other_words_ != OtherWords::printed;
        if (has_wishes) find_changes();
        finish();
        return std::move(result_);
    }

private:
    void find_changes() {
        for (std::size_t before = 0; before < file_.base.size(); ++before) {
            if (standing_.partners[before]) compare(before);
        }
        compare_unknown();
        if (file_.has_changes) delete_provisions();
        if (other_words_ == OtherWords::edited) find_left_out();
        move_provisions();
        insert_provisions();
    }

    void add(Part part, Confidence confidence, std::size_t place) {
        result_.changes.push_back({std::move(part), confidence, place});
    }
    void doubt(DoubtKind kind, const FileLine& line) {
        result_.doubts.push_back({kind, line.place, line.text});
    }
    [[nodiscard]] const DraftLine& draft_line(std::size_t before) const {
        return standing_.draft_lines[standing_.partners[before]->former];
    }

    // Lines that the draft has

    void compare(std::size_t before) {
        const DraftLine& line = draft_line(before);
        const bool differs = file_.has_changes && file_.base[before].text != line.text;
        const bool is_other_draft =
            other_words_ != OtherWords::edited && other_words_ != OtherWords::printed;
        if (differs && is_other_draft) altered_.insert(line.provision);
        const Lines& pieces = standing_.pieces[standing_.partners[before]->former];
        if (pieces.empty()) return;
        const auto wanted = wanted_line(before, line, pieces);
        if (!wanted || wanted->text == line.text) return;
        const bool is_certain =
            file_.has_changes && !altered_.contains(line.provision) && (is_other_draft || !differs);
        const Change change{line.provision, is_certain ? Confidence::certain : Confidence::likely,
                            file_.target[pieces.front()].place};
        if (line.role == LineRole::words) return say(change, Field::text, wanted->text);
        say_numbered(change, before, line.role, *wanted);
    }

    // The words of a line after the changes, as they are on the draft's words; nothing where that
    // is doubtful.
    std::optional<FileLine> wanted_line(std::size_t before, const DraftLine& line,
                                        const Lines& pieces) {
        FileLine wanted = file_.target[pieces.front()];
        const std::string_view between =
            line.role == LineRole::heading ? " " : text::paragraph_break;
        for (std::size_t at = 1; at < pieces.size(); ++at) {
            wanted.text.append(between).append(file_.target[pieces[at]].text);
        }
        const std::string& words_before = file_.base[before].text;
        const bool is_edited = !file_.has_changes || other_words_ == OtherWords::edited;
        if (is_edited || words_before == line.text) return wanted;
        if (words_before == wanted.text) return std::nullopt;
        const auto carried = rebased(words_before, wanted.text, line.text);
        if (carried && carried->strikes_foreign_words) {
            altered_.erase(line.provision);
        } else if (!carried || other_words_ == OtherWords::doubtful) {
            doubt(DoubtKind::other_words, file_.target[pieces.front()]);
            return std::nullopt;
        }
        wanted.text = carried->words;
        if (!wanted.text.starts_with(wanted.numbered)) wanted.numbered.clear();
        return wanted;
    }

    // A change in hand: of which provision, how sure, and where in the file.
    struct Change {
        std::size_t provision;
        Confidence confidence;
        std::size_t place;
    };

    [[nodiscard]] const std::string& words_now(std::size_t provision, Field field) const {
        const text::Wording& now = draft_.provisions[provision].in(language_);
        switch (field) {
            case Field::number: return now.number;
            case Field::heading: return now.heading;
            case Field::text: break;
        }
        return now.text;
    }

    void say(const Change& change, Field field, std::string words) {
        if (words_now(change.provision, field) == words) return;
        add(TextPart{draft_.provisions[change.provision].id, field, std::move(words)},
            change.confidence, change.place);
    }

    void say_numbered(const Change& change, std::size_t before, LineRole role,
                      const FileLine& wanted) {
        const text::Provision& provision = draft_.provisions[change.provision];
        const text::Wording& now = provision.in(language_);
        NumberedLine split = split_number(wanted, now.number, language_);
        if (!file_.has_changes && split.number.empty()) split.number = now.number;
        if (join(change, before, split.rest)) return;
        say(change, Field::number, split.number);
        const bool is_headed =
            role == LineRole::heading || (formats::is_division(provision.kind) && now.text.empty());
        say(change, is_headed ? Field::heading : Field::text, split.rest);
    }

    // Whether the line is two provisions that stood beside each other, and nothing else.
    bool join(const Change& change, std::size_t before, const std::string& words) {
        const std::size_t next = text::subtree_end(draft_, change.provision);
        const auto [first, last] = standing_.joined.equal_range(before);
        for (auto one = first; one != last; ++one) {
            if (standing_.provision_before(one->second) != MaybeLine(next)) continue;
            if (draft_.provisions[next].depth != draft_.provisions[change.provision].depth)
                continue;
            const std::string& mine = words_now(change.provision, Field::text);
            std::string both = mine;
            both.append(mine.empty() ? "" : " ").append(words_now(next, Field::text));
            if (words != both) continue;
            add(JoinPart{draft_.provisions[change.provision].id}, change.confidence, change.place);
            joined_.insert(next);
            return true;
        }
        return false;
    }

    // Lines that the draft has not: they matter where they change.
    void compare_unknown() {
        for (std::size_t after = 0; after < file_.target.size(); ++after) {
            const auto owner = standing_.owners[after];
            if (!owner || standing_.partners[*owner] || is_new(after)) continue;
            const bool is_changed = file_.target[after].text != file_.base[*owner].text;
            if (is_changed) doubt(DoubtKind::no_place, file_.target[after]);
        }
        for (std::size_t before = 0; before < file_.base.size(); ++before) {
            if (standing_.stays[before] || standing_.partners[before]) continue;
            doubt(DoubtKind::struck_words, file_.base[before]);
        }
    }

    // What goes

    // How many lines a provision has in the draft, and how many of them go.
    struct Going {
        std::size_t lines = 0;
        std::size_t gone = 0;
        std::size_t place = 0;
    };

    [[nodiscard]] bool is_gone(std::size_t line) const {
        return standing_.lines_before[line] && standing_.pieces[line].empty() &&
               !joined_.contains(standing_.draft_lines[line].provision);
    }

    void delete_provisions() {
        std::vector<Going> going(draft_.provisions.size());
        for (std::size_t line = 0; line < standing_.draft_lines.size(); ++line) {
            Going& one = going[standing_.draft_lines[line].provision];
            ++one.lines;
            if (!is_gone(line)) continue;
            ++one.gone;
            if (one.place == 0) one.place = file_.base[*standing_.lines_before[line]].place;
        }
        for (std::size_t at = 0; at < going.size();) {
            const std::size_t end = text::subtree_end(draft_, at);
            if (const std::size_t place = place_of_deletion(going, at, end); place != 0) {
                add(DeletePart{draft_.provisions[at].id}, Confidence::certain, place);
                at = end;
                continue;
            }
            if (going[at].gone > 0) clear(at, going[at].place);
            ++at;
        }
    }

    // Where a provision goes with everything it holds; 0 where it does not.
    static std::size_t place_of_deletion(const std::vector<Going>& going, std::size_t at,
                                         std::size_t end) {
        std::size_t place = 0;
        for (; at < end; ++at) {
            if (going[at].gone != going[at].lines) return 0;
            if (place == 0) place = going[at].place;
        }
        return place;
    }

    // The words of a provision go, and what it holds stays; or one of its two lines goes.
    void clear(std::size_t provision, std::size_t place) {
        const auto& lines = standing_.draft_lines;
        const auto first = std::ranges::lower_bound(lines, provision, {}, &DraftLine::provision);
        const Change change{provision, Confidence::certain, place};
        for (auto line = first; line != lines.end() && line->provision == provision; ++line) {
            if (!is_gone(static_cast<std::size_t>(line - lines.begin()))) continue;
            if (line->role != LineRole::words) say(change, Field::number, {});
            say(change, line->role == LineRole::heading ? Field::heading : Field::text, {});
        }
    }

    // A line that the file has not between the two that stand around it in the draft.
    void find_left_out() {
        const auto& before = standing_.lines_before;
        for (std::size_t line = 1; line + 1 < before.size(); ++line) {
            if (before[line] || !before[line - 1] || !before[line + 1]) continue;
            const std::size_t place = file_.base[*before[line - 1]].place;
            result_.doubts.push_back(
                {DoubtKind::left_out, place, standing_.draft_lines[line].text});
        }
    }

    // What comes, and what moves

    void move_provisions() {
        std::vector<Placed> order;
        Lines places;
        std::set<std::size_t> seen;
        for (std::size_t after = 0; after < file_.target.size(); ++after) {
            const auto provision = standing_.provision_after(after);
            if (!provision || !seen.insert(*provision).second) continue;
            order.push_back({*provision, standing_.is_put[after]});
            places.push_back(file_.target[after].place);
        }
        for (const Moved& moved : moves_in(draft_, order)) {
            add(MovePart{draft_.provisions[moved.provision].id, moved.place}, Confidence::likely,
                places[moved.at]);
        }
    }

    [[nodiscard]] bool is_new(std::size_t after) const {
        const bool is_tracked = file_.has_changes && other_words_ != OtherWords::edited;
        return is_tracked ? !standing_.owners[after] : !standing_.provision_after(after);
    }

    void insert_provisions() {
        MaybeLine behind;
        for (std::size_t at = 0; at < file_.target.size();) {
            if (!is_new(at)) {
                if (const auto provision = standing_.provision_after(at)) behind = provision;
                ++at;
                continue;
            }
            const bool is_behind_known = at > 0 && standing_.provision_after(at - 1);
            std::vector<const FileLine*> group;
            while (at < file_.target.size() && is_new(at)) group.push_back(&file_.target[at++]);
            const bool is_before_known =
                at < file_.target.size() && standing_.provision_after(at).has_value();
            insert(behind, group, is_behind_known && is_before_known);
        }
    }

    // Of words that no change brings, those alone are insertions that stand between lines of the
    // draft.
    void insert(MaybeLine behind, const std::vector<const FileLine*>& group, bool is_between) {
        const bool is_tracked =
            std::ranges::all_of(group, [](const FileLine* line) { return line->is_inserted; });
        if (!is_tracked) {
            const auto rest = obey(group);
            const bool is_insertion = is_between && rest.size() == group.size();
            if (!is_insertion) {
                for (const FileLine* const line : rest) doubt(DoubtKind::no_place, *line);
                return;
            }
        }
        Insertions found = insertions_of(draft_, language_, behind, group);
        const bool is_certain = is_tracked && !found.is_at_odd_place;
        for (auto& part : found.parts) {
            add(std::move(part), is_certain ? Confidence::certain : Confidence::likely,
                group.front()->place);
        }
        if (found.is_at_odd_place) doubt(DoubtKind::odd_place, *group.front());
    }

    // Takes the instructions among lines that no tracked change brings, and returns the others.
    std::vector<const FileLine*> obey(const std::vector<const FileLine*>& group) {
        std::vector<const FileLine*> rest;
        for (std::size_t at = 0; at < group.size(); ++at) {
            const std::string next = at + 1 < group.size() ? group[at + 1]->text : "";
            auto found = instructions_.read(group[at]->text, next);
            if (!found) {
                rest.push_back(group[at]);
                continue;
            }
            add(std::move(found->part), Confidence::certain, group[at]->place);
            if (found->takes_next) ++at;
        }
        return rest;
    }

    void finish() {
        for (const std::size_t at : altered_) result_.altered.push_back(draft_.provisions[at].id);
        result_.lines = file_.base.size();
        for (const auto& partner : standing_.partners) result_.found += partner ? 1U : 0U;
        std::ranges::stable_sort(result_.changes, {}, &Understood::place);
        std::ranges::stable_sort(result_.doubts, {}, &Doubt::place);
    }

    const text::Draft& draft_;
    text::Language language_;
    const FileText& file_;
    OtherWords other_words_;
    Standing standing_;
    Instructions instructions_;
    std::set<std::size_t> joined_;   // provisions that go into the one before
    std::set<std::size_t> altered_;  // provisions with other words in the file, before its changes
    Understanding result_;
};

}  // namespace

Understanding understand(const text::Draft& draft, text::Language language,
                         const docx::Document& document, OtherWords other_words) {
    const FileText file = text_of_file(document);
    return Understander(draft, language, file, other_words).run();
}

}  // namespace travaux::understanding
