// provision.agree: a provision is agreed.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {

Act provision_agree() {
    return declare_standing("provision.agree", "Enters that a provision is agreed.",
                            ProvisionStanding::agreed);
}

}  // namespace travaux::committee
