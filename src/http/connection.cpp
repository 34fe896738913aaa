// A connection from its first byte to its last: reading, checking, having answered, writing. What
// it is once it has become a stream stands in connection_stream.cpp.
//
// Between requests it holds no buffer: bytes are read into the loop's scratch once they are there.
// SPDX-License-Identifier: MIT
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

#include "base/limits.h"
#include "http/languages.h"
#include "http/loop.h"
#include "http/request_check.h"

namespace travaux::http {
namespace {

namespace beast = boost::beast;
using std::chrono::seconds;

constexpr auto idle_time = seconds(75);
constexpr auto body_time = seconds(30);
constexpr auto drain_time = seconds(2);
constexpr auto place_time = seconds(60);  // for which a request waits for a thread
constexpr std::size_t slowest_bytes_each_second = 4'096;
constexpr std::size_t buffer_kept_bytes = 4'096;  // between requests
constexpr std::size_t head_max = limits::head_bytes;
constexpr std::string_view end_of_head = "\r\n\r\n";
constexpr std::string_view heartbeat = ":\n\n";

seconds slowest(std::size_t bytes) {
    return seconds(static_cast<std::int64_t>(bytes / slowest_bytes_each_second));
}

Error refused(std::string_view id, std::vector<std::string> args = {}) {
    return refuse_request(id, std::move(args)).error();
}

// On every answer: what it is not to be used for.
constexpr std::string_view safety =
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n";
constexpr std::string_view policy =
    "Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'\r\n";

// How many may wait for a thread, or have one.
std::int64_t places_in(Lane lane) {
    switch (lane) {
        case Lane::answers: return limits::waiting_requests;
        case Lane::files: return limits::waiting_files;
        case Lane::documents: return limits::waiting_documents;
    }
    return 0;
}

}  // namespace

Connection::Connection(Loop& loop, Socket socket)
    : loop_(loop), socket_(std::move(socket)), deadline_(now() + idle_time) {
    boost::system::error_code failure;
    (void)socket_.non_blocking(true, failure);
    (void)socket_.set_option(Tcp::no_delay(true), failure);
}

void Connection::tick(Time time) {
    if (state_ == State::waiting && time >= deadline_) return go_on();
    const bool is_silent = time >= last_written_ + loop_.core().options.heartbeat;
    if (state_ == State::streaming && !is_blocked_ && is_silent) {
        pending_.push_back(share(std::string(heartbeat)));
        return write_stream();
    }
    if (time < deadline_ || (state_ == State::streaming && !is_blocked_)) return;
    if (state_ == State::streaming) ++loop_.core().service.metrics.readers_dropped;
    if (state_ == State::reading) return refuse_and_close(refused("request.timeout"));
    close();
}

void Connection::stop() {
    closes_ = true;
    const bool is_at_rest = state_ == State::idle || state_ == State::reading ||
                            state_ == State::streaming || state_ == State::draining;
    if (is_at_rest) return close();
    if (state_ == State::waiting) go_on();
}

void Connection::hear() {
    if (state_ == State::streaming) return pump();
    if (state_ == State::waiting && wait_->live->length() >= wait_->length) go_on();
}

void Connection::close() {
    if (state_ == State::closed) return;
    if (live_) {
        loop_.forget(live_, *this);
        --loop_.core().service.metrics.readers;
    }
    if (wait_) loop_.forget(wait_->live, *this);
    state_ = State::closed;
    boost::system::error_code failure;
    (void)socket_.shutdown(Tcp::socket::shutdown_both, failure);
    (void)socket_.close(failure);
    loop_.remove(shared_from_this());
}

void Connection::wait_for_bytes() {
    socket_.async_wait(Tcp::socket::wait_read,
                       [self = shared_from_this()](boost::system::error_code failure) {
                           if (!failure) self->read();
                       });
}

void Connection::read() {
    const auto reads = [this] {
        return state_ == State::idle || state_ == State::reading || state_ == State::streaming ||
               state_ == State::draining;
    };
    while (reads()) {
        boost::system::error_code failure;
        const std::span<char> scratch = loop_.scratch();
        const std::size_t count =
            socket_.read_some(asio::buffer(scratch.data(), scratch.size()), failure);
        if (failure == asio::error::would_block) return wait_for_bytes();
        if (failure || count == 0) return close();
        if (state_ == State::streaming || state_ == State::draining) continue;
        input_.append(scratch.data(), count);
        if (take_bytes()) return;
    }
}

// Returns whether there is nothing to be read for now.
bool Connection::take_bytes() {
    if (state_ == State::idle) {
        state_ = State::reading;
        started_ = now();
        deadline_ = started_ + loop_.core().options.head_time;
    }
    if (!parser_ && !take_head()) return state_ != State::reading;
    if (!take_body()) return state_ != State::reading;
    dispatch();
    return true;
}

// Returns whether the head is there, in order.
bool Connection::take_head() {
    while (scanned_ == 0 && input_.starts_with("\r\n")) input_.erase(0, 2);
    const std::size_t end = input_.find(end_of_head, scanned_);
    if (std::min(end, input_.size()) > head_max) {
        refuse_and_close(refused("request.head_too_large", {std::to_string(head_max)}));
        return false;
    }
    if (end == std::string::npos) {
        scanned_ = input_.size() - std::min<std::size_t>(input_.size(), end_of_head.size() - 1);
        return false;
    }
    const std::size_t size = end + end_of_head.size();
    // The empty line is the reader's; the lines before it are checked here.
    if (const auto checked = check_head(std::string_view(input_).substr(0, end + 2)); !checked) {
        refuse_and_close(checked.error());
        return false;
    }
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(head_max + end_of_head.size()));
    parser_->body_limit(limits::request_body_bytes);
    boost::system::error_code failure;
    parser_->put(asio::buffer(input_.data(), size), failure);
    if (failure && failure != beast::http::error::need_more) {
        refuse_and_close(
            failure == beast::http::error::body_limit
                ? refused("request.body_too_large", {std::to_string(limits::request_body_bytes)})
                : refused("request.head_malformed", {failure.message()}));
        return false;
    }
    input_.erase(0, size);
    fill_request();
    if (const auto checked = check_request(); !checked) {
        refuse_and_close(checked.error());
        return false;
    }
    const auto length = parser_->content_length();
    deadline_ = now() + body_time + slowest(length ? *length : limits::request_body_bytes);
    if (is_same_name(request_->field("Expect"), "100-continue") && input_.empty() &&
        !parser_->is_done()) {
        constexpr std::string_view go_ahead = "HTTP/1.1 100 Continue\r\n\r\n";
        (void)socket_.write_some(asio::buffer(go_ahead), failure);
    }
    return true;
}

