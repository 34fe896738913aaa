// SPDX-License-Identifier: MIT
#include "understanding/report.h"

#include "consolidation/alignment.h"
#include "consolidation/overloaded.h"
#include "lang/messages.h"
#include "text/code_point.h"
#include "text/labels.h"
#include "text/word.h"
#include "understanding/insertion.h"
#include "understanding/report_names.h"

namespace travaux::understanding {
namespace {

using namespace consolidation;
using text::Field;
using text::Language;

// The beginning of some words, in whole characters.
std::string excerpt(std::string_view words) {
    constexpr std::size_t bytes_max = 160;
    if (words.size() <= bytes_max) return std::string(words);
    std::size_t end = 0;
    while (true) {
        const std::size_t next = end + text::code_point_at(words, end).bytes;
        if (next > bytes_max) break;
        end = next;
    }
    return std::string(words.substr(0, end)) + "\xE2\x80\xA6";
}

std::string sentence_of(const Doubt& doubt, Language language) {
    const std::vector<std::string> args{std::to_string(doubt.place),
                                        std::string(name_of(doubt.kind)), excerpt(doubt.words)};
    return lang::words(language, "understood.doubt_at", args);
}

bool is_written_in(const text::Draft& draft, Language language) {
    return std::ranges::find(draft.written_in, language) != draft.written_in.end();
}

class Reporter {
public:
    Reporter(const text::Draft& draft, const ProposalFile& file, Language language)
        : draft_(draft), file_(file), language_(language),
          labels_(draft, is_written_in(draft, language) ? language : file.language) {}

    Report report() {
        const Understanding& found = file_.understanding;
        Report report;
        report.head = head();
        report.understood = say("understood.changes", {std::to_string(found.changes.size())});
        report.doubtful = say("understood.doubts", {std::to_string(found.doubts.size())});
        const auto ids = change_ids(file_);
        auto parts = parts_as_json(file_);
        for (std::size_t i = 0; i < found.changes.size(); ++i) {
            const Understood& one = found.changes[i];
            report.changes.push_back({ids[i], one.confidence, one.place, sentences_of(one.part),
                                      std::move(parts[i].as_object())});
        }
        for (const Doubt& one : found.doubts) {
            report.doubts.push_back(
                {one.kind, one.place, excerpt(one.words), sentence_of(one, language_)});
        }
        return report;
    }

private:
    using Sentences = std::vector<std::string>;

    [[nodiscard]] std::string say(std::string_view id, const Sentences& args = {}) const {
        return lang::words(language_, id, args);
    }

    [[nodiscard]] Sentences head() const {
        const Understanding& found = file_.understanding;
        Sentences head{sponsors_line(file_, language_)};
        if (!file_.proposal.amends.empty()) {
            head.push_back(say("understood.amends", {file_.proposal.amends}));
        }
        head.push_back(say("understood.language", {std::string(text::code_of(file_.language))}));
        head.push_back(file_.has_changes ? say("understood.tracked", {authors()})
                                         : say("understood.not_tracked"));
        head.push_back(
            say("understood.base", {std::to_string(found.found), std::to_string(found.lines)}));
        if (file_.made_of) {
            const bool is_this = file_.made_of->draft == text::id_of(draft_);
            head.push_back(say(is_this ? "understood.made_of_this" : "understood.made_of_other",
                               {hex(file_.made_of->draft.bytes)}));
        }
        for (const ProvisionId id : found.altered) {
            head.push_back(say("understood.altered", {name(id)}));
        }
        return head;
    }

    [[nodiscard]] std::string authors() const {
        std::string all;
        for (const auto& [author, count] : file_.authors) {
            if (!all.empty()) all += ", ";
            all.append(author.empty() ? say("understood.nobody") : author);
            all.append(" (").append(std::to_string(count)).append(1, ')');
        }
        return all;
    }

    [[nodiscard]] std::string name(ProvisionId id) const {
        if (id.is_none()) return say("understood.whole_text");
        const auto at = text::find(draft_, id);
        return at ? labels_.of(*at) : say("understood.inserted_before");
    }

    [[nodiscard]] Sentences sentences_of(const Part& part) const {
        return std::visit(
            Overloaded{
                [&](const TextPart& one) { return hunks_of(one); },
                [&](const InsertPart& one) { return insertion(one); },
                [&](const DeletePart& one) {
                    return Sentences{say("understood.deleted", {name(one.provision)})};
                },
                [&](const MovePart& one) { return Sentences{move(one)}; },
                [&](const JoinPart& one) {
                    return Sentences{say("understood.joined", {name(one.provision)})};
                },
                [&](const BracketPart& one) {
                    return one.words.empty()
                               ? about("understood.bracketed", one.provision)
                               : about("understood.bracketed_words", one.provision, one.words);
                },
                [&](const ReservePart& one) {
                    return one.statement.empty()
                               ? about("understood.reserved", one.provision)
                               : about("understood.reserved_words", one.provision, one.statement);
                },
                [&](const NotePart& one) {
                    return about("understood.noted", one.provision, one.note);
                },
            },
            part);
    }

    [[nodiscard]] std::string move(const MovePart& part) const {
        const Place& place = part.place;
        return place.after.is_none()
                   ? say("understood.moved_first", {name(part.provision), name(place.parent)})
                   : say("understood.moved_after", {name(part.provision), name(place.after)});
    }

