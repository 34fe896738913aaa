// SPDX-License-Identifier: MIT
#include "formats/akoma_ntoso_form.h"

#include <deque>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "formats/akoma_ntoso_elements.h"
#include "formats/akoma_ntoso_map.h"
#include "formats/akoma_ntoso_names.h"
#include "formats/akoma_ntoso_shape.h"
#include "formats/akoma_ntoso_words.h"
#include "formats/eid.h"
#include "formats/normalise.h"

namespace travaux::formats {
namespace {

using text::Provision;

struct StringWriter final : pugi::xml_writer {
    std::string bytes;

    void write(const void* data, std::size_t size) override {
        bytes.append(static_cast<const char*>(data), size);
    }
};

pugi::xml_node form_in(const pugi::xml_document& document) {
    for (const auto& child : document.child("akomaNtoso").children()) {
        for (const auto& own : child.child("meta").children("proprietary")) {
            if (const auto form = own.child(form_element)) return form;
        }
    }
    return {};
}

// A draft as its file in one language has it.
text::Draft alone_in(const text::Draft& draft, text::Language language) {
    text::Draft alone = draft;
    alone.written_in = {language};
    for (Provision& provision : alone.provisions) {
        text::Wording own = std::move(provision.in(language));
        provision.wordings = {};
        provision.in(language) = std::move(own);
    }
    return alone;
}

// Brings the provisions and words of a draft into a form.
class FormWriter {
public:
    FormWriter(pugi::xml_document& document, const text::Draft& draft, text::Language language)
        : document_(document), draft_(draft), language_(language) {}

    bool write(std::vector<MappedProvision>& mapped) {
        for (MappedProvision& one : mapped) elements_.emplace(one.provision.id, &one);
        if (!remove(mapped)) return false;
        note_places(mapped);
        for (std::size_t at = 0; at < draft_.provisions.size(); ++at) {
            const auto found = elements_.find(draft_.provisions[at].id);
            if (found == elements_.end()) {
                if (!insert(at)) return false;
                continue;
            }
            if (!stands_as_before(at) && !move(at)) return false;
            if (!write_wording(*found->second, draft_.provisions[at].in(language_))) {
                return false;
            }
        }
        auto form = form_in(document_);
        form.attribute("title").set_value(draft_.title.c_str());
        form.attribute("workingLanguage")
            .set_value(std::string(code_of(draft_.working_language)).c_str());
        return true;
    }

private:
    // What the draft no longer has goes with all it holds, which then must be gone too.
    bool remove(const std::vector<MappedProvision>& mapped) {
        std::set<ProvisionId> live;
        for (const Provision& provision : draft_.provisions) live.insert(provision.id);
        for (std::size_t at = 0; at < mapped.size();) {
            const Provision& gone = mapped[at].provision;
            if (live.contains(gone.id)) {
                ++at;
                continue;
            }
            const auto element = mapped[at].element;
            do {
                if (live.contains(mapped[at].provision.id)) return false;
                elements_.erase(mapped[at].provision.id);
                ++at;
            } while (at < mapped.size() && mapped[at].provision.depth > gone.depth);
            if (!remove_element(element)) return false;
        }
        return true;
    }

    // What a provision stood in, and behind, among those that stay.
    using Standing = std::pair<ProvisionId, ProvisionId>;

    void note_places(const std::vector<MappedProvision>& mapped) {
        std::vector<ProvisionId> last{{}};  // by depth, what stands there last
        for (const MappedProvision& one : mapped) {
            if (!elements_.contains(one.provision.id)) continue;
            stood_[one.provision.id] = standing(last, one.provision);
        }
    }

    static Standing standing(std::vector<ProvisionId>& last, const Provision& provision) {
        const std::size_t depth = provision.depth + 1;
        const ProvisionId before = depth < last.size() ? last[depth] : ProvisionId{};
        last.resize(depth + 1);
        last[depth] = provision.id;
        return {last[depth - 1], before};
    }

    bool stands_as_before(std::size_t at) {
        if (wanted_.empty()) {
            std::vector<ProvisionId> last{{}};
            for (const Provision& one : draft_.provisions) {
                if (stood_.contains(one.id)) wanted_[one.id] = standing(last, one);
            }
        }
        const ProvisionId id = draft_.provisions[at].id;
        return wanted_.at(id) == stood_.at(id);
    }

    static void set_kind(pugi::xml_node& element, text::ProvisionKind kind) {
        element.remove_attribute(kind_attribute);
        element.append_attribute(kind_attribute) = std::string(name_of(kind)).c_str();
    }

    bool move(std::size_t at) {
        auto element = elements_.at(draft_.provisions[at].id)->element;
        const auto before = sibling_before(at);
        const auto beside = before ? before : sibling_after(at);
        if (!beside || !may_change_places(element, beside)) return false;
        set_kind(element, draft_.provisions[at].kind);
        const auto moved = before ? before.parent().insert_move_after(element, before)
                                  : beside.parent().insert_move_before(element, beside);
        return !moved.empty();
    }

