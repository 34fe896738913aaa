// SPDX-License-Identifier: MIT
#include <exception>
#include <iostream>

#include "cli/app.h"

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    try {
        return travaux::cli::run(argc, argv,
                                 {std::cout, std::cerr, travaux::cli::language_of_environment()});
    } catch (const std::exception& defect) {
        std::cerr << "travaux: a defect of the program: " << defect.what() << "\n";
        return 1;
    }
}
