// A small record in which everything happens that can happen to a record: acts with bodies, a body
// withheld, confidential entries of which one is disclosed, a change of keys.
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "record/export.h"
#include "record/sequence.h"
#include "record/signing.h"
#include "record/store.h"

namespace travaux::tests {

/// Returns the value of a call that does not fail here.
template <typename T>
T sure(Result<T> result) {
    if (!result) throw Defect(result.error().id + ": " + result.error().args.at(0));
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

class ForgetfulMemory final : public record::HeadMemory {
public:
    Result<std::optional<std::string>> last() override { return last_; }
    Result<void> remember(const std::string& text) override {
        last_ = text;
        return {};
    }

private:
    std::optional<std::string> last_;
};

class SampleRecord {
public:
    explicit SampleRecord(record::Store& store, std::string origin = "example.org/committee")
        : store_(store), origin_(std::move(origin)) {}

    /// The act that opens the record.
    void open() {
        record::OpenAct first = act("record.open", "server");
        first.opens = record::Opening{origin_, {}};
        first.key = record::verifier_of(add_key());
        append(first);
    }

    /// Everything that can happen.
    void fill() {
        open();
        const record::Body reason = body("The reason.");
        submit(reason);
        const record::Body regretted = body("Regretted words.");
        submit(regretted);
        disclose(seal("informal.meet"));
        seal("informal.note");
        sign();
        record::OpenAct withhold = act("record.withhold", "secretariat");
        withhold.withholds = {regretted.hash};
        append(withhold);
        rotate();
        submit(body(""));
        sign();
    }

    void submit(const record::Body& body) {
        record::OpenAct open = act("proposal.submit", "delegate");
        open.act.events = {{"proposal_submitted", {{"number", 7}, {"body", hex(body.hash)}}}};
        open.act.bodies = {record::refer_to(body, "text/plain;charset=utf-8")};
        append(open, {body});
    }

    // Appends a confidential act with a text; returns what discloses it.
    record::OpenAct seal(std::string name) {
        const record::Body text = body("Said in confidence at " + name);
        record::Act secret = act(std::move(name), "officer").act;
        secret.bodies = {record::refer_to(text, "text/plain")};
        const record::SealedAct sealed = sure(record::seal(secret, salt()));
        record::OpenAct disclosure = act("informal.disclose", "chair");
        disclosure.discloses = {sequence_.size()};
        disclosure.act.bodies = {record::refer_to(sealed.body, "application/json"),
                                 record::refer_to(text, "text/plain")};
        append(sealed.commitment, {sealed.body, text});
        return disclosure;
    }

    void disclose(const record::OpenAct& disclosure) { append(disclosure); }

    void rotate() {
        record::OpenAct rotation = act("record.rotate_key", "server");
        rotation.key = record::verifier_of(add_key());
        append(rotation);
    }

    void append(std::variant<record::OpenAct, record::Commitment> content,
                std::vector<record::Body> bodies = {}) {
        const record::Entry entry{sequence_.size(), time_ms_ += 1000, std::move(content)};
        const auto addition = sure(record::make_addition(entry, std::move(bodies)));
        sure(store_.append(sequence_.size(), {&addition, 1}));
        sure(sequence_.add(addition.entry));
    }

    void sign() { sure(record::sign_pending(store_, sequence_, keys_, memory_)); }

    record::Body body(std::string_view content) { return record::make_body(salt(), content); }

    record::OpenAct act(std::string name, std::string capacity) {
        record::OpenAct open;
        open.act.actor.bytes[0] = 7;
        open.act.name = std::move(name);
        open.act.capacity = std::move(capacity);
        return open;
    }

    [[nodiscard]] const record::Sequence& sequence() const { return sequence_; }
    [[nodiscard]] const std::vector<record::SigningKey>& keys() const { return keys_; }

private:
    record::SigningKey add_key() {
        keys_.push_back({origin_, {static_cast<std::uint8_t>(keys_.size() + 1)}});
        return keys_.back();
    }

    record::Salt salt() { return {++chance_}; }

    record::Store& store_;
    std::string origin_;
    record::Sequence sequence_;
    std::vector<record::SigningKey> keys_;
    ForgetfulMemory memory_;
    std::int64_t time_ms_ = 1'767'225'600'000;
    std::uint8_t chance_ = 0;
};

/// An export in memory.
class ExportInMemory final : public record::ExportFiles {
public:
    ExportInMemory() = default;
    explicit ExportInMemory(std::map<std::string, std::string> from) : files(std::move(from)) {}

    Result<std::vector<std::string>> names() override {
        std::vector<std::string> all;
        for (const auto& [name, bytes] : files) all.push_back(name);
        return all;
    }
    Result<std::string> read(const std::string& name) override { return files.at(name); }

    std::map<std::string, std::string> files;
};

/// Exports a store into memory.
inline std::map<std::string, std::string> exported(record::Store& store) {
    std::map<std::string, std::string> files;
    sure(record::write_export(store, [&](const std::string& name, std::string_view bytes) {
        files[name] = bytes;
        return Result<void>{};
    }));
    return files;
}

}  // namespace travaux::tests
