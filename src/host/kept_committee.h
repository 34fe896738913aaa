// A committee that is kept in a store: an act is decided on its state and appended to its record,
// and its state is the fold of that record.
//
// Whoever does an act waits until it is durable; acts that wait together are appended together.
// What others append to the store is taken in. Nobody is shown what is not durable. Several threads
// may use one committee.
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <mutex>
#include <set>

#include "committee/view.h"
#include "consolidation/consolidated.h"
#include "consolidation/decision.h"
#include "formats/printing.h"
#include "host/committee_library.h"
#include "host/icu_zones.h"
#include "storage/recorder.h"

namespace travaux::host {

/// By what an act that is sent again is known, so that it is done once.
struct Once {
    std::string key;  ///< of whoever sends it, among all that they send
    Sha256 fields{};  ///< of the act and its fields

    bool operator==(const Once&) const = default;
};

/// One act as somebody sends it, with contents in the place of bodies, see `with_bodies`.
struct AttemptedAct {
    committee::Caller caller;
    std::string name;
    boost::json::object fields;
    std::optional<std::uint64_t> seen;  ///< entries of the page from which it is done
    std::optional<Once> once{};
};

/// What came of an act.
struct DoneAct {
    std::uint64_t entry = 0;
    std::vector<std::string> born;  ///< the ids that it gave

    bool operator==(const DoneAct&) const = default;
};

/// A view as somebody asks for it.
struct AskedView {
    committee::Caller caller;
    std::string name;
    boost::json::object fields;
};

/// What a view shows, and of how many entries.
struct ShownView {
    boost::json::value value;
    std::uint64_t entries = 0;
};

/// In which form a text is printed.
enum class TextForm : std::uint8_t { text, html, json, akoma_ntoso, docx, docx_tracked };

/// A published text as somebody asks for it: in the first of some languages that it is written in,
/// or else in its working language.
struct AskedText {
    std::string id;
    std::vector<text::Language> languages;
    TextForm form = TextForm::text;
    formats::Printing printing;
};

struct PrintedText {
    std::string bytes;
    std::string symbol;  ///< of the text; empty where it has none
    text::Language language = text::Language::en;
    std::uint64_t entries = 0;
};

/// A published text with everything proposed on it, for who shows it in parts of their own.
struct ConsolidatedText {
    text::Draft draft;
    text::Provenance provenance;
    consolidation::ProposalSet set;  ///< with those that were withdrawn or dropped
    consolidation::Consolidated consolidated;
    text::Language language = text::Language::en;
    std::string symbol;  ///< of the text; may be empty
    Date published;      ///< at the duty station
    std::uint64_t entries = 0;
};

/// A text as it was published, without what is proposed on it.
struct PublishedDraft {
    const committee::TextWithProvenance* text = nullptr;  ///< lives as long as the committee
    std::string symbol;                                   ///< empty where it has none
    std::string superseded_by;                            ///< empty where it is the last
    std::uint64_t entries = 0;
};

class KeptCommittee {
    struct Private {};

public:
    using Chance = std::function<record::Salt()>;

    /// Opens the record in an empty store. Errors: `store.moved_on` where it is not empty.
    [[nodiscard]] static Result<void> open_record(record::Store& store, std::int64_t time_ms,
                                                  const record::VerifierKey& key);

    /// Reads a whole record and folds it. The store and what stands beside it outlive the
    /// committee; without the latter no act has a `once`. `read_pdf` reads the words of PDF files;
    /// without it they are not known. Errors: those of reading, and `event.unknown`.
    [[nodiscard]] static Result<std::unique_ptr<KeptCommittee>> open(
        record::Store& store, storage::Recorder::Clock clock, Chance chance,
        record::SideTable* side = nullptr, PdfWords::Read read_pdf = {});

    /// For `open` alone.
    KeptCommittee(Private /*only here*/, record::Store& store, storage::Recorder::Clock clock,
                  Chance chance, record::SideTable* side, PdfWords::Read read_pdf);

    KeptCommittee(const KeptCommittee&) = delete;
    KeptCommittee& operator=(const KeptCommittee&) = delete;

    /// Does an act; one that was done already, as its `once` tells, is not done again and has the
    /// same answer. Errors: `act.unknown`, `act.stale`, `act.once_with_other_fields`, those of
    /// `decide`, those of the store.
    [[nodiscard]] Result<DoneAct> act(const AttemptedAct& attempt);

