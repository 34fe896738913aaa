// People act at once, and lines drop: nothing is lost, nothing is done twice, and whoever comes second is told.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";

const inTheRecord = (page) => page.getByText("Entered in the record as entry");

/** The page on which words for the last provision of the text are written, as it was when it was opened. */
async function openAtLast({ page }, { address, home }) {
  await page.goto(`${address}${home}/propose`);
  const last = await page.locator("#provision option").last().getAttribute("value");
  const place = `${address}${home}/propose?text=T7&provision=${last}&kind=text`;
  await page.goto(place);
  return { place, words: await page.locator("#words").inputValue() };
}

async function submit({ page }) {
  await page.getByRole("button", { name: "Submit for" }).press("Enter");
  await inTheRecord(page).waitFor();
  return /P\d+/.exec(page.url())[0];
}

/** Two delegations write on one provision: both stand in the text, each with its words and its name. */
async function twoProposeAtOnce({ ghana, kenya }, site) {
  const { words } = await openAtLast(ghana, site);
  await openAtLast(kenya, site);
  const endings = { ghana: "as far as is practicable", kenya: "without any delay whatsoever" };
  await ghana.page.locator("#words").fill(`${words} ${endings.ghana}`);
  await kenya.page.locator("#words").fill(`${words} ${endings.kenya}`);
  await kenya.page.locator("#reason").fill("Delay is what cables suffer from");
  await kenya.page.locator("#preview .say").waitFor();
  const first = await submit(ghana);
  // The other is told that the record has grown, and what it typed stays as it is.
  await kenya.page.getByText("The record has grown").waitFor();
  await kenya.page.getByRole("link", { name: "Show it" }).click();
  await kenya.page.locator("#preview", { hasText: endings.ghana }).waitFor();
  assert.equal(await kenya.page.locator("#words").inputValue(), `${words} ${endings.kenya}`);
  assert.equal(await kenya.page.locator("#reason").inputValue(), "Delay is what cables suffer from");
  const second = await submit(kenya);
  assert.notEqual(first, second);
  for (const [member, ending] of [["Ghana", endings.ghana], ["Kenya", endings.kenya]]) await site.readerSeesWords(ending, member);
  const { page } = ghana;
  for (const [proposal, member, ending] of [[first, "Ghana", endings.ghana], [second, "Kenya", endings.kenya]]) {
    await page.goto(`${site.address}${site.home}/proposals/${proposal}`);
    const shown = await page.locator("main").innerText();
    assert.match(shown, new RegExp(`Sponsors\\s+${member}\\s+Status\\s+open`));
    assert.ok(shown.includes(ending), shown);
  }
  return { first, second };
}

/** Opens the form of an act on a proposal at the desk and fills it in, but does not send it. */
async function prepare({ page }, { address, home }, proposal, act, authority) {
  await page.goto(`${address}${home}/desk?proposal=${proposal}`);
  const item = page.locator(`#d-${proposal}`);
  await item.locator("summary", { hasText: act }).press("Enter");
  const form = item.locator("details[open]");
  await form.getByLabel("On whose authority").fill(authority);
  return form.getByRole("button", { name: act });
}

/** The second of two who act on one object: told what came in between, with what was typed kept. */
async function isTold(page, proposal, what) {
  await page.getByRole("alert").filter({ hasText: `${proposal} has changed since the page` }).waitFor();
  await page.getByText("Nothing has been entered").waitFor();
  assert.match(await page.locator("#meanwhile + ul").innerText(), what);
  return page.getByRole("button", { name: "Enter it all the same" });
}

