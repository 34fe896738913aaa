// SPDX-License-Identifier: MIT
#include "host/kept_committee.h"

#include <algorithm>
#include <exception>

#include "base/base64.h"
#include "committee/negotiation.h"
#include "consolidation/consolidate.h"
#include "formats/akoma_ntoso.h"
#include "formats/word_document.h"
#include "host/document_file.h"
#include "host/named_sponsors.h"
#include "lang/dates.h"
#include "record/canonical_json.h"

namespace travaux::host {
namespace {

using namespace committee;

constexpr std::uint64_t read_at_once = 1000;
constexpr auto once_kind = "once";  // in the side table

// Events as the record keeps them; encoding is checked by decoding.
std::vector<record::Event> encoded(const Events& events) {
    std::vector<record::Event> result;
    for (const Event& event : events) {
        result.push_back(encode(event));
        VERIFY(decode(result.back()) == Result<Event>(event));
    }
    return result;
}

// Returns the bytes of a body, or nothing where it is not kept.
using BodyBytes = std::function<Result<std::optional<std::string>>(const Sha256& hash)>;

// Where the content of a sealed act is not kept, as in what was made of a public record, it stays
// sealed. An entry that changes only the record itself has no events.
Result<std::vector<record::Event>> events_of(const record::Entry& entry, const BodyBytes& body) {
    if (const auto* open = std::get_if<record::OpenAct>(&entry.content)) return open->act.events;
    TRY_ASSIGN(const auto bytes, body(std::get<record::Commitment>(entry.content).hash));
    if (!bytes) return std::vector<record::Event>{};
    TRY_ASSIGN(record::Act act, record::decode_act(record::content_of(*bytes)));
    return std::move(act.events);
}

Result<void> fold(State& state, const record::Entry& entry, const BodyBytes& body) {
    TRY_ASSIGN(const auto encoded_events, events_of(entry, body));
    Events events;
    for (const record::Event& event : encoded_events) {
        TRY_ASSIGN(Event decoded, decode(event));
        events.push_back(std::move(decoded));
    }
    for (const Event& event : events) apply(state, event, {entry.index, entry.time_ms});
    state.entries = entry.index + 1;
    return {};
}

Result<std::string> body_content(record::Store& store, const BodyReference& body) {
    TRY_ASSIGN(const auto bytes, store.body(body.hash));
    if (!bytes) return refuse("body.unknown", {hex(body.hash)}, ErrorCode::not_found);
    return std::string(record::content_of(*bytes));
}

// What is kept beside the record of an act that may be sent again.
std::string once_value(const Once& once, const DoneAct& done) {
    return boost::json::serialize(
        boost::json::object{{"fields", hex(once.fields)},
                            {"entry", done.entry},
                            {"born", boost::json::value_from(done.born)}});
}

Result<DoneAct> read_once(const Once& once, const std::string& value) {
    TRY_ASSIGN(const boost::json::value read, record::parse_json(value));
    const auto& kept = read.as_object();
    if (kept.at("fields").as_string() != hex(once.fields)) {
        return refuse("act.once_with_other_fields", {}, ErrorCode::conflict);
    }
    return DoneAct{kept.at("entry").to_number<std::uint64_t>(),
                   boost::json::value_to<std::vector<std::string>>(kept.at("born"))};
}

// A day for the head of a page. LibreOffice sets what stands between isolates in the wrong order.
std::string date_on_pages(const Date& date, text::Language language) {
    std::string words = lang::date_in_words(date, language);
    for (const std::string_view mark : {"\xE2\x81\xA8", "\xE2\x81\xA9"}) {  // U+2068, U+2069
        for (std::size_t at = words.find(mark); at != std::string::npos; at = words.find(mark)) {
            words.erase(at, mark.size());
        }
    }
    return words;
}

std::string print_as(TextForm form, const text::Draft& draft,
                     const consolidation::Consolidated& consolidated,
                     const formats::Printing& printing) {
    switch (form) {
        case TextForm::text: return formats::print_text(draft, consolidated, printing);
        case TextForm::html: return formats::print_html(draft, consolidated, printing);
        case TextForm::json: return formats::print_json(draft, consolidated, printing);
        case TextForm::akoma_ntoso:
            return formats::write_akoma_ntoso(draft, consolidated, printing);
        case TextForm::docx: return formats::write_word(draft, consolidated, printing);
        case TextForm::docx_tracked:
            return formats::write_tracked_word(draft, consolidated, printing);
    }
    return {};
}

}  // namespace

Result<void> KeptCommittee::open_record(record::Store& store, std::int64_t time_ms,
                                        const record::VerifierKey& key) {
    record::OpenAct opening;
    opening.act.name = "record.open";
    opening.act.capacity = "server";
    opening.opens = record::Opening{key.name, {}};
    opening.key = key;
    TRY_ASSIGN(const record::Addition addition,
               record::make_addition({0, time_ms, std::move(opening)}, {}));
    return store.append(0, std::span(&addition, 1));
}

Result<std::unique_ptr<KeptCommittee>> KeptCommittee::open(record::Store& store,
                                                           storage::Recorder::Clock clock,
                                                           Chance chance, record::SideTable* side,
                                                           PdfWords::Read read_pdf) {
    auto kept = std::make_unique<KeptCommittee>(Private{}, store, clock, std::move(chance), side,
                                                std::move(read_pdf));
    KeptCommittee& self = *kept;
    // Each entry is read once, for the record and for the state.
    TRY_ASSIGN(record::Sequence sequence,
               storage::read_sequence(store, [&](const record::Entry& entry) {
                   return fold(self.shown_.state, entry,
                               [&store](const Sha256& hash) { return store.body(hash); });
               }));
    self.ahead_.state = self.shown_.state;
    self.heard_ = self.shown_.state.entries;
    self.recorder_ = storage::Recorder::open_read(
        store, std::move(sequence), std::move(clock), [&self] { self.start_again(); },
        [&self](const record::Entry& entry) {
            VERIFY(fold(self.ahead_.state, entry,
                        [&self](const Sha256& hash) { return self.body_bytes(hash); }));
        });
    self.watch_ = store.watch([&self](std::uint64_t news) { self.hear(news); });
    return kept;
}

KeptCommittee::KeptCommittee(Private /*only here*/, record::Store& store,
                             storage::Recorder::Clock clock, Chance chance, record::SideTable* side,
                             PdfWords::Read read_pdf)
    : store_(store), clock_(std::move(clock)), chance_(std::move(chance)), side_(side),
      pdf_words_(std::move(read_pdf)),
      ahead_{{},
             CommitteeLibrary([this](const BodyReference& body) { return content(body); },
                              [this](std::string_view pdf) { return pdf_words_.of(pdf); })},
      shown_{
          {},
          CommitteeLibrary([this](const BodyReference& body) { return body_content(store_, body); },
                           [this](std::string_view pdf) { return pdf_words_.of(pdf); })} {}

// What another program has to read is read before the act has its turn, for which others wait.
void KeptCommittee::read_files_of(const AttemptedAct& attempt) const {
    const Act* act = find_act(attempt.name);
    const bool is_allowed = act != nullptr && read([&](const State& state) {
                                return may(state, *act, attempt.caller, attempt.fields).has_value();
                            });
    for (const auto& field : attempt.fields) {
        const auto* file = is_allowed ? field.value().if_object() : nullptr;
        const auto* media_type = file != nullptr ? file->if_contains("media_type") : nullptr;
        const auto* bytes = file != nullptr ? file->if_contains("base64") : nullptr;
        if (media_type == nullptr || bytes == nullptr || !bytes->is_string()) continue;
        if (*media_type != boost::json::string(media_type_of(DocumentForm::pdf))) continue;
        if (const auto pdf = parse_base64(bytes->get_string())) pdf_words_.of(*pdf);
    }
}

Result<DoneAct> KeptCommittee::act(const AttemptedAct& attempt) {
    read_files_of(attempt);
    // A defect is the caller's to hear of; it does not end the recorder.
    std::exception_ptr defect;
    std::optional<DoneAct> before;
    DoneAct done;
    const auto make = [&](const record::Sequence& sequence,
                          std::int64_t time_ms) -> Result<storage::Proposed> {
        try {
            if (attempt.once) {
                TRY_ASSIGN(before, done_before(*attempt.once));
                if (before) return std::unexpected(Error{});
            }
            return propose(attempt, sequence, time_ms, done);
        } catch (...) {
            defect = std::current_exception();
            return std::unexpected(Error{});
        }
    };
    auto entry = recorder_->append(make);
    if (defect) std::rethrow_exception(defect);
    if (before) return *before;
    if (!entry) return std::unexpected(std::move(entry).error());
    hear(entry->index + 1);
    return done;
}

// What follows up to `content` is on the recorder's thread.
Result<storage::Proposed> KeptCommittee::propose(const AttemptedAct& attempt,
                                                 const record::Sequence& sequence,
                                                 std::int64_t time_ms, DoneAct& done) {
    coming_.clear();
    if (heard_ >= sequence.size()) {
        not_durable_.clear();
        once_not_durable_.clear();
    }
    TRY_OK(read_on(ahead_.state, sequence.size()));
    TRY_ASSIGN(const Events events, decide_events(attempt, time_ms));
    TRY_ASSIGN(storage::Proposed proposed, with_coming_bodies(events, sequence));
    auto& open = std::get<record::OpenAct>(proposed.content);
    open.act.actor = attempt.caller.actor;
    open.act.capacity = name_of(attempt.caller.capacity);
    open.act.name = attempt.name;
    open.act.events = encoded(events);
    if (find_act(attempt.name)->declaration.publicity == Publicity::sealed) TRY_OK(seal(proposed));
    done = {sequence.size(), {}};
    for (const Event& event : events) {
        if (std::string id = born_of(event); !id.empty()) done.born.push_back(std::move(id));
    }
    if (attempt.once) {
        proposed.side.push_back({once_kind, attempt.once->key, once_value(*attempt.once, done)});
        once_not_durable_.insert(attempt.once->key);
    }
    return proposed;
}

Result<Events> KeptCommittee::decide_events(const AttemptedAct& attempt, std::int64_t time_ms) {
    const Act* act = find_act(attempt.name);
    if (act == nullptr) return refuse("act.unknown", {attempt.name}, ErrorCode::not_found);
    const State& state = ahead_.state;
    TRY_OK(may(state, *act, attempt.caller, attempt.fields));
    if (attempt.seen) TRY_OK(check_unchanged(state, *act, attempt.fields, *attempt.seen));
    const KeepBody keep_body = [this](std::string_view content, std::string media_type) {
        return keep(content, std::move(media_type));
    };
    TRY_ASSIGN(const auto fields,
               with_bodies(state, *act, attempt.fields, ahead_.library, keep_body));
    return decide(state, *act, fields, {time_ms, attempt.caller, ahead_.library, &zones_});
}

Result<storage::Proposed> KeptCommittee::with_coming_bodies(const Events& events,
                                                            const record::Sequence& sequence) {
    storage::Proposed proposed;
    record::OpenAct open;
    for (const Event& event : events) {
        for (const std::uint64_t entry : disclosed_by(event)) {
            TRY_OK(disclose(entry, sequence, open));
        }
    }
    for (const BodyReference& body : bodies_of(events)) {
        if (std::ranges::find(open.act.bodies, body) != open.act.bodies.end()) continue;
        const auto found = coming_.find(body.hash);
        if (found == coming_.end()) {
            const auto known = sequence.bodies().find(body.hash);
            if (known != sequence.bodies().end() && known->second.reference == body) continue;
            return refuse("body.unknown", {hex(body.hash)}, ErrorCode::not_found);
        }
        open.act.bodies.push_back(body);
        proposed.bodies.push_back(found->second);
        not_durable_[body.hash] = std::move(found->second);
        coming_.erase(found);
    }
    proposed.content = std::move(open);
    return proposed;
}

// A sealed act shows as a commitment; the act itself is a body, and so are those that it names.
Result<void> KeptCommittee::seal(storage::Proposed& proposed) {
    TRY_ASSIGN(record::SealedAct sealed,
               record::seal(std::get<record::OpenAct>(proposed.content).act, chance_()));
    not_durable_[sealed.body.hash] = sealed.body;
    proposed.bodies.push_back(std::move(sealed.body));
    proposed.content = sealed.commitment;
    return {};
}

// What was sealed becomes public: the act as it was committed to, and the bodies that it names.
Result<void> KeptCommittee::disclose(std::uint64_t index, const record::Sequence& sequence,
                                     record::OpenAct& open) {
    TRY_ASSIGN(const auto entries, store_.read(index, 1));
    if (entries.empty()) {
        return refuse("entry.unknown", {std::to_string(index)}, ErrorCode::not_found);
    }
    TRY_ASSIGN(const record::Entry entry, record::decode_entry(entries.front()));
    const auto* commitment = std::get_if<record::Commitment>(&entry.content);
    VERIFY(commitment != nullptr);
    TRY_ASSIGN(auto bytes, store_.body(commitment->hash));
    if (!bytes) return refuse("body.unknown", {hex(commitment->hash)}, ErrorCode::not_found);
    const record::Body body{commitment->hash, *std::move(bytes)};
    TRY_ASSIGN(const record::Act act, record::decode_act(record::content_of(body.bytes)));
    open.discloses.push_back(index);
    open.act.bodies.push_back(record::refer_to(body, "application/json"));
    for (const BodyReference& named : act.bodies) {
        if (!sequence.bodies().contains(named.hash)) open.act.bodies.push_back(named);
    }
    return {};
}

Result<std::optional<DoneAct>> KeptCommittee::done_before(const Once& once) const {
    VERIFY(side_ != nullptr);
    if (once_not_durable_.contains(once.key) && heard_ < ahead_.state.entries) {
        return refuse("act.once_in_progress", {}, ErrorCode::conflict);
    }
    TRY_ASSIGN(const auto value, side_->get(once_kind, once.key));
    if (!value) return std::nullopt;
    TRY_ASSIGN(DoneAct done, read_once(once, *value));
    return std::optional(std::move(done));
}

// What was made was not appended: the durable entries count.
void KeptCommittee::start_again() {
    const std::scoped_lock lock(mutex_);
    show_news();
    ahead_.state = shown_.state;
    ahead_.library.known().forget();
    not_durable_.clear();
    once_not_durable_.clear();
}

Result<record::Note> KeptCommittee::sign(std::span<const record::SigningKey> keys,
                                         record::HeadMemory& memory) {
    return recorder_->sign(keys, memory);
}

Result<ShownView> KeptCommittee::view(const AskedView& asked) const {
    const View* view = find_view(asked.name);
    if (view == nullptr) return refuse("view.unknown", {asked.name}, ErrorCode::not_found);
    const std::scoped_lock lock(mutex_);
    show_news();
    TRY_ASSIGN(auto value, show(shown_.state, *view, asked.fields,
                                {clock_(), asked.caller, shown_.library, &zones_}));
    return ShownView{std::move(value), shown_.state.entries};
}

// Only the reading of what is negotiated holds up others.
Result<PrintedText> KeptCommittee::print(const AskedText& asked) const {
    TRY_ASSIGN(const ConsolidatedText text, consolidated(asked));
    formats::Printing printing = asked.printing;
    const std::string date = date_on_pages(text.published, text.language);
    const bool has_pages = asked.form == TextForm::docx || asked.form == TextForm::docx_tracked;
    if (has_pages) {
        printing.symbol = text.symbol;
        printing.date = date;
    }
    PrintedText printed;
    printed.bytes = print_as(asked.form, text.draft, text.consolidated, printing);
    printed.language = text.language;
    printed.symbol = text.symbol;
    printed.entries = text.entries;
    return printed;
}

Result<ConsolidatedText> KeptCommittee::consolidated(
    const AskedText& asked, const std::vector<consolidation::Adoption>& as_if) const {
    ConsolidatedText result;
    {
        const std::scoped_lock lock(mutex_);
        show_news();
        result.entries = shown_.state.entries;
        TRY_ASSIGN(Negotiation on,
                   negotiation_on(shown_.state, shown_.library, asked.id, SponsorsAs::names));
        const PublishedText& text = shown_.state.texts.at(asked.id);
        result.symbol = text.symbol;
        result.published = today(shown_.state, {text.published_ms, {}, shown_.library, &zones_});
        result.draft = on.text->draft;
        result.provenance = on.text->provenance;
        result.set = std::move(on.set);
        if (!as_if.empty()) {
            TRY_ASSIGN(
                consolidation::NextDraft next,
                consolidation::next_draft(on.text->draft, on.text->provenance, result.set, as_if));
            result.draft = std::move(next.draft);
            result.provenance = std::move(next.provenance);
            result.set = std::move(next.open);
        }
    }
    const auto& written_in = result.draft.written_in;
    const auto wanted = std::ranges::find_if(asked.languages, [&](text::Language one) {
        return std::ranges::find(written_in, one) != written_in.end();
    });
    result.language = wanted == asked.languages.end() ? result.draft.working_language : *wanted;
    result.set = with_names_in(result.language, std::move(result.set));
    result.consolidated = consolidation::consolidate(result.draft, result.set, result.language);
    return result;
}

Result<PublishedDraft> KeptCommittee::draft(const std::string& id) const {
    const std::scoped_lock lock(mutex_);
    show_news();
    const PublishedText* text = find(shown_.state.texts, id);
    if (text == nullptr) return refuse("text.unknown", {id}, ErrorCode::not_found);
    PublishedDraft draft{nullptr, text->symbol, text->superseded_by, shown_.state.entries};
    TRY_ASSIGN(draft.text, shown_.library.text(text->files));
    return draft;
}

State KeptCommittee::state() const {
    const std::scoped_lock lock(mutex_);
    show_news();
    return shown_.state;
}

Result<std::string> KeptCommittee::content(const BodyReference& body) const {
    for (const auto* bodies : {&coming_, &not_durable_}) {
        if (const auto found = bodies->find(body.hash); found != bodies->end()) {
            return std::string(record::content_of(found->second.bytes));
        }
    }
    return body_content(store_, body);
}

// For the recorder's thread.
Result<std::optional<std::string>> KeptCommittee::body_bytes(const Sha256& hash) const {
    const auto found = not_durable_.find(hash);
    if (found != not_durable_.end()) return found->second.bytes;
    return store_.body(hash);
}

BodyReference KeptCommittee::keep(std::string_view content, std::string media_type) {
    record::Body body = record::make_body(chance_(), content);
    BodyReference reference = record::refer_to(body, std::move(media_type));
    coming_[body.hash] = std::move(body);
    return reference;
}

void KeptCommittee::hear(std::uint64_t length) const {
    std::uint64_t heard = heard_;
    while (heard < length && !heard_.compare_exchange_weak(heard, length)) {
    }
}

Result<std::optional<std::string>> KeptCommittee::words_in(std::string_view bytes,
                                                           std::string_view media_type) const {
    return words_in_file(bytes, media_type,
                         [this](std::string_view pdf) { return pdf_words_.of(pdf); });
}

void KeptCommittee::take_in(std::uint64_t length) const {
    hear(length);
    const std::scoped_lock lock(mutex_);
    show_news();
}

// Where the store is away, what is known already is shown.
void KeptCommittee::show_news() const {
    const std::uint64_t heard = heard_;
    if (heard > shown_.state.entries) (void)read_on(shown_.state, heard);
}

Result<void> KeptCommittee::read_on(State& state, std::uint64_t length) const {
    while (state.entries < length) {
        const std::uint64_t count = std::min(length - state.entries, read_at_once);
        TRY_ASSIGN(const auto entries, store_.read(state.entries, count));
        if (entries.empty()) return {};
        for (const std::string& bytes : entries) {
            TRY_ASSIGN(const record::Entry entry, record::decode_entry(bytes));
            TRY_OK(fold(state, entry, [this](const Sha256& hash) { return store_.body(hash); }));
        }
    }
    return {};
}

}  // namespace travaux::host