    /// Signs the heads that are not signed yet, see `record::sign_pending`.
    [[nodiscard]] Result<record::Note> sign(std::span<const record::SigningKey> keys,
                                            record::HeadMemory& memory);

    /// Returns what a view shows. Errors: `view.unknown`, those of `show`.
    [[nodiscard]] Result<ShownView> view(const AskedView& asked) const;

    /// Returns a published text. Errors: `text.unknown`, those of reading.
    [[nodiscard]] Result<PrintedText> print(const AskedText& asked) const;

    /// Returns a published text with its proposals, as if some of them were adopted. Errors: as
    /// above, and those of `next_draft`.
    [[nodiscard]] Result<ConsolidatedText> consolidated(
        const AskedText& asked, const std::vector<consolidation::Adoption>& as_if = {}) const;

    /// Returns a published text by itself. Errors: `text.unknown`, those of reading.
    [[nodiscard]] Result<PublishedDraft> draft(const std::string& id) const;

    /// Takes in the entries up to a length, as far as the store has them: what was taken in is
    /// shown even where the store is away.
    void take_in(std::uint64_t length) const;

    /// Returns the state as it is.
    [[nodiscard]] committee::State state() const;

    /// Returns what `reads(state)` says of the state as it is, without copying it.
    template <typename Read>
    [[nodiscard]] auto read(Read reads) const {
        const std::scoped_lock lock(mutex_);
        show_news();
        return reads(std::as_const(shown_.state));
    }

    /// Returns the bodies of what is durable, for any thread; it lives as long as the committee.
    [[nodiscard]] const committee::Library& library() const { return shown_.library; }

    /// Returns the words of a file, as `words_in_file` does.
    [[nodiscard]] Result<std::optional<std::string>> words_in(std::string_view bytes,
                                                              std::string_view media_type) const;

    /// Returns the record as far as it was read, for who follows it too. Errors: those of reading.
    [[nodiscard]] Result<record::Sequence> sequence() const { return recorder_->sequence(); }

    /// Returns how many entries are durable, as far as that was heard.
    [[nodiscard]] std::uint64_t length() const { return heard_; }

private:
    // A state with its bodies, as far as the entries are folded.
    struct Fold {
        committee::State state;
        CommitteeLibrary library;
    };

    void read_files_of(const AttemptedAct& attempt) const;
    [[nodiscard]] Result<storage::Proposed> propose(const AttemptedAct& attempt,
                                                    const record::Sequence& sequence,
                                                    std::int64_t time_ms, DoneAct& done);
    [[nodiscard]] Result<committee::Events> decide_events(const AttemptedAct& attempt,
                                                          std::int64_t time_ms);
    [[nodiscard]] Result<storage::Proposed> with_coming_bodies(const committee::Events& events,
                                                               const record::Sequence& sequence);
    [[nodiscard]] Result<void> seal(storage::Proposed& proposed);
    [[nodiscard]] Result<void> disclose(std::uint64_t entry, const record::Sequence& sequence,
                                        record::OpenAct& open);
    [[nodiscard]] Result<std::optional<DoneAct>> done_before(const Once& once) const;
    [[nodiscard]] Result<std::string> content(const committee::BodyReference& body) const;
    [[nodiscard]] Result<std::optional<std::string>> body_bytes(const Sha256& hash) const;
    [[nodiscard]] committee::BodyReference keep(std::string_view content, std::string media_type);
    [[nodiscard]] Result<void> read_on(committee::State& state, std::uint64_t length) const;
    void hear(std::uint64_t length) const;
    void start_again();
    void show_news() const;

    record::Store& store_;
    storage::Recorder::Clock clock_;
    Chance chance_;
    record::SideTable* side_;
    mutable PdfWords pdf_words_;
    // Of the recorder's thread: what is not durable yet is in it.
    std::map<Sha256, record::Body> coming_;  // bodies of the act that is being done
    std::map<Sha256, record::Body> not_durable_;
    std::set<std::string> once_not_durable_;
    Fold ahead_;
    IcuZones zones_;
    mutable std::mutex mutex_;
    mutable Fold shown_;  // what is durable
    mutable std::atomic<std::uint64_t> heard_ = 0;
    std::unique_ptr<storage::Recorder> recorder_;
    record::Store::Watch watch_;  // last: it uses what is heard
};

}  // namespace travaux::host
