// The providers of OpenID Connect that people may log in with, and what they are asked.
//
// What a provider says of itself and its keys are kept for a while. A provider that is away, slow
// or wrong holds up nobody who comes in another way: few are asked at a time, and not for long.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>
#include <vector>

#include "access/openid.h"
#include "http/client.h"

namespace travaux::http {

/// A provider as the server knows it.
struct OpenIdProvider {
    std::string name;   ///< small letters, digits and dashes: stands in addresses
    std::string title;  ///< what people read
    std::string issuer;
    std::string client;  ///< the id under which the provider knows the server
    std::string secret;  ///< empty where it gave none
};

/// Whether a name may stand in addresses: 1 to 32 small letters, digits and dashes.
[[nodiscard]] bool is_provider_name(std::string_view name);

class OpenIdProviders {
public:
    /// How many answers of providers are waited for at a time; each takes a thread.
    static constexpr int at_once = 3;

    using Ask = std::function<Result<ClientAnswer>(const ClientRequest&)>;
    using Clock = std::function<std::int64_t()>;  ///< milliseconds since 1970, UTC

    OpenIdProviders(std::vector<OpenIdProvider> providers, Ask ask, Clock clock);

    [[nodiscard]] const std::vector<OpenIdProvider>& all() const { return providers_; }

    /// Returns a provider. Error: `openid.provider_unknown`.
    [[nodiscard]] Result<const OpenIdProvider*> find(std::string_view name) const;

    /// Runs what asks a provider. Error: `log_in.busy` where too many do.
    template <typename Asks>
    [[nodiscard]] auto asking(Asks asks) -> decltype(asks()) {
        if (!asked_.try_acquire()) {
            return std::unexpected(Error{ErrorCode::storage, "log_in.busy", {}});
        }
        struct Release {
            OpenIdProviders& providers;
            ~Release() { providers.asked_.release(); }
        } const release{*this};
        return asks();
    }

    /// Returns where somebody goes; the request's client is set here. Error: `openid.away`.
    [[nodiscard]] Result<std::string> address(const OpenIdProvider& provider,
                                              access::AuthorizationRequest request);

    /// What somebody brings back, as it stands in the query.
    struct Brought {
        std::string code;
        std::string issuer;  ///< `iss`, RFC 9207; empty where it is not said
    };

    /// Returns who came back with a code. Errors: `openid.away`, `openid.provider_refused`,
    /// `openid.answer_refused`; the title of the provider stands first.
    [[nodiscard]] Result<access::OpenIdentity> identity(const OpenIdProvider& provider,
                                                        const Brought& brought,
                                                        access::AuthorizationRequest request);

private:
    struct Known {
        std::optional<access::ProviderMetadata> metadata;
        std::int64_t metadata_ms = 0;
        std::optional<access::WebKeys> keys;
        std::int64_t keys_ms = 0;
        std::int64_t again_ms = 0;  ///< when keys were last read for one that nobody knew
    };
    enum class Keys : std::uint8_t { known, fresh };

    [[nodiscard]] Result<std::string> read(const OpenIdProvider& provider,
                                           const ClientRequest& request) const;
    [[nodiscard]] Result<access::ProviderMetadata> metadata(const OpenIdProvider& provider);
    [[nodiscard]] Result<access::WebKeys> keys(const OpenIdProvider& provider,
                                               const std::string& address, Keys wanted);
    [[nodiscard]] Result<std::string> redeem(const OpenIdProvider& provider,
                                             const access::ProviderMetadata& metadata,
                                             const std::string& form) const;
    [[nodiscard]] Result<std::string> subject(const OpenIdProvider& provider,
                                              const std::string& token,
                                              const access::ProviderMetadata& metadata,
                                              const std::string& nonce);

    std::vector<OpenIdProvider> providers_;
    Ask ask_;
    Clock clock_;
    std::counting_semaphore<at_once> asked_{at_once};
    std::mutex mutex_;
    std::map<std::string, Known> known_;  // by name
};

/// Asks with the limits that providers have.
[[nodiscard]] Result<ClientAnswer> ask_provider(const ClientRequest& request);

}  // namespace travaux::http
