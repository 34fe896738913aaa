// Pages of a published record: plain, without script, a table for each list.
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace travaux::host {

/// A link of a page, relative to it.
struct SiteLink {
    std::string to;
    std::string words;
};

/// What every page of a site says at its foot.
struct SiteFoot {
    std::string origin;
    std::uint64_t entries = 0;
    std::string root;  ///< of the tree, hexadecimal
};

/// Returns a whole page; `up` leads from it to the folder of the site, `../` or nothing.
[[nodiscard]] std::string site_page(std::string_view title, std::string_view body,
                                    std::string_view up, const SiteFoot& foot);

/// Returns a list of links under a heading; nothing where there are none.
[[nodiscard]] std::string links_section(std::string_view heading,
                                        const std::vector<SiteLink>& links);

/// Returns what a view shows as a table, a row for each thing, under a heading.
[[nodiscard]] std::string table_section(std::string_view heading, const boost::json::value& shown);

/// Returns the style of all pages.
[[nodiscard]] std::string_view site_style();

}  // namespace travaux::host
