// The site in a browser: every page in every language, without anything that axe finds, and the work
// of a reader, of delegations and of the Secretariat, by keyboard.
// Usage: node site.mjs whole|short ADDRESS FIRST_LINK [FOLDER]; with FOLDER it leaves pictures there.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { secretariatPlans } from "./site_plan.mjs";
import { peopleActTogether } from "./site_together.mjs";

const [journey, address, link, folder] = process.argv.slice(2);
const languages = ["ar", "zh", "en", "fr", "ru", "es"];
const password = "correct horse battery";
const home = "/committees/treaty";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});

const views = {
  home: "",
  text: "/text",
  clean: "/texts/T7?view=clean",
  options: "/texts/T7?view=options",
  sponsors: "/texts/T7?view=by_sponsor",
  unnamed: "/texts/T7?names=off",
  since: "/texts/T7?since=1",
  as_if: "/texts/T7?as_if=P7",
  pair: "/texts/T7?beside=fr",
  texts: "/texts",
  proposals: "/proposals",
  proposal: "/proposals/P8",
  documents: "/documents",
  report: "/written_documents/session_report?session=S4",
  search: "/search?q=peaceful",
  found: "/search?q=peaceful&in=T7",
  calendar: "/calendar?size=1&on=2021-06-15",
  members: "/members",
  contributions: "/contributions",
  modalities: "/modalities",
  session: "/sessions/S4",
  plan: "/plan?move=S5&days=14",
  resources: "/resources",
  entries: "/entries",
  entries_found: "/entries?act=proposal.submit&capacity=delegate&day=2021-06-15",
  entry: "/entries/12",
  propose: "/propose",
  move: "/propose?kind=move",
  insert: "/propose?kind=insert",
  screen: "/screen",
};

const withLanguage = (path, language) => `${path}${path.includes("?") ? "&" : "?"}language=${language}`;