void Connection::fill_request() {
    const auto& message = parser_->get();
    request_.emplace();
    request_->method =
        std::string_view(message.method_string().data(), message.method_string().size());
    request_->target = std::string_view(message.target().data(), message.target().size());
    for (const auto& field : message) {
        request_->fields.push_back({{field.name_string().data(), field.name_string().size()},
                                    {field.value().data(), field.value().size()}});
    }
}

Result<void> Connection::check_request() {
    TRY_OK(check_framing(*request_, parser_->get().version() % 10));
    TRY_OK(read_target(request_->target, *request_));
    TRY_OK(check_host(*request_, loop_.core().options.hosts));
    return check_site(*request_);
}

// Returns whether the body is there, in order.
bool Connection::take_body() {
    while (!parser_->is_done()) {
        if (input_.empty()) return false;
        boost::system::error_code failure;
        const std::size_t taken = parser_->put(asio::buffer(input_.data(), input_.size()), failure);
        input_.erase(0, taken);
        if (failure == beast::http::error::need_more) return false;
        if (failure) {
            refuse_and_close(failure == beast::http::error::body_limit
                                 ? refused("request.body_too_large",
                                           {std::to_string(limits::request_body_bytes)})
                                 : refused("request.body_malformed", {failure.message()}));
            return false;
        }
    }
    request_->body = parser_->get().body();
    return true;
}

