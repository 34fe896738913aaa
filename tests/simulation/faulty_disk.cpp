// SPDX-License-Identifier: MIT
#include "tests/simulation/faulty_disk.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <new>

namespace travaux::tests {

// A file of SQLite; the real one lies behind it in the same memory.
struct FaultyFile {
    sqlite3_file base;
    FaultyDisk* disk;
    std::string* path;  // null for a file of no name

    static FaultyFile& of(sqlite3_file* file) { return *reinterpret_cast<FaultyFile*>(file); }
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

// The calls that SQLite makes.
struct FaultyCalls {
    static FaultyDisk& disk_of(sqlite3_vfs* vfs) {
        return *static_cast<FaultyDisk*>(vfs->pAppData);
    }
    static const sqlite3_io_methods& real_calls(sqlite3_file* file) {
        return *FaultyFile::of(file).real()->pMethods;
    }

    static std::string read_bytes(sqlite3_file* file, std::int64_t at, std::int64_t size) {
        sqlite3_int64 length = 0;
        real_calls(file).xFileSize(FaultyFile::of(file).real(), &length);
        std::string bytes(static_cast<std::size_t>(std::clamp<std::int64_t>(length - at, 0, size)),
                          '\0');
        real_calls(file).xRead(FaultyFile::of(file).real(), bytes.data(),
                               static_cast<int>(bytes.size()), at);
        return bytes;
    }

    static void note(sqlite3_file* file, FaultyDisk::Change change) {
        sqlite3_int64 length = 0;
        real_calls(file).xFileSize(FaultyFile::of(file).real(), &length);
        change.size_before = length;
        FaultyFile& own = FaultyFile::of(file);
        if (own.path != nullptr) own.disk->unsynced_[*own.path].push_back(std::move(change));
    }

    static int open(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags,
                    int* out_flags) {
        FaultyDisk& disk = disk_of(vfs);
        file->pMethods = nullptr;
        if (disk.has_stopped()) return SQLITE_CANTOPEN;
        FaultyFile& own = FaultyFile::of(file);
        own.disk = &disk;
        own.path = nullptr;
        const int code = disk.real_->xOpen(disk.real_, name, own.real(), flags, out_flags);
        if (own.real()->pMethods == nullptr) return code;
        if (name != nullptr) own.path = new std::string(name);
        file->pMethods = &methods;
        return code;
    }

    static int close(sqlite3_file* file) {
        FaultyFile& own = FaultyFile::of(file);
        delete own.path;
        own.path = nullptr;
        return own.real()->pMethods->xClose(own.real());
    }

    static int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
        if (FaultyFile::of(file).disk->has_stopped()) return SQLITE_IOERR_READ;
        return real_calls(file).xRead(FaultyFile::of(file).real(), bytes, size, at);
    }

    static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
        FaultyFile& own = FaultyFile::of(file);
        const std::scoped_lock lock(own.disk->mutex_);
        const int code = own.disk->admit(true);
        const bool is_torn = code == SQLITE_IOERR && own.disk->calls_left_ == 0;
        if (code != SQLITE_OK && !is_torn) return code;
        if (is_torn) size /= 2;
        own.disk->calls_left_ = is_torn ? std::nullopt : own.disk->calls_left_;
        note(file, {at, std::string(static_cast<const char*>(bytes), static_cast<unsigned>(size)),
                    read_bytes(file, at, size), 0});
        const int written = real_calls(file).xWrite(own.real(), bytes, size, at);
        return is_torn ? SQLITE_IOERR_WRITE : written;
    }

    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        FaultyFile& own = FaultyFile::of(file);
        const std::scoped_lock lock(own.disk->mutex_);
        if (const int code = own.disk->admit(false); code != SQLITE_OK) return code;
        note(file, {size, std::nullopt, read_bytes(file, size, INT32_MAX), 0});
        return real_calls(file).xTruncate(own.real(), size);
    }

    static int sync(sqlite3_file* file, int /*flags*/) {
        FaultyFile& own = FaultyFile::of(file);
        const std::scoped_lock lock(own.disk->mutex_);
        if (const int code = own.disk->admit(false); code != SQLITE_OK) return code;
        if (own.path != nullptr) own.disk->unsynced_.erase(*own.path);
        return SQLITE_OK;
    }

    static int remove(sqlite3_vfs* vfs, const char* name, int /*sync_directory*/) {
        FaultyDisk& disk = disk_of(vfs);
        const std::scoped_lock lock(disk.mutex_);
        if (const int code = disk.admit(false); code != SQLITE_OK) return code;
        disk.unsynced_.erase(name);
        return disk.real_->xDelete(disk.real_, name, 0);
    }

    static int size(sqlite3_file* file, sqlite3_int64* size) {
        return real_calls(file).xFileSize(FaultyFile::of(file).real(), size);
    }
    static int lock(sqlite3_file* file, int level) {
        return real_calls(file).xLock(FaultyFile::of(file).real(), level);
    }
    static int unlock(sqlite3_file* file, int level) {
        return real_calls(file).xUnlock(FaultyFile::of(file).real(), level);
    }
    static int is_reserved(sqlite3_file* file, int* is_reserved) {
        return real_calls(file).xCheckReservedLock(FaultyFile::of(file).real(), is_reserved);
    }
    static int control(sqlite3_file* file, int what, void* value) {
        return real_calls(file).xFileControl(FaultyFile::of(file).real(), what, value);
    }
    static int sector(sqlite3_file* file) {
        return real_calls(file).xSectorSize(FaultyFile::of(file).real());
    }
    // Nothing is promised of writes, so SQLite syncs where it has to.
    static int promises(sqlite3_file* /*file*/) { return 0; }
    static int map_shared(sqlite3_file* file, int region, int size, int extend,
                          void volatile** memory) {
        return real_calls(file).xShmMap(FaultyFile::of(file).real(), region, size, extend, memory);
    }
    static int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
        return real_calls(file).xShmLock(FaultyFile::of(file).real(), offset, count, flags);
    }
    static void barrier(sqlite3_file* file) {
        real_calls(file).xShmBarrier(FaultyFile::of(file).real());
    }
    static int unmap_shared(sqlite3_file* file, int is_deleted) {
        return real_calls(file).xShmUnmap(FaultyFile::of(file).real(), is_deleted);
    }

    static const sqlite3_io_methods methods;
};

