// travaux serve: serves committees over HTTP until it is told to stop.
// SPDX-License-Identifier: MIT
#include <signal.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/mail_options.h"
#include "cli/openid_options.h"
#include "cli/record_options.h"
#include "crypto/random.h"
#include "http/account_service.h"
#include "http/draft_routes.h"
#include "http/server.h"
#include "office/libreoffice.h"
#include "office/pdf_words.h"
#include "site/routes.h"
#include "storage/database.h"
#include "storage/key_folder.h"

namespace travaux::cli {
namespace {

constexpr auto patience = std::chrono::seconds(10);
// A proxy waits about as long for an answer.
constexpr auto conversion_time = std::chrono::seconds(90);
// A file of hundreds of pages takes a second; what takes longer is not worth waiting for.
constexpr auto reading_time = std::chrono::seconds(20);
constexpr double requests_each_second = 50;
constexpr double requests_at_once = 500;

struct Options {
    std::vector<std::string> committees;
    std::string keys;
    std::string accounts;
    std::string oidc;
    std::string listen = "127.0.0.1:8080";
    std::string host;
    MailOptions mail;
    bool logs = false;
};

/// The accounts with the store that they stand on, and the providers that know their people.
struct ServedAccounts {
    std::unique_ptr<http::OpenIdProviders> providers;
    std::unique_ptr<storage::RowStore> store;
    std::unique_ptr<access::Accounts> accounts;
};

/// A committee with all that it stands on.
struct Served {
    std::unique_ptr<storage::Database> store;
    std::unique_ptr<storage::KeyFolder> keys;
    std::unique_ptr<host::KeptCommittee> committee;
    std::unique_ptr<http::ServedCommittee> served;
};

std::unexpected<Error> refuse(std::string id, std::string what) {
    return std::unexpected(Error{ErrorCode::invalid, std::move(id), {std::move(what)}});
}

/// `NAME=LOCATION`.
struct Named {
    std::string name;
    std::string location;
};

Result<Named> named(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) return refuse("command.committee_malformed", text);
    Named result{text.substr(0, equals), text.substr(equals + 1)};
    if (!http::is_committee_name(result.name)) return refuse("command.committee_malformed", text);
    return result;
}

// A record that is not there yet is opened under a name that tells where it is served.
Result<void> open_if_empty(record::Store& store, storage::KeyFolder& keys,
                           const std::string& origin) {
    TRY_ASSIGN(const std::uint64_t length, store.length());
    if (length > 0) return {};
    if (keys.keys().empty()) TRY_OK(keys.add_key(origin, crypto::random_bytes()));
    return host::KeptCommittee::open_record(store, now_ms(),
                                            record::verifier_of(keys.keys().front()));
}

std::optional<std::string> words_of_pdf(std::string_view pdf) {
    office::ProcessLimits limits;
    limits.time = reading_time;
    limits.memory_bytes = 1U << 30U;
    return office::words_of_pdf(pdf, limits);
}

Result<Served> serve_one(const Named& named, const Options& options) {
    Served served;
    TRY_ASSIGN(served.store, storage::open_database(named.location, storage::Access::create));
    TRY_ASSIGN(served.keys,
               storage::KeyFolder::open(std::filesystem::path(options.keys) / named.name));
    const std::string origin = (options.host.empty() ? options.listen : options.host) +
                               "/committees/" + named.name + "/record";
    TRY_OK(open_if_empty(*served.store, *served.keys, origin));
    TRY_ASSIGN(served.committee,
               host::KeptCommittee::open(*served.store, now_ms, crypto::random_bytes,
                                         served.store.get(), words_of_pdf));
    TRY_ASSIGN(served.served,
               http::ServedCommittee::open({named.name, *served.store, *served.committee,
                                            served.keys->keys(), served.keys.get()}));
    return served;
}

bool is_loopback(const std::string& listen) {
    return listen.starts_with("127.") || listen.starts_with("localhost:") ||
           listen.starts_with("[::1]:");
}

// The names that requests may have for the server: a page elsewhere whose name was made to lead
// here has another. None where the server listens to all the world without a name.
std::vector<std::string> hosts_of(const Options& options, bool is_port_known) {
    if (!is_port_known)
        return options.host.empty() ? std::vector<std::string>{} : std::vector{options.host};
    if (!options.host.empty()) return {options.host, options.listen};
    if (!is_loopback(options.listen)) return {};
    return {options.listen, "localhost" + options.listen.substr(options.listen.rfind(':'))};
}

Result<http::ServerOptions> server_options(const Options& options) {
    http::ServerOptions result;
    const std::size_t colon = options.listen.rfind(':');
    const auto port = colon == std::string::npos
                          ? std::nullopt
                          : http::number_of(std::string_view(options.listen).substr(colon + 1));
    if (!port || *port > UINT16_MAX) return refuse("command.listen_malformed", options.listen);
    result.address = options.listen.substr(0, colon);
    if (result.address.starts_with('[') && result.address.ends_with(']')) {
        result.address = result.address.substr(1, result.address.size() - 2);
    }
    result.port = static_cast<std::uint16_t>(*port);
    result.hosts = hosts_of(options, *port != 0);
    return result;
}

// Without TLS in front the server is for its own machine, where a cookie needs none.
http::CookieKind cookie_kind(const Options& options) {
    return is_loopback(options.listen) && options.host.empty() ? http::CookieKind::loopback
                                                               : http::CookieKind::secure;
}

Result<ServedAccounts> open_accounts(const Options& options) {
    ServedAccounts served;
    TRY_ASSIGN(auto providers, options.oidc.empty() ? Result<std::vector<http::OpenIdProvider>>()
                                                    : read_providers(options.oidc));
    const std::string location =
        options.accounts.empty() ? (std::filesystem::path(options.keys) / "accounts.db").string()
                                 : options.accounts;
    TRY_ASSIGN(served.store, storage::open_row_store(location, storage::Access::create));
    std::vector<std::string> issuers;
    for (const http::OpenIdProvider& one : providers) issuers.push_back(one.issuer);
    served.accounts = std::make_unique<access::Accounts>(*served.store, crypto::random_bytes,
                                                         crypto::PasswordCost{}, issuers);
    served.providers =
        std::make_unique<http::OpenIdProviders>(std::move(providers), http::ask_provider, now_ms);
    return served;
}

// Under which people know the server.
std::string site_of(const Options& options, const std::string& address) {
    return options.host.empty() ? address : "https://" + options.host;
}

std::vector<mail::ToldCommittee> told_committees(const std::vector<Served>& all) {
    std::vector<mail::ToldCommittee> told;
    for (const Served& one : all) {
        told.push_back({one.served->name(), one.store.get(), one.committee.get()});
    }
    std::ranges::sort(told, {}, &mail::ToldCommittee::name);
    return told;
}

access::Drafts::Telling telling(const std::vector<mail::ToldCommittee>& told,
                                const host::IcuZones& zones) {
    return [&told, &zones](const std::string& committee) {
        const auto found = std::ranges::find(told, committee, &mail::ToldCommittee::name);
        VERIFY(found != told.end());
        return mail::telling_time(*found, now_ms(), zones);
    };
}

// Says where the first two accounts are made, as long as there are none.
Result<void> say_first_link(const Options& options, access::Accounts& accounts,
                            const std::string& address, Streams streams) {
    TRY_ASSIGN(const Named first, named(options.committees.front()));
    TRY_ASSIGN(const auto secret, accounts.first_link(first.name, now_ms()));
    if (!secret) return {};
    streams.out << "The first two accounts, once: " << site_of(options, address) << "/accept/"
                << *secret << "\n";
    return {};
}

// Blocked before any thread begins, so that all of them leave the signals to this one.
::sigset_t block_signals() {
    ::sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGTERM);
    ::sigaddset(&signals, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    return signals;
}

Result<std::string> convert(std::string_view word_file, const std::stop_token& stop) {
    office::ProcessLimits limits;
    limits.time = conversion_time;
    return office::pdf_of_document(word_file, limits, stop);
}

Result<void> serve(const Options& options, Streams streams) {
    const ::sigset_t signals = block_signals();
    TRY_ASSIGN(const http::ServerOptions wanted, server_options(options));
    std::error_code failure;
    std::filesystem::create_directories(options.keys, failure);
    TRY_ASSIGN(const auto mail_server, mail_server_of(options.mail));
    TRY_ASSIGN(const ServedAccounts kept, open_accounts(options));
    std::vector<Served> all;
    for (const std::string& text : options.committees) {
        TRY_ASSIGN(const Named one, named(text));
        TRY_ASSIGN(all.emplace_back(), serve_one(one, options));
    }
    http::AccountService accounts{*kept.accounts, now_ms, cookie_kind(options), options.host};
    if (!options.oidc.empty()) accounts.openid = kept.providers.get();
    access::Outbox outbox(*kept.store);
    if (mail_server) accounts.outbox = &outbox;
    http::AccountIdentities identities(accounts);
    http::Metrics metrics;
    http::Rates rates(requests_each_second, requests_at_once);
    http::Service service{{}, identities, TRAVAUX_VERSION, metrics, rates};
    http::Conversions conversions(convert);
    service.conversions = &conversions;
    service.sends_mail = mail_server.has_value();
    for (const Served& one : all) service.committees.push_back(one.served.get());
    std::ranges::sort(service.committees, {}, &http::ServedCommittee::name);
    const host::IcuZones zones;
    const auto told = told_committees(all);
    access::Drafts drafts(*kept.store, crypto::random_bytes,
                          mail_server ? telling(told, zones) : access::Drafts::Telling{});
    auto routes = http::all_account_routes(service, accounts);
    std::ranges::move(http::draft_routes(service, drafts), std::back_inserter(routes));
    site::Site pages(service, drafts, now_ms);
    std::ranges::move(site::routes(pages), std::back_inserter(routes));
    http::Log log(options.logs ? &streams.err : nullptr);
    TRY_ASSIGN(
        const auto server,
        http::Server::start(wanted, service, http::all_routes(service, std::move(routes)), log));
    const std::string address =
        wanted.address.find(':') == std::string::npos ? wanted.address : "[" + wanted.address + "]";
    const std::string site = "http://" + address + ":" + std::to_string(server->port());
    streams.out << site << "\n";
    TRY_OK(say_first_link(options, *kept.accounts, site, streams));
    streams.out << std::flush;
    std::unique_ptr<ServedMail> served_mail;
    if (mail_server) {
        served_mail = std::make_unique<ServedMail>(*mail_server, told, outbox,
                                                   site_of(options, site), metrics);
    }
    int signal = 0;
    ::sigwait(&signals, &signal);
    log.event("stopping");
    served_mail.reset();
    conversions.stop();
    server->stop(patience);
    return {};
}

}  // namespace

Action serve_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("serve", "Serves committees over HTTP until it is stopped");
    command
        ->add_option("--committee", options->committees,
                     "NAME=LOCATION: a committee and its database, a file or "
                     "postgresql://HOST/NAME; may be given several times")
        ->required();
    command
        ->add_option("--keys", options->keys,
                     "The folder of the keys that sign: a folder for each committee in it")
        ->required();
    command->add_option("--accounts", options->accounts,
                        "The database of the accounts, a file or postgresql://HOST/NAME; "
                        "accounts.db in the folder of the keys, where none is named");
    command->add_option("--oidc", options->oidc,
                        "A file of JSON with the providers of OpenID Connect to log in with; "
                        "docs/serving.md describes it");
    command->add_option("--listen", options->listen, "The address and the port")
        ->capture_default_str();
    command->add_option("--host", options->host,
                        "The name under which the server is known, where a proxy stands before it");
    add_mail_options(*command, options->mail);
    command->add_flag("--log", options->logs, "Write a line of JSON for each answer");
    command->footer(
        "Example:\n  travaux serve --committee cybercrime=c.db --keys keys "
        "--listen 127.0.0.1:8080");
    return [options](Streams streams) { return serve(*options, streams); };
}

}  // namespace travaux::cli
