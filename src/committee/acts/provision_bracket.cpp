// provision.bracket: a provision stands in brackets as a whole.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {

Act provision_bracket() {
    return declare_standing("provision.bracket", "Enters that a provision is left in brackets.",
                            ProvisionStanding::bracketed);
}

}  // namespace travaux::committee
