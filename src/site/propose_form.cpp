// SPDX-License-Identifier: MIT
#include "site/propose_form.h"

#include <algorithm>

#include "consolidation/consolidate.h"
#include "crypto/random.h"
#include "formats/html_parts.h"
#include "formats/reference_links.h"
#include "lang/states.h"
#include "site/forms.h"
#include "site/meanwhile.h"
#include "site/text_state.h"
#include "understanding/in_words.h"

namespace travaux::site {
namespace {

namespace json = boost::json;

using consolidation::Row;

std::string step(const std::string& id, const std::string& head, const std::string& more,
                 const std::string& body) {
    return "<section class=\"step\" aria-labelledby=\"" + id + "\"><h2 id=\"" + id + "\">" + head +
           (more.empty() ? std::string{} : "<small>" + more + "</small>") + "</h2><div>\n" + body +
           "</div></section>\n";
}

std::string hidden(std::string_view name, std::string_view value) {
    return "<input type=\"hidden\" name=\"" + html(name) + "\" value=\"" + html(value) + "\">\n";
}

std::string button(std::string_view value, const std::string& words, std::string_view kind = {}) {
    return "<button name=\"go\" value=\"" + html(value) + "\"" +
           (kind.empty() ? std::string{} : " class=\"" + std::string(kind) + "\"") + ">" + words +
           "</button>\n";
}

class Writer {
public:
    explicit Writer(const Writing& writing)
        : w_(writing), links_(writing.text.draft, writing.text.consolidated) {}

    std::string print() {
        const Visit& visit = w_.visit;
        std::string out =
            "<div class=\"wrap\"><div class=\"flow\">" +
            title_block(
                {"<bdi>" + html(symbol_of(visit.state(), w_.text_id)) + "</bdi>"},
                w_.revises.empty() ? visit.say("site.propose")
                                   : visit.say("site.revising", w_.revises),
                "<p>" + visit.say("site.propose_words") + "</p>\n<p>" +
                    link(visit.to("/file?text=" + w_.text_id), visit.say("site.send_file")) +
                    "</p>\n");
        if (w_.error) {
            out += "<p class=\"told\" role=\"alert\">" +
                   html(lang::sentence_of(with_labels(visit, *w_.error), visit.in.language)) +
                   "</p>\n" + entered_meanwhile(visit, *w_.error, w_.seen) + others();
        }
        out += carried() + where();
        out += "<form method=\"post\" action=\"" + visit.to("/propose") + "\" data-preview>\n" +
               hidden("text", w_.text_id) + hidden("kind", w_.said.kind) +
               hidden("provision", w_.said.provision) + hidden("parts", json::serialize(w_.parts)) +
               hidden("seen", std::to_string(visit.state().entries)) +
               hidden("once", hex(crypto::random_bytes())) + written_on();
        if (w_.provision() != nullptr || w_.said.kind == "replace_term") out += what();
        return out + later_text() + "<div id=\"preview\" aria-live=\"polite\">\n" + preview() +
               "</div>\n" + reasons() + submit() + "</form></div></div>\n";
    }

private:
    std::string written_on() {
        const auto on = w_.written_on();
        if (!on) return {};
        return hidden(on->first, on->second) +
               (w_.draft ? hidden("edition", std::to_string(w_.draft->edition)) : std::string{});
    }

    // Where another text is negotiated meanwhile: the way there, with everything that was typed.
    std::string later_text() {
        const std::string later = w_.later_text();
        if (later.empty()) return {};
        const Visit& visit = w_.visit;
        return "<div class=\"told\"><p>" +
               visit.say("site.text_superseded", symbol_of(visit.state(), later)) + "</p>\n<p>" +
               button("carry", visit.say("site.carry"), "quiet") + "</p></div>\n";
    }

