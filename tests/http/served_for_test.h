// A server in this process, and who asks there: a test says it in the token itself.
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "http/draft_routes.h"
#include "http/server.h"
#include "site/routes.h"
#include "storage/memory_row_store.h"

namespace travaux::tests {

/// Returns a token that `TokensOfTests` reads.
[[nodiscard]] std::string token_of(const committee::Caller& caller);

/// Knows who asks by `Authorization: Bearer CAPACITY:DELEGATION:ACTOR`.
class TokensOfTests final : public http::Identities {
public:
    Result<http::Identity> who(const http::Request& request, std::string_view committee) override;
};

/// Serves committees at a free port until it goes.
class ServedForTest {
public:
    explicit ServedForTest(std::vector<http::ServedCommittee*> committees,
                           const http::ServerOptions& options = {});

    [[nodiscard]] std::uint16_t port() const { return server_->port(); }
    [[nodiscard]] http::Server& server() { return *server_; }
    [[nodiscard]] http::Metrics& metrics() { return metrics_; }
    [[nodiscard]] site::Site& pages() { return pages_; }

    /// Ends what is being converted, as a server does that stops.
    void stop_converting() { conversions_.stop(); }

    /// Has Word files converted otherwise than by LibreOffice. REQUIRES: none is being converted.
    void convert_with(http::Conversions::Convert convert) { convert_ = std::move(convert); }

private:
    [[nodiscard]] std::vector<http::Route> own_routes();

    TokensOfTests identities_;
    http::Metrics metrics_;
    http::Rates rates_;
    http::Conversions::Convert convert_;
    http::Conversions conversions_;
    http::Service service_;
    storage::MemoryRowStore rows_;
    access::Drafts drafts_;
    site::Site pages_;
    http::Log log_;
    std::unique_ptr<http::Server> server_;
};

/// Returns the fields of a head with the token of somebody.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> as(const committee::Caller& caller);

}  // namespace travaux::tests
