// The proposals as a list, by what the query asks for.
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "committee/negotiation.h"
#include "formats/reference_links.h"
#include "http/answers.h"
#include "site/forms.h"
#include "site/history.h"
#include "site/pages.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

using committee::Proposal;
using committee::ProposalStatus;

constexpr std::size_t shown_at_once = 100;

/// What is asked for; empty is everything.
struct Filter {
    std::string status;
    std::string sponsor;
    std::string text;
    std::string provision;  ///< permanent id
    std::uint64_t from = 0;

    [[nodiscard]] std::string query(std::uint64_t page_from) const {
        std::string result;
        const auto add = [&](std::string_view name, const std::string& value) {
            if (value.empty()) return;
            result += (result.empty() ? "" : "&") + std::string(name) + "=" + value;
        };
        add("status", status);
        add("sponsor", sponsor);
        add("text", text);
        add("provision", provision);
        if (page_from > 0) add("from", std::to_string(page_from));
        return result;
    }
};

bool is_plain(std::string_view value) {
    return value.size() < 64 && std::ranges::all_of(
                                    value,
                                    [](char sign) {
                                        return (sign >= 'a' && sign <= 'z') ||
                                               (sign >= 'A' && sign <= 'Z') ||
                                               (sign >= '0' && sign <= '9') || sign == '_';
                                    });
}

Result<Filter> filter_of(const http::Request& request) {
    Filter filter;
    for (const auto& [name, field] :
         std::initializer_list<std::pair<std::string_view, std::string*>>{
             {"status", &filter.status},
             {"sponsor", &filter.sponsor},
             {"text", &filter.text},
             {"provision", &filter.provision}}) {
        *field = request.parameter(name);
        if (!is_plain(*field)) {
            return http::refuse_request("request.parameter_value", {std::string(name), *field});
        }
    }
    if (const auto from = request.parameter("from"); !from.empty()) {
        const auto number = http::number_of(from);
        if (!number) {
            return http::refuse_request("request.parameter_value", {"from", std::string(from)});
        }
        filter.from = *number;
    }
    return filter;
}

std::string filter_form(const Visit& visit, const Filter& filter) {
    const std::string any = option("", visit.say("site.any"));
    std::string statuses = any;
    for (const ProposalStatus status : committee::all_of<ProposalStatus>()) {
        const std::string name(committee::name_of(status));
        statuses += option(name, visit.say("proposal_status." + name), name == filter.status);
    }
    std::set<std::string> codes;
    for (const auto& [id, one] : visit.state().proposals) {
        for (const auto& [code, sponsorship] : one.sponsors) codes.insert(code);
    }
    std::string sponsors = any;
    for (const auto& [name, code] : sorted_names(visit, codes)) {
        sponsors += option(code, html(name), code == filter.sponsor);
    }
    std::string texts = any;
    for (const auto& [id, one] : visit.state().texts) {
        texts += option(id, html(symbol_of(visit.state(), id)), id == filter.text);
    }
    return "<form class=\"row\" method=\"get\" action=\"" + visit.to("/proposals") + "\">\n" +
           chooser("by-status", "status", visit.say("site.status"), statuses) +
           chooser("by-sponsor", "sponsor", visit.say("site.sponsor"), sponsors) +
           chooser("by-text", "text", visit.say("site.text"), texts) +
           (visit.in.is_chosen ? "<input type=\"hidden\" name=\"language\" value=\"" +
                                     std::string(code_of(visit.in.language)) + "\">"
                               : std::string{}) +
           "<button>" + visit.say("site.filter") + "</button></form>\n";
}

// On which provisions a proposal is, by their labels in the text that it amends.
class Labels {
public:
    explicit Labels(const Visit& visit) : visit_(visit) {}

    Result<std::string> of(const std::string& id, const Proposal& proposal) {
        TRY_ASSIGN(const Held* held, text_of(proposal.text));
        const auto& all = held->text->set.submitted;
        const auto submitted = all.find(id);
        if (submitted == all.end()) return std::string();
        std::vector<std::string> labels;
        for (const consolidation::Part& part : submitted->second.parts) {
            const ProvisionId provision = committee::provision_of(part);
            if (provision == ProvisionId{}) continue;
            std::string label =
                link(visit_.to("/texts/" + proposal.text + "#p-" + hex(provision.bytes)),
                     html(held->links->label_of(provision)));
            if (std::ranges::find(labels, label) == labels.end())
                labels.push_back(std::move(label));
        }
        return listed(labels, visit_.in.language);
    }

