// SPDX-License-Identifier: MIT
#include "site/proposal_filter.h"

#include <algorithm>
#include <array>

#include "committee/negotiation.h"
#include "http/answers.h"
#include "site/forms.h"
#include "site/said_parts.h"
#include "site/text_state.h"

namespace travaux::site {
namespace {

using committee::Proposal;
using committee::ProposalStatus;
using committee::RegionalGroup;
using consolidation::Part;

constexpr std::string_view region = "region_";

using Field = std::string ProposalFilter::*;
constexpr auto fields = std::to_array<std::pair<std::string_view, Field>>({
    {"status", &ProposalFilter::status},
    {"sponsor", &ProposalFilter::sponsor},
    {"group", &ProposalFilter::group},
    {"text", &ProposalFilter::text},
    {"provision", &ProposalFilter::provision},
    {"kind", &ProposalFilter::kind},
    {"session", &ProposalFilter::session},
});

bool is_plain(std::string_view value) {
    const auto is_letter = [](char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') ||
               (sign >= '0' && sign <= '9') || sign == '_';
    };
    return value.size() < 64 && std::ranges::all_of(value, is_letter);
}

/// The kind of a part by the names of the page on which proposals are written.
struct KindOfPart {
    std::string_view operator()(const consolidation::TextPart& part) const {
        if (part.field != text::Field::text) return "retitle";
        return part.target.view().contains(text::paragraph_break) ? "split" : "text";
    }
    std::string_view operator()(const consolidation::InsertPart& /*part*/) const {
        return "insert";
    }
    std::string_view operator()(const consolidation::DeletePart& /*part*/) const {
        return "delete";
    }
    std::string_view operator()(const consolidation::MovePart& /*part*/) const { return "move"; }
    std::string_view operator()(const consolidation::JoinPart& /*part*/) const { return "join"; }
    std::string_view operator()(const consolidation::BracketPart& /*part*/) const {
        return "bracket";
    }
    std::string_view operator()(const consolidation::ReservePart& /*part*/) const {
        return "reserve";
    }
    std::string_view operator()(const consolidation::NotePart& /*part*/) const { return "note"; }
};

// Whether a provision is another one, or stands in it.
bool is_within(const text::Draft& draft, ProvisionId inner, ProvisionId outer) {
    const auto at = text::find(draft, inner);
    const auto in = text::find(draft, outer);
    return at && in && *in <= *at && *at < text::subtree_end(draft, *in);
}

bool is_of_group(const Visit& visit, const Proposal& proposal, const std::string& group) {
    if (proposal.group == group) return true;
    const auto declared = visit.state().groups.find(group);
    return std::ranges::any_of(proposal.sponsors, [&](const auto& sponsor) {
        if (declared != visit.state().groups.end()) {
            return declared->second.members.contains(sponsor.first);
        }
        const auto member = visit.state().members.find(sponsor.first);
        return member != visit.state().members.end() && member->second.group &&
               group == std::string(region).append(committee::name_of(*member->second.group));
    });
}

std::string session_of(const Visit& visit, const Proposal& proposal) {
    if (const auto* call = committee::find(visit.state().calls, proposal.call)) {
        return call->session;
    }
    return committee::session_at(visit.state(), proposal.submitted_ms).value_or("");
}

// What the record says of a proposal; what it changes is looked at behind this.
bool is_asked_for(const Visit& visit, const Proposal& proposal, const ProposalFilter& filter) {
    const auto status = committee::name_of(committee::status_of(visit.state(), proposal));
    return (filter.status.empty() || filter.status == status) &&
           (filter.sponsor.empty() || proposal.sponsors.contains(filter.sponsor)) &&
           (filter.group.empty() || is_of_group(visit, proposal, filter.group)) &&
           (filter.text.empty() || filter.text == proposal.text) &&
           (filter.session.empty() || filter.session == session_of(visit, proposal));
}

std::string sponsor_options(const Visit& visit, const std::string& chosen) {
    std::set<std::string> codes;
    for (const auto& [id, one] : visit.state().proposals) {
        for (const auto& [code, sponsorship] : one.sponsors) codes.insert(code);
    }
    std::string options;
    for (const auto& [name, code] : sorted_names(visit, codes)) {
        options += option(code, html(name), code == chosen);
    }
    return options;
}

std::string group_options(const Visit& visit, const std::string& chosen) {
    std::string options;
    for (const auto& [code, group] : visit.state().groups) {
        options += option(code, visit.name_of(code), code == chosen);
    }
    for (const RegionalGroup one : committee::all_of<RegionalGroup>()) {
        const std::string name(committee::name_of(one));
        const std::string value = std::string(region).append(name);
        options += option(value, visit.say("paperwork.group." + name), value == chosen);
    }
    return options;
}

std::string text_options(const Visit& visit, const std::string& chosen) {
    std::string options;
    for (const auto& [id, one] : visit.state().texts) {
        options += option(id, html(symbol_of(visit.state(), id)), id == chosen);
    }
    return options;
}

std::string kind_options(const Visit& visit, const std::string& chosen) {
    std::string options;
    for (const std::string_view kind : kinds_of_change) {
        if (kind == "replace_term") continue;  // it is on record as changes of words
        options += option(kind, visit.say("kind_of_change." + std::string(kind)), kind == chosen);
    }
    return options;
}

std::string session_options(const Visit& visit, const std::string& chosen) {
    std::string options;
    for (const auto& [id, one] : visit.state().sessions) {
        options += option(id, html(visit.said_of(one.title)), id == chosen);
    }
    return options;
}

}  // namespace

std::string ProposalFilter::query(std::uint64_t page_from) const {
    std::string result;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (value.empty()) return;
        result += (result.empty() ? "" : "&") + std::string(name) + "=" + value;
    };
    for (const auto& [name, field] : fields) add(name, this->*field);
    if (page_from > 0) add("from", std::to_string(page_from));
    return result;
}

