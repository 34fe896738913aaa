// Measures Word files: a treaty of 200 pages with 2,000 tracked changes written, and read and
// understood again; and pandoc, reading the same file. And the comparison of real drafts.
//
//     travaux_word_bench FOLDER     the file is made in it
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "bench/quantiles.h"
#include "consolidation/consolidate.h"
#include "docx/read.h"
#include "docx/words.h"
#include "formats/import_text.h"
#include "formats/word_document.h"
#include "tests/corpus.h"
#include "understanding/comparison.h"
#include "understanding/understand.h"

namespace {

using namespace travaux;
using namespace travaux::bench;
using consolidation::ProposalSet;
namespace fs = std::filesystem;

constexpr std::size_t articles = 100;
constexpr std::size_t paragraphs_each = 10;
constexpr unsigned words_each = 90;
constexpr unsigned sponsors = 50;
constexpr int runs = 101;
constexpr int comparisons = 11;  // of each pair of drafts

// Words in an order that is the same on every machine.
class Chance {
public:
    unsigned below(unsigned bound) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<unsigned>(state_ >> 33U) % bound;
    }

    std::string sentence(unsigned count) {
        static const std::vector<std::string> words = {
            "State",  "Party",    "shall",   "take",    "measures", "to",   "prevent", "the",
            "misuse", "of",       "systems", "and",     "data",     "with", "its",     "law",
            "where",  "relevant", "inform",  "another", "request",  "act",  "without", "delay"};
        std::string result = "Each";
        for (unsigned at = 1; at < count; ++at) {
            result.append(" ").append(words[below(static_cast<unsigned>(words.size()))]);
        }
        return result + ".";
    }

private:
    std::uint64_t state_ = 7;
};

text::Draft treaty(Chance& chance) {
    text::Draft draft;
    draft.title = "Treaty";
    draft.written_in = {text::Language::en};
    const auto add = [&](text::ProvisionKind kind, std::uint32_t depth, text::Wording wording) {
        text::Provision one;
        one.id = ProvisionId::of(sha256("provision " + std::to_string(draft.provisions.size())));
        one.kind = kind;
        one.depth = depth;
        one.in(text::Language::en) = std::move(wording);
        draft.provisions.push_back(std::move(one));
    };
    for (std::size_t article = 1; article <= articles; ++article) {
        add(text::ProvisionKind::article, 0,
            {"Article " + std::to_string(article), "Measures", ""});
        for (std::size_t at = 1; at <= paragraphs_each; ++at) {
            add(text::ProvisionKind::paragraph, 1,
                {std::to_string(at) + ".", "", chance.sentence(words_each)});
        }
    }
    return draft;
}

// One word of each paragraph becomes another: a deletion and an insertion.
ProposalSet changes_to(const text::Draft& draft, Chance& chance) {
    ProposalSet set;
    unsigned at = 0;
    for (const text::Provision& one : draft.provisions) {
        if (one.kind != text::ProvisionKind::paragraph) continue;
        const std::string sponsor = "State " + std::to_string(at++ % sponsors);
        auto& proposal = set.submitted[sponsor];
        proposal.id = sponsor;
        proposal.sponsors = {sponsor};
        set.supports.insert({sponsor, sponsor, {}});
        std::string target = one.in(text::Language::en).text;
        std::size_t blank =
            target.find(' ', chance.below(static_cast<unsigned>(target.size() / 2)));
        const std::size_t end = target.find(' ', blank + 1);
        target.replace(blank + 1, end - blank - 1, "should");
        proposal.parts.emplace_back(
            consolidation::TextPart{one.id, text::Field::text, std::move(target)});
    }
    return set;
}

template <typename Work>
std::vector<double> times_of(const Work& work, int count = runs) {
    work();
    std::vector<double> times;
    for (int run = 0; run < count; ++run) {
        const auto start = Clock::now();
        work();
        times.push_back(seconds_since(start));
    }
    return times;
}

void print(const char* what, const std::vector<double>& times, const char* limit) {
    std::printf("%-52s %8.3f %8.3f   %s\n", what, at(times, 0.5), at(times, 0.99), limit);
}

