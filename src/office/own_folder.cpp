// SPDX-License-Identifier: MIT
#include "office/own_folder.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace travaux::office {

namespace fs = std::filesystem;

OwnFolder::OwnFolder() {
    std::error_code failure;
    std::string name = (fs::temp_directory_path(failure) / "travaux-pdf-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) path_ = name;
}

OwnFolder::~OwnFolder() {
    std::error_code failure;
    if (!path_.empty()) fs::remove_all(path_, failure);
}

bool OwnFolder::write(std::string_view name, std::string_view bytes) const {
    std::ofstream file(path_ / name, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    return file.good();
}

std::string OwnFolder::read(std::string_view name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace travaux::office
