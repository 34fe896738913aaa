// SPDX-License-Identifier: MIT
#include "formats/print_blame.h"

#include <map>

#include "text/reference.h"

namespace travaux::formats {
namespace {

using text::Origin;

class BlamePrinter {
public:
    BlamePrinter(const DraftWithProvenance& draft, text::Language language)
        : draft_(draft), language_(language) {}

    std::string print() {
        const std::vector<std::string> labels = text::labels_of(draft_.draft, language_);
        for (std::size_t at = 0; at < draft_.draft.provisions.size(); ++at) {
            fields(draft_.draft.provisions[at].id, labels[at]);
        }
        for (const auto& [id, history] : draft_.provenance.provisions) {
            if (history.removed_by.is_none()) continue;
            fields(id, std::string(name_of(history.kind)) + " " + hex(id.bytes).substr(0, 12) +
                           ", removed by " + name(history.removed_by));
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string name(const OriginId& id) const {
        const Origin& origin = draft_.provenance.origins.at(id);
        std::string result = origin.name;
        for (std::size_t at = 0; at < origin.sponsors.size(); ++at) {
            result += (at == 0 ? " (" : ", ") + origin.sponsors[at];
        }
        if (!origin.sponsors.empty()) result += ")";
        if (origin.step > 0) result += ", draft " + std::to_string(origin.step + 1);
        return result;
    }

    void fields(const ProvisionId& id, const std::string& label) {
        bool is_first = true;
        for (const text::Field field :
             {text::Field::number, text::Field::heading, text::Field::text}) {
            const auto found = draft_.provenance.runs.find({id, language_, field});
            if (found == draft_.provenance.runs.end()) continue;
            if (is_first) out_ += label + "\n";
            is_first = false;
            for (const text::Run& run : found->second) line(run);
        }
    }

    void line(const text::Run& run) {
        const bool is_live = run.removed_by.is_none();
        out_ += is_live ? "  + " : "  - ";
        out_ += run.text + "\n      " + name(run.origin);
        if (!is_live) out_ += "; removed by " + name(run.removed_by);
        out_ += "\n";
    }

    const DraftWithProvenance& draft_;
    text::Language language_;
    std::string out_;
};

}  // namespace

std::string print_blame(const DraftWithProvenance& draft, text::Language language) {
    return BlamePrinter(draft, language).print();
}

}  // namespace travaux::formats