    // The draft as somebody else left it, before what is typed here takes its place.
    std::string others() {
        if (!w_.others) return {};
        const Visit& visit = w_.visit;
        const auto now = proposal_of(*w_.others, w_.text);
        return "<div class=\"told\"><p>" + visit.say("site.draft_now") + "</p>\n" +
               (now ? sentences_of(*now) : std::string{}) + "<p>" + visit.say("site.draft_second") +
               "</p>\n<p>" +
               link(visit.to("/propose?draft=" + w_.draft->id), visit.say("site.draft_go_now")) +
               "</p></div>\n";
    }

    // What was typed on an earlier text and does not stand on this one.
    std::string carried() {
        if (!w_.left) return {};
        const Visit& visit = w_.visit;
        std::string items;
        for (const LeftPart& one : *w_.left) {
            std::string why = visit.say(one.is_met ? "site.left_met" : "site.left_changed");
            if (one.refused) why = html(lang::sentence_of(*one.refused, visit.in.language));
            items += "<li><span" + http::marked(w_.text.language) + ">";
            for (const std::string& words : one.words) items += html(words) + " ";
            items += "</span><br><span class=\"dim\">" + why + "</span></li>\n";
        }
        return "<div class=\"told\" role=\"status\"><p>" +
               visit.say("site.carried", symbol_of(visit.state(), w_.text_id)) + "</p>\n" +
               (items.empty() ? items
                              : "<p>" + visit.say("site.left_over") +
                                    "</p>\n<ul class=\"list\">\n" + items + "</ul>\n") +
               "</div>\n";
    }

    // Chosen with a form of its own, so that it works without a script. Changes that are ready come
    // along; without any the page has an address.
    std::string where() {
        const Visit& visit = w_.visit;
        const bool sends = !w_.parts.empty();
        std::string kinds;
        for (const std::string_view kind : kinds_of_change) {
            const std::string current = kind == w_.said.kind ? " aria-current=\"true\"" : "";
            const std::string words = visit.say("kind_of_change." + std::string(kind));
            kinds += sends ? "<button class=\"quiet\" name=\"kind\" value=\"" : "<li><a href=\"";
            kinds.append(sends ? std::string(kind) : w_.address(kind)).append("\"");
            kinds.append(current).append(">").append(words);
            kinds.append(sends ? "</button>\n" : "</a></li>");
        }
        const std::string form = std::string("<form class=\"row\" method=\"") +
                                 (sends ? "post" : "get") + "\" action=\"" + visit.to("/propose") +
                                 "\">" + (sends ? brought_along() : asked_on());
        return step("where", visit.say("site.where"), {},
                    form + "<div><label for=\"provision\">" + visit.say("site.provision") +
                        "</label><select id=\"provision\" name=\"provision\"" +
                        http::marked(w_.text.language) + ">" +
                        provision_options(w_.text, w_.said.provision) + "</select></div>" +
                        hidden("kind", w_.said.kind) + "<button>" + visit.say("site.choose") +
                        "</button></form>\n" +
                        (sends ? form + hidden("provision", w_.said.provision) + kinds + "</form>\n"
                               : "<div class=\"seg\"><ul aria-label=\"" + visit.say("site.what") +
                                     "\">" + kinds + "</ul></div>\n"));
    }

    std::string asked_on() {
        const auto on = w_.written_on();
        return hidden("text", w_.text_id) + (on ? hidden(on->first, on->second) : std::string{}) +
               (w_.visit.in.is_chosen ? hidden("language", code_of(w_.visit.in.language))
                                      : std::string{});
    }

    std::string brought_along() {
        return hidden("text", w_.text_id) + hidden("parts", json::serialize(w_.parts)) +
               hidden("reason", w_.reason) + hidden("title", w_.title) +
               hidden("member", w_.member) + hidden("consent", w_.consent) + written_on();
    }