    bool write_wording(MappedProvision& mapped, const text::Wording& wanted) {
        const text::Wording& now = mapped.provision.in(language_);
        return (now.number == wanted.number || write_number(mapped, wanted.number)) &&
               (now.heading == wanted.heading || write_heading(mapped, wanted.heading)) &&
               (now.text == wanted.text || write_text(mapped, wanted.text));
    }

    static bool write_number(MappedProvision& mapped, const std::string& words) {
        if (role_of(mapped.element.name()) == ElementRole::note) {
            auto marker = mapped.element.attribute("marker");
            if (!marker) marker = mapped.element.append_attribute("marker");
            return marker.set_value(words.c_str());
        }
        if (!may_have_number(mapped.element)) return false;
        if (!mapped.number) mapped.number = mapped.element.prepend_child("num");
        set_words(mapped.number, words);
        if (!mapped.number.first_child()) mapped.element.remove_child(mapped.number);
        return true;
    }

    static bool write_heading(MappedProvision& mapped, const std::string& words) {
        if (!mapped.heading) {
            const bool is_table = role_of(mapped.element.name()) == ElementRole::table;
            if (!is_table && !may_have_number(mapped.element)) return false;
            const char* const name = is_table ? "caption" : "heading";
            mapped.heading = mapped.number ? mapped.element.insert_child_after(name, mapped.number)
                                           : mapped.element.prepend_child(name);
        }
        set_words(mapped.heading, words);
        if (!mapped.heading.first_child()) mapped.element.remove_child(mapped.heading);
        return true;
    }

    static bool write_text(MappedProvision& mapped, const std::string& words) {
        if (!mapped.text) {
            if (!may_have_text(mapped.element)) return false;
            auto place = mapped.element;
            if (is_hierarchical(place)) {
                place = place.child("intro") ? place.child("intro") : place.child("content");
                if (!place) place = add_text_element(mapped);
            }
            const auto after = mapped.heading ? mapped.heading : mapped.number;
            mapped.text = after && after.parent() == place ? place.insert_child_after("p", after)
                                                           : place.prepend_child("p");
        }
        set_words(mapped.text, words);
        return true;
    }

    static pugi::xml_node add_text_element(const MappedProvision& mapped) {
        auto element = mapped.element;
        bool has_more = false;
        pugi::xml_node after;
        for (const auto& child : element.children()) {
            const std::string_view one = child.name();
            if (one == "num" || one == "heading" || one == "subheading") {
                after = child;
            } else {
                has_more = has_more || child.type() == pugi::node_element;
            }
        }
        const char* const name = has_more ? "intro" : "content";
        return after ? element.insert_child_after(name, after) : element.prepend_child(name);
    }

    bool insert(std::size_t at) {
        const Provision& provision = draft_.provisions[at];
        const auto parent_at = text::parent_of(draft_, at);
        pugi::xml_node parent;
        if (parent_at) parent = elements_.at(draft_.provisions[*parent_at].id)->element;
        auto element = place(at, parent);
        if (!element) return false;
        const std::string eid = new_eid(at, parent);
        element.append_attribute("eId") = eid.c_str();
        element.append_attribute(provision_attribute) = hex(provision.id.bytes).c_str();
        set_kind(element, provision.kind);
        added_.push_back({provision, element, {}, {}, {}});
        MappedProvision& mapped = added_.back();
        mapped.provision.wordings = {};
        const bool is_list_entry = std::string_view(element.name()) == "li";
        if (is_list_entry || role_of(element.name()) == ElementRole::block) mapped.text = element;
        elements_.emplace(provision.id, &mapped);
        const bool is_alone = text::subtree_end(draft_, at) == at + 1;
        const bool is_row = role_of(element.name()) == ElementRole::table_row;
        if (is_row && is_alone) return false;
        if (!write_wording(mapped, provision.in(language_))) return false;
        if (mapped.text || is_row) return true;
        if (!is_hierarchical(element)) {
            element.append_child("p");
        } else if (is_alone) {
            element.append_child("content").append_child("p");
        }
        return true;
    }

    pugi::xml_node sibling_before(std::size_t at) const {
        for (std::size_t before = at; before-- > 0;) {
            const Provision& one = draft_.provisions[before];
            if (one.depth < draft_.provisions[at].depth) break;
            if (one.depth > draft_.provisions[at].depth) continue;
            return elements_.at(one.id)->element;
        }
        return {};
    }

    pugi::xml_node sibling_after(std::size_t at) const {
        for (std::size_t next = text::subtree_end(draft_, at); next < draft_.provisions.size();
             next = text::subtree_end(draft_, next)) {
            if (draft_.provisions[next].depth < draft_.provisions[at].depth) break;
            const auto found = elements_.find(draft_.provisions[next].id);
            if (found != elements_.end()) return found->second->element;
        }
        return {};
    }

