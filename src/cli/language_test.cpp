// In which language the program says what it refuses.
// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <map>
#include <sstream>

#include "cli/app.h"

using namespace travaux;
using text::Language;

namespace {

// The variables of this process as they were, once the test ends.
class Environment {
public:
    explicit Environment(const std::map<std::string, std::string>& wanted) {
        for (const char* name : names) {
            const char* value = std::getenv(name);
            if (value != nullptr) before_[name] = value;
            const auto found = wanted.find(name);
            set(name, found == wanted.end() ? nullptr : found->second.c_str());
        }
    }
    ~Environment() {
        for (const char* name : names) {
            const auto found = before_.find(name);
            set(name, found == before_.end() ? nullptr : found->second.c_str());
        }
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    static constexpr std::array names = {"LC_ALL", "LC_MESSAGES", "LANG"};

    static void set(const char* name, const char* value) {
        value == nullptr ? ::unsetenv(name) : ::setenv(name, value, 1);
    }

    std::map<std::string, std::string> before_;
};

Language in(const std::map<std::string, std::string>& environment) {
    const Environment set(environment);
    return cli::language_of_environment();
}

}  // namespace

TEST_CASE("the environment chooses the language, as it does for other programs") {
    CHECK(in({}) == Language::en);
    CHECK(in({{"LANG", "fr_CA.UTF-8"}}) == Language::fr);
    CHECK(in({{"LANG", "fr_FR.UTF-8"}, {"LC_MESSAGES", "ru_RU.utf8"}}) == Language::ru);
    CHECK(in({{"LC_ALL", "C"}, {"LANG", "fr_FR.UTF-8"}}) == Language::en);
    CHECK(in({{"LC_ALL", ""}, {"LANG", "zh_CN.UTF-8"}}) == Language::zh);
    CHECK(in({{"LANG", "ar.UTF-8@x"}}) == Language::ar);
    CHECK(in({{"LANG", "de_DE.UTF-8"}}) == Language::en);
}

TEST_CASE("a terminal that is not said to take UTF-8 gets English") {
    CHECK(in({{"LANG", "ru_RU.KOI8-R"}}) == Language::en);
    CHECK(in({{"LANG", "ru_RU"}}) == Language::en);
}

TEST_CASE("a command says what it refuses in the language it is given") {
    std::ostringstream out;
    std::ostringstream err;
    const std::array<const char*, 4> argv = {"travaux", "consolidate", "/none", "/none"};
    CHECK(cli::run(static_cast<int>(argv.size()), argv.data(), {out, err, Language::es}) == 2);
    CHECK(err.str() == "travaux: /none: no existe tal carpeta de proyecto\n");
}