    std::string what() {
        const Visit& visit = w_.visit;
        const std::string head = w_.provision() == nullptr
                                     ? visit.say("kind_of_change.replace_term")
                                     : html(links_.label_of(w_.provision()->id));
        std::string fields = fields_of_kind() + tracked();
        fields += "<p class=\"row\">" + button("show", visit.say("site.show_effect"), "quiet") +
                  button("add", visit.say("site.add_part"), "quiet") + "</p>\n";
        return step("what", head, visit.say("kind_of_change." + w_.said.kind), fields);
    }

    // What changes in the words, under the field in which they are typed.
    std::string tracked() {
        const std::string words = tracked_words(w_.said, w_.text);
        const std::string shown = words.empty()
                                      ? words
                                      : "<p class=\"small\">" + w_.visit.say("site.tracked_words") +
                                            "</p>\n<p class=\"serif\"" +
                                            http::marked(w_.text.language) + ">" + words + "</p>\n";
        return "<div id=\"tracked\">" + shown + "</div>\n";
    }

    std::string area(const std::string& label, const std::string& value) {
        return "<label for=\"words\">" + label +
               "</label>\n<textarea class=\"treaty\" id=\"words\" name=\"words\" rows=\"5\"" +
               http::marked(w_.text.language) + ">\n" + html(value) + "</textarea>\n";
    }

    std::string typed_line(const std::string& name, const std::string& label,
                           const std::string& value) {
        return "<label for=\"" + name + "\">" + label + "</label>\n<input id=\"" + name +
               "\" name=\"" + name + "\"" + http::marked(w_.text.language) + " value=\"" +
               html(value) + "\">\n";
    }

    std::string fields_of_kind() {
        const Visit& visit = w_.visit;
        const std::string& kind = w_.said.kind;
        const text::Wording* now =
            w_.provision() == nullptr ? nullptr : &w_.provision()->in(w_.text.language);
        const auto typed = [&](const std::string& else_words) {
            return w_.said.words.empty() ? else_words : w_.said.words;
        };
        if (kind == "replace_term") {
            return typed_line("other", visit.say("site.term"), w_.said.other) +
                   typed_line("words", visit.say("site.term_with"), w_.said.words);
        }
        if (kind == "delete" || kind == "join") {
            return "<p class=\"serif\"" + http::marked(w_.text.language) + ">" + html(now->text) +
                   "</p>\n<p>" +
                   visit.say(kind == "delete" ? "site.delete_words" : "site.join_words") + "</p>\n";
        }
        if (kind == "move") {
            return "<label for=\"other\">" + visit.say("site.move_behind") +
                   "</label>\n<select id=\"other\" name=\"other\"" +
                   http::marked(w_.text.language) + ">" + option("", "") +
                   provision_options(w_.text, w_.said.other) + "</select>\n";
        }
        if (kind == "insert") {
            return typed_line("number", visit.say("site.number"), w_.said.number) +
                   (formats::is_division(w_.provision()->kind)
                        ? typed_line("other", visit.say("site.heading"), w_.said.other)
                        : std::string{}) +
                   area(visit.say("site.new_words"), w_.said.words) + blank_line();
        }
        if (kind == "retitle")
            return typed_line("words", visit.say("site.heading"), typed(now->heading));
        if (kind == "split") return area(visit.say("site.split_words"), typed(now->text));
        if (kind == "bracket") {
            return "<p class=\"serif\"" + http::marked(w_.text.language) + ">" + html(now->text) +
                   "</p>\n" + typed_line("words", visit.say("site.bracket_words"), w_.said.words);
        }
        if (kind == "reserve") return area(visit.say("site.statement"), w_.said.words);
        if (kind == "note") return area(visit.say("site.note"), w_.said.words);
        return area(visit.say("site.your_words"), typed(now->text)) + blank_line();
    }

    std::string blank_line() {
        return "<p class=\"small dim\">" + w_.visit.say("site.blank_line") + "</p>\n";
    }

    std::string sentences_of(const consolidation::Proposal& proposal) {
        std::string sentences;
        for (const std::string& one :
             understanding::in_words(w_.text.draft, proposal, w_.text.language)) {
            sentences += "<li>" + html(one) + "</li>\n";
        }
        return "<ol class=\"say\"" + http::marked(w_.text.language) + ">\n" + sentences + "</ol>\n";
    }

