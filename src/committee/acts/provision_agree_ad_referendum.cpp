// provision.agree_ad_referendum: a provision is agreed, subject to what capitals say.
// SPDX-License-Identifier: MIT
#include "committee/acts/acts.h"
#include "committee/acts/deciding.h"

namespace travaux::committee {

Act provision_agree_ad_referendum() {
    return declare_standing("provision.agree_ad_referendum",
                            "Enters that a provision is agreed ad referendum.",
                            ProvisionStanding::agreed_ad_referendum);
}

}  // namespace travaux::committee
