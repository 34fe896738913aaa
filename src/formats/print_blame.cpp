// SPDX-License-Identifier: MIT
#include "formats/print_blame.h"

#include <algorithm>

#include "consolidation/lineage.h"
#include "text/reference.h"

namespace travaux::formats {
namespace {

using consolidation::Certainty;
using consolidation::LineageRun;
using text::Origin;

// The lines of an account, whatever it rests on.
class BlameText {
public:
    // Says where the runs that follow stand.
    void begin(std::string label) { label_ = std::move(label); }

    void run(std::string_view words, const std::string& origin, const std::string& removed_by) {
        if (!label_.empty()) out_ += label_ + "\n";
        label_.clear();
        out_ += removed_by.empty() ? "  + " : "  - ";
        out_.append(words) += "\n      " + origin;
        if (!removed_by.empty()) out_ += "; removed by " + removed_by;
        out_ += "\n";
    }

    std::string take() && { return std::move(out_); }

private:
    std::string out_;
    std::string label_;  // of what is printed next, until it is printed
};

class ExactBlame {
public:
    ExactBlame(const DraftWithProvenance& draft, text::Language language)
        : draft_(draft), language_(language) {}

    std::string print() && {
        const std::vector<std::string> labels = text::labels_of(draft_.draft, language_);
        for (std::size_t at = 0; at < draft_.draft.provisions.size(); ++at) {
            fields(draft_.draft.provisions[at].id, labels[at]);
        }
        for (const auto& [id, history] : draft_.provenance.provisions) {
            if (history.removed_by.is_none()) continue;
            fields(id, std::string(name_of(history.kind)) + " " + hex(id.bytes).substr(0, 12) +
                           ", removed by " + name(history.removed_by));
        }
        return std::move(out_).take();
    }

private:
    [[nodiscard]] std::string name(const OriginId& id) const {
        if (id.is_none()) return {};
        const Origin& origin = draft_.provenance.origins.at(id);
        std::string result = origin.name;
        const auto list = [&](std::string_view before, const std::vector<std::string>& names) {
            for (const std::string& name : names) {
                result += (&name == &names.front() ? before : ", ");
                result += name;
            }
        };
        list(" (", origin.sponsors);
        list("; brought by ", origin.brought_by);
        if (!origin.sponsors.empty()) result += ")";
        if (origin.step > 0) result += ", draft " + std::to_string(origin.step + 1);
        return result;
    }

    void fields(const ProvisionId& id, const std::string& label) {
        out_.begin(label);
        for (const text::Field field :
             {text::Field::number, text::Field::heading, text::Field::text}) {
            const auto found = draft_.provenance.runs.find({id, language_, field});
            if (found == draft_.provenance.runs.end()) continue;
            for (const text::Run& run : found->second) {
                out_.run(run.text, name(run.origin), name(run.removed_by));
            }
        }
    }

    const DraftWithProvenance& draft_;
    text::Language language_;
    BlameText out_;
};

// The headings and texts of a draft, and the provisions that they stand in. Numbers follow from the
// place, so nobody is asked who brought them.
struct Texts {
    consolidation::PlainTexts texts;
    std::vector<std::size_t> provisions;
};

Texts texts_of(const text::Draft& draft, text::Language language) {
    Texts result;
    for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
        const text::Wording& wording = draft.provisions[at].in(language);
        for (const std::string* const text : {&wording.heading, &wording.text}) {
            if (text->empty()) continue;
            result.texts.emplace_back(*text);
            result.provisions.push_back(at);
        }
    }
    return result;
}

std::string in_words(Certainty certainty) {
    switch (certainty) {
        case Certainty::introduced: return "not seen before";
        case Certainty::carried: return "its text is unchanged since";
        case Certainty::aligned: return "its text changed around it";
        case Certainty::moved: return "it stood in another text before";
        case Certainty::reintroduced: return "it was removed for a while";
        case Certainty::exact: break;
    }
    return {};
}

class BlameByLikeness {
public:
    BlameByLikeness(std::span<const NamedDraft> drafts, text::Language language) : drafts_(drafts) {
        for (const NamedDraft& one : drafts) {
            texts_.push_back(texts_of(one.draft.draft, language));
            labels_.push_back(text::labels_of(one.draft.draft, language));
        }
    }

    std::string print() && {
        std::vector<consolidation::PlainTexts> plain;
        for (const Texts& one : texts_) plain.push_back(one.texts);
        const auto lineage = consolidation::lineage_of(plain);
        std::size_t before = labels_.back().size();
        for (const auto& text : lineage.live) {
            const std::size_t provision = texts_[text.draft].provisions[text.at];
            if (provision != before) out_.begin(labels_[text.draft][provision]);
            before = provision;
            runs(text.runs);
        }
        for (const auto& text : lineage.gone) {
            const std::size_t provision = texts_[text.draft].provisions[text.at];
            out_.begin(labels_[text.draft][provision] + " of " + drafts_[text.draft].name +
                       ", removed by " + drafts_[text.draft + 1].name);
            runs(text.runs);
        }
        return head() + std::move(out_).take();
    }

private:
    [[nodiscard]] std::string head() const {
        std::string result = "By likeness, over these drafts:\n";
        for (const NamedDraft& one : drafts_) {
            result += "  " + one.name + ": " + one.draft.draft.title + "\n";
        }
        return result + "\n";
    }

    void runs(const std::vector<LineageRun>& runs) {
        for (const LineageRun& run : runs) {
            std::string origin = drafts_[run.draft].name;
            const bool is_first = run.draft == 0 && run.certainty == Certainty::introduced;
            if (!is_first) origin += " (" + in_words(run.certainty) + ")";
            out_.run(run.text, origin, run.removed_by ? drafts_[*run.removed_by].name : "");
        }
    }

    std::span<const NamedDraft> drafts_;
    std::vector<Texts> texts_;
    std::vector<std::vector<std::string>> labels_;
    BlameText out_;
};

}  // namespace

std::string print_blame(const DraftWithProvenance& draft, text::Language language) {
    return ExactBlame(draft, language).print();
}

std::string print_blame(std::span<const NamedDraft> drafts, text::Language language) {
    const DraftWithProvenance& last = drafts.back().draft;
    const bool is_told = std::ranges::all_of(drafts.first(drafts.size() - 1), [&](const auto& one) {
        return descends(last.provenance, one.draft.provenance);
    });
    return is_told ? ExactBlame(last, language).print() : BlameByLikeness(drafts, language).print();
}

}  // namespace travaux::formats
