// SPDX-License-Identifier: MIT
#include "understanding/report.h"

#include "consolidation/alignment.h"
#include "consolidation/overloaded.h"
#include "text/labels.h"
#include "text/word.h"

namespace travaux::understanding {
namespace {

using namespace consolidation;
using text::Field;

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string quoted(std::string_view words) {
    constexpr std::size_t words_max = 160;
    std::string shown(words.substr(0, words_max));
    if (words.size() > words_max) {
        while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xC0U) == 0x80U) {
            shown.pop_back();
        }
        if (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0x80U) != 0) {
            shown.pop_back();
        }
        shown += "\xE2\x80\xA6";
    }
    return "\xE2\x80\x9C" + shown + "\xE2\x80\x9D";
}

std::string_view name_of(DoubtKind kind) {
    switch (kind) {
        case DoubtKind::no_place: return "these words stand nowhere in the draft";
        case DoubtKind::other_words: return "this changes words that the draft does not have";
        case DoubtKind::struck_words: return "words are struck that the draft does not have";
        case DoubtKind::odd_place: return "what is inserted here has an unusual place";
        case DoubtKind::left_out: break;
    }
    return "these words of the draft are left out behind it, and no change tells so";
}

std::string_view name_of(SponsorSource source) {
    switch (source) {
        case SponsorSource::told: return "as told";
        case SponsorSource::heading: return "found in its heading";
        case SponsorSource::company: return "found in the file's company";
        case SponsorSource::author: return "found in the authors of the changes";
        case SponsorSource::head: return "found in the running head";
        case SponsorSource::file_name: return "found in the file's name";
        case SponsorSource::creator: break;
    }
    return "found in the file's creator";
}

std::string sponsors_of(const ProposalFile& file) {
    std::string all;
    for (const std::string& name : file.sponsors.names) {
        all.append(all.empty() ? "" : ", ").append(name);
    }
    if (all.empty()) return "none found; --sponsor tells";
    return all + " (" + std::string(name_of(file.sponsors.source)) + ")";
}

class Report {
public:
    Report(const text::Draft& draft, const ProposalFile& file)
        : draft_(draft), file_(file), labels_(draft, file.language) {}

    std::string print() {
        const Understanding& found = file_.understanding;
        line(file_.file);
        line("sponsors: " + sponsors_of(file_));
        line("language: " + std::string(text::code_of(file_.language)));
        line("changes: " + (file_.has_changes ? "tracked, by " + authors() : "not tracked"));
        line("base: " + std::to_string(found.found) + " of " +
             counted(found.lines, "line", "lines") + " found in the draft");
        if (file_.made_of) {
            const DraftId made_of = file_.made_of->draft;
            const bool is_this = made_of == text::id_of(draft_);
            line("made of: draft " + hex(made_of.bytes) +
                 (is_this ? ", which is this one" : ", which is another one"));
        }
        for (const ProvisionId id : found.altered) {
            line("base: " + name(id) + " has other words in the file than in the draft");
        }
        line("understood: " + counted(found.changes.size(), "change", "changes"));
        for (const Understood& one : found.changes) change(one);
        line("doubtful: " + counted(found.doubts.size(), "place", "places"));
        for (const Doubt& one : found.doubts) {
            line("  " + place(one.place) + ": " + std::string(name_of(one.kind)) + ": " +
                 quoted(one.words));
        }
        return std::move(text_);
    }

private:
    void line(std::string_view words) { text_.append(words).append(1, '\n'); }

    static std::string place(std::size_t paragraph) {
        return "paragraph " + std::to_string(paragraph);
    }

    [[nodiscard]] std::string authors() const {
        std::string all;
        for (const auto& [author, count] : file_.authors) {
            if (!all.empty()) all += ", ";
            all.append(author.empty() ? "nobody" : author);
            all.append(" (").append(std::to_string(count)).append(1, ')');
        }
        return all;
    }

    [[nodiscard]] std::string name(ProvisionId id) const {
        if (id.is_none()) return "the text";
        const auto at = text::find(draft_, id);
        return at ? labels_.of(*at) : "what is inserted before";
    }

