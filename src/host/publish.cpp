// SPDX-License-Identifier: MIT
#include "host/publish.h"

#include <algorithm>
#include <map>

#include "host/kept_committee.h"
#include "host/site_pages.h"
#include "record/canonical_json.h"
#include "record/checkpoint.h"
#include "record/tiles.h"
#include "storage/memory.h"

namespace travaux::host {
namespace {

namespace json = boost::json;
using committee::Capacity;

constexpr std::string_view bodies_folder = "bodies/";

class FilesInMemory final : public record::ExportFiles {
public:
    Result<std::vector<std::string>> names() override {
        std::vector<std::string> all;
        for (const auto& [name, bytes] : files) all.push_back(name);
        return all;
    }
    Result<std::string> read(const std::string& name) override { return files.at(name); }

    std::map<std::string, std::string> files;
};

// The entries and bodies of an export, in a store.
Result<void> fill(storage::MemoryStore& store, record::ExportFiles& files, std::uint64_t size) {
    std::vector<record::Addition> additions;
    for (const record::Tile& tile : record::tiles_of(size)) {
        if (tile.level != 0) break;
        TRY_ASSIGN(const std::string bundle, files.read(record::bundle_path(tile)));
        TRY_ASSIGN(const auto entries, record::read_bundle(bundle));
        for (const std::string_view entry : entries)
            additions.push_back({std::string(entry), {}, {}});
    }
    TRY_ASSIGN(const auto names, files.names());
    for (const std::string& name : names) {
        if (!name.starts_with(bodies_folder) || additions.empty()) continue;
        TRY_ASSIGN(std::string bytes, files.read(name));
        const Sha256 hash = sha256(bytes);
        additions.back().bodies.push_back({hash, std::move(bytes)});
    }
    return store.append(0, additions);
}

// Writes the pages of one committee, as a visitor sees it when the last entry was made.
class Site {
public:
    Site(const KeptCommittee& committee, SiteFoot foot, const record::ExportSink& sink)
        : committee_(committee), state_(committee.state()), foot_(std::move(foot)), sink_(sink) {}

    Result<void> write() {
        TRY_OK(sink_("style.css", site_style()));
        std::vector<SiteLink> texts;
        for (const auto& [id, text] : state_.texts) {
            TRY_OK(write_text(id, text));
            const std::string symbol = text.symbol.empty() ? "" : ", " + text.symbol;
            texts.push_back({"texts/" + id + "/index.html", title_of(id, text) + symbol});
        }
        TRY_ASSIGN(const auto documents, write_documents());
        TRY_ASSIGN(const auto lists, write_lists());
        TRY_ASSIGN(const json::value shown, view("committee", {}));
        const std::string title =
            state_.mandate ? state_.mandate->title : std::string("A committee");
        return sink_(
            "index.html",
            site_page(title,
                      table_section("Mandate", shown) + links_section("Texts", texts) +
                          links_section("Documents", documents) + links_section("Lists", lists),
                      "", foot_));
    }

private:
    static std::string title_of(const std::string& id, const committee::PublishedText& text) {
        std::string kind(committee::name_of(text.kind));
        std::ranges::replace(kind, '_', ' ');
        return id + ": " + std::string(committee::name_of(text.subject)) + ", " + kind;
    }

    Result<json::value> view(std::string_view name, json::object fields) const {
        AskedView asked;
        asked.name = name;
        asked.fields = std::move(fields);
        TRY_ASSIGN(auto shown, committee_.view(asked));
        return std::move(shown.value);
    }

    // The files of what was released, each under its symbol, language and form.
    Result<std::vector<SiteLink>> write_documents() const {
        std::vector<SiteLink> links;
        for (const auto& [id, document] : state_.documents) {
            const std::string symbol = document.symbol.text();
            for (const committee::DocumentVersion& one : document.versions) {
                const auto form = committee::form_of(one.body.media_type);
                VERIFY(form);
                std::string ending(code_of(one.language));
                ending.append(".").append(committee::name_of(*form));
                std::string path = "documents/";
                path.append(id).append("-").append(ending);
                TRY_ASSIGN(const std::string bytes, committee_.library().content(one.body));
                TRY_OK(sink_(path, bytes));
                std::string title = symbol;
                title.append(", ").append(document.title).append(", ").append(ending);
                links.push_back({std::move(path), std::move(title)});
            }
        }
        return links;
    }