Result<std::string> AmendedTexts::changed_by(const std::string& id, const Proposal& proposal) {
    TRY_ASSIGN(const auto* parts, parts_of(id, proposal));
    if (parts == nullptr) return std::string();
    TRY_ASSIGN(const Held* held, text_of(proposal.text));
    std::vector<std::string> labels;
    for (const Part& part : *parts) {
        const ProvisionId provision = committee::provision_of(part);
        if (provision == ProvisionId{}) continue;
        std::string label =
            link(visit_.to("/texts/" + proposal.text + "#p-" + hex(provision.bytes)),
                 html(held->links->label_of(provision)));
        if (std::ranges::find(labels, label) == labels.end()) labels.push_back(std::move(label));
    }
    return listed(labels, visit_.in.language);
}

Result<bool> AmendedTexts::has_part(const std::string& id, const Proposal& proposal,
                                    const std::string& provision, const std::string& kind) {
    TRY_ASSIGN(const auto* parts, parts_of(id, proposal));
    if (parts == nullptr) return false;
    TRY_ASSIGN(const Held* held, text_of(proposal.text));
    const ProvisionId asked{parse_id(provision).value_or(ProvisionId{}.bytes)};
    return std::ranges::any_of(*parts, [&](const Part& part) {
        return (kind.empty() || std::visit(KindOfPart{}, part) == kind) &&
               (provision.empty() ||
                is_within(held->text->draft, committee::provision_of(part), asked));
    });
}

Result<std::string> AmendedTexts::article_options(const std::string& text,
                                                  const std::string& chosen) {
    std::string options;
    if (text.empty() || !visit_.state().texts.contains(text)) return options;
    TRY_ASSIGN(const Held* held, text_of(text));
    for (const text::Provision& one : held->text->draft.provisions) {
        const std::string id = hex(one.id.bytes);
        if (one.kind != text::ProvisionKind::article && id != chosen) continue;
        options += option(id, html(held->links->label_of(one.id)), id == chosen);
    }
    return options;
}

Result<const AmendedTexts::Held*> AmendedTexts::text_of(const std::string& id) {
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

Result<const std::vector<Part>*> AmendedTexts::parts_of(const std::string& id,
                                                        const Proposal& proposal) {
    TRY_ASSIGN(const Held* held, text_of(proposal.text));
    const auto& all = held->text->set.submitted;
    const auto submitted = all.find(id);
    return submitted == all.end() ? nullptr : &submitted->second.parts;
}

Result<ProposalFilter> proposal_filter_of(const http::Request& request) {
    ProposalFilter filter;
    for (const auto& [name, field] : fields) {
        filter.*field = request.parameter(name);
        if (!is_plain(filter.*field)) {
            return http::refuse_request("request.parameter_value",
                                        {std::string(name), filter.*field});
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

Result<std::string> proposal_filter_form(const Visit& visit, const ProposalFilter& filter,
                                         AmendedTexts& texts) {
    const std::string any = option("", visit.say("site.any"));
    const std::string of = filter.text.empty() ? current_text(visit.state()) : filter.text;
    TRY_ASSIGN(const std::string articles, texts.article_options(of, filter.provision));
    std::string statuses;
    for (const ProposalStatus status : committee::all_of<ProposalStatus>()) {
        const std::string name(committee::name_of(status));
        statuses += option(name, visit.say("proposal_status." + name), name == filter.status);
    }
    const auto choose = [&](const std::string& name, std::string_view label,
                            const std::string& options) {
        return options.empty() ? std::string{}
                               : chooser("by-" + name, name, visit.say(label), any + options);
    };
    return "<form class=\"row\" method=\"get\" action=\"" + visit.to("/proposals") + "\">\n" +
           choose("status", "site.status", statuses) +
           choose("sponsor", "site.sponsor", sponsor_options(visit, filter.sponsor)) +
           choose("group", "site.group", group_options(visit, filter.group)) +
           choose("provision", "site.provision", articles) +
           choose("kind", "site.kind", kind_options(visit, filter.kind)) +
           choose("session", "site.session", session_options(visit, filter.session)) +
           choose("text", "site.text", text_options(visit, filter.text)) +
           (visit.in.is_chosen ? "<input type=\"hidden\" name=\"language\" value=\"" +
                                     std::string(code_of(visit.in.language)) + "\">"
                               : std::string{}) +
           "<button>" + visit.say("site.filter") + "</button></form>\n";
}

Result<std::vector<std::string>> find_proposals(const Visit& visit, const ProposalFilter& filter,
                                                AmendedTexts& texts) {
    std::vector<std::string> ids;
    for (const auto& [id, one] : visit.state().proposals) {
        if (!is_asked_for(visit, one, filter)) continue;
        if (!filter.provision.empty() || !filter.kind.empty()) {
            TRY_ASSIGN(const bool has, texts.has_part(id, one, filter.provision, filter.kind));
            if (!has) continue;
        }
        ids.push_back(id);
    }
    std::ranges::reverse(ids);
    return ids;
}

}  // namespace travaux::site