void Connection::dispatch() {
    state_ = State::answering;
    deadline_ = now() + pool_time;
    auto found = find_route();
    if (!found) return refuse(found.error());
    if (*found) return respond(**std::move(found));
    if (route_->wait) {
        auto wait = route_->wait(*asked_);
        if (!wait) return refuse(wait.error());
        wait_ = *std::move(wait);
    }
    if (wait_) {
        loop_.listen(wait_->live, *this);
        if (wait_->live->length() < wait_->length && !closes_) {
            state_ = State::waiting;
            deadline_ = now() + wait_->at_most;
            return;
        }
    }
    go_on();
}

// Finds the route, or answers what needs none.
Result<std::optional<Response>> Connection::find_route() {
    Found found = loop_.core().router.find(request_->method, request_->path);
    if (found.methods.empty()) {
        return refuse_request("request.path_unknown", {}, ErrorCode::not_found);
    }
    route_ = found.route;
    asked_.emplace(*request_, std::move(found.places));
    if (route_ != nullptr) return std::nullopt;
    std::string allowed = "OPTIONS";
    for (const std::string& method : found.methods) allowed += ", " + method;
    Response response;
    if (request_->method == "OPTIONS") {
        response.status = 204;
        response.media_type.clear();
    } else {
        response = refusal(refused("request.method", {allowed}), accepted_language(*request_));
    }
    response.with("Allow", allowed);
    return std::optional(std::move(response));
}

// Answers what has been waited for long enough.
void Connection::go_on() {
    state_ = State::answering;
    deadline_ = now() + pool_time;
    if (wait_) {
        const bool is_missed = wait_->is_needed && wait_->live->length() < wait_->length;
        const std::uint64_t length = wait_->length;
        loop_.forget(wait_->live, *this);
        wait_.reset();
        if (is_missed) {
            return refuse(refuse_request("request.length_not_reached", {std::to_string(length)},
                                         ErrorCode::storage)
                              .error());
        }
    }
    if (route_->subscribe) {
        const auto subscription = route_->subscribe(*asked_);
        if (!subscription) return refuse(subscription.error());
        if (*subscription) return begin_stream(**subscription);
    }
    if (route_->at_once) {
        if (auto response = route_->at_once(*asked_)) return respond(*std::move(response));
    }
    answer_in_pool();
}

void Connection::answer_in_pool() {
    Server::Core& core = loop_.core();
    const Lane lane = route_->lane ? route_->lane(*asked_) : Lane::answers;
    const auto number = static_cast<std::size_t>(lane);
    std::atomic<std::int64_t>& waiting = core.service.metrics.waiting[number];
    const auto busy = [] { return refuse_request("request.busy", {}, ErrorCode::storage).error(); };
    if (++waiting > places_in(lane)) {
        --waiting;
        return refuse(busy());
    }
    asio::post(
        core.pools[number], [self = shared_from_this(), &core, &waiting, busy, since = now()] {
            std::optional<Response> response;
            try {
                const bool is_late = now() > since + place_time;
                response = is_late ? refusal(busy(), accepted_language(*self->request_))
                                   : self->route_->answer(*self->asked_);
            } catch (const std::exception& defect) {
                core.log.event("defect", defect.what());
                response = refusal({ErrorCode::corrupt, "server.defect", {}},
                                   accepted_language(*self->request_));
            }
            --waiting;
            asio::post(self->loop_.context(), [self, answer = *std::move(response)]() mutable {
                if (self->state_ == State::answering) self->respond(std::move(answer));
            });
        });
}

// Here nothing waits for a database, so the language is the one that the request asks for.
void Connection::refuse(const Error& error) {
    respond(refusal(error, request_ ? accepted_language(*request_) : text::Language::en));
}

void Connection::refuse_and_close(const Error& error) {
    closes_ = true;
    drains_ = true;
    refuse(error);
}

