// SPDX-License-Identifier: MIT
#include "tests/simulation/publication.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "host/publish.h"
#include "record/verify.h"
#include "tests/record/sample_record.h"

namespace travaux::tests {
namespace {

using Files = std::map<std::string, std::string>;

record::ExportSink into(Files& files) {
    return [&files](const std::string& name, std::string_view bytes) {
        CHECK_MESSAGE(files.emplace(name, bytes).second, name);
        return Result<void>{};
    };
}

// The record of a published folder, without the rest of it.
class RecordAlone final : public record::ExportFiles {
public:
    explicit RecordAlone(const Files& files) {
        for (const auto& [name, bytes] : files) {
            if (!name.starts_with(host::record_folder)) continue;
            files_[name.substr(host::record_folder.size())] = bytes;
        }
    }
    Result<std::vector<std::string>> names() override {
        std::vector<std::string> all;
        for (const auto& [name, bytes] : files_) all.push_back(name);
        return all;
    }
    Result<std::string> read(const std::string& name) override { return files_.at(name); }

private:
    Files files_;
};

// Takes what stands before a sign from the front, and the sign.
std::string_view take_up_to(char sign, std::string_view& text) {
    const std::size_t end = text.find(sign);
    REQUIRE(end != std::string_view::npos);
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(end + 1);
    return taken;
}

host::TextForm form_called(std::string_view name) {
    if (name == "html") return host::TextForm::html;
    if (name == "json") return host::TextForm::json;
    if (name == "xml") return host::TextForm::akoma_ntoso;
    REQUIRE(name == "txt");
    return host::TextForm::text;
}

formats::View view_called(std::string_view name) {
    if (name == "clean") return formats::View::clean;
    if (name == "options") return formats::View::options;
    if (name == "by-sponsor") return formats::View::by_sponsor;
    REQUIRE(name == "bracketed");
    return formats::View::bracketed;
}

}  // namespace

Publication::Publication(record::Store& store) { sure(host::publish(store, into(files_))); }

void Publication::check_by_itself() const {
    RecordAlone record(files_);
    CHECK(sure(record::verify_export(record, std::nullopt)).is_sound());
    Files made;
    sure(host::publish_pages(record, into(made)));
    std::size_t pages = 0;
    for (const auto& [name, bytes] : files_) {
        if (name.starts_with(host::record_folder)) continue;
        ++pages;
        const auto found = made.find(name);
        CHECK_MESSAGE((found != made.end() && found->second == bytes), name);
    }
    CHECK(pages == made.size());
}

void Publication::check_against(const host::KeptCommittee& committee) const {
    std::size_t texts = 0;
    for (const auto& [name, bytes] : files_) {
        if (name.starts_with("lists/") && name.ends_with(".json")) {
            check_list(committee, name, bytes);
        }
        if (!name.starts_with("texts/")) continue;
        if (name.ends_with("/index.html")) {
            ++texts;
        } else {
            check_text(committee, name, bytes);
        }
    }
    CHECK(texts == committee.state().texts.size());
}

void Publication::check_list(const host::KeptCommittee& committee, std::string_view file,
                             const std::string& bytes) const {
    (void)take_up_to('/', file);
    const std::string name(take_up_to('.', file));
    const auto shown = sure(committee.view({committee::Caller{}, name, {}}));
    CHECK_MESSAGE(shown.value == boost::json::parse(bytes), name);
}

// A name is `texts/T6/en-bracketed.html`.
void Publication::check_text(const host::KeptCommittee& committee, std::string_view file,
                             const std::string& bytes) const {
    const std::string whole(file);
    (void)take_up_to('/', file);
    host::AskedText asked;
    asked.id = take_up_to('/', file);
    const auto language = text::parse_language(take_up_to('-', file));
    REQUIRE(language.has_value());
    asked.languages = {*language};
    asked.printing.view = view_called(take_up_to('.', file));
    asked.form = form_called(file);
    const auto printed = sure(committee.print(asked));
    CHECK_MESSAGE((printed.language == *language && printed.bytes == bytes), whole);
}

bool Publication::says(std::string_view words) const {
    return std::ranges::any_of(files_, [&](const auto& file) {
        return file.first.find(words) != std::string::npos ||
               file.second.find(words) != std::string::npos;
    });
}

}  // namespace travaux::tests
