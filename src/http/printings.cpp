// SPDX-License-Identifier: MIT
#include "http/printings.h"

#include <algorithm>

#include "base/base64.h"
#include "formats/print_style.h"
#include "formats/word_document.h"
#include "http/answers.h"
#include "http/languages.h"

namespace travaux::http {
namespace {

// More than these are not looked at, so that not every order of languages is a printing of its own.
constexpr std::size_t languages_max = 2;

std::string key_of(const ServedCommittee& committee, const host::AskedText& asked) {
    std::string key = committee.name() + "/" + asked.id;
    for (const int part :
         {int(asked.form), int(asked.printing.view), int(asked.printing.sponsors)}) {
        key += "/" + std::to_string(part);
    }
    for (const text::Language language : asked.languages)
        key += "/" + std::string(code_of(language));
    return key;
}

std::string media_type_of(host::TextForm form) {
    switch (form) {
        case host::TextForm::text: return "text/plain; charset=utf-8";
        case host::TextForm::html: return "text/html; charset=utf-8";
        case host::TextForm::json: return "application/json";
        case host::TextForm::akoma_ntoso: return "application/akn+xml";
        case host::TextForm::docx:
        case host::TextForm::docx_tracked: return std::string(formats::word_media_type);
    }
    return {};
}

std::unexpected<Error> no_such_value(const std::string& name, const std::string& value) {
    return refuse_request("request.parameter_value", {name, value});
}

Result<void> read_parameter(const std::string& name, const std::string& value,
                            host::AskedText& asked) {
    using formats::View;
    static const std::map<std::string_view, View> views = {{"bracketed", View::bracketed},
                                                           {"clean", View::clean},
                                                           {"options", View::options},
                                                           {"by_sponsor", View::by_sponsor}};
    static const std::map<std::string_view, host::TextForm> forms = {
        {"html", host::TextForm::html}, {"text", host::TextForm::text},
        {"json", host::TextForm::json}, {"akoma_ntoso", host::TextForm::akoma_ntoso},
        {"docx", host::TextForm::docx}, {"docx_tracked", host::TextForm::docx_tracked},
        {"pdf", host::TextForm::docx}};
    if (name == "language") {
        const auto language = text::parse_language(value);
        if (!language) return no_such_value(name, value);
        asked.languages = {*language};
    } else if (name == "view") {
        if (!views.contains(value)) return no_such_value(name, value);
        asked.printing.view = views.at(value);
    } else if (name == "form") {
        if (!forms.contains(value)) return no_such_value(name, value);
        asked.form = forms.at(value);
    } else if (name == "sponsors") {
        if (value != "named" && value != "unnamed") return no_such_value(name, value);
        asked.printing.sponsors =
            value == "named" ? formats::Sponsors::named : formats::Sponsors::unnamed;
    } else {
        return refuse_request("request.parameter_unknown", {name});
    }
    return {};
}

}  // namespace

std::string policy_of_style(std::string_view style) {
    const Sha256 hash = sha256(style);
    return "default-src 'none'; style-src 'sha256-" +
           base64(std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size())) +
           "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

const std::string& policy_of_printings() {
    static const std::string policy = policy_of_style(formats::print_style());
    return policy;
}

bool is_word(host::TextForm form) {
    return form == host::TextForm::docx || form == host::TextForm::docx_tracked;
}

bool wants_pdf(const host::AskedText& asked, const Request& request) {
    return asked.form == host::TextForm::docx && request.parameter("form") == "pdf";
}

Result<host::AskedText> asked_text(const std::string& id, const Request& request) {
    host::AskedText asked;
    asked.id = id;
    asked.form = host::TextForm::html;
    asked.languages = accepted_languages(request.field("Accept-Language"));
    if (asked.languages.size() > languages_max) asked.languages.resize(languages_max);
    for (const auto& [name, value] : request.query) TRY_OK(read_parameter(name, value, asked));
    // Tracked changes are a view of their own.
    const bool has_place = asked.form != host::TextForm::docx_tracked ||
                           asked.printing.view == formats::View::bracketed ||
                           asked.printing.view == formats::View::clean;
    if (!has_place) {
        return refuse_request("request.view_not_in_form",
                              {std::string(request.parameter("view")), "docx_tracked"});
    }
    return asked;
}

std::shared_ptr<const Printings::Kept> Printings::find(const ServedCommittee& committee,
                                                       const host::AskedText& asked) {
    auto found = kept_.find(key_of(committee, asked));
    const bool is_there = found && found->representation.entries == committee.committee().length();
    return is_there ? std::move(found) : nullptr;
}

Result<std::shared_ptr<const Printings::Kept>> Printings::print(const ServedCommittee& committee,
                                                                const host::AskedText& asked) {
    const std::scoped_lock one_at_a_time(is_word(asked.form) ? writing_ : printing_);
    if (auto found = find(committee, asked)) return found;
    TRY_ASSIGN(host::PrintedText printed, committee.committee().print(asked));
    auto kept = std::make_shared<Kept>();
    kept->language = printed.language;
    kept->symbol = printed.symbol;
    kept->representation =
        represent(std::move(printed.bytes), media_type_of(asked.form), http::Kept::yes, {});
    kept->representation.entries = printed.entries;
    kept_.keep(key_of(committee, asked), kept, bytes_of(kept->representation));
    return kept;
}

}  // namespace travaux::http
