// provision.adopt: a provision is adopted.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {

Act provision_adopt() {
    return declare_standing("provision.adopt", "Enters that a provision is adopted.",
                            ProvisionStanding::adopted);
}

}  // namespace travaux::committee
