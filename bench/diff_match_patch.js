// Times diff-match-patch on pairs of texts, a word a line, in the line mode of its documentation.
//
//   node diff_match_patch.js PAIRS RUNS
//
// PAIRS is a file: base, target, base, target ..., a zero byte after each. Prints the versions; then
// hunks, words out of the base, words into the target and pairs that do not read back; then for each
// run its nanoseconds by the clock and on processors. Exit 3 where the package is absent.
// SPDX-License-Identifier: MIT
'use strict';

const fs = require('node:fs');

let DiffMatchPatch;
try {
    DiffMatchPatch = require('diff-match-patch');
} catch {
    process.exit(3);
}

const engine = new DiffMatchPatch();
engine.Diff_Timeout = 0; // no limit: each result is the best that it finds

function differences(base, target) {
    const lines = engine.diff_linesToChars_(base, target);
    const found = engine.diff_main(lines.chars1, lines.chars2, false);
    engine.diff_charsToLines_(found, lines.lineArray);
    return found;
}

function wordsIn(text) {
    return text.split('\n').length - 1;
}

// Adds what one pair came to.
function count(total, pair, found) {
    const kept = DiffMatchPatch.DIFF_EQUAL;
    let inHunk = false;
    for (const [kind, text] of found) {
        if (kind !== kept && !inHunk) total.hunks += 1;
        inHunk = kind !== kept;
        if (kind === DiffMatchPatch.DIFF_DELETE) total.out += wordsIn(text);
        if (kind === DiffMatchPatch.DIFF_INSERT) total.in += wordsIn(text);
    }
    const readsBack = engine.diff_text1(found) === pair[0] && engine.diff_text2(found) === pair[1];
    if (!readsBack) total.wrong += 1;
}

const texts = fs.readFileSync(process.argv[2], 'utf8').split('\0');
const pairs = [];
for (let at = 0; at + 1 < texts.length; at += 2) pairs.push([texts[at], texts[at + 1]]);

const total = { hunks: 0, out: 0, in: 0, wrong: 0 };
for (const pair of pairs) count(total, pair, differences(...pair)); // warms up

const { version } = require('diff-match-patch/package.json');
console.log(`${version} on node ${process.versions.node}`);
console.log(total.hunks, total.out, total.in, total.wrong);
for (let run = 0; run < Number(process.argv[3]); run += 1) {
    const processor = process.cpuUsage();
    const start = process.hrtime.bigint();
    const results = pairs.map((pair) => differences(...pair));
    const wall = process.hrtime.bigint() - start;
    const { user, system } = process.cpuUsage(processor);
    if (results.length !== pairs.length) process.exit(1);
    console.log(String(wall), (user + system) * 1000);
}