/** What holds for every page. */
async function check(page, what, language) {
  // The policy of the pages keeps scripts of others out; the browser itself may put one in.
  const found = await page.evaluate(async (source) => {
    globalThis.eval(source);
    const result = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return {
      violations: result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`),
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      language: document.documentElement.lang,
      direction: getComputedStyle(document.body).direction,
      titled: document.querySelectorAll("h1").length,
      unsaid: [...document.querySelectorAll("[aria-label], [title]")].flatMap((one) => [one.ariaLabel, one.title])
        .filter((words) => /^[a-z]+\.[a-z_]+$/.test(words ?? "")),
      twice: [...document.querySelectorAll("[id]")].map((one) => one.id).filter((id, at, all) => all.indexOf(id) !== at),
    };
  }, axe);
  assert.deepEqual(
    found,
    { violations: [], overflow: 0, language, direction: language === "ar" ? "rtl" : "ltr", titled: 1, unsaid: [], twice: [] },
    `${what} in ${language}`,
  );
}

async function everyPage(width, colorScheme, wanted) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  const page = await context.newPage();
  for (const language of languages) {
    for (const [what, path] of Object.entries(views)) {
      if (!wanted(what, language)) continue;
      const answer = await page.goto(address + withLanguage(home + path, language));
      assert.equal(answer.status(), 200, `${what} in ${language}`);
      await check(page, what, language);
      if (folder) {
        await page.screenshot({ path: `${folder}/${what}-${language}-${width}-${colorScheme}.png`, fullPage: true });
      }
    }
  }
  await context.close();
}

/** Somebody logged in, in a browser of their own. */
async function person() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en" });
  const page = await context.newPage();
  const call = async (path, data, method = "post") => {
    const answer = await context.request[method](`${address}/api/v1${path}`, { data });
    assert.ok(answer.ok(), `${path}: ${await answer.text()}`);
    return answer.json().catch(() => null);
  };
  return { context, page, call };
}

/** Whoever was invited makes an account, in a browser of their own. */
async function accept(invitation, name, email) {
  const one = await person();
  await one.page.goto(invitation);
  await one.page.locator("#name").fill(name);
  await one.page.locator("#address").fill(`${email}@example.org`);
  await one.page.locator("#password").fill(password);
  await one.page.locator("main button").first().press("Enter");
  await one.page.waitForURL(/\/account/);
  return one;
}

/** The Secretariat lets a delegate in: an invitation, accreditation, an account. */
async function delegate(secretariat, member) {
  const invited = await secretariat.call("/invitations", { capacity: "head", committee: "treaty", delegation: member });
  await secretariat.call("/committees/treaty/acts/delegation.accredit", { member, head: invited.actor });
  return accept(`${address}/accept/${invited.secret}`, `Delegate of ${member}`, member.toLowerCase());
}

/** The administrator lets a second person of the Secretariat in. */
async function colleague() {
  const administrator = await person();
  await administrator.call("/log_in", { address: "administrator@example.org", password });
  const invited = await administrator.call("/invitations", { capacity: "secretariat", committee: "treaty" });
  await administrator.context.close();
  return accept(`${address}/accept/${invited.secret}`, "Colleague", "colleague");
}

/** The Secretariat invites a head of delegation on the page, who invites a delegate; nobody else invites. */
async function peopleAreInvited({ page }) {
  const invite = async (one, capacity, member) => {
    await one.goto(`${address}${home}/people`);
    await one.locator("#capacity").selectOption(capacity);
    if (member) await one.locator("#delegation").selectOption(member);
    await one.getByRole("button", { name: "Invite somebody" }).press("Enter");
    const link = one.locator(".told a");
    await link.waitFor();
    assert.equal(await one.getByRole("alert").count(), 0, await one.locator("main").innerText());
    return link.getAttribute("href");
  };
  const head = await accept(await invite(page, "head", "PER"), "Quipu", "quipu");
  await check(head.page, "account", "en");
  const seat = await accept(await invite(head.page, "delegate"), "Illa", "illa");
  await check(head.page, "people", "en");
  await seat.page.goto(`${address}${home}/propose`);
  assert.ok(await seat.page.getByRole("button", { name: "Submit" }).count() > 0, "a delegate may submit");
  await seat.page.goto(`${address}${home}/people`);
  assert.equal(await seat.page.locator("#capacity").count(), 0);
  const link = await invite(page, "translator");
  await page.goto(`${address}${home}/people`);
  await page.locator("li", { hasText: "translator" }).getByRole("button").press("Enter");
  await page.locator("li", { hasText: "translator" }).waitFor({ state: "detached" });
  await head.page.goto(link);
  await head.page.getByRole("alert").waitFor();
  for (const one of [head, seat]) await one.context.close();
}

/** What holds for every page holds for those that only some see. */
async function ownPages(one, paths) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true, storageState: await one.context.storageState() });
  const page = await context.newPage();
  for (const language of ["en", "ar"]) {
    for (const path of paths) {
      const full = path.startsWith(home) ? path : home + path;
      assert.equal((await page.goto(address + withLanguage(full, language))).status(), 200, full);
      await check(page, full, language);
    }
  }
  await context.close();
}

/** Goes on by Tab until the focus is on what a test says; as who has only a keyboard does. */
async function tabTo(page, wanted) {
  for (let presses = 0; presses < 400; ++presses) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(wanted)) return;
  }
  throw new Error(`the keyboard does not lead to ${wanted}`);
}

/** A newcomer finds who wrote a phrase. */
async function readerFindsAuthor() {
  const { context, page } = await person();
  await page.goto(address + home);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.goto(`${address}${home}/texts/T7`);
  await tabTo(page, () => document.activeElement.matches(".rd ins ~ *, .rd > a.k") && document.activeElement.textContent === "b");
  await page.keyboard.press("Enter");
  await page.locator(".panel").waitFor();
  const panel = await page.locator(".panel").innerText();
  assert.match(panel, /Reading 1b/);
  assert.match(panel, /Brought by/);
  assert.match(panel, /Chile/);
  assert.match(panel, /History/);
  await tabTo(page, () => document.activeElement.id === "find-in-text");
  await page.keyboard.type("PEACE");
  await page.keyboard.press("Enter");
  await page.locator("mark").first().waitFor();
  const before = page.url();
  await page.locator("main ol a[href*='/texts/T7']").first().press("Enter");
  await page.waitForURL((url) => url.href !== before && url.pathname.endsWith("/texts/T7") && url.hash.startsWith("#p-"));
  await context.close();
}

/** A reader compares an earlier plan with today's, and subscribes to the calendar. */
async function readerComparesPlans() {
  const { context, page } = await person();
  await page.goto(`${address}${home}/calendar?size=1`);
  assert.match(await page.locator("svg.years").getAttribute("aria-label"), /Sessions, deadlines and texts/);
  await page.locator("#on").fill("2021-06-15");
  await page.locator("#on + button").press("Enter");
  const row = (title) => page.locator("#plan ~ div tr", { hasText: title }).innerText();
  assert.match(await row("First session"), /unchanged/);
  assert.match(await row("Second session"), /4 March 2022, tentative.*4 March 2022, confirmed/s);
  const feed = await page.request.get(new URL(await page.locator("a[href*='calendar.ics']").getAttribute("href"), address).href);
  assert.equal(feed.headers()["content-type"], "text/calendar; charset=utf-8");
  const line = await page.request.get(new URL(await page.locator("a[href*='line.svg']").getAttribute("href"), address).href);
  assert.equal(line.headers()["content-type"], "image/svg+xml");
  const years = await page.evaluate((svg) => new DOMParser().parseFromString(svg, "image/svg+xml").querySelectorAll(".year").length, await line.text());
  assert.ok(years >= 4, `the line has ${years} years`);
  const paper = await page.request.get(new URL(await page.locator("a[href*='line.pdf']").getAttribute("href"), address).href);
  assert.equal(paper.headers()["content-type"], "application/pdf");
  assert.equal((await paper.body()).subarray(0, 5).toString(), "%PDF-");
  assert.match(await feed.text(), /DTSTART:20220221T090000Z/);
  await context.close();
}

/** A delegate proposes by keyboard, sees what it does, and checks the receipt. */
async function delegateProposes(ghana) {
  const { page } = ghana;
  await page.goto(`${address}${home}/propose`);
  await tabTo(page, () => document.activeElement.id === "words");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" and to the safety of those who repair them");
  await page.locator("#preview .say").waitFor();
  const words = await page.locator("#preview .say").innerText();
  assert.match(words, /insert “and to the safety of those who repair them”/);
  assert.match(await page.locator("#preview").innerText(), /Ghana/);
  await tabTo(page, () => document.activeElement.value === "submit");
  await page.keyboard.press("Enter");
  await page.waitForURL(/proposals\/P\d+\?done=/);
  assert.match(await page.locator("main").innerText(), /Ghana/);
  await page.getByRole("link", { name: "See the receipt" }).press("Enter");
  const button = page.getByRole("button", { name: "Check it in this browser" });
  // The head that holds the entry is signed within moments.
  for (let tries = 0; (await button.count()) === 0 && tries < 20; ++tries) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  await button.press("Enter");
  await page.getByText("The proof holds").waitFor();
  // An altered entry is found out.
  await page.evaluate(() => {
    const bytes = document.getElementById("bytes");
    bytes.textContent = bytes.textContent.replace("GHA", "GHB");
  });
  await button.press("Enter");
  await page.getByText("Something was altered").waitFor();
}

/** What is pasted from a word processor keeps its paragraphs, each a provision of its own. */
async function delegatePastes({ context, page }) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: address });
  await page.goto(`${address}${home}/propose?kind=insert`);
  await page.evaluate(async () => {
    const copied = { "text/plain": "Cables are marked.\nRepair is prompt.\n", "text/html": "<p>Cables are marked.</p><p>Repair is prompt.</p>" };
    const blobs = Object.entries(copied).map(([type, words]) => [type, new Blob([words], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  });
  await page.locator("#words").focus();
  await page.keyboard.press("Control+V");
  assert.equal(await page.locator("#words").inputValue(), "Cables are marked.\n\nRepair is prompt.");
  await page.locator("#preview .say li", { hasText: "Repair is prompt." }).waitFor();
  assert.equal(await page.locator("#preview .say li").count(), 2);
}

/** Everybody reads in the text what was proposed, with who proposed it. */
async function readerSeesWords(words, member) {
  const { context, page } = await person();
  await page.goto(`${address}${home}/text`);
  await page.locator(".rd", { hasText: words }).last().locator("a.k").press("Enter");
  await page.locator(".panel").waitFor();
  assert.match(await page.locator(".panel").innerText(), new RegExp(`Brought by\\s+${member}`));
  await context.close();
}

/** Another delegation finds the proposal, co-sponsors it, and states a position on another. */
async function othersJoin(kenya) {
  const { page } = kenya;
  await page.goto(`${address}${home}/proposals?sponsor=GHA`);
  await page.locator("tbody th a").first().press("Enter");
  await page.getByRole("button", { name: "Co-sponsor" }).press("Enter");
  await page.getByText("Entered in the record").waitFor();
  assert.match(await page.locator(".facts").innerText(), /Ghana, Kenya/);
  await page.goto(`${address}${home}/proposals/P8`);
  await page.getByRole("button", { name: "Reserve" }).press("Enter");
  await page.getByText("Entered in the record").waitFor();
  assert.match(await page.locator("main").innerText(), /Position reserved 1/);
}

/** A delegation keeps a draft, invites another, and submits; the other answers and co-sponsors; nobody else sees it. */
async function delegationsDraft(ghana, kenya) {
  const title = "A quiet compromise";
  const { page } = ghana;
  await page.goto(`${address}${home}/propose?kind=note`);
  await page.locator("#words").fill("Ghana prefers to settle this later");
  await page.locator("#title").fill(title);
  await tabTo(page, () => document.activeElement.value === "keep");
  await page.keyboard.press("Enter");
  await page.waitForURL(/drafts\?told=yes/);
  await page.locator("main [role=status]").getByText("Nothing of it is on the record").waitFor();
  await page.getByLabel("Invite to co-sponsor").selectOption("KEN");
  await page.getByRole("button", { name: "Invite" }).press("Enter");
  await page.getByText("has not answered yet").waitFor();
  const visitor = await person();
  assert.equal((await visitor.page.goto(`${address}${home}/drafts`)).status(), 403);
  await visitor.page.goto(`${address}${home}/proposals`);
  assert.equal(await visitor.page.getByText(title).count(), 0);
  await visitor.context.close();
  await kenya.page.goto(address + home);
  await kenya.page.getByRole("link", { name: "An invitation to co-sponsor" }).press("Enter");
  await kenya.page.getByText("settle this later").waitFor();
  for (const one of [ghana, kenya]) await ownPages(one, ["/drafts", await page.getByRole("link", { name: title }).getAttribute("href")]);
  await kenya.page.getByRole("button", { name: "We would co-sponsor" }).press("Enter");
  await kenya.page.getByText("asked to do so by an act of its own").waitFor();
  await page.reload();
  await page.getByText("would co-sponsor these words").waitFor();
  await page.getByRole("button", { name: "Submit for" }).press("Enter");
  await page.getByText("Entered in the record").waitFor();
  await kenya.page.goto(address + home);
  await kenya.page.getByRole("link", { name: "A request to co-sponsor" }).press("Enter");
  await kenya.page.getByRole("button", { name: "Co-sponsor" }).press("Enter");
  await kenya.page.getByText("Entered in the record").waitFor();
  assert.match(await kenya.page.locator(".facts").innerText(), /Ghana, Kenya/);
}

/** Two readings nearly agree: the desk shows the difference, and a sponsor goes to the other's words by itself. */
async function sponsorsMerge(secretariat, ghana, kenya) {
  await kenya.page.goto(`${address}${home}/propose`);
  const words = `${await kenya.page.locator("#words").inputValue()} and to the safety of all who repair them`;
  await kenya.page.locator("#words").fill(words);
  await kenya.page.getByRole("button", { name: "Submit for" }).press("Enter");
  await kenya.page.getByText("Entered in the record").waitFor();
  const other = /P\d+/.exec(kenya.page.url())[0];
  const { page } = secretariat;
  await page.goto(`${address}${home}/desk`);
  const pair = page.locator("#near ~ details", { has: page.locator("ins, del", { hasText: /^all$/ }) });
  await pair.locator("summary").press("Enter");
  assert.match(await pair.innerText(), /1 word differs/);
  assert.match(await pair.innerText(), new RegExp(`Ghana.*alone has:.*those`, "s"));
  await ownPages(secretariat, ["/desk"]);
  const mine = new RegExp(`Revise (P\\d+) to the words of ${other}`).exec(await pair.innerText())[1];
  await ghana.page.goto(`${address}${home}/proposals/${mine}`);
  await ownPages(ghana, [`/proposals/${mine}`]);
  await ghana.page.getByRole("link", { name: `to the words of ${other}` }).press("Enter");
  assert.equal(await ghana.page.locator("#words").inputValue(), words);
  await ghana.page.getByRole("button", { name: "Submit for" }).press("Enter");
  await ghana.page.getByText("Entered in the record").waitFor();
  assert.match(await ghana.page.locator(".facts").first().innerText(), new RegExp(`Revises\\s+${mine}`));
}

/** What was decided is taken back at the desk, on an authority and with a reason; both stay on record. */
async function secretariatReverses({ page, call }) {
  await page.goto(`${address}${home}/desk`);
  const last = page.locator("#decisions ~ ul > li").first();
  const decision = await last.getAttribute("id");
  const words = await last.innerText();
  await last.locator("summary", { hasText: "Reverse" }).press("Enter");
  await last.getByLabel("On whose authority").fill("The Committee, by consensus");
  await last.getByLabel("Reasons").fill("It was taken too early");
  await last.getByRole("button", { name: "Reverse" }).press("Enter");
  await page.getByText("Entered in the record").waitFor();
  assert.equal(await page.locator(`#${decision}`).count(), 0, words);
  const decisions = await call("/committees/treaty/views/decisions", undefined, "get");
  assert.equal(decisions.find((one) => one.id === decision).reversed, "yes");
}

/** The Secretariat decides at its desk; a reader is told of it, and their page stays as it is. */
async function secretariatDecides(secretariat) {
  const reader = await person();
  await reader.page.goto(`${address}${home}/text`);
  const before = await reader.page.locator("main").innerText();
  const { page } = secretariat;
  await page.goto(`${address}${home}/desk`);
  const rivals = page.locator("#voting ~ details").first();
  await rivals.locator("summary").press("Enter");
  assert.match(await page.locator("#voting").innerText(), /Suggested order of voting, after rule 130/);
  assert.match(await rivals.locator("li").first().innerText(), /P\d+/);
  const way = rivals.locator("li a").first();
  const proposal = await way.innerText();
  await way.press("Enter");
  await page.waitForURL(new RegExp(`proposal=${proposal}`));
  assert.equal(await page.locator(`#d-${proposal}`).count(), 1);
  await page.goto(`${address}${home}/desk`);
  const first = page.locator("#decide ~ ul > li").first();
  await first.locator("summary", { hasText: "Adopt" }).press("Enter");
  await first.getByLabel("On whose authority").first().fill("The Committee, by consensus");
  await first.getByRole("button", { name: "Adopt" }).press("Enter");
  await page.locator("main [role=status], main [role=alert]").first().waitFor();
  assert.match(await page.locator("main").innerText(), /Entered in the record/);
  await reader.page.getByText("The record has grown").waitFor();
  assert.equal(await reader.page.locator("main").innerText(), before);
  await page.goto(`${address}${home}/desk?laws=checked`);
  await page.getByText("All laws hold").waitFor();
  await reader.context.close();
}

/** The operator drives the screen by keyboard; readers follow, one leaves it and comes back. */
async function screenInTheHall(secretariat) {
  const officers = await secretariat.call("/committees/treaty/views/officers", undefined, "get");
  await secretariat.call("/committees/treaty/acts/meeting.open", {
    formality: "formal", chair: officers[0].person, place: "Vienna, Board Room D",
  });
  const readers = [await person(), await person(), await person()];
  for (const one of readers) await one.page.goto(`${address}${home}/screen`);
  const first = await readers[0].page.locator(".now").innerText();
  const { page } = secretariat;
  await page.goto(`${address}${home}/screen`);
  await page.keyboard.press("Alt+N");
  await page.waitForLoadState();
  await readers[2].page.getByRole("link", { name: "Before" }).or(readers[2].page.getByRole("link", { name: "Next" })).first().click();
  for (const one of readers.slice(0, 2)) {
    await one.page.waitForFunction((was) => document.querySelector(".now").innerText !== was, first);
  }
  await readers[2].page.getByRole("link", { name: "Back to where the hall is" }).click();
  assert.equal(await readers[2].page.locator(".now").innerText(), await readers[0].page.locator(".now").innerText());
  // Words that are proposed in the room stand on every screen with their sponsor.
  await page.keyboard.press("Alt+W");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" without delay");
  await page.getByLabel("For which member").selectOption("FJI");
  await page.keyboard.press("Alt+E");
  await page.getByText("Entered in the record").waitFor();
  const entered = new URL(page.url()).search;
  for (const one of readers) await one.page.locator(".now .app", { hasText: "Fiji" }).first().waitFor();
  // What is open is not agreed; the next paragraph is.
  await page.keyboard.press("Alt+N");
  await page.waitForURL((url) => !url.href.endsWith(entered));
  await page.keyboard.press("Alt+A");
  await page.locator("details[open]").getByRole("button", { name: "Agree ad referendum" }).press("Enter");
  await page.getByText("Entered in the record").or(page.getByRole("alert")).waitFor();
  assert.equal(await page.getByRole("alert").count(), 0, await page.locator("main").innerText());
  for (const one of readers) await one.page.locator(".stamp", { hasText: "agreed ad referendum" }).waitFor();
  for (const one of readers) await one.context.close();
}

/** The Secretariat sends the files of two delegations at once, and confirms each by itself. */
async function filesOfOthers({ page }, scratch) {
  await page.goto(`${address}${home}/file?text=T7`);
  writeFileSync(join(scratch, "broken.docx"), "no pages");
  await page.getByLabel("Word file").setInputFiles(["Kenya", "Chile", "broken"].map((name) => join(scratch, `${name}.docx`)));
  await page.getByRole("button", { name: "Show what is understood" }).press("Enter");
  await page.getByText("3 files wait to be confirmed").waitFor();
  assert.equal(await page.getByRole("alert").count(), 1);
  assert.deepEqual(await page.getByLabel("For which member").evaluateAll((all) => all.map((one) => one.value)), ["KEN", "CHL"]);
  await page.getByRole("button", { name: "Set aside broken.docx" }).press("Enter");
  await page.getByText("2 files wait to be confirmed").waitFor();
  await page.getByRole("button", { name: "Submit Kenya.docx" }).press("Enter");
  await page.getByText("Entered in the record").waitFor();
  await page.getByText("1 file waits to be confirmed").waitFor();
  await page.getByRole("button", { name: "Submit Chile.docx" }).press("Enter");
  await page.getByText("No file waits any more").waitFor();
  assert.match(await page.locator("main").innerText(), /Kenya\.docx: P\d+\s+Chile\.docx: P\d+/);
}

/** The text goes out as a Word file, is changed in LibreOffice with changes recorded, and comes back. */
async function wordGoesOutAndBack(ghana, secretariat) {
  const { page, context } = ghana;
  const scratch = mkdtempSync(join(tmpdir(), "travaux-word-"));
  const file = await context.request.get(`${address}/api/v1${home}/texts/T7?form=docx&view=clean&language=en`);
  assert.ok(file.ok());
  writeFileSync(join(scratch, "out.docx"), await file.body());
  execFileSync("/usr/bin/python3", [new URL("../office/edit_word.py", import.meta.url).pathname, scratch], {
    input: JSON.stringify(["Ghana", "Kenya", "Chile"].map((author) => ({
      source: join(scratch, "out.docx"),
      target: join(scratch, `${author}.docx`),
      author,
      steps: [{ act: "replace", find: "in time of peace", by: `in time of peace and of tension ${author === "Ghana" ? "" : "with others"}`.trim() }],
    }))),
  });
  await page.goto(`${address}${home}/file?text=T7`);
  await page.getByLabel("Word file").setInputFiles(join(scratch, "Ghana.docx"));
  await page.getByRole("button", { name: "Show what is understood" }).press("Enter");
  await page.getByRole("checkbox").first().waitFor();
  assert.equal(await page.getByRole("checkbox", { checked: true }).count(), 1);
  assert.match(await page.locator("main").innerText(), /and of tension/);
  await page.getByRole("button", { name: "Submit" }).press("Enter");
  await page.waitForURL(/proposals\/P\d+\?done=/);
  assert.match(await page.locator("main").innerText(), /and of tension/);
  await filesOfOthers(secretariat, scratch);
  rmSync(scratch, { recursive: true });
}

/** The next text is published behind the laws, and is what everybody reads then. */
async function secretariatPublishes({ page }) {
  await page.goto(`${address}${home}/desk?laws=checked`);
  await page.getByLabel("Symbol").fill("EXAMPLE/4/Rev.2");
  await page.getByLabel("On whose request").fill("The Committee, at its third session");
  await page.getByRole("button", { name: "Publish" }).press("Enter");
  await page.getByText("Entered in the record").or(page.getByRole("alert")).waitFor();
  assert.equal(await page.getByRole("alert").count(), 0, await page.locator("main").innerText());
  await page.goto(`${address}${home}/text`);
  assert.match(await page.locator(".title").innerText(), /EXAMPLE\/4\/Rev\.2/);
}

/** A document is entered under its symbol, its file is looked at, and it is released and found. */
async function documentsAppear({ page }) {
  const entered = async (what) => {
    await page.getByText("Entered in the record").or(page.getByRole("alert")).waitFor();
    assert.equal(await page.getByRole("alert").count(), 0, `${what}: ${await page.locator("main").innerText()}`);
  };
  await page.goto(`${address}${home}/documents`);
  const enter = page.locator('form[action*="document.enter"]');
  await enter.getByLabel("Symbol").fill("EXAMPLE/CRP.1");
  await enter.getByLabel("Title").fill("Provisions side by side");
  await enter.getByLabel("Kind").selectOption("compilation");
  await enter.getByRole("button").press("Enter");
  await entered("a document");
  await page.getByRole("link", { name: "EXAMPLE/CRP.1" }).click();
  const send = async (name, words) => {
    await page.getByLabel("File (").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(words) });
    await page.getByRole("button", { name: "Add the version" }).press("Enter");
  };
  await send("paper.pdf", "These are no pages.");
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").innerText(), /it is no pdf file/);
  await page.goto(`${address}${home}/documents/EXAMPLE/CRP.1`);
  await send("paper.txt", "Provisions on unheard-of things, side by side.\n");
  await entered("a version");
  const visitor = await person();
  await visitor.page.goto(`${address}${home}/search?q=unheard-of`);
  assert.equal(await visitor.page.locator("mark").count(), 0);
  await page.getByRole("button", { name: "Release in all languages" }).press("Enter");
  await entered("a release");
  await visitor.page.goto(`${address}${home}/documents?series=conference_room_paper`);
  await visitor.page.getByRole("link", { name: "EXAMPLE/CRP.1" }).waitFor();
  await tabTo(visitor.page, () => document.activeElement.name === "q");
  await visitor.page.keyboard.type("UNHEARD-OF things");
  await visitor.page.keyboard.press("Enter");
  await visitor.page.locator("mark", { hasText: "unheard" }).waitFor();
  await visitor.page.locator("main").getByRole("link", { name: "EXAMPLE/CRP.1" }).click();
  const [download] = await Promise.all([
    visitor.page.waitForEvent("download"),
    visitor.page.getByRole("link", { name: "English .txt" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "EXAMPLE-CRP.1.en.txt");
  await visitor.page.goto(`${address}${home}/documents`);
  const written = visitor.page.locator("form", { has: visitor.page.locator("#written-session") });
  await written.getByLabel("Language").selectOption("ar");
  await written.getByRole("button", { name: "Compilation of proposals" }).press("Enter");
  await visitor.page.locator("h1", { hasText: "تجميع المقترحات" }).waitFor();
  await visitor.context.close();
  await paperIsPlanned(page, enter);
}

/** A document for a session to come stands in its plan; it has a page of its own in each language. */
async function paperIsPlanned(page, enter) {
  await page.goto(`${address}${home}/documents`);
  await enter.getByLabel("Symbol").fill("EXAMPLE/77");
  await enter.getByLabel("Title").fill("Definitions compared");
  await enter.getByLabel("Kind").selectOption("background_document");
  await enter.getByLabel("Session").selectOption("S6");
  await enter.getByRole("button").press("Enter");
  await page.getByText("Entered in the record").waitFor();
  await page.goto(`${address}${home}/plan`);
  assert.match(await page.locator("tr", { hasText: "EXAMPLE/77" }).innerText(), /Fifth session.*Definitions compared.*green/s);
  const context = await browser.newContext({ bypassCSP: true });
  const reader = await context.newPage();
  for (const language of ["en", "ar"]) {
    await reader.goto(`${address}${home}/plan?language=${language}`);
    await reader.getByRole("link", { name: "EXAMPLE/77", exact: true }).press("Enter");
    await reader.locator("h1").getByText("Definitions compared").waitFor();
    await check(reader, "a document", language);
  }
  await context.close();
}

/** Whoever may not is told so, and nothing is done. */
async function refusals(kenya) {
  const visitor = await person();
  const desk = await visitor.page.goto(`${address}${home}/desk`);
  assert.equal(desk.status(), 403);
  await visitor.page.getByRole("alert").waitFor();
  const refused = await kenya.context.request.post(`${address}${home}/do/proposal.adopt`, {
    form: { proposal: "P8", meeting: "out_of_session", authority: "Kenya", back: home },
  });
  assert.equal(refused.status(), 403);
  assert.match(await refused.text(), /Nothing has been entered/);
  const unknown = await visitor.page.goto(`${address}${home}/proposals/P999`);
  assert.equal(unknown.status(), 404);
  await visitor.context.close();
}

/** What is typed is shown as it was typed, wherever it is shown. */
async function markupIsWords(secretariat, ghana) {
  const hostile = `<script>document.title='taken'</script><img src=x onerror="document.title='taken'">"'&amp;`;
  const done = await ghana.call("/committees/treaty/acts/proposal.submit", {
    text: "T7",
    parts: [{ part: "note", provision: "article 2", text: hostile }],
    reason: hostile,
  });
  for (const path of [`/proposals/${done.born[0]}`, "/text", `/entries/${done.entry}`, "/entries", "/proposals", "/desk"]) {
    await secretariat.page.goto(address + home + path);
    assert.notEqual(await secretariat.page.title(), "taken", path);
    assert.equal(await secretariat.page.locator("main img, main script").count(), 0, path);
  }
  await secretariat.page.goto(`${address}${home}/proposals/${done.born[0]}`);
  assert.ok((await secretariat.page.locator("main").innerText()).includes(hostile.replace(/\s+/g, " ")));
}

/** The first two accounts are made with the link that the server prints. */
async function secretariatBegins() {
  const secretariat = await person();
  await secretariat.page.goto(link);
  for (const who of ["administrator", "secretariat"]) {
    await secretariat.page.locator(`#${who}_name`).fill(who);
    await secretariat.page.locator(`#${who}_address`).fill(`${who}@example.org`);
    await secretariat.page.locator(`#${who}_password`).fill(password);
  }
  await secretariat.page.locator("main button").click();
  await secretariat.page.waitForURL(/\/account/);
  return secretariat;
}

async function takePictures(people) {
  for (const [who, one] of Object.entries(people)) {
    for (const [what, path] of Object.entries({ home: "", desk: "/desk?laws=checked", propose: "/propose" })) {
      await one.page.goto(`${address}${home}${path}`);
      await one.page.screenshot({ path: `${folder}/${who}-${what}.png`, fullPage: true });
    }
  }
}

const journeys = {
  /** A delegate proposes, checks the receipt, and everybody reads it. */
  async short() {
    const secretariat = await secretariatBegins();
    const ghana = await delegate(secretariat, "GHA");
    await delegateProposes(ghana);
    await readerSeesWords("and to the safety of those who repair them", "Ghana");
  },
  async whole() {
    // A quick run has every page in two languages and some in all; a long one has everything.
    const isLong = folder || process.env.TRAVAUX_LONG;
    const some = ["home", "text", "propose", "entry", "plan"];
    const isWhole = (language) => language === "en" || language === "ar";
    await everyPage(1280, "light", (what, language) => isLong || isWhole(language) || some.includes(what));
    await everyPage(360, "dark", (what, language) => isLong || (isWhole(language) && some.includes(what)));
    const secretariat = await secretariatBegins();
    await readerFindsAuthor();
    await readerComparesPlans();
    const ghana = await delegate(secretariat, "GHA");
    const kenya = await delegate(secretariat, "KEN");
    await delegateProposes(ghana);
    await delegatePastes(ghana);
    await othersJoin(kenya);
    await delegationsDraft(ghana, kenya);
    await sponsorsMerge(secretariat, ghana, kenya);
    await secretariatDecides(secretariat);
    await secretariatReverses(secretariat);
    const together = { secretariat, colleague: await colleague(), ghana, kenya };
    await peopleActTogether(together, { address, home, readerSeesWords });
    await wordGoesOutAndBack(ghana, secretariat);
    await peopleAreInvited(secretariat);
    await secretariatPlans(secretariat, { address, home, person });
    await screenInTheHall(secretariat);
    await refusals(kenya);
    await markupIsWords(secretariat, ghana);
    await secretariatPublishes(secretariat);
    await documentsAppear(secretariat);
    if (folder) await takePictures({ secretariat, ghana });
  },
};

try {
  await journeys[journey]();
  console.log("site: read, proposed, joined, decided and refused");
} finally {
  await browser.close();
}