void Connection::respond(Response response) {
    const bool has_body = response.body && response.status != 304 && response.status != 204;
    const bool is_head = request_ && request_->method == "HEAD";
    const std::uint64_t bytes = has_body ? response.body->size() : 0;
    const bool stays = parser_ && parser_->is_header_done() && parser_->keep_alive();
    if (!stays || loop_.core().is_stopping) closes_ = true;
    head_ = head_of(response, bytes);
    body_ = has_body && !is_head ? std::move(response.body) : nullptr;
    const auto micros =
        std::chrono::duration_cast<std::chrono::microseconds>(now() - started_).count();
    Server::Core& core = loop_.core();
    const std::string route = route_ != nullptr ? route_->description.id : std::string();
    core.service.metrics.count(route, response.status, micros);
    core.log.answered({request_ ? request_->method : "", route, response.status, bytes, micros});
    state_ = State::writing;
    written_ = 0;
    deadline_ = now() + core.options.write_time + slowest(head_.size() + bytes);
    write();
}

std::string Connection::head_of(const Response& response, std::uint64_t bytes) const {
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
    head += reason_of(response.status);
    head += "\r\nDate: ";
    head += loop_.date();
    head += "\r\n";
    const bool has_length = response.status != 304 && response.status != 204;
    if (has_length) head += "Content-Length: " + std::to_string(bytes) + "\r\n";
    if (!response.media_type.empty()) head += "Content-Type: " + response.media_type + "\r\n";
    bool has_policy = false;
    for (const auto& [name, value] : response.fields) {
        VERIFY((name + value).find_first_of("\r\n") == std::string::npos);
        head += name;
        head += ": ";
        head += value;
        head += "\r\n";
        has_policy = has_policy || name == "Content-Security-Policy";
    }
    head += safety;
    if (!has_policy) head += policy;
    if (closes_) {
        head += "Connection: close\r\n";
    } else if (parser_ && parser_->get().version() == 10) {
        head += "Connection: keep-alive\r\n";
    }
    return head + "\r\n";
}

void Connection::write() {
    const std::size_t body_size = body_ ? body_->size() : 0;
    while (written_ < head_.size() + body_size) {
        const std::size_t of_head = std::min(written_, head_.size());
        const std::size_t of_body = written_ - of_head;
        const std::array<asio::const_buffer, 2> buffers = {
            asio::buffer(head_.data() + of_head, head_.size() - of_head),
            body_ ? asio::buffer(body_->data() + of_body, body_size - of_body)
                  : asio::const_buffer()};
        boost::system::error_code failure;
        written_ += socket_.write_some(buffers, failure);
        if (failure == asio::error::would_block) return wait_to_write();
        if (failure) return close();
    }
    finish();
}

void Connection::wait_to_write() {
    socket_.async_wait(Tcp::socket::wait_write,
                       [self = shared_from_this()](boost::system::error_code failure) {
                           if (failure) return;
                           if (self->state_ == State::writing) self->write();
                           if (self->state_ == State::streaming) {
                               self->write_stream();
                               self->pump();
                           }
                       });
}

void Connection::finish() {
    body_.reset();
    asked_.reset();
    request_.reset();
    parser_.reset();
    route_ = nullptr;
    scanned_ = 0;
    if (drains_) {
        boost::system::error_code failure;
        (void)socket_.shutdown(Tcp::socket::shutdown_send, failure);
        state_ = State::draining;
        deadline_ = now() + drain_time;
        return wait_for_bytes();
    }
    if (closes_) return close();
    state_ = State::idle;
    deadline_ = now() + idle_time;
    if (input_.empty()) {
        if (input_.capacity() > buffer_kept_bytes) input_ = {};
        return wait_for_bytes();
    }
    // What was sent ahead is taken from a fresh stack.
    asio::post(loop_.context(), [self = shared_from_this()] {
        if (self->state_ != State::idle) return;
        if (!self->take_bytes()) self->wait_for_bytes();
    });
}

}  // namespace travaux::http
