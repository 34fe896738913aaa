// SPDX-License-Identifier: MIT
#include "cli/openid_options.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "record/canonical_json.h"
#include "tests/record/sample_record.h"
#include "tests/scratch.h"

using namespace travaux;
using boost::json::object;
using tests::sure;

namespace {

/// A folder with a file of providers.
class Folder {
public:
    Folder() { secret("the secret\n"); }

    void secret(const std::string& bytes,
                std::filesystem::perms rights = std::filesystem::perms::owner_read) {
        std::filesystem::remove(scratch_ / "secret");
        std::ofstream(scratch_ / "secret") << bytes;
        std::filesystem::permissions(scratch_ / "secret", rights);
    }

    Result<std::vector<http::OpenIdProvider>> read(const std::string& bytes) {
        std::ofstream(scratch_ / "providers.json") << bytes;
        return cli::read_providers((scratch_ / "providers.json").string());
    }

    Result<std::vector<http::OpenIdProvider>> read(const object& one) {
        return read(boost::json::serialize(object{{"providers", {one}}}));
    }

    // Returns the last thing that a refusal says.
    std::string refused(const auto& said) {
        const auto outcome = read(said);
        if (outcome) return {};
        return outcome.error().id == "command.openid_malformed" ? outcome.error().args.back()
                                                                : outcome.error().id;
    }

private:
    tests::Scratch scratch_;
};

object provider(std::string_view name = {}, const boost::json::value& value = {}) {
    object said{{"name", "un"},
                {"title", "United Nations"},
                {"issuer", "https://login.example.org"},
                {"client_id", "travaux"}};
    if (!name.empty()) said[name] = value;
    return said;
}

}  // namespace

TEST_CASE("providers are read with their secrets, of files and of the environment") {
    Folder folder;
    ::setenv("TRAVAUX_TEST_SECRET", "another secret", 1);
    const object by_file = provider("client_secret_file", "secret");
    object by_name = provider("client_secret_env", "TRAVAUX_TEST_SECRET");
    by_name["name"] = "other-2";
    object open = provider();
    open["name"] = "open";
    const auto all =
        sure(folder.read(boost::json::serialize(object{{"providers", {by_file, by_name, open}}})));
    REQUIRE(all.size() == 3);
    CHECK(all[0].secret == "the secret");
    CHECK(all[0].title == "United Nations");
    CHECK(all[1].secret == "another secret");
    CHECK(all[2].secret.empty());
    CHECK(folder.refused(boost::json::serialize(object{{"providers", {by_file, by_file}}})) ==
          "name");
}

TEST_CASE("a file of providers that is not in order is refused by name") {
    Folder folder;
    for (const char* bytes : {"", "[]", "{", "7"})
        CHECK(folder.refused(std::string(bytes)) == "JSON");
    CHECK(folder.refused(std::string(R"({"providers":[]})")) == "providers");
    for (const char* name : {"", "UN", "a/b", "..", "a name", "\u00e9"}) {
        INFO(name);
        CHECK_FALSE(folder.refused(provider("name", name)).empty());
    }
    CHECK(folder.refused(provider("name", boost::json::value(std::string(33, 'a')))) == "name");
    CHECK(folder.refused(provider("issuer", "http://login.example.org")) == "issuer");
    CHECK(folder.refused(provider("client_id", 7)) == "json.not_of_type");
    CHECK(folder.refused(provider("client_secret", "in the open")) == "json.unknown_field");
    CHECK(folder.refused(provider("client_secret_env", "TRAVAUX_TEST_NOWHERE")) ==
          "client_secret_env");
    CHECK(folder.refused(provider("client_secret_file", "nowhere")) == "file.not_found");
    object both = provider("client_secret_file", "secret");
    both["client_secret_env"] = "HOME";
    CHECK(folder.refused(both) == "client_secret");
    folder.secret("\n");
    CHECK(folder.refused(provider("client_secret_file", "secret")) == "client_secret_file");
}

TEST_CASE("a secret that others may read is refused, and told in no refusal") {
    Folder folder;
    for (const auto rights :
         {std::filesystem::perms::others_read, std::filesystem::perms::group_read}) {
        folder.secret("the secret", rights | std::filesystem::perms::owner_read);
        const auto outcome = folder.read(provider("client_secret_file", "secret"));
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().id == "key.open_to_others");
        for (const std::string& arg : outcome.error().args) {
            CHECK(arg.find("the secret") == std::string::npos);
        }
    }
}