std::map<std::string, long> words_in(const std::string& text) {
    std::map<std::string, long> counts;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) ++counts[word];
    return counts;
}

long missing_from(const std::map<std::string, long>& found,
                  const std::map<std::string, long>& wanted) {
    long missing = 0;
    for (const auto& [word, count] : wanted) {
        const auto at = found.find(word);
        missing += std::max(0L, count - (at == found.end() ? 0L : at->second));
    }
    return missing;
}

// What a reader gives of the words that stand once changes are accepted.
void print_losses(const docx::Document& document, const fs::path& file) {
    std::string ours;
    for (const auto& line : docx::lines_of(document, docx::Side::accepted)) ours += line + "\n";
    const auto wanted = words_in(ours);
    const fs::path output = file.string() + ".txt";
    const std::string command =
        "pandoc --from docx --to plain --wrap=none --track-changes=accept " + file.string() +
        " --output " + output.string();
    const auto start = Clock::now();
    if (std::system(command.c_str()) != 0) return;
    std::printf("%-52s %8.3f %8s   once\n", "pandoc: the words once changes are accepted",
                seconds_since(start), "");
    std::ifstream stream(output);
    const std::string theirs{std::istreambuf_iterator<char>(stream), {}};
    std::printf("words that pandoc does not give: %ld\n", missing_from(words_in(theirs), wanted));
}

// Each draft of the Paris Agreement is compared with each later one.
void print_comparisons() {
    const auto folder = tests::corpus("drafts/paris-agreement", "comparison of real drafts");
    if (!folder) return;
    std::set<fs::path> files;
    for (const auto& file : fs::directory_iterator(*folder)) files.insert(file.path());
    std::vector<text::Draft> drafts;
    for (const fs::path& file : files) {
        drafts.push_back(formats::import_text(tests::bytes_of(file), file.filename().string(),
                                              text::Language::en)
                             ->draft);
    }
    for (std::size_t former = 0; former < drafts.size(); ++former) {
        for (std::size_t later = former + 1; later < drafts.size(); ++later) {
            std::size_t rows = 0;
            const auto times = times_of(
                [&] {
                    const auto compared =
                        understanding::compare(drafts[former], drafts[later], text::Language::en);
                    rows = compared.size();
                },
                comparisons);
            const std::string what = "compared, " + std::to_string(rows) + " provisions of two";
            print(what.c_str(), times, "1");
        }
    }
}

int measure(const fs::path& folder) {
    Chance chance;
    const auto draft = treaty(chance);
    const auto set = changes_to(draft, chance);
    std::string bytes;
    const auto out = times_of([&] {
        const auto text = consolidation::consolidate(draft, set, text::Language::en);
        bytes = formats::write_tracked_word(draft, text, {});
    });
    docx::Document document;
    const auto in = times_of([&] { document = *docx::read(bytes, "treaty.docx"); });
    understanding::Understanding found;
    const auto understood = times_of([&] {
        found =
            understanding::understand(draft, text::Language::en, *docx::read(bytes, "treaty.docx"),
                                      understanding::OtherWords::doubtful);
    });
    const fs::path file = folder / "treaty.docx";
    std::ofstream(file, std::ios::binary) << bytes;
    std::printf("a Word file of %zu bytes, %zu words, %zu changes\n", bytes.size(),
                articles * paragraphs_each * words_each, document.changes.size());
    std::printf("%-52s %8s %8s   limit (aim)\n", "seconds", "p50", "p99");
    print("out: consolidated, printed, written", out, "5 (0.5)");
    print("in: read", in, "3 (0.3)");
    print("in: read, and understood against the draft", understood, "3 (0.3)");
    print_comparisons();
    print_losses(document, file);
    const bool is_whole =
        found.changes.size() == articles * paragraphs_each && found.doubts.empty();
    std::printf("changes understood: %zu of %zu, doubts %zu\n", found.changes.size(),
                articles * paragraphs_each, found.doubts.size());
    return is_whole ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() != 2) {
        std::fputs("travaux_word_bench FOLDER\n", stderr);
        return 2;
    }
    fs::create_directories(arguments[1]);
    return measure(arguments[1]);
}
