// Documents as PDF files: the same one is converted once, however many ask, and what came of the
// last ones is kept by content.
// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>

#include "base/id.h"
#include "http/message.h"

namespace travaux::http {

/// Several threads may use it.
class Conversions {
public:
    /// Converts on the thread that calls it; ends soon where it is to stop.
    using Convert =
        std::function<Result<std::string>(std::string_view document, const std::stop_token& stop)>;

    explicit Conversions(Convert convert) : convert_(std::move(convert)) {}

    /// Returns a document as a PDF file; while another thread converts the same one, waits for it.
    /// Errors: those of converting, which are not kept.
    [[nodiscard]] Result<Bytes> pdf_of(std::string_view document);

    /// Ends what runs; nothing begins afterwards.
    void stop() { stop_.request_stop(); }

private:
    struct Made {
        Bytes pdf;  // null while it is being made
        std::uint64_t used = 0;
    };

    void make_room();

    Convert convert_;
    std::stop_source stop_;
    std::mutex mutex_;
    std::condition_variable done_;
    std::map<Sha256, Made> made_;  // by the hash of the document
    std::uint64_t uses_ = 0;
    std::size_t kept_bytes_ = 0;
};

}  // namespace travaux::http
