// SPDX-License-Identifier: MIT
#include "site/file_queue.h"

#include <algorithm>
#include <map>

#include "base/base64.h"
#include "base/file_limits.h"
#include "base/limits.h"
#include "crypto/random.h"
#include "http/form_data.h"
#include "site/forms.h"

namespace travaux::site {
namespace {

// Proposals that one page carries: each has a section.
constexpr std::size_t waiting_most = 500;

// Reads the fields of a form one by one: those of a file have its place behind a dash.
class Reader {
public:
    Reader(const Visit& visit, ReturnedQueue& result) : visit_(visit), result_(result) {}

    Result<void> take(const http::SentField& field) {
        const std::string value(field.content);
        const std::size_t dash = field.name.rfind('-');
        const auto at =
            dash == std::string::npos ? std::nullopt : http::number_of(field.name.substr(dash + 1));
        if (at) return take_of_file(field.name.substr(0, dash), *at, value);
        if (field.name == "author") {
            if (!value.empty()) reading_.authors.insert(value);
        } else if (field.name == "rebase") {
            if (value == "yes") reading_.rebase = understanding::Rebase::yes;
        } else if (field.name == "submitted") {
            take_submitted(value);
        } else if (field.name == "go") {
            return take_button(value);
        } else {
            return http::refuse_request("request.parameter_unknown", {field.name});
        }
        return {};
    }

    Result<void> finish() {
        std::vector<std::pair<std::string, std::size_t>> sizes;
        auto& waiting = result_.queue.waiting;
        reading_.unpacked_bytes = limits::sent_file_unpacked_bytes;
        for (std::size_t at = 0; at < waiting.size(); ++at) {
            waiting[at].file.text = visit_.asked.places.at("text");
            waiting[at].file.reading = reading_;
            if (waiting[at].file.name.empty()) return http::refuse_request("request.file_missing");
            if (const auto first = same_.find(at); first != same_.end()) {
                waiting[at].file.bytes = waiting[first->second].file.bytes;
                continue;
            }
            waiting[at].file.bytes = result_.bytes[at];
            sizes.emplace_back(waiting[at].file.name, result_.bytes[at].size());
        }
        return http::check_sent_files(sizes);
    }

private:
    // Files stand in the order of their places.
    Result<void> take_of_file(const std::string& name, std::size_t at, const std::string& value) {
        auto& waiting = result_.queue.waiting;
        if (at == waiting.size() && at < waiting_most) {
            waiting.emplace_back().said.emplace();
            result_.bytes.emplace_back();
        }
        if (at >= waiting.size()) {
            return http::refuse_request("request.parameter_unknown",
                                        {name + "-" + std::to_string(at)});
        }
        WaitingFile& one = waiting[at];
        if (name == "file") {
            auto bytes = parse_base64(value);
            if (!bytes) return http::refuse_request("request.file_missing");
            result_.bytes[at] = *std::move(bytes);
            return {};
        }
        if (name == "of") {
            const auto first = http::number_of(value);
            if (!first || *first >= at) return http::refuse_request("request.file_missing");
            same_[at] = *first;
            return {};
        }
        if (name == "change") {
            one.said->changes.insert(value);
            return {};
        }
        const std::pair<std::string_view, std::string*> texts[] = {
            {"name", &one.file.name},      {"seen", &one.seen},
            {"once", &one.once},           {"reason", &one.said->reason},
            {"member", &one.said->member}, {"consent", &one.said->consent},
            {"amends", &one.said->amends},
        };
        for (const auto& [known, text] : texts) {
            if (known == name) {
                *text = value;
                return {};
            }
        }
        return http::refuse_request("request.parameter_unknown", {name});
    }

    // What is said of the past is shown where the record has it.
    void take_submitted(const std::string& value) {
        const std::size_t blank = value.find(' ');
        const std::size_t second = blank == std::string::npos ? blank : value.find(' ', blank + 1);
        if (second == std::string::npos) return;
        const std::string proposal = value.substr(0, blank);
        if (!visit_.state().proposals.contains(proposal)) return;
        result_.queue.submitted.push_back(
            {value.substr(second + 1), proposal, value.substr(blank + 1, second - blank - 1)});
    }

