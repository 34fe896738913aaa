// SPDX-License-Identifier: MIT
#include <exception>
#include <iostream>
#include <string_view>

#include "cli/app.h"
#include "memory/kept_memory.h"

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const bool stays = argc > 1 && std::string_view(argv[1]) == "serve";
    if (!stays) travaux::use_large_pages();
    try {
        return travaux::cli::run(argc, argv,
                                 {std::cout, std::cerr, travaux::cli::language_of_environment()});
    } catch (const std::exception& defect) {
        std::cerr << "travaux: a defect of the program: " << defect.what() << "\n";
        return 1;
    }
}
