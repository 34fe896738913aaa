// The bodies of a committee, read with the formats; and the contents that come in, made bodies.
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "committee/act.h"
#include "committee/known_proposals.h"
#include "committee/library.h"
#include "host/pdf_words.h"

namespace travaux::host {

/// Keeps content and returns what stands for it.
using KeepBody =
    std::function<committee::BodyReference(std::string_view content, std::string media_type)>;

/// Returns the content of a body.
using BodyContent = std::function<Result<std::string>(const committee::BodyReference&)>;

/// Reads each text and each proposal once. Any thread may use it, and one
/// `known`.
class CommitteeLibrary final : public committee::Library {
public:
    /// Without `words_of_pdf` those of PDF files are not known.
    explicit CommitteeLibrary(BodyContent content, PdfWords::Read words_of_pdf = {})
        : content_(std::move(content)), words_of_pdf_(std::move(words_of_pdf)) {}

    [[nodiscard]] Result<std::string> content(const committee::BodyReference& body) const override {
        return content_(body);
    }
    [[nodiscard]] Result<const committee::TextWithProvenance*> text(
        const std::vector<committee::NamedBody>& files) const override;
    [[nodiscard]] Result<std::optional<std::string>> words_of_file(
        const committee::BodyReference& body) const override;
    [[nodiscard]] Result<consolidation::Proposal> proposal(const committee::BodyReference& body,
                                                           const text::Draft& draft) const override;
    [[nodiscard]] Result<consolidation::ProposalSet> carried_over(
        const committee::BodyReference& body, const text::Draft& draft) const override;

    [[nodiscard]] committee::KnownProposals& known() const override { return known_; }

private:
    BodyContent content_;
    PdfWords::Read words_of_pdf_;
    mutable committee::KnownProposals known_;
    mutable std::mutex mutex_;  // all below
    mutable std::map<std::string, std::unique_ptr<committee::TextWithProvenance>> texts_;
    // By the draft, which is one of those above, and the hash of the body.
    mutable std::map<std::pair<const text::Draft*, Sha256>,
                     std::unique_ptr<consolidation::Proposal>>
        proposals_;
};

/// Returns the fields of an act with its contents kept as bodies: a text in the place of a body, a
/// Word file, or any file of a document, as `{"base64": …, "media_type": …}`, the parts of a
/// proposal as docs/proposal-lines.md lays down, a text to import as `files`
/// (`{"import": …, "language": …}`, where `import` is a text or an object of texts by language) or
/// the next draft (`"next"`). Labels of provisions become their permanent ids, and moments written
/// as RFC 9557 has them become moments. Other fields stay as they are.
[[nodiscard]] Result<boost::json::object> with_bodies(const committee::State& state,
                                                      const committee::Act& act,
                                                      boost::json::object fields,
                                                      const committee::Library& library,
                                                      const KeepBody& keep);

}  // namespace travaux::host
