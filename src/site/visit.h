// Somebody looks at a page of a committee: what the page is made of, in whose language, with which
// rights.
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <semaphore>
#include <string>
#include <string_view>

#include "committee/state.h"
#include "host/committee_search.h"
#include "http/draft_work.h"
#include "http/pages.h"
#include "http/representation.h"
#include "http/shelf.h"
#include "record/checkpoint.h"

namespace travaux::site {

/// Where the screen of a hall is.
struct ScreenPlace {
    std::string provision;   ///< permanent id; empty until somebody turns it
    std::uint64_t turn = 0;  ///< one more with each turn
};

/// For how many visitors something is computed at once.
inline constexpr std::ptrdiff_t visitors_at_once = 2;

struct Visit;

/// What all pages of a server stand on; it outlives them.
class Site {
public:
    Site(const http::Service& service, access::Drafts& drafts, std::function<std::int64_t()> clock)
        : service_(service), drafts_(drafts), clock_(std::move(clock)) {}
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    [[nodiscard]] const http::Service& service() const { return service_; }
    [[nodiscard]] access::Drafts& drafts() const { return drafts_; }

    /// Returns the time, in milliseconds since 1970.
    [[nodiscard]] std::int64_t now_ms() const { return clock_(); }

    /// Returns the state of a committee as it is. It is copied once for each entry that comes, so
    /// that a page is made while others act.
    [[nodiscard]] std::shared_ptr<const committee::State> state(
        const http::ServedCommittee& committee);

    /// Returns a text with its proposals, kept for who reads it next. Errors: those of
    /// `KeptCommittee::consolidated`.
    [[nodiscard]] Result<std::shared_ptr<const host::ConsolidatedText>> text(
        const http::ServedCommittee& committee, const host::AskedText& asked,
        const std::vector<consolidation::Adoption>& as_if);

    /// Returns a part of a page that is alike for everybody, made once for each state of the
    /// committee; `name` tells it from other parts, and says all that it depends on beside that
    /// state. Errors: those of `make`.
    [[nodiscard]] Result<std::shared_ptr<const std::string>> part(
        const Visit& visit, const std::string& name,
        const std::function<Result<std::string>()>& make);

    /// Returns a page for an answer. A large one is compressed once for all who get the same.
    [[nodiscard]] http::Representation represented(std::string page,
                                                   std::string_view accept_encoding);

    /// Returns the search of a committee.
    [[nodiscard]] host::CommitteeSearch& search(const http::ServedCommittee& committee);

    /// Returns where the screen of a committee is, and takes it to a provision.
    [[nodiscard]] ScreenPlace screen(const std::string& committee);
    void turn_screen(const std::string& committee, std::string provision);

    /// Returns the turns of visitors for whom something is computed at the moment.
    [[nodiscard]] std::counting_semaphore<>& turns_of_visitors() { return turns_of_visitors_; }

private:
    const http::Service& service_;
    access::Drafts& drafts_;
    std::function<std::int64_t()> clock_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const committee::State>> states_;
    std::map<std::string, std::shared_ptr<const host::ConsolidatedText>> texts_;
    struct Part {
        std::uint64_t entries = 0;
        std::string html;
    };
    static constexpr std::size_t kept_bytes_max = 64U << 20U;

    std::mutex making_;  // one at a time: who waits finds what the other made
    http::Shelf<Part> parts_{kept_bytes_max};
    http::Shelf<http::Representation> pages_{kept_bytes_max};
    std::map<std::string, ScreenPlace> screens_;
    std::map<std::string, std::unique_ptr<host::CommitteeSearch>> searches_;
    std::counting_semaphore<> turns_of_visitors_{visitors_at_once};
};

/// One visit; it lives as long as its request.
struct Visit {
    Site& site;
    const http::Asked& asked;
    http::ServedCommittee& committee;
    http::Identity identity;
    http::PageLanguage in;
    std::shared_ptr<const committee::State> held;
    std::int64_t now_ms = 0;  ///< of the visit, since 1970

    /// Begins a visit. Errors: `committee.unknown`, those of `identity_of`.
    [[nodiscard]] static Result<Visit> begin(Site& site, const http::Asked& asked);