    [[nodiscard]] std::string name(const Place& place) const {
        if (!place.after.is_none()) return "after " + name(place.after);
        return "first in " + name(place.parent);
    }

    void change(const Understood& one) {
        const std::string_view sure =
            one.confidence == Confidence::certain ? "  certain, " : "  likely, ";
        const auto say = [&](std::string_view words) {
            line(std::string(sure).append(place(one.place)).append(": ").append(words));
        };
        std::visit(
            Overloaded{
                [&](const TextPart& part) { say(words_of(part)); },
                [&](const InsertPart& part) { say(words_of(part)); },
                [&](const DeletePart& part) { say(name(part.provision) + " goes"); },
                [&](const MovePart& part) {
                    say(name(part.provision) + " moves to stand " + name(part.place));
                },
                [&](const JoinPart& part) {
                    say(name(part.provision) + " takes the words of the next provision");
                },
                [&](const BracketPart& part) {
                    say(name(part.provision) + ": stays in square brackets" + behind(part.words));
                },
                [&](const ReservePart& part) {
                    say(name(part.provision) + ": position reserved" + behind(part.statement));
                },
                [&](const NotePart& part) {
                    say(name(part.provision) + ": note" + behind(part.note));
                },
            },
            one.part);
    }

    static std::string behind(std::string_view words) {
        return words.empty() ? std::string() : ": " + quoted(words);
    }

    std::string words_of(const InsertPart& part) const {
        const NewProvision& root = part.provisions.front();
        std::string words;
        for (const std::string* const one :
             {&root.wording.number, &root.wording.heading, &root.wording.text}) {
            if (!one->empty()) words.append(words.empty() ? "" : " ").append(*one);
        }
        std::string all = name(part.place) + " comes " + quoted(words);
        if (part.provisions.size() > 1) {
            all.append(" with ").append(
                counted(part.provisions.size() - 1, "provision in it", "provisions in it"));
        }
        return all;
    }

    std::string words_of(const TextPart& part) const {
        const auto& wording =
            draft_.provisions[*text::find(draft_, part.provision)].in(file_.language);
        const std::string* now = &wording.text;
        std::string all = name(part.provision);
        if (part.field == Field::number) {
            now = &wording.number;
            all += ", number";
        } else if (part.field == Field::heading) {
            now = &wording.heading;
            all += ", heading";
        }
        text::Lexicon lexicon;
        const auto base = text::words_of(*now, lexicon);
        const auto target = text::words_of(part.target, lexicon);
        std::string_view between = ": ";
        for (const Hunk& hunk : hunks(base, target)) {
            const auto words = [&](const text::Words& from, std::uint32_t begin,
                                   std::uint32_t end) {
                return quoted(text::text_of(std::span(from).subspan(begin, end - begin), lexicon));
            };
            const std::string went = words(base, hunk.begin, hunk.end);
            const std::string came = words(target, hunk.target_begin, hunk.target_end);
            all += between;
            between = "; ";
            if (hunk.begin == hunk.end) {
                all.append(came).append(" comes");
            } else if (hunk.target_begin == hunk.target_end) {
                all.append(went).append(" goes");
            } else {
                all.append(went).append(" becomes ").append(came);
            }
        }
        return all;
    }

    const text::Draft& draft_;
    const ProposalFile& file_;
    text::Labels labels_;
    std::string text_;
};

}  // namespace

std::string report_on(const text::Draft& draft, const ProposalFile& file) {
    return Report(draft, file).print();
}

std::string notice_of(const ProposalFile& file) {
    std::string line = file.file + ": sponsors: " + sponsors_of(file);
    const auto& found = file.understanding;
    line += "; " + counted(found.changes.size(), "change", "changes") + " understood";
    if (!found.doubts.empty()) {
        line += ", " + counted(found.doubts.size(), "place", "places") + " doubtful";
    }
    return line + "\n";
}

}  // namespace travaux::understanding
