// Which proposals are asked for: by where they stand, by who brought them, by what they are on.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "formats/reference_links.h"
#include "host/kept_committee.h"
#include "site/visit.h"

namespace travaux::site {

/// What is asked for; empty is everything.
struct ProposalFilter {
    std::string status;
    std::string sponsor;
    std::string group;      ///< a group that is declared, or `region_african` and its like
    std::string text;       ///< that is amended
    std::string provision;  ///< permanent id: it, or what stands in it, is changed
    std::string kind;       ///< of one of its parts, as `kinds_of_change` has it
    std::string session;    ///< before which its call was made, or in which it was submitted
    std::uint64_t from = 0;

    /// The query of a page that goes on behind so many.
    [[nodiscard]] std::string query(std::uint64_t page_from) const;
};

/// The texts that proposals are on, each with the labels of its provisions, made once for all.
class AmendedTexts {
public:
    /// The visit outlives this.
    explicit AmendedTexts(const Visit& visit) : visit_(visit) {}

    /// Returns the provisions that a proposal changes by their labels, with the way to each; HTML.
    /// Errors: those of `Site::text`.
    [[nodiscard]] Result<std::string> changed_by(const std::string& id,
                                                 const committee::Proposal& proposal);

    /// Whether a proposal has a part of a kind on a provision, or in it; either may be empty.
    /// Errors: as above.
    [[nodiscard]] Result<bool> has_part(const std::string& id, const committee::Proposal& proposal,
                                        const std::string& provision, const std::string& kind);

    /// Returns the articles of a text as options. Errors: as above.
    [[nodiscard]] Result<std::string> article_options(const std::string& text,
                                                      const std::string& chosen);

private:
    struct Held {
        std::shared_ptr<const host::ConsolidatedText> text;
        std::unique_ptr<const formats::ReferenceLinks> links;
    };

    [[nodiscard]] Result<const Held*> text_of(const std::string& id);
    [[nodiscard]] Result<const std::vector<consolidation::Part>*> parts_of(
        const std::string& id, const committee::Proposal& proposal);

    const Visit& visit_;
    std::map<std::string, Held> texts_;
};

/// Reads what a query asks for. Error: `request.parameter_value`.
[[nodiscard]] Result<ProposalFilter> proposal_filter_of(const http::Request& request);

/// Returns the form that asks, as HTML. Errors: those of `Site::text`.
[[nodiscard]] Result<std::string> proposal_filter_form(const Visit& visit,
                                                       const ProposalFilter& filter,
                                                       AmendedTexts& texts);

/// Returns the proposals that are asked for, newest first. Errors: those of `Site::text`.
[[nodiscard]] Result<std::vector<std::string>> find_proposals(const Visit& visit,
                                                              const ProposalFilter& filter,
                                                              AmendedTexts& texts);

}  // namespace travaux::site