    [[nodiscard]] const committee::State& state() const { return *held; }
    [[nodiscard]] bool is_visitor() const {
        return identity.caller.capacity == committee::Capacity::visitor;
    }

    /// Returns what the delegation of whoever visits keeps to itself. Errors: those of
    /// `check_rights` for who speaks for no delegation.
    [[nodiscard]] Result<http::DraftWork> drafts() const;

    /// Returns those who act in the committee, to who may see their names. Errors: those of
    /// `http::Identities::people`.
    [[nodiscard]] Result<std::vector<http::ActingPerson>> people() const;

    /// Returns the words of a message as HTML.
    [[nodiscard]] std::string say(std::string_view id) const;
    template <typename... Args>
    [[nodiscard]] std::string say(std::string_view id, const Args&... args) const {
        return said(id, std::array<std::string, sizeof...(Args)>{std::string(args)...});
    }

    /// Returns the address of a page of the committee, `/proposals`, as it stands in an attribute.
    [[nodiscard]] std::string to(std::string_view page) const;

    /// Returns what a view shows to whoever visits. Errors: those of the view.
    [[nodiscard]] Result<boost::json::value> view(std::string name,
                                                  boost::json::object fields = {}) const;

    /// Returns a name or a title of the record in the language of the page, where the committee has
    /// it translated or it is a usual one, else as it stands; text, not HTML.
    [[nodiscard]] std::string said_of(const std::string& words) const;

    /// Returns the name of a member, or of a group, in the language of the page; HTML.
    [[nodiscard]] std::string name_of(const std::string& code) const;

    /// Returns an instant at Greenwich in words, HTML.
    [[nodiscard]] std::string moment(std::int64_t time_ms) const;
    [[nodiscard]] std::string day(std::int64_t time_ms) const;

private:
    [[nodiscard]] std::string said(std::string_view id, std::span<const std::string> args) const;
};

/// The pages that the head of every page leads to, beside those of no such page.
enum class Section : std::uint8_t {
    none,
    home,
    text,
    proposals,
    documents,
    calendar,
    screen,
    desk,
    record,
    search,
};

/// A page of a committee.
struct SitePage {
    std::string title;  ///< text, not HTML
    std::string body;   ///< HTML
    Section section = Section::none;
    std::string query{};  ///< of its address, as it stands after `?`, without the language
    int status = 200;
    bool is_followed = false;  ///< whether a reader is told of news
    std::string data{};        ///< further attributes of the body, for the script
};

/// Returns a page as an answer that says of how many entries it was made.
[[nodiscard]] http::Response answer(const Visit& visit, const SitePage& page);

/// The head of a record that is signed, with the note that says so.
struct SignedHead {
    record::TreeHead head;
    std::string note;
};

/// Returns the head that was signed last; nothing where none is yet. Errors: those of reading.
[[nodiscard]] Result<std::optional<SignedHead>> signed_head(const Visit& visit);

/// Returns a hash as base64, as checkpoints write it.
[[nodiscard]] std::string base64_of(const Sha256& hash);

/// Returns text as HTML.
[[nodiscard]] std::string html(std::string_view text);

/// Returns the head of a page: what stands over its title, the title, what stands under it; HTML.
[[nodiscard]] std::string title_block(const std::vector<std::string>& over, std::string_view title,
                                      std::string_view under = {});

/// Returns the field in which words are sought, with its button; `id` is that of the field, `text`
/// a published text in which alone they are sought.
[[nodiscard]] std::string search_form(const Visit& visit, std::string_view query,
                                      std::string_view id, std::string_view text = {});

/// Returns a heading of a section.
[[nodiscard]] std::string section_head(std::string_view words, std::string_view id = {});

/// Returns a table in a region that scrolls: what it is, its columns and its rows, all HTML.
[[nodiscard]] std::string table(std::string_view label, const std::vector<std::string>& columns,
                                std::string_view rows);

/// Returns words that lead somewhere; both are HTML.
[[nodiscard]] std::string link(std::string_view to, std::string_view words);

/// Returns members by their names, in the order of the language of the page: names and codes.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> sorted_names(
    const Visit& visit, const std::set<std::string>& codes);

/// Returns texts between commas of a language.
[[nodiscard]] std::string listed(const std::vector<std::string>& texts, text::Language language);

}  // namespace travaux::site
