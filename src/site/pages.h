// The pages of a committee, each made of one visit.
// SPDX-License-Identifier: MIT
#pragma once

#include "site/visit.h"

namespace travaux::site {

/// The committees of a server, each with what comes next in it; where there is one alone, the way
/// to its home.
[[nodiscard]] http::Response server_home(Site& site, const http::Asked& asked);

/// Where the committee stands: what comes next, the state of its text, its latest papers, and for
/// who is logged in what needs them.
[[nodiscard]] Result<SitePage> home_page(const Visit& visit);

/// The published texts.
[[nodiscard]] Result<SitePage> texts_page(const Visit& visit);

/// A text with everything proposed on it, as the query asks. Errors: `text.unknown`,
/// `request.parameter_value`, those of reading.
[[nodiscard]] Result<SitePage> text_page(const Visit& visit);

/// The proposals that the query asks for.
[[nodiscard]] Result<SitePage> proposals_page(const Visit& visit);

/// One proposal: what it changes, who stands behind it, what became of it. Error:
/// `proposal.unknown`.
[[nodiscard]] Result<SitePage> proposal_page(const Visit& visit);

/// The documents that the query asks for, and what was requested.
[[nodiscard]] Result<SitePage> documents_page(const Visit& visit);

/// One document, by its id or its symbol. Error: `document.unknown`.
[[nodiscard]] Result<SitePage> document_page(const Visit& visit);

/// Takes in a version of a document that a form sends. What is refused is shown on a page.
[[nodiscard]] Result<http::Response> add_version(const Visit& visit);

/// Where the words stand that the query asks for. Error: `search.query_too_long`.
[[nodiscard]] Result<SitePage> search_page(const Visit& visit);

/// Members and observers, groups, officers and facilitators.
[[nodiscard]] Result<SitePage> members_page(const Visit& visit);

/// Where the committee has its seat, what its modalities lay down, how its names are translated.
[[nodiscard]] Result<SitePage> modalities_page(const Visit& visit);

/// Comments without wording, circulated papers that whoever visits may read, and instruments to be
/// taken into account.
[[nodiscard]] Result<SitePage> contributions_page(const Visit& visit);

/// The sessions, meetings and calls.
[[nodiscard]] Result<SitePage> calendar_page(const Visit& visit);

/// One session with its agenda and the organization of its work. Error: `session.unknown`.
[[nodiscard]] Result<SitePage> session_page(const Visit& visit);

/// The line of the calendar as an SVG file. Errors: `request.parameter_value`,
/// `request.path_unknown` where nothing is on it.
[[nodiscard]] Result<http::Response> calendar_line(const Visit& visit);

/// The same line, and the same as a table, as a PDF file. Errors: likewise, and those of
/// `http::Conversions`.
[[nodiscard]] Result<http::Response> calendar_line_pdf(const Visit& visit);

/// The sessions to come: their windows, days that suit them, their papers, and what a move of one
/// changes. Errors: `request.parameter_value`, those of reading.
[[nodiscard]] Result<SitePage> plan_page(const Visit& visit);

/// What the sessions take and cost, planned and held, and the rates. Errors: those of reading.
[[nodiscard]] Result<SitePage> resources_page(const Visit& visit);

/// The entries of the record, newest first, and one of them with its proof. Error: `entry.unknown`.
[[nodiscard]] Result<SitePage> entries_page(const Visit& visit);
[[nodiscard]] Result<SitePage> entry_page(const Visit& visit);

/// The desk of the Secretariat and the Chair, for who has the rights `of_the_desk`.
[[nodiscard]] Result<SitePage> desk_page(const Visit& visit);

}  // namespace travaux::site
