// What a delegation keeps to itself: its drafts, to whom it shows them, and who asks it to
// co-sponsor.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/visit.h"

namespace travaux::site {

/// The drafts of a delegation, those that it is invited to, and requests to co-sponsor. Errors:
/// those of `check_rights`, those of reading.
[[nodiscard]] Result<SitePage> drafts_page(const Visit& visit);

/// Does what a form of a draft asks for: invites, lets out, answers, submits, erases. What is
/// refused is shown on a page.
[[nodiscard]] Result<http::Response> change_draft(const Visit& visit);

/// Asks another delegation to co-sponsor a proposal, takes a request, or ends it. As above.
[[nodiscard]] Result<http::Response> take_sponsor_request(const Visit& visit);

/// Returns the form with which a sponsor of a proposal asks another delegation; empty for others.
[[nodiscard]] std::string ask_form(const Visit& visit, const std::string& proposal);

/// Returns a text with its proposals in the language of a draft. Errors: those of `Site::text`.
[[nodiscard]] Result<std::shared_ptr<const host::ConsolidatedText>> text_of_draft(
    const Visit& visit, const access::PrivateDraft& draft, const std::string& text);

/// Leads back to a draft in the list, which says that it was done.
[[nodiscard]] http::Response go_to_drafts(const Visit& visit, const std::string& draft = {});

/// Returns what waits for a delegation's answer, as items of a list; empty for who speaks for none.
/// Errors: those of reading.
[[nodiscard]] Result<std::string> asked_of(const Visit& visit);

}  // namespace travaux::site
