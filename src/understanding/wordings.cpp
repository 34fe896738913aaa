// SPDX-License-Identifier: MIT
#include <algorithm>

#include "formats/html_body.h"
#include "text/word.h"
#include "understanding/inquiry.h"
#include "understanding/rebase.h"
#include "understanding/wording_split.h"

namespace travaux::understanding {
namespace {

using consolidation::JoinPart;
using text::Field;
using Lines = std::vector<std::size_t>;

class Wordings {
public:
    explicit Wordings(Inquiry& inquiry) : inquiry_(inquiry) {}

    void find() {
        for (std::size_t before = 0; before < inquiry_.file.base.size(); ++before) {
            if (inquiry_.standing.partners[before]) compare(before);
        }
        compare_unknown();
    }

private:
    [[nodiscard]] const DraftLine& draft_line(std::size_t before) const {
        return inquiry_.standing.draft_lines[inquiry_.standing.partners[before]->former];
    }

    void compare(std::size_t before) {
        const DraftLine& line = draft_line(before);
        const bool differs =
            inquiry_.file.has_changes && inquiry_.file.base[before].text != line.text;
        const bool is_other_draft = inquiry_.other_words != OtherWords::edited &&
                                    inquiry_.other_words != OtherWords::printed;
        if (differs && is_other_draft) inquiry_.altered.insert(line.provision);
        const Lines& pieces = inquiry_.standing.pieces[inquiry_.standing.partners[before]->former];
        if (pieces.empty()) return;
        const auto wanted = wanted_line(before, line, pieces);
        if (!wanted || wanted->text == line.text) return;
        const bool is_certain = inquiry_.file.has_changes &&
                                !inquiry_.altered.contains(line.provision) &&
                                (is_other_draft || !differs);
        const Change change{line.provision, is_certain ? Confidence::certain : Confidence::likely,
                            inquiry_.file.target[pieces.front()].place};
        if (line.role == LineRole::words) return inquiry_.say(change, Field::text, wanted->text);
        say_numbered(change, before, line.role, *wanted);
    }

    // The words of a line after the changes, as they are on the draft's words; nothing where that
    // is doubtful.
    std::optional<FileLine> wanted_line(std::size_t before, const DraftLine& line,
                                        const Lines& pieces) {
        FileLine wanted = inquiry_.file.target[pieces.front()];
        const std::string_view between =
            line.role == LineRole::heading ? " " : text::paragraph_break;
        for (std::size_t at = 1; at < pieces.size(); ++at) {
            const FileLine& piece = inquiry_.file.target[pieces[at]];
            // A piece may be numbered as a provision of its own, which it becomes.
            const std::string& number =
                inquiry_.draft.provisions[line.provision].in(inquiry_.language).number;
            const auto split = split_number(piece, number, inquiry_.language);
            const bool is_numbered = !split.number.empty() && !line.text.contains(piece.text);
            wanted.text.append(between).append(is_numbered ? split.rest : piece.text);
        }
        const std::string& words_before = inquiry_.file.base[before].text;
        const bool is_edited =
            !inquiry_.file.has_changes || inquiry_.other_words == OtherWords::edited;
        if (is_edited || words_before == line.text) return wanted;
        if (words_before == wanted.text) return std::nullopt;
        const auto carried = rebased(words_before, wanted.text, line.text);
        if (carried && carried->strikes_foreign_words) {
            inquiry_.altered.erase(line.provision);
        } else if (!carried || inquiry_.other_words == OtherWords::doubtful) {
            inquiry_.doubt(DoubtKind::other_words, inquiry_.file.target[pieces.front()]);
            return std::nullopt;
        }
        wanted.text = carried->words;
        if (!wanted.text.starts_with(wanted.numbered)) wanted.numbered.clear();
        return wanted;
    }

    void say_numbered(const Change& change, std::size_t before, LineRole role,
                      const FileLine& wanted) {
        const text::Provision& provision = inquiry_.draft.provisions[change.provision];
        const text::Wording& now = provision.in(inquiry_.language);
        NumberedLine split = split_number(wanted, now.number, inquiry_.language);
        if (!inquiry_.file.has_changes && split.number.empty()) split.number = now.number;
        if (join(change, before, split.rest)) return;
        inquiry_.say(change, Field::number, split.number);
        if (join_retyped(change, before)) return;
        const bool is_headed =
            role == LineRole::heading || (formats::is_division(provision.kind) && now.text.empty());
        inquiry_.say(change, is_headed ? Field::heading : Field::text, split.rest);
    }

    // Whether the line is two provisions that stood beside each other, and nothing else.
    bool join(const Change& change, std::size_t before, const std::string& words) {
        const std::size_t next = text::subtree_end(inquiry_.draft, change.provision);
        const auto [first, last] = inquiry_.standing.joined.equal_range(before);
        for (auto one = first; one != last; ++one) {
            if (inquiry_.standing.provision_before(one->second) != MaybeLine(next)) continue;
            if (inquiry_.draft.provisions[next].depth !=
                inquiry_.draft.provisions[change.provision].depth)
                continue;
            const std::string& mine = inquiry_.words_now(change.provision, Field::text);
            std::string both = mine;
            both.append(mine.empty() ? "" : " ").append(inquiry_.words_now(next, Field::text));
            if (words != both) continue;
            inquiry_.add(JoinPart{inquiry_.draft.provisions[change.provision].id},
                         change.confidence, change.place);
            inquiry_.joined.insert(next);
            return true;
        }
        return false;
    }

    // Words that change in a join are other words of the provision that they come from.
    bool join_retyped(const Change& change, std::size_t before) {
        const auto joined = inquiry_.standing.retyped_joins.find(before);
        if (joined == inquiry_.standing.retyped_joins.end()) return false;
        const std::size_t next = change.provision + 1;
        inquiry_.say(change, Field::text, joined->second.first);
        inquiry_.say({next, change.confidence, change.place}, Field::text, joined->second.second);
        inquiry_.add(JoinPart{inquiry_.draft.provisions[change.provision].id}, change.confidence,
                     change.place);
        inquiry_.joined.insert(next);
        return true;
    }

    // Lines that the draft has not: they matter where they change.
    void compare_unknown() {
        for (std::size_t after = 0; after < inquiry_.file.target.size(); ++after) {
            const auto owner = inquiry_.standing.owners[after];
            if (!owner || inquiry_.standing.partners[*owner] || inquiry_.is_new(after)) continue;
            const bool is_changed =
                inquiry_.file.target[after].text != inquiry_.file.base[*owner].text;
            if (is_changed) inquiry_.doubt(DoubtKind::no_place, inquiry_.file.target[after]);
        }
        for (std::size_t before = 0; before < inquiry_.file.base.size(); ++before) {
            if (inquiry_.standing.stays[before] || inquiry_.standing.partners[before]) continue;
            inquiry_.doubt(DoubtKind::struck_words, inquiry_.file.base[before]);
        }
    }

    Inquiry& inquiry_;
};

}  // namespace

void find_wordings(Inquiry& inquiry) { Wordings(inquiry).find(); }

}  // namespace travaux::understanding