    [[nodiscard]] Sentences about(std::string_view id, ProvisionId provision,
                                  std::string_view words = {}) const {
        Sentences args{name(provision)};
        if (!words.empty()) args.push_back(excerpt(words));
        return {say(id, args)};
    }

    [[nodiscard]] Sentences insertion(const InsertPart& part) const {
        // A preamble has no words of its own: the first ones are those of what it holds.
        std::vector<std::string> said;
        for (const NewProvision& one : part.provisions) {
            if (one.wording != text::Wording()) said.push_back(words_of(one.wording));
        }
        const std::string words = said.empty() ? std::string() : said.front();
        const Place& place = part.place;
        Sentences all{place.after.is_none()
                          ? say("understood.inserted_first", {name(place.parent), excerpt(words)})
                          : say("understood.inserted_after", {name(place.after), excerpt(words)})};
        if (said.size() > 1) {
            all.push_back(say("understood.inserted_more", {std::to_string(said.size() - 1)}));
        }
        return all;
    }

    // The words that a part changes, as they stand in the draft or in what it amends.
    [[nodiscard]] std::string words_before(const TextPart& part) const {
        const auto& amended = file_.understanding.amended_words;
        const auto found = amended.find({part.provision, part.field});
        if (found != amended.end()) return found->second;
        const auto& wording =
            draft_.provisions[*text::find(draft_, part.provision)].in(file_.language);
        switch (part.field) {
            case Field::number: return wording.number;
            case Field::heading: return wording.heading;
            case Field::text: return wording.text;
        }
        return {};
    }

    [[nodiscard]] std::string field_name(const TextPart& part) const {
        switch (part.field) {
            case Field::number: return say("understood.number_of", {name(part.provision)});
            case Field::heading: return say("understood.heading_of", {name(part.provision)});
            case Field::text: return name(part.provision);
        }
        return {};
    }

    [[nodiscard]] Sentences hunks_of(const TextPart& part) const {
        text::Lexicon lexicon;
        const auto base = text::words_of(words_before(part), lexicon);
        const auto target = text::words_of(part.target, lexicon);
        const auto words = [&](const text::Words& from, std::uint32_t begin, std::uint32_t end) {
            return excerpt(text::text_of(std::span(from).subspan(begin, end - begin), lexicon));
        };
        Sentences all;
        for (const Hunk& hunk : hunks(base, target)) {
            const bool is_first = all.empty();
            Sentences args;
            if (is_first) args.push_back(field_name(part));
            if (hunk.begin != hunk.end) args.push_back(words(base, hunk.begin, hunk.end));
            if (hunk.target_begin != hunk.target_end) {
                args.push_back(words(target, hunk.target_begin, hunk.target_end));
            }
            if (hunk.begin == hunk.end) {
                all.push_back(say(is_first ? "understood.comes_in" : "understood.comes", args));
            } else if (hunk.target_begin == hunk.target_end) {
                all.push_back(say(is_first ? "understood.goes_in" : "understood.goes", args));
            } else {
                all.push_back(say(is_first ? "understood.becomes_in" : "understood.becomes", args));
            }
        }
        return all;
    }

    const text::Draft& draft_;
    const ProposalFile& file_;
    Language language_;
    text::Labels labels_;
};

}  // namespace

Report report_on(const text::Draft& draft, const ProposalFile& file, Language language) {
    return Reporter(draft, file, language).report();
}

std::string print_report(const ProposalFile& file, const Report& report, Language language) {
    std::string text = file.file + "\n";
    for (const std::string& sentence : report.head) text += sentence + "\n";
    text += report.understood + "\n";
    for (const ReportedChange& one : report.changes) {
        bool is_first = true;
        for (const std::string& sentence : one.sentences) {
            const std::vector<std::string> args{std::string(name_of(one.confidence)),
                                                std::to_string(one.place)};
            text += is_first ? "  " + lang::words(language, "understood.at", args) + " " : "    ";
            text += sentence + "\n";
            is_first = false;
        }
    }
    text += report.doubtful + "\n";
    for (const ReportedDoubt& one : report.doubts) text += "  " + one.sentence + "\n";
    return text;
}

std::string sponsors_line(const ProposalFile& file, Language language) {
    if (file.sponsors.names.empty()) return lang::words(language, "understood.sponsors_none");
    std::string all;
    for (const std::string& name : file.sponsors.names) {
        all.append(all.empty() ? "" : ", ").append(name);
    }
    const std::vector<std::string> args{all, std::string(name_of(file.sponsors.source))};
    return lang::words(language, "understood.sponsors", args);
}

std::string notice_of(const ProposalFile& file, Language language) {
    const auto& found = file.understanding;
    const auto counted = [&](const char* id, std::size_t count) {
        const std::vector<std::string> args{std::to_string(count)};
        return lang::words(language, id, args);
    };
    std::string line = file.file + ": " + sponsors_line(file, language);
    line += "; " + counted("understood.changes", found.changes.size());
    if (!found.doubts.empty()) line += "; " + counted("understood.doubts", found.doubts.size());
    std::string lines = line + "\n";
    for (const Doubt& one : found.doubts) {
        lines += file.file + ": " + sentence_of(one, language) + "\n";
    }
    return lines;
}

}  // namespace travaux::understanding
