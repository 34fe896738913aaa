// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "storage/postgres.h"
#include "storage/row_store.h"
#include "storage/sqlite.h"
#include "tests/command.h"
#include "tests/corpus.h"
#include "tests/record/sample_record.h"
#include "tests/storage/postgres_server.h"

using namespace travaux;
namespace fs = std::filesystem;
using storage::Access;
using tests::sure;

namespace {

// A record with everything in it, and what stands beside it, in a file.
struct Desk {
    Desk() {
        const auto store = sure(storage::SqliteStore::open(path("record"), Access::create));
        tests::SampleRecord record(*store);
        record.fill();
        record.submit(record.body("after the checkpoint"));
        sure(store->put("person", "7", std::string("Ada\0Lovelace", 12)));
    }

    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder.path / name).string();
    }

    // A copy holds the same as the file.
    void is_copy(storage::Database& copy) const {
        const auto store = sure(storage::SqliteStore::open(path("record"), Access::read));
        CHECK(sure(copy.read(0, 100)) == sure(store->read(0, 100)));
        CHECK(sure(copy.checkpoint(std::nullopt)) == sure(store->checkpoint(std::nullopt)));
        CHECK(sure(copy.get("person", "7")) == std::string("Ada\0Lovelace", 12));
        CHECK(sure(record::verify_store(copy, std::nullopt)).bodies == 5);
    }

    // What stands in the folder; SQLite keeps files beside a record that is read.
    [[nodiscard]] std::set<std::string> names() const {
        std::set<std::string> all;
        for (const auto& one : fs::directory_iterator(folder.path)) {
            all.insert(one.path().filename().string());
        }
        all.insert({"record-shm", "record-wal"});
        return all;
    }

    // A command is refused in one line and leaves nothing behind.
    void refuses(const std::vector<std::string>& command, const std::string& sentence,
                 int exit_code = 2) const {
        const auto before = names();
        const auto outcome = tests::run(command);
        CHECK(outcome.exit_code == exit_code);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.find(sentence) != std::string::npos);
        CHECK(std::ranges::count(outcome.err, '\n') == 1);
        CHECK(names() == before);
    }

    tests::ScratchFolder folder;
};

// Alters what is stored, so that the record is damaged.
void damage(const std::string& path) {
    sure(sure(storage::Connection::open(path, Access::write))
             .run("update entries set bytes = x'7b7d' where position = 4"));
}

}  // namespace

TEST_CASE("a backup is a checked copy in a file, and a store again after its restoration") {
    const Desk desk;
    const auto outcome = tests::run({"backup", desk.path("record"), desk.path("copy")});
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.err.empty());
    CHECK(
        outcome.out.starts_with("record      example.org/committee\ncheckpoint  9 entries, root "));
    CHECK(outcome.out.ends_with("copied      10 entries and 5 bodies to " + desk.path("copy") +
                                "\n"));
    CHECK(tests::run({"restore", desk.path("copy"), desk.path("again")}).exit_code == 0);
    desk.is_copy(*sure(storage::SqliteStore::open(desk.path("again"), Access::write)));
    CHECK(tests::run({"backup", "--help"}).out.find("Example:") != std::string::npos);
}

TEST_CASE("a copy of what is damaged, onto what is there or of nothing is refused") {
    const Desk desk;
    std::ofstream(desk.path("text")) << "no database";
    desk.refuses({"backup", desk.path("record"), desk.path("text")}, "text: the file stands");
    desk.refuses({"backup", desk.path("none"), desk.path("copy")}, "none: there is no such file");
    desk.refuses({"restore", desk.path("text"), desk.path("copy")}, "the database is damaged");
    desk.refuses({"backup", desk.path("record"), desk.path("none/copy")}, "cannot be used", 3);
    desk.refuses({"backup", desk.path("record"), "postgresql://a:secret@b/c"},
                 "postgresql://b/c: a file is wanted here");
    desk.refuses({"restore", "postgresql://b/c", desk.path("copy")}, "a file is wanted here");
    desk.refuses({"migrate", "postgresql:///c?host=" + desk.path("no"), desk.path("copy")},
                 "the database cannot be used", 3);
    damage(desk.path("record"));
    for (const char* command : {"backup", "restore", "migrate"}) {
        desk.refuses({command, desk.path("record"), desk.path("copy")},
                     "record: the record is damaged in 1 place");
    }
    CHECK(tests::run({"backup", desk.path("record")}).exit_code == 2);
}