    Result<bool> is_on(const std::string& id, const Proposal& proposal,
                       const std::string& provision) {
        TRY_ASSIGN(const Held* held, text_of(proposal.text));
        const auto& all = held->text->set.submitted;
        const auto submitted = all.find(id);
        return submitted != all.end() &&
               std::ranges::any_of(submitted->second.parts, [&](const consolidation::Part& part) {
                   return hex(committee::provision_of(part).bytes) == provision;
               });
    }

private:
    // The labels of a text are made once for all proposals on it.
    struct Held {
        std::shared_ptr<const host::ConsolidatedText> text;
        std::unique_ptr<const formats::ReferenceLinks> links;
    };

    Result<const Held*> text_of(const std::string& id) {
        Held& held = texts_[id];
        if (!held.text) {
            host::AskedText asked;
            asked.id = id;
            asked.languages = {visit_.in.language};
            TRY_ASSIGN(held.text, visit_.site.text(visit_.committee, asked, {}));
            held.links = std::make_unique<const formats::ReferenceLinks>(held.text->draft,
                                                                         held.text->consolidated);
        }
        return &held;
    }

    const Visit& visit_;
    std::map<std::string, Held> texts_;
};

Result<std::vector<std::string>> chosen(const Visit& visit, const Filter& filter, Labels& labels) {
    std::vector<std::string> ids;
    for (const auto& [id, one] : visit.state().proposals) {
        const auto status = committee::name_of(committee::status_of(visit.state(), one));
        if (!filter.status.empty() && filter.status != status) continue;
        if (!filter.sponsor.empty() && !one.sponsors.contains(filter.sponsor)) continue;
        if (!filter.text.empty() && filter.text != one.text) continue;
        if (!filter.provision.empty()) {
            TRY_ASSIGN(const bool is_on, labels.is_on(id, one, filter.provision));
            if (!is_on) continue;
        }
        ids.push_back(id);
    }
    std::ranges::reverse(ids);
    return ids;
}

}  // namespace

Result<SitePage> proposals_page(const Visit& visit) {
    TRY_ASSIGN(const Filter filter, filter_of(visit.asked.request));
    Labels labels(visit);
    TRY_ASSIGN(const auto ids, chosen(visit, filter, labels));
    std::string rows;
    const std::size_t end = std::min<std::size_t>(ids.size(), filter.from + shown_at_once);
    for (std::size_t at = filter.from; at < end; ++at) {
        const Proposal& one = visit.state().proposals.at(ids[at]);
        TRY_ASSIGN(const std::string on, labels.of(ids[at], one));
        const std::string status =
            "proposal_status." +
            std::string(committee::name_of(committee::status_of(visit.state(), one)));
        rows += "<tr><th scope=\"row\">" + proposal_link(visit, ids[at]) + "</th><td>" +
                sponsors_of(visit, one) + "</td><td>" + on + "</td><td>" + visit.say(status) +
                "</td><td>" + visit.day(one.submitted_ms) + "</td></tr>\n";
    }
    std::string body =
        "<div class=\"wrap\">" +
        title_block({}, visit.say("site.proposals"),
                    "<p role=\"status\">" +
                        visit.say("site.proposals_found", std::to_string(ids.size())) + "</p>\n") +
        filter_form(visit, filter);
    if (!rows.empty()) {
        body += table(visit.say("site.proposals"),
                      {visit.say("site.proposal"), visit.say("site.sponsors"), visit.say("site.on"),
                       visit.say("site.status"), visit.say("site.submitted")},
                      rows);
    }
    if (end < ids.size()) {
        body += "<p>" + link(visit.to("/proposals?" + filter.query(end)), visit.say("site.older")) +
                "</p>\n";
    }
    return SitePage{visit.in.words("site.proposals"),
                    body + "</div>\n",
                    Section::proposals,
                    filter.query(filter.from),
                    200,
                    true};
}

}  // namespace travaux::site
