// travaux acts: the acts and views of a committee, as their declarations have them.
// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "committee/page.h"

namespace travaux::cli {

Action acts_command(CLI::App& app) {
    app.add_subcommand("acts",
                       "Prints the acts and views of a committee, as docs/acts.md has them");
    return [](Streams streams) { return write_result({}, committee::acts_page(), streams); };
}

}  // namespace travaux::cli
