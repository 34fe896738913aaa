// SPDX-License-Identifier: MIT
#include "formats/akoma_ntoso.h"

#include <map>

#include "base/xml_writer.h"
#include "formats/akoma_ntoso_names.h"
#include "formats/eid.h"
#include "formats/reference_links.h"

namespace travaux::formats {
namespace {

class DraftWriter {
public:
    DraftWriter(const text::Draft& draft, text::Language language)
        : draft_(draft), language_(language), labels_(draft, language) {
        std::vector<NumberedProvision> numbered;
        for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
            const text::Provision& provision = draft.provisions[at];
            numbered.push_back({provision.depth, provision.kind, provision.in(language).number});
            positions_.emplace(provision.id, at);
        }
        eids_ = eids_of(numbered);
    }

    std::string write() {
        open_document(xml_, {draft_.title, hex(text::id_of(draft_).bytes), language_});
        xml_.open("proprietary", {{"source", std::string(program_reference)}});
        xml_.empty("t:draft", {{"workingLanguage", std::string(code_of(draft_.working_language))}});
        xml_.close();
        close_meta(xml_);
        xml_.open("body");
        xml_.line();
        for (std::size_t at = 0; at < draft_.provisions.size();) provision(at);
        if (draft_.provisions.empty()) {
            xml_.empty("hcontainer", {{"name", "empty"}, {"eId", "empty"}});
        }
        xml_.close();
        xml_.close();
        xml_.close();
        return std::move(xml_).finish();
    }

private:
    void provision(std::size_t& at) {
        const std::string& eid = eids_[at];
        const auto references = labels_.references_in(at, draft_.provisions[at].in(language_).text);
        const text::Provision& provision = draft_.provisions[at++];
        const text::Wording& wording = provision.in(language_);
        xml_.open(element_of(provision.kind), {{"name", name_attribute(provision.kind)},
                                               {"eId", eid},
                                               {"wId", hex(provision.id.bytes)}});
        if (!wording.number.empty()) inline_element("num", wording.number);
        if (!wording.heading.empty()) inline_element("heading", wording.heading);
        const bool has_children =
            at < draft_.provisions.size() && draft_.provisions[at].depth > provision.depth;
        if (!has_children || !wording.text.empty()) {
            xml_.open(has_children ? "intro" : "content", {{"eId", eid + "__text"}});
            xml_.open("p");
            text(wording.text, references, eid);
            xml_.close();
            xml_.close();
        }
        if (has_children) xml_.line();
        while (at < draft_.provisions.size() && draft_.provisions[at].depth > provision.depth) {
            this->provision(at);
        }
        xml_.close();
        xml_.line();
    }

    void text(const std::string& words, const std::vector<text::Reference>& references,
              const std::string& eid) {
        std::size_t number = 0;
        each_stretch(
            words, references, [&](std::string_view plain) { xml_.text(plain); },
            [&](std::string_view linked, ProvisionId provision) {
                xml_.open("ref", {{"eId", eid + "__ref_" + std::to_string(++number)},
                                  {"href", "#" + eids_[positions_.at(provision)]}});
                xml_.text(linked);
                xml_.close();
            });
    }

    void inline_element(std::string_view name, const std::string& text) {
        xml_.open(name);
        xml_.text(text);
        xml_.close();
    }

    const text::Draft& draft_;
    text::Language language_;
    text::Labels labels_;
    XmlWriter xml_;
    std::vector<std::string> eids_;
    std::map<ProvisionId, std::size_t> positions_;
};

}  // namespace

std::string write_akoma_ntoso(const text::Draft& draft, text::Language language) {
    return DraftWriter(draft, language).write();
}

}  // namespace travaux::formats
