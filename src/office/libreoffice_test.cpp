// SPDX-License-Identifier: MIT
#include "office/libreoffice.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "tests/command.h"

using namespace travaux;
using office::ProcessEnd;
using std::chrono::milliseconds;

namespace {

ProcessEnd shell(const std::string& script, const office::ProcessLimits& limits = {}) {
    return office::run_confined({{"/bin/sh", "-c", script}, {"PATH=/usr/bin:/bin"}}, limits);
}

// A program that stands in the place of LibreOffice.
class Pretended {
public:
    explicit Pretended(const std::string& script) {
        std::ofstream(path()) << "#!/bin/sh\n" << script << "\n";
        ::chmod(path().c_str(), 0755);
    }

    [[nodiscard]] std::string path() const { return (folder.path / "soffice").string(); }
    [[nodiscard]] std::string refusal(milliseconds time = milliseconds(60'000)) const {
        office::ProcessLimits limits;
        limits.time = time;
        const auto pdf = office::LibreOffice(path(), limits).pdf_of("bytes");
        return pdf ? "none" : pdf.error().id;
    }

    tests::ScratchFolder folder;
};

}  // namespace

TEST_CASE("a confined process ends well, badly, or with its time") {
    CHECK(shell("exit 0") == ProcessEnd::done);
    CHECK(shell("exit 3") == ProcessEnd::failed);
    CHECK(shell("kill -9 $$") == ProcessEnd::failed);
    CHECK(office::run_confined({{"/nowhere/at/all"}, {}}, {}) == ProcessEnd::failed);
    office::ProcessLimits short_time;
    short_time.time = milliseconds(50);
    CHECK(shell("sleep 1000", short_time) == ProcessEnd::too_slow);
}

TEST_CASE("a confined process has its limits, no environment of ours, and no network") {
    office::ProcessLimits limits;
    limits.memory_bytes = 256U << 20U;
    limits.file_bytes = 4096;
    CHECK(shell("test $(ulimit -v) = 262144", limits) == ProcessEnd::done);
    const tests::ScratchFolder folder;
    const std::string file = (folder.path / "large").string();
    CHECK(shell("head -c 8192 /dev/zero > " + file, limits) == ProcessEnd::failed);
    CHECK(shell("test -z \"$HOME\"") == ProcessEnd::done);
    if (shell("unshare -n true || unshare -rn true") != ProcessEnd::done) {
        std::printf("skipped: no namespaces of networks (a confined process has no network)\n");
        return;
    }
    CHECK(shell("! grep -v -e lo: -e '|' /proc/net/dev") == ProcessEnd::done);
}

TEST_CASE("what a confined process starts ends with it") {
    const tests::ScratchFolder folder;
    const std::string pipe = (folder.path / "pipe").string();
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const int reading = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
    CHECK(shell("sleep 1000 3>" + pipe + " & exit 0") == ProcessEnd::done);
    // Nobody holds the other end any more once what was started has ended.
    char byte = 0;
    while (::read(reading, &byte, 1) < 0) ::usleep(1000);
    ::close(reading);
}

TEST_CASE("a LibreOffice that fails, hangs or writes no PDF is said, and its folder goes") {
    CHECK(Pretended("exit 1").refusal() == "pdf.failed");
    CHECK(Pretended("exit 0").refusal() == "pdf.failed");
    CHECK(Pretended("sleep 1000").refusal(milliseconds(50)) == "pdf.too_slow");
    const tests::ScratchFolder seen;
    const std::string where = (seen.path / "where").string();
    const Pretended writer(
        "for one; do last=$one; done; cd $(dirname $last); pwd > " + where +
        "; test $(cat source.docx) = PK && mkdir out && printf %%PDF-1.6 > out/source.pdf");
    const auto pdf = office::LibreOffice(writer.path()).pdf_of("PK");
    REQUIRE(pdf);
    CHECK(*pdf == "%PDF-1.6");
    std::string folder;
    std::getline(std::ifstream(where) >> std::ws, folder);
    CHECK(folder.find("travaux-pdf-") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder));
}

TEST_CASE("LibreOffice is looked for in the folders of programs") {
    const Pretended there("exit 0");
    const std::string folder = there.folder.path.string();
    CHECK(office::LibreOffice::find("/nowhere:" + folder));
    CHECK_FALSE(office::LibreOffice::find("/nowhere"));
    CHECK_FALSE(office::LibreOffice::find(""));
    CHECK_FALSE(office::LibreOffice::find("."));
}
