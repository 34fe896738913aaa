// SPDX-License-Identifier: MIT
#include "http/live.h"

#include <algorithm>

#include "committee/event.h"
#include "record/canonical_json.h"
#include "record/entry.h"

namespace travaux::http {
namespace {

constexpr std::size_t recent_max = 4096;
constexpr std::ptrdiff_t recent_at_once = 64;
constexpr std::uint64_t read_at_once = 256;

std::string message_of(const boost::json::object& news) {
    const std::string index = std::to_string(news.at("entry").as_int64());
    return "id: " + index + "\nevent: entry\ndata: " + boost::json::serialize(news) + "\n\n";
}

}  // namespace

Result<boost::json::object> news_of(std::string_view bytes) {
    TRY_ASSIGN(const record::Entry entry, record::decode_entry(bytes));
    boost::json::object news{{"entry", static_cast<std::int64_t>(entry.index)},
                             {"time_ms", entry.time_ms}};
    const auto* open = std::get_if<record::OpenAct>(&entry.content);
    if (open == nullptr) {
        news["sealed"] = true;
        return news;
    }
    news["act"] = open->act.name;
    std::vector<std::string> changed;
    for (const record::Event& event : open->act.events) {
        TRY_ASSIGN(const committee::Event read, committee::decode(event));
        changed.push_back(committee::object_of(read));
    }
    std::ranges::sort(changed);
    changed.erase(std::ranges::unique(changed).begin(), changed.end());
    news["changed"] = boost::json::value_from(changed);
    return news;
}

Result<std::string> event_message(std::string_view entry) {
    TRY_ASSIGN(const auto news, news_of(entry));
    return message_of(news);
}

Result<void> Live::tell(std::span<const std::string> entries) {
    std::vector<Bytes> messages;
    for (const std::string& entry : entries) {
        TRY_ASSIGN(std::string message, event_message(entry));
        messages.push_back(share(std::move(message)));
    }
    // A listener that goes waits until it is not called any more.
    const std::scoped_lock lock(shared_->mutex);
    recent_.insert(recent_.end(), messages.begin(), messages.end());
    while (recent_.size() > recent_max) recent_.pop_front();
    length_ = length_ + messages.size();
    for (const auto& [number, listener] : shared_->listeners) listener();
    return {};
}

std::shared_ptr<void> Live::listen(Listener listener) {
    const std::scoped_lock lock(shared_->mutex);
    const std::uint64_t number = shared_->next++;
    shared_->listeners[number] = std::move(listener);
    return {nullptr, [shared = shared_, number](std::nullptr_t) {
                const std::scoped_lock last(shared->mutex);
                shared->listeners.erase(number);
            }};
}

std::vector<Bytes> Live::recent(std::uint64_t from) const {
    const std::scoped_lock lock(shared_->mutex);
    const std::uint64_t first = length_ - recent_.size();
    if (from < first || from >= length_) return {};
    const auto begin = recent_.begin() + static_cast<std::ptrdiff_t>(from - first);
    const auto count = std::min<std::ptrdiff_t>(recent_.end() - begin, recent_at_once);
    return {begin, begin + count};
}

Result<std::vector<Bytes>> Live::older(std::uint64_t from) const {
    TRY_ASSIGN(const auto entries, store_.read(from, read_at_once));
    std::vector<Bytes> messages;
    for (const std::string& entry : entries) {
        TRY_ASSIGN(std::string message, event_message(entry));
        messages.push_back(share(std::move(message)));
    }
    return messages;
}

Result<std::vector<boost::json::object>> Live::news(std::uint64_t from) const {
    const std::uint64_t length = length_;
    if (from >= length) return std::vector<boost::json::object>{};
    TRY_ASSIGN(const auto entries, store_.read(from, std::min(length - from, read_at_once)));
    std::vector<boost::json::object> news;
    for (const std::string& entry : entries) {
        TRY_ASSIGN(news.emplace_back(), news_of(entry));
    }
    return news;
}

}  // namespace travaux::http