TEST_CASE("a record moves to PostgreSQL and back with its checkpoint and all that stands beside") {
    if (!tests::has_postgres("a record moves to PostgreSQL and back")) return;
    const Desk desk;
    const std::string url = tests::shared_postgres().fresh_database();
    const auto there = tests::run({"migrate", desk.path("record"), url});
    CHECK(there.err == "");
    CHECK(there.out.find("copied      10 entries and 5 bodies to postgresql://") !=
          std::string::npos);
    desk.is_copy(*sure(storage::PostgresStore::open(url, Access::write)));
    CHECK(tests::run({"verify", url}).out.ends_with("sound       nothing is damaged\n"));
    const auto back = tests::run({"migrate", url, desk.path("back")});
    CHECK(back.err == "");
    CHECK(back.out.substr(0, back.out.find("copied")) ==
          there.out.substr(0, there.out.find("copied")));
    desk.is_copy(*sure(storage::SqliteStore::open(desk.path("back"), Access::write)));
    CHECK(tests::run({"backup", url, desk.path("backup")}).exit_code == 0);
    const std::string other = tests::shared_postgres().fresh_database();
    CHECK(tests::run({"restore", desk.path("backup"), other}).exit_code == 0);
    desk.is_copy(*sure(storage::PostgresStore::open(other, Access::write)));
}

TEST_CASE("accounts are copied while they are in use, and what stands there is not overwritten") {
    const Desk desk;
    const auto store = sure(storage::open_row_store(desk.path("accounts"), Access::create));
    const std::vector<storage::RowChange> rows = {
        {storage::RowChange::What::put, {"account", "7"}, 0, "7", "Ada"},
        {storage::RowChange::What::put, {"draft", "8"}, 0, "GHA", "nobody may know"}};
    sure(store->change(rows));
    const auto copied =
        tests::run({"backup", "--accounts", desk.path("accounts"), desk.path("copy")});
    CHECK(copied.err == "");
    CHECK(copied.out == "copied      2 rows of accounts to " + desk.path("copy") + "\n");
    const auto copy = sure(storage::open_row_store(desk.path("copy"), Access::write));
    CHECK(sure(copy->row({"draft", "8"}))->value == "nobody may know");
    CHECK((fs::status(desk.path("copy")).permissions() & fs::perms::others_read) ==
          fs::perms::none);
    desk.refuses({"restore", "--accounts", desk.path("accounts"), desk.path("copy")},
                 "the file stands already");
    desk.refuses({"backup", "--accounts", desk.path("record"), desk.path("other")},
                 "this is no store of accounts");
    desk.refuses({"backup", "--accounts", desk.path("nothing"), desk.path("other")},
                 "there is no such file");
    if (!tests::has_postgres("accounts move to PostgreSQL and back")) return;
    const std::string url = tests::shared_postgres().fresh_database();
    CHECK(tests::run({"migrate", "--accounts", desk.path("accounts"), url}).exit_code == 0);
    desk.refuses({"migrate", "--accounts", desk.path("accounts"), url},
                 "the database holds something already");
    CHECK(tests::run({"migrate", "--accounts", url, desk.path("back")}).exit_code == 0);
    const auto back = sure(storage::open_row_store(desk.path("back"), Access::write));
    CHECK(sure(back->all()).size() == 2);
}

TEST_CASE("nothing is left in a database that a record could not be moved to, or from") {
    if (!tests::has_postgres("a record that cannot be moved")) return;
    const Desk desk;
    tests::PostgresServer& server = tests::shared_postgres();
    const std::string url = server.fresh_database();
    const auto is_empty = [&] {
        return storage::PostgresStore::open(url, Access::write).error().id ==
               "database.not_a_record";
    };
    // A table that the server cannot write: the disk is full, say.
    server.run(
        "create function no_room() returns event_trigger language plpgsql as "
        "$$ begin raise 'No room on the disk'; end $$; "
        "create event trigger no_room on ddl_command_end execute function no_room()",
        url);
    desk.refuses({"migrate", desk.path("record"), url}, "No room on the disk", 3);
    server.run("drop event trigger no_room", url);
    CHECK(is_empty());
    CHECK(tests::run({"migrate", desk.path("record"), url}).exit_code == 0);
    desk.refuses({"migrate", desk.path("record"), url}, "the database holds something already");
    server.run("update entries set bytes = '{}' where position = 4", url);
    desk.refuses({"migrate", url, desk.path("back")}, "the record is damaged in 1 place");
    const auto damaged = tests::run({"verify", url});
    CHECK(damaged.exit_code == 2);
    CHECK(damaged.out.find("damaged     entry 4") != std::string::npos);
}
