// SPDX-License-Identifier: MIT
#include "docx/story.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "docx/xml.h"

namespace travaux::docx {
namespace {

constexpr std::string_view blanks = " \t\r\n";

struct Named {
    std::string_view name;
    ChangeKind kind;
};

constexpr std::array changes_by_name = {
    Named{"w:ins", ChangeKind::insertion},      Named{"w:del", ChangeKind::deletion},
    Named{"w:moveFrom", ChangeKind::move_from}, Named{"w:moveTo", ChangeKind::move_to},
    Named{"w:cellIns", ChangeKind::insertion},  Named{"w:cellDel", ChangeKind::deletion},
};

std::optional<ChangeKind> change_named(std::string_view name) {
    for (const Named& change : changes_by_name) {
        if (change.name == name) return change.kind;
    }
    return std::nullopt;
}

// What an element stands for by itself.
struct Sign {
    std::string_view name;
    std::string_view text;
};

constexpr std::array signs = {
    Sign{"w:tab", "\t"},
    Sign{"w:ptab", "\t"},
    Sign{"w:br", "\n"},
    Sign{"w:cr", "\n"},
    Sign{"w:noBreakHyphen", "\xE2\x80\x91"},
};

std::optional<std::string_view> sign_named(std::string_view name) {
    for (const Sign& sign : signs) {
        if (sign.name == name) return sign.text;
    }
    return std::nullopt;
}

// Properties say how something looks, and what it looked like.
bool is_property(std::string_view name) { return name.ends_with("Pr"); }

// A property that is on or off: there, it is on, unless it says otherwise.
bool is_on(const pugi::xml_node& property) {
    const std::string_view value = property.attribute("w:val").value();
    return property && value != "0" && value != "false" && value != "off";
}

bool is_instruction(std::string_view name) {
    return name == "w:instrText" || name == "w:delInstrText";
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

// Which of several forms of one thing is read: the first.
pugi::xml_node chosen_of(const pugi::xml_node& alternatives) {
    const auto choice = alternatives.child("mc:Choice");
    return choice ? choice : alternatives.child("mc:Fallback");
}

}  // namespace

std::vector<Paragraph> StoryReader::read(const pugi::xml_node& story) {
    paragraphs_.clear();
    names_of_next_.clear();
    comments_.clear();
    close_fields();
    blocks(story, {});
    // A box may hold a paragraph with a box.
    for (std::size_t at = 0; at < boxes_.size(); ++at) {
        const auto [box, where] = boxes_[at];
        close_fields();
        blocks(box, where);
    }
    boxes_.clear();
    return std::move(paragraphs_);
}

void StoryReader::close_fields() {
    fields_.clear();
    instructions_ = 0;
}

void StoryReader::blocks(const pugi::xml_node& parent, const Where& where) {
    for (const auto& node : parent.children()) block(node, where);
}

// Rows may stand in content controls, as may cells and paragraphs.
void StoryReader::block(const pugi::xml_node& node, const Where& where) {
    const std::string_view name = node.name();
    if (name == "w:p") return paragraph(node, where);
    if (name == "w:tr") return row(node, where);
    if (name == "w:tc") return cell(node, where);
    if (name == "mc:AlternateContent") return blocks(chosen_of(node), where);
    if (name == "w:sdt") return control(node, [&] { blocks(node, where); });
    if (name == "w:tbl" || name == "w:sdtContent" || name == "w:customXml") {
        return blocks(node, where);
    }
    if (name == "w:bookmarkStart") return call(node.attribute("w:name").value());
    if (const auto change = change_named(name)) return blocks(node, inside(node, *change, where));
    comment(node);
    move_range(node);
}

// What stands in a content control is called by its tag and its alias: Word keeps both, others
// one.
template <typename Content>
void StoryReader::control(const pugi::xml_node& node, const Content& content) {
    const auto properties = node.child("w:sdtPr");
    const auto controls = controls_.size();
    for (const char* const name : {"w:tag", "w:alias"}) {
        controls_.emplace_back(properties.child(name).attribute("w:val").value());
        if (open_ != nullptr) call(controls_.back());
    }
    content();
    controls_.resize(controls);
}

// A bookmark between paragraphs belongs to the next one.
void StoryReader::call(std::string_view name) {
    constexpr std::size_t names_max = 100;  // more name nothing, and are searched through
    if (name.empty()) return;
    auto& names = open_ != nullptr ? open_->names : names_of_next_;
    if (names.size() == names_max) return;
    if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
}

void StoryReader::paragraph(const pugi::xml_node& node, const Where& where) {
    Paragraph read;
    std::swap(read.names, names_of_next_);
    read.around = where.changes;
    read.row = where.row;
    read.cell = where.cell;
    const auto properties = node.child("w:pPr");
    read.style = properties.child("w:pStyle").attribute("w:val").value();
    read.is_right_to_left = is_on(properties.child("w:bidi"));
    read.list = places_.numbering.place_of(properties);
    read.outline = places_.numbering.outline_of(properties);
    add_changes(properties.child("w:rPr"), read.mark);
    open_ = &read;
    bytes_ = 0;
    for (const std::string& name : controls_) call(name);
    read.comments = comments_;
    inlines(node, {{}, where.row, where.cell, where.keeps_blanks});
    open_ = nullptr;
    std::ranges::sort(read.comments);
    const auto twice = std::ranges::unique(read.comments);
    read.comments.erase(twice.begin(), twice.end());
    paragraphs_.push_back(std::move(read));
}

void StoryReader::row(const pugi::xml_node& node, const Where& where) {
    Where in_row = where;
    in_row.row = ++rows_;
    add_changes(node.child("w:trPr"), in_row.changes);
    blocks(node, in_row);
}

void StoryReader::cell(const pugi::xml_node& node, const Where& where) {
    Where in_cell = where;
    in_cell.cell = ++cells_;
    add_changes(node.child("w:tcPr"), in_cell.changes);
    blocks(node, in_cell);
}

void StoryReader::inlines(const pugi::xml_node& parent, const Where& where) {
    for (const auto& node : parent.children()) inline_one(node, where);
}

void StoryReader::inline_one(const pugi::xml_node& node, const Where& where) {
    const std::string_view name = node.name();
    if (name == "w:t" || name == "w:delText" || name == "m:t") {
        const std::string_view space = node.attribute("xml:space").value();
        const bool keeps_blanks = space.empty() ? where.keeps_blanks : space == "preserve";
        // A comment of XML parts them.
        std::string words;
        for (const auto& part : node.children()) words += part.value();
        return text(keeps_blanks ? words : trimmed(words), where);
    }
    if (is_property(name) || is_instruction(name)) return;
    if (const auto sign = sign_named(name)) return text(*sign, where);
    if (const auto change = change_named(name)) return inlines(node, inside(node, *change, where));
    if (name == "w:fldChar") return field_mark(node);
    if (name == "w:footnoteReference") return note_reference(node, NoteKind::footnote, where);
    if (name == "w:endnoteReference") return note_reference(node, NoteKind::endnote, where);
    if (name == "mc:AlternateContent") return inlines(chosen_of(node), where);
    if (name == "w:ruby") return inlines(node.child("w:rubyBase"), where);
    if (name == "w:txbxContent") {
        Where in_box = where;
        in_box.changes.insert(in_box.changes.begin(), open_->around.begin(), open_->around.end());
        in_box.row = 0;
        in_box.cell = ++cells_;
        boxes_.emplace_back(node, std::move(in_box));
        return;
    }
    if (name == "w:bookmarkStart") return call(node.attribute("w:name").value());
    if (name == "w:sdt") return control(node, [&] { inlines(node, where); });
    comment(node);
    move_range(node);
    inlines(node, where);
}

// Words between the beginning of a field and its separator instruct Word, and are not read.
void StoryReader::field_mark(const pugi::xml_node& node) {
    const std::string_view type = node.attribute("w:fldCharType").value();
    if (type == "begin") {
        fields_.push_back(false);
        ++instructions_;
    }
    if (fields_.empty()) return;
    const bool ends_instruction = type == "separate" || type == "end";
    if (ends_instruction && !fields_.back()) {
        fields_.back() = true;
        --instructions_;
    }
    if (type == "end") fields_.pop_back();
}

void StoryReader::note_reference(const pugi::xml_node& node, NoteKind kind, const Where& where) {
    const auto found = places_.notes.find({kind, node.attribute("w:id").value()});
    if (found != places_.notes.end())
        open_->notes.push_back({found->second, where.changes, bytes_});
}

// A comment stands on what its range holds; on the paragraph of its mark where it has none.
void StoryReader::comment(const pugi::xml_node& node) {
    constexpr std::size_t open_max = 100;  // of more ranges the mark alone counts
    const std::string_view name = node.name();
    if (!name.starts_with("w:comment")) return;
    const auto found = places_.comments.find(node.attribute("w:id").value());
    if (found == places_.comments.end()) return;
    const bool begins = name == "w:commentRangeStart" && comments_.size() < open_max;
    if (begins) comments_.push_back(found->second);
    if (name == "w:commentRangeEnd") std::erase(comments_, found->second);
    const bool is_here = open_ != nullptr && (begins || name == "w:commentReference");
    if (is_here) open_->comments.push_back(found->second);
}

void StoryReader::text(std::string_view words, const Where& where) {
    if (words.empty() || instructions_ > 0) return;
    auto& spans = open_->spans;
    if (spans.empty() || spans.back().changes != where.changes)
        spans.push_back({{}, where.changes});
    spans.back().text += words;
    bytes_ += words.size();
}

void StoryReader::move_range(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    if (name == "w:moveFromRangeStart") move_from_ = node.attribute("w:name").value();
    if (name == "w:moveToRangeStart") move_to_ = node.attribute("w:name").value();
    if (name == "w:moveFromRangeEnd") move_from_.clear();
    if (name == "w:moveToRangeEnd") move_to_.clear();
}

StoryReader::Where StoryReader::inside(const pugi::xml_node& change, ChangeKind kind, Where where) {
    Change read{kind, change.attribute("w:author").value(), change.attribute("w:date").value(), {}};
    if (kind == ChangeKind::move_from) read.move = move_from_;
    if (kind == ChangeKind::move_to) read.move = move_to_;
    where.changes.push_back(static_cast<std::uint32_t>(document_.changes.size()));
    document_.changes.push_back(std::move(read));
    return where;
}

// The changes that the properties of a paragraph's end, of a row or of a cell tell of.
void StoryReader::add_changes(const pugi::xml_node& properties, Changes& changes) {
    for (const auto& node : properties.children()) {
        if (const auto kind = change_named(node.name())) {
            changes = inside(node, *kind, {std::move(changes)}).changes;
        }
    }
}

}  // namespace travaux::docx
