// How a program takes memory from the system, and gives it back.
// SPDX-License-Identifier: MIT
#pragma once

namespace travaux {

/// Takes memory in large pages from now on, if the system has them: a program that does much at
/// once spends less time on asking for it. For programs that end soon: little of it is given back
/// before. Does nothing where mimalloc does not serve the memory.
void use_large_pages();

}  // namespace travaux