const sqlite3_io_methods FaultyCalls::methods = {
    .iVersion = 2,
    .xClose = close,
    .xRead = read,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = size,
    .xLock = lock,
    .xUnlock = unlock,
    .xCheckReservedLock = is_reserved,
    .xFileControl = control,
    .xSectorSize = sector,
    .xDeviceCharacteristics = promises,
    .xShmMap = map_shared,
    .xShmLock = lock_shared,
    .xShmBarrier = barrier,
    .xShmUnmap = unmap_shared,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

FaultyDisk::FaultyDisk() : real_(sqlite3_vfs_find(nullptr)) {
    vfs_ = *real_;
    vfs_.szOsFile = static_cast<int>(sizeof(FaultyFile)) + real_->szOsFile;
    vfs_.zName = "faulty";
    vfs_.pAppData = this;
    vfs_.xOpen = FaultyCalls::open;
    vfs_.xDelete = FaultyCalls::remove;
    // The rest of the real file system's calls look at its own data.
    vfs_.xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* out) {
        sqlite3_vfs* real = FaultyCalls::disk_of(vfs).real_;
        return real->xAccess(real, name, flags, out);
    };
    vfs_.xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* out) {
        sqlite3_vfs* real = FaultyCalls::disk_of(vfs).real_;
        return real->xFullPathname(real, name, size, out);
    };
    sqlite3_vfs_register(&vfs_, 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(real_, 1);
}

void FaultyDisk::stop_after(std::uint64_t calls) {
    const std::scoped_lock lock(mutex_);
    calls_left_ = calls;
}

void FaultyDisk::set_full(bool is_full) {
    const std::scoped_lock lock(mutex_);
    is_full_ = is_full;
}

bool FaultyDisk::has_stopped() const {
    const std::scoped_lock lock(mutex_);
    return has_stopped_;
}

int FaultyDisk::admit(bool needs_room) {
    if (has_stopped_) return SQLITE_IOERR;
    if (calls_left_ == 0) {
        has_stopped_ = true;
        return SQLITE_IOERR;
    }
    if (calls_left_) --*calls_left_;
    return needs_room && is_full_ ? SQLITE_FULL : SQLITE_OK;
}

void FaultyDisk::undo(const std::string& path, const Change& change) const {
    {
        std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(change.at);
        file.write(change.before.data(), static_cast<std::streamsize>(change.before.size()));
    }
    std::filesystem::resize_file(path, static_cast<std::uintmax_t>(change.size_before));
}

void FaultyDisk::restart(Stop stop, const std::function<unsigned(unsigned)>& below) {
    const std::scoped_lock lock(mutex_);
    for (auto& [path, changes] : unsynced_) {
        if (stop == Stop::of_the_program || !std::filesystem::exists(path)) continue;
        for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
            undo(path, *change);
        }
        for (const Change& change : changes) {
            if (below(2) == 0) continue;
            if (!change.bytes) {
                std::filesystem::resize_file(path, static_cast<std::uintmax_t>(change.at));
                continue;
            }
            std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
            file.seekp(change.at);
            file.write(change.bytes->data(), static_cast<std::streamsize>(change.bytes->size()));
        }
    }
    unsynced_.clear();
    calls_left_.reset();
    has_stopped_ = false;
    is_full_ = false;
}

}  // namespace travaux::tests