    // What is asked for in words, and how the text stands with it.
    std::string preview() {
        const Visit& visit = w_.visit;
        const json::array all = w_.all();
        const std::string nothing =
            "<p class=\"dim\">" + visit.say("site.nothing_changed") + "</p>\n";
        if (all.empty()) return step("in-words", visit.say("site.in_words"), {}, nothing);
        const auto proposal = proposal_of(all, w_.text);
        if (!proposal) {
            return step("in-words", visit.say("site.in_words"), {},
                        "<p class=\"told\" role=\"alert\">" +
                            html(lang::sentence_of(proposal.error(), visit.in.language)) +
                            "</p>\n");
        }
        return step("in-words", visit.say("site.in_words"), visit.say("site.in_words_note"),
                    sentences_of(*proposal) + ready_parts()) +
               step("stands", visit.say("site.will_stand"), visit.say("site.will_stand_note"),
                    will_stand(*proposal));
    }

    // The parts that are ready, each with a button that takes it out.
    std::string ready_parts() {
        std::string items;
        for (std::size_t at = 0; at < w_.parts.size(); ++at) {
            const auto one = proposal_of({w_.parts[at]}, w_.text);
            if (!one) continue;
            const auto words = understanding::in_words(w_.text.draft, *one, w_.text.language);
            items += "<li>" +
                     button("drop:" + std::to_string(at), w_.visit.say("site.take_out"), "quiet") +
                     " <span class=\"small\"" + http::marked(w_.text.language) + ">" +
                     html(words.empty() ? std::string{} : words.front()) + "</span></li>\n";
        }
        return items.empty() ? items
                             : "<h3>" + w_.visit.say("site.ready_parts") +
                                   "</h3>\n<ul class=\"list\">" + items + "</ul>\n";
    }

    std::string will_stand(consolidation::Proposal proposal) {
        consolidation::ProposalSet set = w_.text.set;
        // An id that no proposal on record has.
        proposal.id = "*";
        const std::string sponsor = sponsor_name();
        proposal.sponsors = {sponsor};
        set.supports.insert({proposal.id, sponsor, {}});
        // Who revises goes from the words before to these.
        if (!w_.revises.empty()) set.withdrawals.insert({w_.revises, sponsor, {}});
        set.submitted.insert_or_assign(proposal.id, std::move(proposal));
        const auto shown = consolidation::consolidate(w_.text.draft, set, w_.text.language);
        const formats::Printing printing;
        const formats::HtmlPage page{w_.text.draft, shown, printing};
        formats::HtmlBody body(page);
        const auto rows = body.print_rows();
        std::string out;
        for (std::size_t at = 0; at < shown.rows.size(); ++at) {
            if (is_of(shown, shown.rows[at])) out += rows[at];
        }
        return "<div" + http::marked(w_.text.language) + ">" + out + "</div>\n";
    }

