// SPDX-License-Identifier: MIT
#include "cli/openid_options.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/account_limits.h"
#include "cli/files.h"
#include "committee/described.h"
#include "record/canonical_json.h"

namespace travaux::cli {
namespace {

namespace fs = std::filesystem;

struct ProviderSaid {
    static constexpr std::string_view type_name = "provider";

    std::string name;
    std::string title;
    std::string issuer;
    std::string client_id;
    std::optional<std::string> client_secret_file;
    std::optional<std::string> client_secret_env;
};
BOOST_DESCRIBE_STRUCT(ProviderSaid, (),
                      (name, title, issuer, client_id, client_secret_file, client_secret_env))

struct ProvidersSaid {
    std::vector<ProviderSaid> providers;
};
BOOST_DESCRIBE_STRUCT(ProvidersSaid, (), (providers))

std::unexpected<Error> malformed(const std::string& file, std::string field) {
    return std::unexpected(
        Error{ErrorCode::invalid, "command.openid_malformed", {file, std::move(field)}});
}

// A provider may have given no secret; one that is named is there.
Result<std::string> secret_of(const ProviderSaid& said, const std::string& file) {
    if (said.client_secret_file && said.client_secret_env) return malformed(file, "client_secret");
    std::string secret;
    if (said.client_secret_file) {
        TRY_ASSIGN(secret, read_secret(fs::path(file).parent_path() / *said.client_secret_file));
        if (secret.empty()) return malformed(file, "client_secret_file");
    } else if (said.client_secret_env) {
        const char* const found = std::getenv(said.client_secret_env->c_str());
        if (found == nullptr || *found == '\0') return malformed(file, "client_secret_env");
        secret = found;
    }
    return secret;
}

}  // namespace

Result<std::vector<http::OpenIdProvider>> read_providers(const std::string& file) {
    TRY_ASSIGN(const std::string bytes, read_file(file));
    const auto json = record::parse_json(bytes);
    if (!json || !json->is_object()) return malformed(file, "JSON");
    TRY_ASSIGN(const auto said, committee::from_object<ProvidersSaid>(json->get_object(), file));
    const bool is_some =
        !said.providers.empty() && said.providers.size() <= limits::openid_providers;
    if (!is_some) return malformed(file, "providers");
    std::vector<http::OpenIdProvider> providers;
    for (const ProviderSaid& one : said.providers) {
        const bool is_new =
            std::ranges::find(providers, one.name, &http::OpenIdProvider::name) == providers.end();
        if (!http::is_provider_name(one.name) || !is_new) return malformed(file, "name");
        if (!access::is_sound_issuer(one.issuer)) return malformed(file, "issuer");
        TRY_ASSIGN(std::string secret, secret_of(one, file));
        providers.push_back({one.name, one.title, one.issuer, one.client_id, std::move(secret)});
    }
    return providers;
}

}  // namespace travaux::cli
