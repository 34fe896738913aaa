// SPDX-License-Identifier: MIT
#include "record/body.h"

#include <algorithm>

#include "base/limits.h"

namespace travaux::record {
namespace {

std::unexpected<Error> refuse(const std::string& id, const Sha256& hash) {
    return std::unexpected(Error{ErrorCode::invalid, id, {hex(hash)}});
}

// Every body that comes with an open act is named by it, and every body it names comes with it: but
// a disclosure names bodies that came with the confidential entry.
Result<void> check_named(const OpenAct& open, const std::vector<Body>& bodies) {
    const std::vector<BodyReference>& named = open.act.bodies;
    for (const Body& body : bodies) {
        const auto found = std::ranges::find(named, body.hash, &BodyReference::hash);
        if (found == named.end() || found->size != content_of(body.bytes).size()) {
            return refuse("body.not_named", body.hash);
        }
    }
    if (!open.discloses.empty()) return {};
    for (const BodyReference& one : named) {
        if (std::ranges::find(bodies, one.hash, &Body::hash) == bodies.end()) {
            return refuse("body.not_given", one.hash);
        }
    }
    return {};
}

}  // namespace

Body make_body(const Salt& salt, std::string_view content) {
    Body body;
    body.bytes.reserve(salt.size() + content.size());
    body.bytes.assign(salt.begin(), salt.end());
    body.bytes += content;
    body.hash = sha256(body.bytes);
    return body;
}

std::string_view content_of(std::string_view bytes) {
    VERIFY(bytes.size() >= sizeof(Salt));
    return bytes.substr(sizeof(Salt));
}

BodyReference refer_to(const Body& body, std::string media_type) {
    return {body.hash, content_of(body.bytes).size(), std::move(media_type)};
}

Result<SealedAct> seal(const Act& act, const Salt& salt) {
    TRY_ASSIGN(const std::string bytes, encode(act));
    Body body = make_body(salt, bytes);
    return SealedAct{{body.hash}, std::move(body)};
}

Result<Addition> make_addition(const Entry& entry, std::vector<Body> bodies) {
    Addition addition;
    TRY_ASSIGN(addition.entry, encode(entry));
    for (const Body& body : bodies) {
        if (content_of(body.bytes).size() > limits::body_bytes) {
            return refuse("body.too_large", body.hash);
        }
        VERIFY(sha256(body.bytes) == body.hash);
    }
    if (const auto* open = std::get_if<OpenAct>(&entry.content)) {
        TRY_OK(check_named(*open, bodies));
        addition.withholds = open->withholds;
    }
    addition.bodies = std::move(bodies);
    return addition;
}

}  // namespace travaux::record
