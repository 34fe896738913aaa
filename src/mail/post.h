// The post of a server: it follows the records, has the notices made that follow from them, and
// sends what is due, on a thread of its own. No act and no page waits for it.
//
// Several servers on one store of accounts share the work: each notice is made once, and each
// message is claimed by one of them.
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "access/outbox.h"
#include "mail/mailer.h"
#include "mail/news.h"
#include "mail/writer.h"

namespace travaux::mail {

/// Where the post counts what it does, for those who watch over it.
struct PostCounts {
    std::atomic<std::int64_t>& waiting;  ///< messages, as of the last look
    std::atomic<std::int64_t>& sent;
    std::atomic<std::int64_t>& put_off;  ///< tries that failed for now
    std::atomic<std::int64_t>& failed;   ///< messages that were given up
};

/// Returns when people of a committee are told, at a time: digests go out in the zone of its duty
/// station. The zones outlive it.
[[nodiscard]] access::TellingTime telling_time(const ToldCommittee& told, std::int64_t time_ms,
                                               const committee::Zones& zones);

class Post {
public:
    /// What it is made of, all of which outlives it.
    struct Parts {
        std::vector<ToldCommittee> committees;  ///< sorted by name
        access::Outbox& outbox;
        Mailer& mailer;
        const committee::Zones& zones;
        std::function<std::int64_t()> clock;  ///< milliseconds since 1970, UTC
        std::function<std::array<std::uint8_t, 32>()> chance;
        Sender sender;
        std::int64_t each_minute = 60;  ///< messages at most, of this server
        PostCounts counts;
    };

    /// News with the place that tells it from all others, `treaty/17`, and who did it.
    struct PlacedNews {
        std::string place;
        News news;
        ActorId by;  ///< none: nobody in particular
    };

    explicit Post(Parts parts);

    Post(const Post&) = delete;
    Post& operator=(const Post&) = delete;

    /// Begins to work on a thread, until it is stopped.
    void start();

    /// Stops; what is being sent is put off.
    void stop();

    /// Has the notices made of what is new on the records, of days that came, and of digests that
    /// are due. Errors: those of the stores, after which it is done again.
    [[nodiscard]] Result<void> look();

    /// Sends what is due, as far as the rate allows and the server takes it, and returns how many
    /// messages it tried. Errors: those of the stores.
    [[nodiscard]] Result<std::size_t> deliver(const std::stop_token& stop = {});

private:
    [[nodiscard]] Result<void> follow(const ToldCommittee& told);
    [[nodiscard]] Result<void> look_at_days(const ToldCommittee& told);
    [[nodiscard]] Result<std::vector<PlacedNews>> read_news(const ToldCommittee& told,
                                                            std::span<const std::string> entries);
    [[nodiscard]] Result<std::vector<access::Addressed>> addressed(
        const ToldCommittee& told, const std::vector<PlacedNews>& all);
    [[nodiscard]] access::TellingTime now(const ToldCommittee& told) const {
        return telling_time(told, parts_.clock(), parts_.zones);
    }
    [[nodiscard]] access::Attempt attempt(const access::Claimed& claimed, bool& is_away,
                                          const std::stop_token& stop);
    [[nodiscard]] Result<std::optional<Mail>> write(access::Claimed claimed);
    [[nodiscard]] bool may_send();
    void work(const std::stop_token& stop);

    Parts parts_;
    Writer writer_;
    std::map<std::string, std::uint64_t> positions_;  // as they were last
    std::set<std::string> marks_;                     // that are known to be taken
    std::int64_t minute_looked_ = 0;                  // at what days bring
    std::int64_t minute_ = 0;                         // in which messages are counted
    std::int64_t sent_in_minute_ = 0;
    std::int64_t not_before_ms_ = 0;  // nothing is sent
    std::mutex mutex_;
    std::condition_variable_any woken_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace travaux::mail