    // Whether the proposal that is being written is in a row.
    static bool is_of(const consolidation::Consolidated& shown, const Row& row) {
        const auto is_it = [&](consolidation::ProposalIndex index) {
            return shown.proposals[index].id == "*";
        };
        if (std::ranges::any_of(row.proposed_by, is_it)) return true;
        for (const consolidation::Mark& mark : row.marks) {
            if (std::ranges::any_of(mark.proposals, is_it)) return true;
        }
        for (const consolidation::AnnotatedText* text : {&row.number, &row.heading, &row.text}) {
            for (const consolidation::Target& target : text->targets) {
                if (std::ranges::any_of(target.proposals, is_it)) return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::string sponsor_name() const {
        const std::string& own = w_.visit.identity.caller.delegation;
        const std::string& code = w_.draft ? w_.draft->member : own.empty() ? w_.member : own;
        if (code.empty()) return w_.visit.in.words("site.you");
        const auto member = w_.visit.state().members.find(code);
        return member == w_.visit.state().members.end()
                   ? code
                   : lang::name_in(member->second.name, w_.text.language);
    }

    std::string reasons() {
        const Visit& visit = w_.visit;
        return step("reasons", "<label for=\"reason\">" + visit.say("site.reasons") + "</label>",
                    visit.say("site.optional"),
                    "<textarea id=\"reason\" name=\"reason\" rows=\"3\"" +
                        http::marked(w_.text.language) + ">\n" + html(w_.reason) + "</textarea>\n");
    }

    std::string submit() {
        const Visit& visit = w_.visit;
        const auto capacity = visit.identity.caller.capacity;
        std::string body;
        if (capacity == committee::Capacity::secretariat) {
            body += chooser("member", "member", visit.say("site.for_member"),
                            member_options(visit, w_.member)) +
                    line("consent", "consent", visit.say("site.consent"), w_.consent, false);
        }
        if (w_.is_guest()) {
            body += "<p class=\"told\">" + visit.say("site.draft_of") + " " +
                    visit.name_of(w_.draft->member) + "</p>\n";
        } else if (!w_.revises.empty() && !may(visit, "proposal.revise", w_.revises)) {
            body += "<p class=\"told\">" + visit.say("site.only_sponsors") + "</p>\n";
        } else if (!may(visit, "proposal.submit", {})) {
            body += why_none_is_submitted(visit);
        } else {
            const std::string& own = visit.identity.caller.delegation;
            body += "<p>" +
                    button("submit",
                           own.empty() ? visit.say("site.submit")
                                       : visit.say("site.submit_for") + " " + visit.name_of(own),
                           "main-act") +
                    "</p>\n<p class=\"small dim\">" + visit.say("site.submit_note") + "</p>\n";
        }
        return step("submit", visit.say("site.submit"), {}, body) + keep();
    }

    // Of a delegation alone: what is kept is on no record.
    std::string keep() {
        const Visit& visit = w_.visit;
        if (!visit.drafts() || !w_.revises.empty()) return {};
        return step("keep", visit.say("site.draft"), {},
                    line("title", "title", visit.say("site.draft_title"), w_.title, false) + "<p>" +
                        button("keep", visit.say("site.draft_keep"), "quiet") +
                        link(visit.to("/drafts"), visit.say("site.drafts")) +
                        "</p>\n<p class=\"small dim\">" + visit.say("site.draft_note") + "</p>\n");
    }

    const Writing& w_;
    formats::ReferenceLinks links_;
};

}  // namespace

json::array Writing::all() const {
    json::array all = parts;
    for (json::value& part : parts_of(said, text)) all.push_back(std::move(part));
    return all;
}

const text::Provision* Writing::provision() const {
    const auto id = parse_id(said.provision);
    const auto at = id ? text::find(text.draft, ProvisionId{*id}) : std::nullopt;
    return at ? &text.draft.provisions[*at] : nullptr;
}

std::string Writing::later_text() const {
    const auto& texts = visit.state().texts;
    std::string later = text_id;
    for (auto at = texts.find(later); at != texts.end() && !at->second.superseded_by.empty();
         at = texts.find(later)) {
        later = at->second.superseded_by;
    }
    return later == text_id || !revises.empty() ? std::string{} : later;
}

std::optional<std::pair<std::string, std::string>> Writing::written_on() const {
    if (draft) return std::pair(std::string("draft"), draft->id);
    if (!revises.empty()) return std::pair(std::string("revise"), revises);
    return std::nullopt;
}

std::string Writing::address(std::string_view kind) const {
    const auto on = written_on();
    return visit.to("/propose?text=" + text_id + "&provision=" + said.provision +
                    "&kind=" + std::string(kind) + (on ? "&" + on->first + "=" + on->second : ""));
}

std::string print_writing(const Writing& writing) { return Writer(writing).print(); }

}  // namespace travaux::site
