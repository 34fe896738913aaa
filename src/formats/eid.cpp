// SPDX-License-Identifier: MIT
#include "formats/eid.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace travaux::formats {
namespace {

// Naming convention of Akoma Ntoso 1.0, 5.4, where it has an abbreviation for the element.
constexpr std::array<std::string_view, 17> abbreviations = {
    "title", "preamble", "recital", "part",      "chp",   "sec", "art", "para", "subpara",
    "point", "wrapup",   "annex",   "crosshead", "table", "tr",  "td",  "fn"};

bool is_kept(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

// What counts of "Article 6 bis" is "6bis": the words before the first digit name the kind. A sign
// between two letters or digits is a hyphen, and all others go, as blanks do: "11.2 Rev. A" is
// "11-2RevA" (AKN4UN, element identifiers).
std::string short_number(std::string_view number) {
    const auto digit = number.find_first_of("0123456789");
    if (digit != std::string_view::npos) {
        number = number.substr(digit);
    } else if (const auto blank = number.rfind(' '); blank != std::string_view::npos) {
        number = number.substr(blank + 1);
    }
    std::string result;
    for (std::size_t at = 0; at < number.size(); ++at) {
        if (is_kept(number[at])) {
            result += number[at];
        } else if (number[at] != ' ' && at > 0 && at + 1 < number.size() &&
                   is_kept(number[at - 1]) && is_kept(number[at + 1])) {
            result += '-';
        }
    }
    return result;
}

// Gives each provision of a document an id that no other one has.
class EidMaker {
public:
    // Under a parent's id, which is empty at the top.
    std::string make(const std::string& parent, const NumberedProvision& provision) {
        std::string stem = parent.empty() ? std::string{} : parent + "__";
        stem += abbreviations[static_cast<std::size_t>(provision.kind)];
        const std::string spelled = short_number(provision.number);
        if (!spelled.empty()) stem += "_" + spelled;
        const bool is_spelled = !spelled.empty();
        if (is_spelled && taken_.insert(stem).second) return stem;
        // Counted on from the last one: a list may be long.
        const auto last = last_.try_emplace(stem, is_spelled ? 1 : 0).first;
        while (true) {
            std::string id = stem + (is_spelled ? "-" : "_") + std::to_string(++last->second);
            if (taken_.insert(id).second) return id;
        }
    }

private:
    std::set<std::string> taken_;
    std::map<std::string, std::size_t> last_;  // number given behind what ids begin with
};

}  // namespace

std::vector<std::string> eids_of(const std::vector<NumberedProvision>& provisions) {
    EidMaker maker;
    std::vector<std::string> eids;
    std::vector<std::size_t> path;  // by depth
    for (std::size_t at = 0; at < provisions.size(); ++at) {
        path.resize(std::min<std::size_t>(path.size(), provisions[at].depth));
        eids.push_back(
            maker.make(path.empty() ? std::string{} : eids[path.back()], provisions[at]));
        path.push_back(at);
    }
    return eids;
}

}  // namespace travaux::formats
