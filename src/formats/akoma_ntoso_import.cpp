// Takes in the Akoma Ntoso documents of others.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/date.h"
#include "formats/akoma_ntoso.h"
#include "formats/akoma_ntoso_elements.h"
#include "formats/akoma_ntoso_form.h"
#include "formats/akoma_ntoso_map.h"
#include "formats/akoma_ntoso_names.h"
#include "formats/normalise.h"

namespace travaux::formats {
namespace {

using text::Language;

std::string_view base_name(std::string_view file_name) {
    return file_name.substr(file_name.find_last_of("/\\") + 1);
}

// Returns what to make of a code: ISO 639-1 and both lists of ISO 639-2, and what is often written.
std::optional<Language> language_of(std::string_view code) {
    constexpr std::array<std::pair<std::string_view, Language>, 4> others = {
        {{"chi", Language::zh},
         {"fre", Language::fr},
         {"esp", Language::es},
         {"ru", Language::ru}}};
    const auto* found = std::ranges::find(text::languages, code, text::three_letter_code_of);
    if (found != text::languages.end()) return *found;
    for (const auto& [name, language] : others) {
        if (name == code) return language;
    }
    return text::parse_language(code);
}

// The document that an element stands in, or the root.
pugi::xml_node document_of(pugi::xml_node node) {
    while (node && !is_document(node.name())) node = node.parent();
    return node;
}

class Importer {
public:
    Importer(std::string_view xml, std::string_view file_name)
        : xml_(xml), file_name_(file_name), source_(xml, file_name) {}

    Result<DraftWithProvenance> import(std::optional<Language> wanted) {
        TRY_OK(check_characters());
        TRY_ASSIGN(document_, source_.parse(Remarks::kept));
        TRY_OK(check_root());
        if (meta().parent().child("proprietary").child("t:draft")) return own(wanted);
        TRY_ASSIGN(const Language language, language_in(wanted));
        TRY_OK(check_dates());
        TRY_OK(check_ids());
        TRY_ASSIGN(auto mapped, map_document(document_, source_, language));
        if (mapped.empty()) return source_.refuse("akoma_ntoso.no_words", -1);
        TRY_OK(assign_ids(mapped));
        DraftWithProvenance result;
        text::Draft& draft = result.draft;
        draft.title = title_of(mapped, language);
        draft.written_in = {language};
        draft.working_language = language;
        for (auto& one : mapped) draft.provisions.push_back(std::move(one.provision));
        result.provenance = provenance_of_import(draft, origin());
        mark(draft);
        // What does not come back from it is written in the form of our own.
        if (auto form = write_form(printed(document_), draft, language)) {
            result.forms[language] = *std::move(form);
        }
        return result;
    }

private:
    [[nodiscard]] text::Origin origin() const {
        return {.id = OriginId::of(sha256("travaux import " + hex(sha256(xml_)))),
                .kind = text::OriginKind::import,
                .name = std::string(base_name(file_name_)),
                .sponsors = {},
                .step = 0};
    }

    // A file that was written here keeps its ids.
    Result<DraftWithProvenance> own(std::optional<Language> wanted) const {
        TRY_ASSIGN(text::Draft draft, read_akoma_ntoso(xml_, file_name_));
        const Language language = draft.written_in.front();
        if (wanted && *wanted != language) return other_language(language);
        draft.working_language = language;
        text::Provenance provenance = provenance_of_import(draft, origin());
        return DraftWithProvenance{std::move(draft), std::move(provenance)};
    }

    [[nodiscard]] std::unexpected<Error> other_language(Language language) const {
        return std::unexpected(Error{ErrorCode::invalid,
                                     "draft.language_other",
                                     {std::string(file_name_), std::string(code_of(language))}});
    }

    // Controls are no part of XML, whatever the parser takes.
    Result<void> check_characters() const {
        const auto found = std::ranges::find_if(xml_, [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
        });
        if (found == xml_.end()) return {};
        return source_.refuse("akoma_ntoso.malformed", found - xml_.begin(), "control character");
    }

    // Names lose the prefix that the document gives to all of them.
    Result<void> check_root() {
        auto root = document_.document_element();
        const std::string name = root.name();
        const std::size_t colon = name.find(':');
        const bool is_prefixed = colon != std::string::npos;
        const std::string prefix = is_prefixed ? name.substr(0, colon + 1) : std::string{};
        if (name.substr(prefix.size()) != "akomaNtoso") {
            return source_.refuse("akoma_ntoso.not_akoma_ntoso", root.offset_debug(), name);
        }
        const std::string declared =
            is_prefixed ? "xmlns:" + name.substr(0, colon) : std::string("xmlns");
        const std::string uri = root.attribute(declared.c_str()).value();
        if (uri != akoma_ntoso_namespace) {
            return source_.refuse("akoma_ntoso.version_unknown", root.offset_debug(), uri);
        }
        if (is_prefixed) {
            if (root.attribute("xmlns")) {
                return source_.refuse("akoma_ntoso.version_unknown", root.offset_debug(),
                                      root.attribute("xmlns").value());
            }
            root.append_attribute("xmlns") = akoma_ntoso_namespace.data();
            strip(root, prefix);
        }
        for (const auto& child : root.children()) {
            if (child.type() == pugi::node_element && !is_document(child.name()) &&
                std::string_view(child.name()) != "components") {
                return source_.refuse("akoma_ntoso.document_unknown", child.offset_debug(),
                                      child.name());
            }
        }
        return {};
    }

