// travaux brackets: the square brackets that stand in the words of a draft, what is in which, and
// the reservations that its footnotes have.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/json.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/files.h"
#include "text/labels.h"
#include "text/literal_brackets.h"
#include "understanding/remark.h"

namespace travaux::cli {
namespace {

namespace json = boost::json;
using text::SignPlace;

struct Options {
    std::string draft;
    std::string language;
    std::string format = "text";
};

// A draft in one language with what its brackets say.
class Report {
public:
    Report(const text::Draft& draft, text::Language language)
        : draft_(draft), language_(language), labels_(draft, language),
          found_(text::literal_brackets_of(draft, language)) {
        for (std::size_t at = 0; at < draft.provisions.size(); ++at) {
            const text::Provision& one = draft.provisions[at];
            const bool is_note = one.kind == text::ProvisionKind::footnote;
            if (is_note && understanding::reserving(one.in(language).text)) {
                reservations_.push_back({.provision = at});
            }
        }
    }

    [[nodiscard]] std::string as_text() const {
        std::string out;
        for (const auto& pair : found_.pairs) {
            const std::string indent(2 * std::min<std::size_t>(pair.depth, 20), ' ');
            line(out, indent, name_of(pair.use), pair.open);
        }
        for (const SignPlace& place : found_.options) line(out, {}, "option begins", place);
        for (const SignPlace& place : found_.slashes) line(out, {}, "choice", place);
        for (const SignPlace& place : found_.lone) line(out, {}, "without a partner", place);
        for (const SignPlace& place : reservations_) line(out, {}, "reservation", place);
        out.append(std::to_string(found_.pairs.size()) + " brackets, ");
        out.append(std::to_string(found_.options.size()) + " options, ");
        out.append(std::to_string(found_.slashes.size()) + " choices by a stroke, ");
        out.append(std::to_string(found_.lone.size()) + " without a partner, ");
        return out.append(std::to_string(reservations_.size()) + " reservations in footnotes\n");
    }

    [[nodiscard]] std::string as_json() const {
        json::array pairs;
        for (const auto& pair : found_.pairs) {
            pairs.push_back(json::object{{"use", name_of(pair.use)},
                                         {"depth", pair.depth},
                                         {"open", place(pair.open)},
                                         {"close", place(pair.close)}});
        }
        return json::serialize(json::object{{"brackets", std::move(pairs)},
                                            {"options", places(found_.options)},
                                            {"choices", places(found_.slashes)},
                                            {"lone", places(found_.lone)},
                                            {"reservations", places(reservations_)}}) +
               "\n";
    }

private:
    void line(std::string& out, std::string_view indent, std::string_view what,
              const SignPlace& place) const {
        out.append(labels_.of(place.provision)).append("\t").append(indent).append(what);
        out.append("\t").append(extract_at(draft_, language_, from_word(place))).append("\n");
    }

    // A stroke alone says nothing: the word before it counts too.
    [[nodiscard]] SignPlace from_word(SignPlace place) const {
        const std::string& words = words_at(draft_, language_, place);
        if (place.at >= words.size() || words[place.at] != '/') return place;
        const std::size_t reach = place.at - std::min<std::size_t>(place.at, 40);
        std::size_t at = place.at;
        while (at > reach && words[at - 1] != ' ') --at;
        // A word that is longer is not cut within a letter.
        while ((static_cast<unsigned char>(words[at]) & 0xC0U) == 0x80U) ++at;
        place.at = at;
        return place;
    }

    [[nodiscard]] json::object place(const SignPlace& place) const {
        return {{"provision", hex(draft_.provisions[place.provision].id.bytes)},
                {"field", name_of(place.field)},
                {"at", place.at}};
    }

    [[nodiscard]] json::array places(const std::vector<SignPlace>& all) const {
        json::array result;
        for (const SignPlace& one : all) result.push_back(place(one));
        return result;
    }

    const text::Draft& draft_;
    text::Language language_;
    text::Labels labels_;
    text::LiteralBrackets found_;
    std::vector<SignPlace> reservations_;  // footnotes that say so
};

Result<void> brackets(const Options& options, Streams streams) {
    if (options.format != "text" && options.format != "json") {
        return std::unexpected(
            Error{ErrorCode::invalid, "command.format_unknown", {options.format}});
    }
    TRY_ASSIGN(const auto draft, read_draft(options.draft));
    TRY_ASSIGN(const auto language, language_of(draft.draft, options.language));
    const Report report(draft.draft, language);
    return write_result({}, options.format == "json" ? report.as_json() : report.as_text(),
                        streams);
}

}  // namespace

Action brackets_command(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "brackets",
        "Shows the square brackets that stand in the words of a draft, and its footnoted "
        "reservations");
    command->add_option("draft", options->draft, "The draft folder")->required();
    command->add_option("--language", options->language, "One that the draft has words in");
    command->add_option("--format", options->format, "text or json");
    command->footer("Example:\n  travaux brackets draft --format json");
    return [options](Streams streams) { return brackets(*options, streams); };
}

}  // namespace travaux::cli