    // Where a new provision goes, as an element that may stand there.
    pugi::xml_node place(std::size_t at, pugi::xml_node parent) const {
        const Provision& provision = draft_.provisions[at];
        const auto before = sibling_before(at);
        const auto beside = before ? before : sibling_after(at);
        const text::Wording& wording = provision.in(language_);
        const bool is_plain = wording.number.empty() && wording.heading.empty() &&
                              text::subtree_end(draft_, at) == at + 1;
        const std::string alike = beside ? name_beside(beside, is_plain) : name_inside(parent);
        if (!alike.empty()) {
            if (!beside) return parent.append_child(alike.c_str());
            return before ? before.parent().insert_child_after(alike.c_str(), before)
                          : beside.parent().insert_child_before(alike.c_str(), beside);
        }
        auto made = place_division(element_of(provision.kind), parent, before, beside);
        const std::string name = name_attribute(provision.kind);
        if (made && !name.empty()) made.append_attribute("name") = name.c_str();
        return made;
    }

    std::string new_eid(std::size_t at, const pugi::xml_node& parent) {
        if (taken_.empty()) {
            std::vector<NumberedProvision> numbered;
            for (const Provision& one : draft_.provisions) {
                numbered.push_back({one.depth, one.kind, one.in(language_).number});
            }
            computed_ = eids_of(numbered);
            taken_.insert(std::string{});
            document_.find_node([&](const pugi::xml_node& node) {
                taken_.insert(node.attribute("eId").value());
                return false;
            });
        }
        const std::size_t last = computed_[at].rfind("__");
        std::string stem = parent.attribute("eId").value();
        if (!stem.empty()) stem += "__";
        stem += last == std::string::npos ? computed_[at] : computed_[at].substr(last + 2);
        std::string eid = stem;
        for (std::size_t again = 2; !taken_.insert(eid).second; ++again) {
            eid = stem;
            eid.append("-").append(std::to_string(again));
        }
        return eid;
    }

    pugi::xml_document& document_;
    const text::Draft& draft_;
    text::Language language_;
    std::map<ProvisionId, MappedProvision*> elements_;
    std::deque<MappedProvision> added_;
    std::map<ProvisionId, Standing> stood_;
    std::map<ProvisionId, Standing> wanted_;
    std::vector<std::string> computed_;
    std::set<std::string> taken_;
};

}  // namespace

std::string printed(const pugi::xml_document& document) {
    StringWriter writer;
    document.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(writer.bytes);
}

bool is_form(const pugi::xml_document& document) { return !form_in(document).empty(); }

Result<text::Draft> read_form(const pugi::xml_document& document, const AkomaNtosoSource& source) {
    const auto form = form_in(document);
    const auto language = text::parse_language(form.attribute("language").value());
    const auto working = text::parse_language(form.attribute("workingLanguage").value());
    if (!language || !working) {
        return source.refuse("akoma_ntoso.language_unknown", form.offset_debug(),
                             form.attribute(language ? "workingLanguage" : "language").value());
    }
    TRY_ASSIGN(const auto mapped, map_document(document, source, *language));
    text::Draft draft;
    draft.title = form.attribute("title").value();
    if (normalised(draft.title) != draft.title) {
        return source.refuse("akoma_ntoso.words_malformed", form.offset_debug());
    }
    draft.written_in = {*language};
    draft.working_language = *working;
    std::set<ProvisionId> seen;
    for (const MappedProvision& one : mapped) {
        const Provision& provision = one.provision;
        if (provision.id.is_none()) {
            return source.refuse("akoma_ntoso.wid_missing", one.element.offset_debug(),
                                 one.element.name());
        }
        if (!seen.insert(provision.id).second) {
            return source.refuse("akoma_ntoso.wid_twice", one.element.offset_debug(),
                                 hex(provision.id.bytes));
        }
        draft.provisions.push_back(provision);
    }
    return draft;
}

std::optional<std::string> write_form(std::string_view form, const text::Draft& draft,
                                      text::Language language) {
    const AkomaNtosoSource source(form, {});
    auto document = source.parse(Remarks::kept);
    if (!document) return std::nullopt;
    auto mapped = map_document(*document, source, language);
    if (!mapped || !FormWriter(*document, draft, language).write(*mapped)) return std::nullopt;
    std::string written = printed(*document);
    // What the walk does not find again, the form cannot say.
    const AkomaNtosoSource again(written, {});
    auto parsed = again.parse(Remarks::kept);
    if (!parsed) return std::nullopt;
    const auto read = read_form(*parsed, again);
    if (!read || *read != alone_in(draft, language)) return std::nullopt;
    return written;
}

}  // namespace travaux::formats
