// A connection that has become a stream of news: what it is sent, and when.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

#include "http/loop.h"

namespace travaux::http {

void Connection::begin_stream(const Subscription& subscription) {
    Server::Core& core = loop_.core();
    core.service.metrics.count(route_->description.id, 200, 0);
    ++core.service.metrics.readers;
    live_ = subscription.live;
    next_ = subscription.next;
    written_ = 0;  // what was written to the answers before
    closes_ = true;
    Response response;
    response.media_type = "text/event-stream";
    response.with("Cache-Control", "no-cache, no-transform").with("X-Accel-Buffering", "no");
    std::string head = head_of(response, 0);
    constexpr std::string_view no_length = "Content-Length: 0\r\n";
    head.erase(head.find(no_length), no_length.size());
    const bool is_head = request_->method == "HEAD";
    pending_.push_back(share(head + "retry: 2000\n\n"));
    input_ = {};
    head_ = {};
    asked_.reset();
    request_.reset();
    parser_.reset();
    state_ = State::streaming;
    last_written_ = now();
    loop_.listen(live_, *this);
    wait_for_bytes();
    pump();
    if (is_head) close();
}

// Sends what the stream has not had yet, as far as the client takes it. Nothing queues up for a
// client that does not read: it goes on from the record later, or is dropped.
void Connection::pump() {
    while (state_ == State::streaming && !is_blocked_) {
        if (pending_.empty() && next_ < live_->length()) {
            pending_ = live_->recent(next_);
            if (pending_.empty()) return read_older();
            next_ += pending_.size();
        }
        if (pending_.empty()) return;
        write_stream();
    }
}

void Connection::read_older() {
    is_blocked_ = true;
    deadline_ = now() + pool_time;
    asio::post(loop_.core().pools.front(), [self = shared_from_this(), live = live_, next = next_] {
        auto messages = live->older(next);
        asio::post(self->loop_.context(), [self, messages = std::move(messages)]() mutable {
            if (self->state_ != State::streaming) return;
            if (!messages || messages->empty()) return self->close();
            self->is_blocked_ = false;
            self->next_ += messages->size();
            self->pending_ = *std::move(messages);
            self->pump();
        });
    });
}

void Connection::write_stream() {
    constexpr std::size_t at_once = 64;
    is_blocked_ = false;
    while (!pending_.empty()) {
        std::array<asio::const_buffer, at_once> buffers;
        for (std::size_t at = 0; at < std::min(pending_.size(), at_once); ++at) {
            buffers.at(at) = asio::buffer(*pending_[at]) + (at == 0 ? written_ : 0);
        }
        boost::system::error_code failure;
        written_ += socket_.write_some(buffers, failure);
        if (failure == asio::error::would_block) {
            is_blocked_ = true;
            deadline_ = now() + loop_.core().options.write_time;
            return wait_to_write();
        }
        if (failure) return close();
        std::size_t whole = 0;
        while (whole < pending_.size() && written_ >= pending_[whole]->size()) {
            written_ -= pending_[whole++]->size();
        }
        pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(whole));
    }
    last_written_ = now();
    pending_ = {};
}

}  // namespace travaux::http