    static void strip(pugi::xml_node node, const std::string& prefix) {
        const std::string name = node.name();
        if (name.starts_with(prefix)) node.set_name(name.substr(prefix.size()).c_str());
        for (const auto& child : node.children()) strip(child, prefix);
    }

    [[nodiscard]] pugi::xml_node meta() const {
        for (const auto& child : document_.child("akomaNtoso").children()) {
            if (is_document(child.name())) return child.child("meta").child("identification");
        }
        return {};
    }

    Result<Language> language_in(std::optional<Language> wanted) const {
        const auto named = meta().child("FRBRExpression").child("FRBRlanguage");
        const std::string code = named.attribute("language").value();
        const auto language = language_of(code);
        if (!language && !wanted) {
            return source_.refuse("akoma_ntoso.language_unknown", named.offset_debug(), code);
        }
        if (language && wanted && *language != *wanted) {
            return other_language(*language);
        }
        return wanted.value_or(language.value_or(Language::en));
    }

    Result<void> check_dates() const {
        const auto wrong = document_.find_node([](const pugi::xml_node& node) {
            if (std::string_view(node.name()) != "FRBRdate") return false;
            const std::string_view date = node.attribute("date").value();
            return !Date::parse(date.substr(0, 10)) ||
                   (date.size() > 10 && date[10] != 'T' && date[10] != 'Z' && date[10] != '+' &&
                    date[10] != '-');
        });
        if (!wrong) return {};
        return source_.refuse("akoma_ntoso.date_malformed", wrong.offset_debug(),
                              wrong.attribute("date").value());
    }

    // An id names one place of its document.
    Result<void> check_ids() {
        std::set<std::pair<std::size_t, std::string_view>> seen;
        pugi::xml_node twice = document_.find_node([&](const pugi::xml_node& node) {
            const std::string_view id = node.attribute("eId").value();
            return !id.empty() && !seen.emplace(document_of(node).hash_value(), id).second;
        });
        if (!twice) return {};
        return source_.refuse("akoma_ntoso.eid_twice", twice.offset_debug(),
                              twice.attribute("eId").value());
    }

    // The id of a provision is the hash of the work and of its `wId`, which is the first `eId` that
    // it had, or of its `eId`. One without is told by what
    // it stands in and its ordinal among those of its name there.
    Result<void> assign_ids(std::vector<MappedProvision>& mapped) {
        std::vector<std::string> path;
        std::map<std::string, std::size_t> ordinals;
        for (MappedProvision& one : mapped) {
            path.resize(one.provision.depth + 1);
            std::string& name = path.back();
            const auto permanent = one.element.attribute("wId");
            const std::string eid = (permanent ? permanent : one.element.attribute("eId")).value();
            const auto work = document_of(one.element).child("meta").child("identification");
            if (eid.empty()) {
                name = one.provision.depth > 0 ? path[one.provision.depth - 1] : std::string{};
                name.append("/").append(one.element.name());
                name.append("[").append(std::to_string(++ordinals[name])).append("]");
            } else {
                name = work.child("FRBRWork").child("FRBRthis").attribute("value").value();
                name.append("#").append(eid);
            }
            if (one.provision.id.is_none()) {
                one.provision.id = ProvisionId::of(sha256("travaux eId " + name));
            }
            one.element.remove_attribute(provision_attribute);
            one.element.append_attribute(provision_attribute) = hex(one.provision.id.bytes).c_str();
            if (!seen_.insert(one.provision.id).second) {
                return source_.refuse("akoma_ntoso.wid_twice", one.element.offset_debug(),
                                      hex(one.provision.id.bytes));
            }
        }
        return {};
    }

    std::string title_of(const std::vector<MappedProvision>& mapped, Language language) const {
        for (const MappedProvision& one : mapped) {
            if (one.provision.kind == text::ProvisionKind::title) {
                return one.provision.in(language).heading;
            }
        }
        const std::string_view name = base_name(file_name_);
        return normalised(name.substr(0, name.find_last_of('.'))).value_or("");
    }

    // Says in the metadata of the first document that this is the file of a draft.
    void mark(const text::Draft& draft) {
        auto root = document_.child("akomaNtoso");
        root.remove_attribute("xmlns:travaux");
        root.append_attribute("xmlns:travaux") = own_namespace.data();
        auto meta_node = meta().parent();
        for (auto old = meta_node.child("proprietary"); old;) {
            const auto next = old.next_sibling("proprietary");
            if (old.child(form_element)) meta_node.remove_child(old);
            old = next;
        }
        auto own = meta_node.insert_child_before("proprietary", meta_node.child("presentation"));
        if (!own) own = meta_node.append_child("proprietary");
        own.append_attribute("source") = program_reference.data();
        auto form = own.append_child(form_element);
        form.append_attribute("title") = draft.title.c_str();
        form.append_attribute("language") = code_of(draft.written_in.front()).data();
        form.append_attribute("workingLanguage") = code_of(draft.working_language).data();
    }

    std::string_view xml_;
    std::string_view file_name_;
    AkomaNtosoSource source_;
    pugi::xml_document document_;
    std::set<ProvisionId> seen_;
};

}  // namespace

Result<DraftWithProvenance> import_akoma_ntoso(std::string_view xml, std::string_view file_name,
                                               std::optional<Language> language) {
    return Importer(xml, file_name).import(language);
}

}  // namespace travaux::formats
