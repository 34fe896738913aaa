// SPDX-License-Identifier: MIT
#include "tests/http/served_for_test.h"

#include <algorithm>

#include "committee/described.h"
#include "crypto/random.h"
#include "office/libreoffice.h"
#include "tests/record/sample_record.h"

namespace travaux::tests {
namespace {

constexpr double often = 1e9;

}  // namespace

std::string token_of(const committee::Caller& caller) {
    return std::string(committee::name_of(caller.capacity)) + ":" + caller.delegation + ":" +
           hex(caller.actor.bytes);
}

std::vector<std::pair<std::string, std::string>> as(const committee::Caller& caller) {
    return {{"Authorization", "Bearer " + token_of(caller)}};
}

Result<http::Identity> TokensOfTests::who(const http::Request& request,
                                          std::string_view /*committee*/) {
    std::string_view token = request.field("Authorization");
    if (token.empty()) return http::Identity{};
    const auto unknown = std::unexpected(Error{ErrorCode::refused, "identity.unknown", {}});
    if (!token.starts_with("Bearer ")) return unknown;
    token.remove_prefix(7);
    const std::size_t first = token.find(':');
    const std::size_t last = token.rfind(':');
    if (first == last) return unknown;
    http::Identity identity;
    const auto actor = parse_id(token.substr(last + 1));
    if (!actor) return unknown;
    identity.account = token;
    identity.caller.actor = ActorId{*actor};
    identity.caller.delegation = token.substr(first + 1, last - first - 1);
    for (const auto capacity : committee::all_of<committee::Capacity>()) {
        identity.caller.capacity = capacity;
        if (committee::name_of(capacity) == token.substr(0, first)) return identity;
    }
    return unknown;
}

ServedForTest::ServedForTest(std::vector<http::ServedCommittee*> committees,
                             const http::ServerOptions& options)
    : rates_(often, often), convert_([](std::string_view file, const std::stop_token& stop) {
          return office::pdf_of_document(file, {}, stop);
      }),
      conversions_([this](std::string_view file, const std::stop_token& stop) {
          return convert_(file, stop);
      }),
      service_{std::move(committees), identities_, "test", metrics_, rates_, &conversions_},
      drafts_(rows_, crypto::random_bytes), pages_(service_, drafts_, [] { return 0; }),
      log_(nullptr), server_(sure(http::Server::start(
                         options, service_, http::all_routes(service_, own_routes()), log_))) {}

std::vector<http::Route> ServedForTest::own_routes() {
    auto routes = http::draft_routes(service_, drafts_);
    std::ranges::move(site::routes(pages_), std::back_inserter(routes));
    return routes;
}

}  // namespace travaux::tests