    // Every list that everybody may see and that needs no field.
    Result<std::vector<SiteLink>> write_lists() const {
        std::vector<SiteLink> links;
        for (const committee::View& one : committee::views()) {
            const std::string name(one.declaration.name);
            const bool needs_fields =
                std::ranges::any_of(one.fields, &committee::FieldOfAct::is_required);
            const bool is_public =
                std::ranges::find(one.declaration.who, Capacity::visitor,
                                  &committee::Right::capacity) != one.declaration.who.end();
            if (needs_fields || !is_public || name == "committee" || name == "allowed_acts")
                continue;
            TRY_ASSIGN(const json::value shown, view(name, {}));
            TRY_ASSIGN(const std::string bytes, record::write_canonical(shown));
            const std::string title(one.declaration.sentence);
            TRY_OK(sink_("lists/" + name + ".json", bytes + "\n"));
            TRY_OK(sink_("lists/" + name + ".html",
                         site_page(title, table_section(title, shown), "../", foot_)));
            links.push_back({"lists/" + name + ".html", title});
        }
        return links;
    }

    Result<void> write_text(const std::string& id, const committee::PublishedText& text) const {
        const std::string folder = "texts/" + id + "/";
        std::vector<SiteLink> links;
        for (const text::Language language : text::languages) {
            TRY_OK(write_language(id, language, links));
        }
        TRY_ASSIGN(const json::value progress, view("progress", {{"text", id}}));
        TRY_ASSIGN(const json::value verdicts, view("verdicts", {{"text", id}}));
        return sink_(folder + "index.html",
                     site_page(title_of(id, text),
                               links_section("The text", links) +
                                   table_section("How far it is from agreement", progress) +
                                   table_section("What became of the open proposals", verdicts),
                               "../../", foot_));
    }

    // What the text has no words in is not there.
    Result<void> write_language(const std::string& id, text::Language language,
                                std::vector<SiteLink>& links) const {
        using formats::View;
        struct Form {
            std::string_view name;
            TextForm form;
            View view;
        };
        constexpr std::array forms = {
            Form{"clean.html", TextForm::html, View::clean},
            Form{"bracketed.html", TextForm::html, View::bracketed},
            Form{"options.html", TextForm::html, View::options},
            Form{"by-sponsor.html", TextForm::html, View::by_sponsor},
            Form{"bracketed.txt", TextForm::text, View::bracketed},
            Form{"bracketed.json", TextForm::json, View::bracketed},
            Form{"bracketed.xml", TextForm::akoma_ntoso, View::bracketed},
        };
        const std::string code(text::code_of(language));
        for (const Form& one : forms) {
            formats::Printing printing;
            printing.view = one.view;
            TRY_ASSIGN(const PrintedText printed,
                       committee_.print({id, {language}, one.form, printing}));
            if (printed.language != language) return {};
            const std::string name = std::string(code).append("-").append(one.name);
            TRY_OK(sink_(std::string("texts/").append(id).append("/").append(name), printed.bytes));
            links.push_back({name, std::string(code).append(", ").append(one.name)});
        }
        return {};
    }

    const KeptCommittee& committee_;
    committee::State state_;
    SiteFoot foot_;
    const record::ExportSink& sink_;
};

}  // namespace

Result<void> publish_pages(record::ExportFiles& files, const record::ExportSink& sink) {
    TRY_ASSIGN(const std::string note, files.read("checkpoint"));
    TRY_ASSIGN(const record::Note read, record::read_note(note));
    TRY_ASSIGN(const record::Checkpoint head, record::read_checkpoint(read.text));
    storage::MemoryStore store;
    TRY_OK(fill(store, files, head.head.size));
    TRY_ASSIGN(const auto last, store.read(head.head.size - 1, 1));
    TRY_ASSIGN(const record::Entry entry, record::decode_entry(last.at(0)));
    TRY_ASSIGN(const auto committee, KeptCommittee::open(
                                         store, [time_ms = entry.time_ms] { return time_ms; },
                                         [] { return record::Salt{}; }));
    return Site(*committee, {head.origin, head.head.size, hex(head.head.root)}, sink).write();
}

Result<void> publish(record::Store& store, const record::ExportSink& sink) {
    FilesInMemory files;
    TRY_OK(record::write_export(store, [&](const std::string& name, std::string_view bytes) {
        files.files[name] = bytes;
        return sink(std::string(record_folder) + name, bytes);
    }));
    return publish_pages(files, sink);
}

}  // namespace travaux::host