/** Two of the Secretariat decide on one proposal: one decision stands, and the other of them sees which. */
async function twoDecideAtOnce({ secretariat, colleague }, site, proposal) {
  const adopt = await prepare(secretariat, site, proposal, "Adopt", "The Committee, by consensus");
  const drop = await prepare(colleague, site, proposal, "Drop", "The Bureau");
  await adopt.press("Enter");
  await inTheRecord(secretariat.page).waitFor();
  await drop.press("Enter");
  const again = await isTold(colleague.page, proposal, new RegExp(`^\\d+ .*${proposal}`));
  await again.press("Enter");
  await colleague.page.locator("#meanwhile").waitFor({ state: "detached" });
  await colleague.page.getByRole("alert").waitFor();
  await colleague.page.getByText("Nothing has been entered").waitFor();
  await colleague.page.getByRole("link", { name: "Back", exact: true }).press("Enter");
  await colleague.page.waitForURL(/\/desk/);
  const decisions = await secretariat.call("/committees/treaty/views/decisions", undefined, "get");
  const kinds = decisions.filter((one) => one.proposal === proposal).map((one) => one.kind);
  assert.deepEqual(kinds, ["adopt_proposal"]);
}

/** What came in between need not stand against it: whoever has read it goes on, with what was typed. */
async function secondGoesOn({ colleague, ghana, secretariat }, site, proposal) {
  const drop = await prepare(colleague, site, proposal, "Drop", "The Bureau, for want of support");
  await ghana.page.goto(`${site.address}${site.home}/proposals/${proposal}`);
  await ghana.page.getByRole("button", { name: "Co-sponsor" }).press("Enter");
  await inTheRecord(ghana.page).waitFor();
  await drop.press("Enter");
  const again = await isTold(colleague.page, proposal, /Ghana/);
  await again.press("Enter");
  await inTheRecord(colleague.page).waitFor();
  const decisions = await secretariat.call("/committees/treaty/views/decisions", undefined, "get");
  assert.equal(decisions.filter((one) => one.proposal === proposal).length, 1);
  assert.match(await colleague.page.locator("#decisions ~ ul li").first().innerText(), /The Bureau, for want of support/);
}

/** A line that drops while somebody types, or as they submit, loses nothing. */
async function lineDrops({ page, context }, { address, home }) {
  const place = `${address}${home}/propose?kind=reserve`;
  await page.goto(place);
  await context.setOffline(true);
  await page.locator("#words").fill("Ghana awaits instructions");
  await page.locator("#reason").fill("The capital is asleep");
  await page.getByText("The connection is lost").waitFor();
  await context.setOffline(false);
  await page.reload();
  const isThere = async () => {
    await page.locator("#preview .say").waitFor();
    assert.equal(await page.locator("#words").inputValue(), "Ghana awaits instructions");
    assert.equal(await page.locator("#reason").inputValue(), "The capital is asleep");
  };
  await isThere();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Submit for" }).press("Enter");
  await page.waitForURL(/^chrome-error:/);
  await context.setOffline(false);
  await page.goto(place);
  await isThere();
  // What was typed for one provision never stands in the field of another.
  for (const index of [3, 4]) {
    const words = `Reservation ${index}`;
    await page.locator("#provision").selectOption({ index });
    await page.getByRole("button", { name: "Go there" }).press("Enter");
    await page.waitForURL(/provision=/);
    assert.equal(await page.locator("#words").inputValue(), "");
    await page.locator("#words").fill(words);
    await page.getByRole("button", { name: "Show what it does" }).press("Enter");
    await page.waitForURL(/\/propose$/);
    assert.equal(await page.locator("#words").inputValue(), words);
    await page.locator("#words").fill(`${words}, at more length`);
  }
  await page.getByRole("button", { name: "Add another change" }).press("Enter");
  await page.getByText("Take out").waitFor();
  await page.goto(place);
  await isThere();
  await submit({ page });
  await page.goto(place);
  assert.equal(await page.locator("#words").inputValue(), "");
}

/** All of that, by two of the Secretariat and two delegations; a site is its address, its home, and what readers see. */
export async function peopleActTogether(people, site) {
  await lineDrops(people.ghana, site);
  const { first, second } = await twoProposeAtOnce(people, site);
  await twoDecideAtOnce(people, site, first);
  await secondGoesOn(people, site, second);
}