    Result<void> take_button(const std::string& value) {
        const std::size_t colon = std::min(value.find(':'), value.size());
        result_.go = value.substr(0, colon);
        const auto at =
            colon == value.size() ? std::nullopt : http::number_of(value.substr(colon + 1));
        const bool is_known = result_.go == "submit" || result_.go == "set_aside";
        if (!is_known || !at) return http::refuse_request("request.parameter_value", {"go", value});
        result_.at = *at;
        return {};
    }

    const Visit& visit_;
    ReturnedQueue& result_;
    understanding::Reading reading_;
    std::map<std::size_t, std::size_t> same_;  // places of proposals whose file came before
};

// A file of several proposals waits once for each.
void let_wait(const Visit& visit, const host::AskedFile& file, FileQueue& queue) {
    const auto understood = host::understand_file(visit.committee.committee(), file);
    const bool has_several = understood && understood->size() > 1;
    const std::size_t count = has_several ? understood->size() : 1;
    for (std::size_t at = 0; at < count; ++at) {
        queue.waiting.push_back(
            {file, has_several ? (*understood)[at].seen : "", hex(crypto::random_bytes())});
    }
}

Result<host::DoneAct> submit(const Visit& visit, const WaitingFile& waiting) {
    TRY_ASSIGN(const auto understood,
               host::understand_file(visit.committee.committee(), waiting.file));
    http::SentFile sent;
    sent.file = waiting.file;
    const SaidOfReport& said = *waiting.said;
    sent.confirmed = {waiting.seen, {said.changes.begin(), said.changes.end()}};
    sent.said["reason"] = said.reason;
    if (!said.member.empty()) sent.said["member"] = said.member;
    if (!said.consent.empty()) sent.said["consent"] = said.consent;
    if (!said.amends.empty()) sent.said["amends"] = said.amends;
    host::AttemptedAct attempt{visit.identity.caller, "proposal.submit", {}, {}, {}};
    TRY_ASSIGN(attempt.fields, http::fields_to_submit(sent, understood));
    TRY_ASSIGN(attempt.once, http::once_of(visit.identity, waiting.once, attempt));
    return visit.committee.committee().act(attempt);
}

}  // namespace

bool may_send_several(const Visit& visit) { return visit.identity.caller.delegation.empty(); }

Result<FileQueue> sent_queue(const Visit& visit) {
    std::vector<http::SentFile> files;
    if (may_send_several(visit)) {
        TRY_ASSIGN(files, http::read_sent_files(visit.asked, {}));
    } else {
        TRY_ASSIGN(files.emplace_back(), http::read_sent_file(visit.asked, {}));
    }
    FileQueue queue;
    for (http::SentFile& one : files) {
        let_wait(visit, one.file, queue);
    }
    return queue;
}

Result<ReturnedQueue> returned_queue(const Visit& visit) {
    TRY_ASSIGN(const auto form, http::read_form_data(visit.asked.request));
    ReturnedQueue result;
    Reader reader(visit, result);
    for (const http::SentField& field : form) TRY_OK(reader.take(field));
    TRY_OK(reader.finish());
    return result;
}

std::optional<std::uint64_t> submit_waiting(const Visit& visit, FileQueue& queue, std::size_t at) {
    if (at >= queue.waiting.size()) return std::nullopt;
    WaitingFile& waiting = queue.waiting[at];
    const auto done = submit(visit, waiting);
    if (!done) {
        waiting.error = done.error();
        // Another report is looked at anew.
        if (done.error().id == "understanding.not_as_seen") waiting.said.reset();
        return std::nullopt;
    }
    VERIFY(!done->born.empty());
    queue.submitted.push_back({waiting.file.name, done->born.front(), waiting.seen});
    queue.waiting.erase(queue.waiting.begin() + static_cast<std::ptrdiff_t>(at));
    return done->entry;
}

}  // namespace travaux::site
