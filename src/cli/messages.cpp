// SPDX-License-Identifier: MIT
#include "cli/messages.h"

#include <algorithm>
#include <array>

namespace travaux::cli {
namespace {

// clang-format off
constexpr std::array sentences = {
    Message{"act.stale", "{0} has changed since the page from which this was done (entry {1})"},
    Message{"act.unknown", "there is no act {0}; see travaux acts"},
    Message{"adoption.excluded", "{0} and {1} cannot both be adopted: they exclude each other at provision {2} (rule 130 of the General Assembly)"},
    Message{"adoption.needs", "{0} cannot be adopted: provision {1}, on which it stands, is not there"},
    Message{"adoption.package", "{0} is adopted as a whole or not at all, so part {1} cannot stand alone"},
    Message{"adoption.unknown", "{0} is not an open proposal, or has no such part"},
    Message{"adoption.withdrawn", "{0} has no sponsor any more and cannot be adopted"},
    Message{"akoma_ntoso.document_type", "{0}: a document type declaration is not accepted"},
    Message{"akoma_ntoso.element_unknown", "{0}: element {1} has no place in a draft"},
    Message{"akoma_ntoso.empty", "{0}: the file is empty"},
    Message{"akoma_ntoso.language_unknown", "{0}: {1} is no language of the United Nations"},
    Message{"akoma_ntoso.malformed", "{0}: the XML is malformed: {1}"},
    Message{"akoma_ntoso.not_a_draft", "{0}: this is no draft of a treaty in Akoma Ntoso"},
    Message{"akoma_ntoso.not_utf8", "{0}: the file is not UTF-8"},
    Message{"akoma_ntoso.stray_text", "{0}: the words {1} stand outside any provision"},
    Message{"akoma_ntoso.too_deep", "{0}: elements are nested too deep"},
    Message{"akoma_ntoso.too_large", "{0}: the file is too large"},
    Message{"akoma_ntoso.wid_missing", "{0}: element {1} has no permanent id (wId)"},
    Message{"akoma_ntoso.wid_twice", "{0}: the permanent id {1} stands twice"},
    Message{"akoma_ntoso.words_malformed", "{0}: the words are not in NFC with single blanks"},
    Message{"body.not_given", "the body {0}, which the entry names, is not there"},
    Message{"body.not_named", "the entry does not name the body {0}, or names another size"},
    Message{"body.too_large", "the body {0} is too large"},
    Message{"body.unknown", "there is no body {0}"},
    Message{"bundle.count", "{0}: the bundle holds {1} entries"},
    Message{"bundle.cut_off", "{0}: the bundle is cut off after {1} entries"},
    Message{"call.closed_already", "the call {0} is closed"},
    Message{"call.deadline_past", "the deadline {0} is past"},
    Message{"call.unknown", "there is no call {0}"},
    Message{"canonical.malformed", "{0}: the JSON is malformed: {1}"},
    Message{"canonical.number", "{0}: {1} is no whole number within 2^53"},
    Message{"canonical.other_spelling", "{0}: this is not the canonical spelling of the JSON: byte {1} differs"},
    Message{"canonical.too_deep", "{0}: the JSON is nested too deep"},
    Message{"checkpoint.malformed", "{0}: this is no checkpoint: {1}"},
    Message{"checkpoint.shorter", "{0}: the record has {1} entries, but {2} were signed before; nothing is signed"},
    Message{"checkpoint.two_roots", "{0}: the record is not the one that was signed at {1} entries; nothing is signed"},
    Message{"command.file_wanted", "{0}: a file is wanted here; `travaux migrate` copies databases"},
    Message{"command.actor_malformed", "{0} is no id: 32 hexadecimal digits in small letters"},
    Message{"command.capacity_unknown", "{0} is no capacity; docs/acts.md names them"},
    Message{"command.field_malformed", "{0} is no field: NAME=TEXT, NAME=@FILE or NAME:=JSON"},
    Message{"command.format_unknown", "{0} is no format: html, akn, text or json"},
    Message{"command.language_unknown", "{0} is no language of this draft"},
    Message{"command.record_not_there", "{0}: there is no record; --origin opens one"},
    Message{"command.view_names_sponsors",
            "the view by-sponsor names sponsors; leave --unattributed out"},
    Message{"command.view_not_in_format",
            "Akoma Ntoso has no view by-sponsor; bracketed says who wants what"},
    Message{"command.view_unknown", "{0} is no view: bracketed, clean, options or by-sponsor"},
    Message{"committee.founded_already", "the committee is founded, by {0}"},
    Message{"committee.mandate_not_yet", "the resolution is of {0}, which is still to come"},
    Message{"committee.not_founded", "there is no committee yet: its mandate founds it"},
    Message{"consolidated.value_unknown", "{0}: {1} has no place in a consolidated text"},
    Message{"database.damaged", "{0}: the database is damaged: {1}"},
    Message{"database.failed", "{0}: the database cannot be used: {1}"},
    Message{"database.not_a_record", "{0}: this is no record of a committee"},
    Message{"database.version", "{0}: a later program made this database (version {1})"},
    Message{"decision.published", "{0} went into {1}; what it brought is changed by a proposal on that text"},
    Message{"decision.reversed_already", "{0} is reversed"},
    Message{"decision.unknown", "there is no decision {0}"},
    Message{"delegation.elsewhere", "one of these persons represents {0} already"},
    Message{"delegation.empty", "a delegation of {0} has a head or a delegate"},
    Message{"delegation.twice", "a person stands twice in the delegation of {0}"},
    Message{"draft.file_missing", "{0}: the draft folder has no such file"},
    Message{"draft.file_unknown", "{0}: a draft folder has no such file"},
    Message{"draft.language_missing", "{0}: this draft has no words in {1}"},
    Message{"draft.language_other", "{0}: the file says it is in {1}"},
    Message{"draft.languages_disagree", "{0}: the tree differs from that of {1} at {2}"},
    Message{"draft.not_found", "{0}: there is no such draft folder"},
    Message{"draft.provenance_disagrees", "{0}: words and provenance differ at {1}"},
    Message{"edit.words_not_once", "the words {0} do not stand exactly once at provision {1}"},
    Message{"entry.body_twice", "{0}: the body {1} came into the record before"},
    Message{"entry.body_unknown", "{0}: there is no body {1} that could be withheld"},
    Message{"entry.disclosure", "{0}: the disclosure of entry {1} is not in order"},
    Message{"entry.field_unknown", "{0}: there is more than an entry has at byte {1}"},
    Message{"entry.key", "{0}: the key of the record is not in order: {1}"},
    Message{"entry.malformed", "{0}: the field {1} of the entry is missing or malformed"},
    Message{"entry.opening", "{0}: the first entry opens the record, and no other does"},
    Message{"entry.out_of_order", "{0}: the entry says that it is number {1}"},
    Message{"entry.time_back", "{0}: the time {1} is before that of the entry before"},
    Message{"entry.too_large", "{0}: the entry has {1} bytes, which is too many"},
    Message{"event.unknown", "the record has an event {0}, which this program does not know"},
    Message{"export.body_missing", "{0}: the body of entry {1} is missing"},
    Message{"export.body_other", "{0}: these are not the bytes that entry {1} names"},
    Message{"export.body_withheld", "{0}: entry {1} withheld this body, but it is there"},
    Message{"export.damaged", "{0}: the record is damaged in {1}"},
    Message{"export.disclosure_other", "{0}: the disclosed act names the body {1}, which the record does not"},
    Message{"export.empty", "{0}: there are no entries"},
    Message{"export.entry_missing", "{0}: the entry is missing"},
    Message{"export.entry_other", "{0}: this is not the entry that was signed"},
    Message{"export.file_missing", "{0}: the file is missing"},
    Message{"export.file_unknown", "{0}: an export has no such file"},
    Message{"export.key_other", "{0}: the record does not have the trusted key {1}"},
    Message{"export.keys_other", "{0}: these are not the keys that the entries name"},
    Message{"export.not_signed", "{0}: there is no good signature by the key {1}"},
    Message{"export.origin_other", "{0}: the entries are those of {1}"},
    Message{"export.root_other", "{0}: the root hash is not that of the entries"},
    Message{"export.tile_other", "{0}: hash {1} of the tile is not that of the entries below it"},
    Message{"file.exists", "{0}: the file stands already; give another name or remove it"},
    Message{"file.is_a_folder", "{0}: this is a folder, not a file"},
    Message{"file.not_found", "{0}: there is no such file"},
    Message{"file.too_large", "{0}: the file is too large"},
    Message{"file.unreadable", "{0}: the file cannot be read"},
    Message{"file.unwritable", "{0}: the file cannot be written"},
    Message{"folder.exists", "{0}: the folder stands already; give another name or remove it"},
    Message{"group.code", "{0} is no code of a group: small letters and low lines"},
    Message{"group.not_a_member", "{0} is no member of the group {1}"},
    Message{"group.too_small", "a group has at least two members"},
    Message{"group.unknown", "there is no group {0}"},
    Message{"import.binary", "{0}:{1}: this is no text"},
    Message{"import.empty", "{0}:{1}: there are no words in the file"},
    Message{"import.not_utf8", "{0}:{1}: the file is not UTF-8"},
    Message{"import.too_deep", "{0}:{1}: provisions are nested too deep"},
    Message{"import.too_large", "{0}: the file is larger than {1}"},
    Message{"import.too_long", "{0}:{1}: there are more provisions than a draft may have"},
    Message{"instrument.entered_already", "this stands in the library: {0}"},
    Message{"instrument.linked_already", "{0} is linked to these provisions"},
    Message{"instrument.unknown", "there is no instrument {0}"},
    Message{"json.field_missing", "{0}: the field {1} is missing"},
    Message{"json.field_twice", "{0}: a field stands twice in one object"},
    Message{"json.list_too_long", "{0}: the list {1} is too long"},
    Message{"json.malformed", "{0}: the JSON is malformed: {1}"},
    Message{"json.not_a_list", "{0}: the field {1} is no list"},
    Message{"json.not_a_number", "{0}: the field {1} is no whole number of 0 to 2147483647"},
    Message{"json.not_a_text", "{0}: the field {1} is no text"},
    Message{"json.not_an_object", "{0}: an object is expected here {1}"},
    Message{"json.not_of_type", "{0}: the field {1} has to be: {2}"},
    Message{"json.not_utf8", "{0}: the field {1} is not UTF-8"},
    Message{"json.text_empty", "{0}: the text {1} is empty"},
    Message{"json.text_too_long", "{0}: the text {1} is too long"},
    Message{"json.too_long", "{0}: the line is too long"},
    Message{"json.unknown_field", "{0}: the field {1} is not known here"},
    Message{"key.malformed", "{0}: this is no key of a record"},
    Message{"key.not_there", "the signing key of {0} is not there"},
    Message{"key.open_to_others", "{0}: others may read this key; take their rights away (mode 0600)"},
    Message{"label.ambiguous", "{0}: {1} can mean several provisions: {2} {3} {4}"},
    Message{"label.unknown", "{0}: no provision is called {1}"},
    Message{"meeting.informal", "{0} is an informal meeting, which decides nothing"},
    Message{"meeting.standing", "the meeting {0} is {1}"},
    Message{"meeting.unknown", "there is no meeting {0}"},
    Message{"member.admitted_already", "{0} sits in the committee"},
    Message{"member.code", "{0} is no code of a member: two to eight capital letters and digits"},
    Message{"member.consent_missing", "who acts for {0} says how {0} consented"},
    Message{"member.none", "no member is named"},
    Message{"member.not_named", "the Secretariat names the member for which it acts"},
    Message{"member.not_sitting", "{0} does not sit in the committee on this day"},
    Message{"member.observer_group", "{0} is an observer and belongs to no regional group"},
    Message{"member.unknown", "there is no member {0}"},
    Message{"moment.zone", "{0} in {1} is no local time at that instant"},
    Message{"note.malformed", "{0}: this is no signed note: {1}"},
    Message{"officer.left_already", "{0} has left"},
    Message{"officer.office_held", "the office is held: {0} (rule 103 of the General Assembly)"},
    Message{"officer.serves", "this person serves already: {0}"},
    Message{"officer.unknown", "there is no officer {0}"},
    Message{"position.on_what", "a position is on a proposal or on a provision, and on one of them only"},
    Message{"proposal.amends_itself", "{0}: proposal {1} amends itself {2}"},
    Message{"proposal.amends_unknown", "{0}: proposal {1} amends {2}, which is not there"},
    Message{"proposal.base_other", "{0}: the proposal amends another draft, {1}"},
    Message{"proposal.decided", "{0} is {1}: after the decision no name comes or goes (rule 122 of the General Assembly)"},
    Message{"proposal.dissociated_already", "{1} is dissociated from {0}"},
    Message{"proposal.empty", "{0}: proposal {1} has no parts"},
    Message{"proposal.id_conflict", "{0}: {1} was sent before with other content"},
    Message{"proposal.id_malformed", "{0}: an id has 1 to 100 bytes"},
    Message{"proposal.insertion_empty", "{0}: an inserted provision has no words {1}"},
    Message{"proposal.insertion_shape", "{0}: {1}: inserted provision {2} stands at an impossible depth"},
    Message{"proposal.insertion_twice", "{0}: {1} inserts the same words twice at one place{2}"},
    Message{"proposal.kind_unknown", "{0}: {1} is no kind of provision"},
    Message{"proposal.language_unknown", "{0}: the draft has no words in {1}"},
    Message{"proposal.line_unknown", "{0}: this line is no proposal, co-sponsorship, withdrawal, taking up, translation or decision"},
    Message{"proposal.move_cycle", "{0}: {1} would move provision {2} into itself"},
    Message{"proposal.nesting", "{0}: {1}: amendments or insertions are nested too deep {2}"},
    Message{"proposal.no_brackets", "{0}: there is no single pair of brackets around {1}"},
    Message{"proposal.not_withdrawn", "{0}: {1} is not withdrawn by all who submitted it, so nobody can take it up (rule 122)"},
    Message{"proposal.no_revision", "{0} came in the place of no other"},
    Message{"proposal.not_on_record", "there is no proposal {0}"},
    Message{"proposal.not_open", "{0} is not open: {1}"},
    Message{"proposal.nothing_to_join", "{0}: {1}: no provision follows {2} that could be joined with it"},
    Message{"proposal.observer", "{0} is an observer: it submits views, and no proposals"},
    Message{"proposal.package_unknown", "{0}: {1} is no package: severable or all_or_nothing"},
    Message{"proposal.part_twice", "{0}: {1} has two parts on the same words of provision {2}"},
    Message{"proposal.part_unknown", "{0}: {1} is no part of a proposal"},
    Message{"proposal.parts_contradict", "{0}: {1} both deletes provision {2} and changes it"},
    Message{"proposal.place_inconsistent", "{0}: {1}: provision {2} does not stand under the parent given"},
    Message{"proposal.place_missing", "{0}: the place is missing: {1}"},
    Message{"proposal.split_needs_two", "{0}: splitting needs at least two texts that are not empty"},
    Message{"proposal.sponsor_already", "{1} stands behind {0} already"},
    Message{"proposal.sponsor_missing", "{0}: proposal {1} has no sponsor"},
    Message{"proposal.sponsor_not", "{1} does not stand behind {0}"},
    Message{"proposal.sponsor_unknown", "{0}: nobody gave the support that is withdrawn: {1}"},
    Message{"proposal.tag_missing", "{0}: {1} withdrew support of this proposal; support given anew carries a tag"},
    Message{"proposal.target_unknown", "{0}: {1}: there is no provision {2}"},
    Message{"proposal.translation_language", "{0}: {1} is translated into its own language {2}"},
    Message{"proposal.translation_shape", "{0}: the translation has other parts than {1}"},
    Message{"proposal.unknown", "{0}: there is no proposal {1}"},
    Message{"proposal.words_ambiguous", "{0}: the words {1} stand more than once {2}"},
    Message{"proposal.words_not_found", "{0}: the words {1} do not stand there {2}"},
    Message{"proposals.none", "{0}: the folder has no .jsonl files"},
    Message{"provenance.field_unknown", "{0}: {1} names no language and field"},
    Message{"provenance.format_unknown", "{0}: the format {1} is not known"},
    Message{"provenance.id_malformed", "{0}: {1} is no id"},
    Message{"provenance.id_twice", "{0}: {1} stands twice"},
    Message{"provenance.kind_unknown", "{0}: {1} is no kind of provision"},
    Message{"provenance.origin_unknown", "{0}: the origin {1} is not known"},
    Message{"provenance.provision_unknown", "{0}: the provision {1} is not known"},
    Message{"provision.is_agreed", "provision {0} is {1}: it is reopened before its words change (rule 123 of the General Assembly)"},
    Message{"provision.proposals_open", "{0} is still open on this provision: it is adopted or dropped first"},
    Message{"provision.standing_same", "provision {0} is {1}"},
    Message{"provision.unknown", "there is no provision {0} in the text that is negotiated"},
    Message{"rights.capacity", "this is not open to the capacity {0}"},
    Message{"rights.not_accredited", "the record knows nobody of this id as {0} of {1}"},
    Message{"rights.not_yours", "{0} is not of your delegation"},
    Message{"session.dates_missing", "{0}: a session that is confirmed has a day on which it opens and one on which it closes; one day alone is not enough"},
    Message{"session.dates_order", "a session opens before it closes: {0}, {1}"},
    Message{"session.dates_same", "{0} has these dates"},
    Message{"session.unknown", "there is no session {0}"},
    Message{"store.moved_on", "the record has {0} entries by now"},
    Message{"store.not_empty", "{0}: the database holds something already; give another"},
    Message{"task.done_already", "task {1} of {0} is done"},
    Message{"task.unknown", "{0} has no task {1}"},
    Message{"text.agreed_already", "{0} is agreed"},
    Message{"text.approved_already", "{0} is approved"},
    Message{"text.decisions_pending", "{0} is not agreed before the text that carries out {1} is published"},
    Message{"text.language", "{0} has no words in {1}"},
    Message{"text.no_files", "a text has files"},
    Message{"text.none_negotiated", "no text is negotiated"},
    Message{"text.not_agreed", "{0} is not agreed, so it is not submitted"},
    Message{"text.not_negotiated", "{0} is no basis of work, so nobody can amend it"},
    Message{"text.not_submitted", "{0} was not submitted, so it is not approved"},
    Message{"text.open_differs", "the proposals that are carried over are not those that the decisions leave open"},
    Message{"text.open_missing", "a text that follows another says which proposals are carried over to it"},
    Message{"text.other_standing", "{0} is a {1}, and another such text takes its place"},
    Message{"text.other_subject", "{0} is no text of the subject {1}"},
    Message{"text.proposals_open", "{0} is not agreed while {1} is open"},
    Message{"text.submitted_already", "{0} is submitted"},
    Message{"text.superseded", "{0} has been superseded by {1}"},
    Message{"text.supersedes_other", "a basis of work takes the place of the one that is negotiated: {0}"},
    Message{"text.unknown", "there is no text {0}"},
    Message{"text.words_unaccounted", "at provision {0} the text differs from the former one with what was decided"},
    Message{"view.unknown", "there is no view {0}; see travaux acts"},
};
// clang-format on

// What an argument shows of the input: its beginning, and nothing that moves a terminal's cursor.
std::string shown(std::string_view argument) {
    constexpr std::size_t bytes_max = 300;
    std::size_t end = std::min(argument.size(), bytes_max);
    while (end < argument.size() && (static_cast<unsigned char>(argument[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    std::string result(argument.substr(0, end));
    if (end < argument.size()) result += " ...";
    std::ranges::replace_if(
        result, [](char sign) { return static_cast<unsigned char>(sign) < 0x20 || sign == 0x7F; },
        ' ');
    return result;
}

}  // namespace

std::span<const Message> messages() { return sentences; }

std::string sentence_of(const Error& error) {
    const auto* found = std::ranges::find(sentences, error.id, &Message::id);
    std::string sentence;
    if (found == sentences.end()) {
        for (const std::string& arg : error.args) sentence += shown(arg) + ": ";
        sentence += error.id;
    } else {
        const std::string_view pattern = found->sentence;
        for (std::size_t at = 0; at < pattern.size(); ++at) {
            if (pattern[at] != '{') {
                sentence += pattern[at];
                continue;
            }
            const auto index = static_cast<std::size_t>(pattern[at + 1] - '0');
            if (index < error.args.size()) sentence += shown(error.args[index]);
            at += 2;
        }
    }
    while (sentence.ends_with(' ')) sentence.pop_back();
    return sentence;
}

int exit_code_of(const Error& error) {
    switch (error.code) {
        case ErrorCode::storage: return 3;
        case ErrorCode::invalid:
        case ErrorCode::refused:
        case ErrorCode::not_found:
        case ErrorCode::conflict:
        case ErrorCode::corrupt: break;
    }
    return 2;
}

}  // namespace travaux::cli
