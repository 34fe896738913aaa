// What the Secretariat does with the calendar: it tries out days, plans sessions, their agendas and the rules.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";

/** A session dragged along the line by some three weeks is tried three weeks later. */
async function dragSession(page, { address, home }, language, ahead) {
  await page.goto(`${address}${home}/plan?language=${language}`);
  assert.ok(await page.locator("[data-drag]").isVisible());
  const bar = page.locator("[data-session=S5]");
  await bar.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await bar.boundingBox();
  const way = await page.locator("[data-plan]").evaluate((line) =>
    (23 * line.ownerSVGElement.getBoundingClientRect().width) / line.dataset.days);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + way * ahead, y + height / 2, { steps: 3 });
  await page.mouse.up();
  await page.waitForURL(/move=S5&days=21/);
  assert.equal(await page.locator(".told[role=status]").count(), 1);
}

/** The Secretariat tries a session on other days, then enters days that are proposed; the feed follows. */
async function movesSession({ page }, site) {
  const { address, home } = site;
  await page.goto(`${address}${home}/plan`);
  const later = page.locator("#S5 a", { hasText: "Two weeks later" });
  await later.press("Enter");
  await page.waitForURL(/move=S5&days=14/);
  assert.match(await page.locator(".told[role=status]").innerText(),
    /Fourth session, moved by 14 days.*Fifth session.*red: too late.*days too late: work on it begins on 2023-01/s);
  await page.locator(".told[role=status] a", { hasText: "sessions after it" }).press("Enter");
  await page.waitForURL(/move=S5&days=14&along=yes/);
  assert.match(await page.locator(".told[role=status]").innerText(), /Fourth session and the sessions after it, moved by 14 days/);
  assert.ok(await page.locator("[data-moved='14']").count() > 1);
  await page.getByRole("link", { name: "Back to the plan on record" }).press("Enter");
  await page.waitForURL(/plan(\?language=en)?$/);
  await page.locator("tr", { hasText: "Fifth session" }).getByRole("link", { name: "Try a week later" }).press("Enter");
  await page.waitForURL(/late=S6&paper=draft&days=7/);
  assert.match(await page.locator(".told[role=status]").innerText(),
    /handed in 7 days after its latest day.*Fifth session, issue: 25 January 2023 → 10 February 2023.*red: too late.*7 days too late/s);
  await page.goto(`${address}${home}/plan?late=S6&paper=nothing&days=7`);
  assert.match(await page.getByRole("alert").innerText(), /no such session or paper: nothing/);
  await dragSession(page, site, "en", 1);
  await dragSession(page, site, "ar", -1);
  await page.goto(`${address}${home}/plan?language=en`);
  await page.locator("#reason-S7").fill("Proposed by the Secretariat");
  await page.locator("form", { has: page.locator("#reason-S7") }).locator("button").press("Enter");
  await page.waitForURL(/done=/);
  const feed = await page.request.get(`${address}/api/v1${home}/calendar.ics`);
  assert.match(await feed.text(), /DTSTART:202308\d\dT080000Z/);
}

/** The Secretariat proposes an agenda and organizes the work; everybody sees both, and nobody else may. */
async function proposesAgenda({ page }, { address, home, person }) {
  const place = `${address}${home}/sessions/S5`;
  await page.goto(place);
  await page.locator("summary", { hasText: "Propose the agenda" }).press("Enter");
  await page.locator("#title-1").fill("Opening of the session");
  await page.locator("#title-2").fill("Cooperation");
  await page.locator("#subitems-2").fill("Article 6\n\nArticle 7");
  await page.locator("#annotation-2").fill("Articles 6 and 7.");
  await page.locator("#documents-2").fill("EXAMPLE/4, EXAMPLE/99");
  await page.getByRole("button", { name: "Propose the agenda" }).press("Enter");
  await page.waitForURL(/done=/);
  assert.deepEqual(await page.locator("#agenda ~ ol > li").allInnerTexts().then((all) => all.map((one) => one.replace(/\s+/g, " "))),
    ["Opening of the session", "Cooperation (a) Article 6 (b) Article 7 Articles 6 and 7. EXAMPLE/4, EXAMPLE/99"]);
  assert.equal(await page.locator("#agenda ~ ol a").count(), 1);
  await page.locator("summary", { hasText: "Organize the work" }).press("Enter");
  const day = page.locator("#morning-2022-12-12");
  await day.fill("1 to 2");
  await day.press("Enter");
  await page.getByRole("alert").waitFor();
  await page.goto(place);
  await page.locator("summary", { hasText: "Organize the work" }).press("Enter");
  await day.fill("1-2");
  await day.press("Enter");
  await page.waitForURL(/done=/);
  const visitor = await person();
  await visitor.page.goto(place);
  assert.match(await visitor.page.locator("tr", { hasText: "Monday, 12 December 2022" }).innerText(), /1\. Opening of the session\s*2\. Cooperation/);
  assert.equal(await visitor.page.locator("details form").count(), 0);
  const refused = await visitor.page.request.post(`${place}/agenda`, { form: { title: "Mine" }, headers: { origin: address } });
  assert.ok(refused.status() >= 400, `a visitor proposes an agenda: ${refused.status()}`);
  await visitor.context.close();
}

/** The Secretariat sets a rule of the plan and the rates; papers and costs follow. */
async function setsRules({ page }, { address, home }) {
  await page.goto(`${address}${home}/plan`);
  await page.locator("summary", { hasText: "Set the rules" }).press("Enter");
  await page.locator("#rule_source").fill("Conference management");
  await page.locator("#plan_rule_submit_weeks").fill("12");
  await page.locator("#rule_month_0").fill("7");
  await page.locator("form", { has: page.locator("#rule_source") }).locator("button").press("Enter");
  await page.waitForURL(/done=/);
  assert.match(await page.locator("dl.facts").last().innerText(), /weeks before\s+12/);
  await page.goto(`${address}${home}/resources`);
  assert.equal(await page.getByText("No rates are on record yet").count(), 1);
  await page.locator("summary", { hasText: "Set the rates" }).press("Enter");
  for (const [field, value] of [["#rate_source", "Budget office"], ["#rate_currency", "USD"], ["#rate_as_of", "2022-01-01"], ["#rate_meeting", "100000"]]) {
    await page.locator(field).fill(value);
  }
  await page.locator("form", { has: page.locator("#rate_source") }).locator("button").press("Enter");
  await page.waitForURL(/done=/);
  assert.match(await page.locator("tr", { hasText: "Fourth session" }).first().innerText(), /USD\s20,000\.00/);
}

/** Opens a form that is folded, and fills its fields. */
async function fillFolded(page, words, fields) {
  await page.locator("summary", { hasText: words }).press("Enter");
  for (const [field, value] of Object.entries(fields)) await page.locator(`#${field}`).fill(value);
}

/** The Secretariat plans a session in words, gives it days, makes a call before it, and enters what it achieves. */
async function plansSession({ page }, { address, home }) {
  await page.goto(`${address}${home}/plan`);
  await fillFolded(page, "Plan a session", { title: "Ninth session", words: "Two weeks in December 2035", tasks: "Adopt the rules\n\nAdopt the report" });
  await page.locator("form:has(#tasks) button").press("Enter");
  await page.waitForURL(/done=/);
  assert.match(await page.locator("tr", { hasText: "Ninth session" }).first().innerText(), /1 December 2035 – 31 December 2035/);
  const place = `${address}${home}/sessions/S10`;
  await page.goto(place);
  const dates = { words: "8 to 19 December", opens: "2035-12-19", closes: "2035-12-08", "dates-reason": "The room is free" };
  await fillFolded(page, "Give other dates", dates);
  await page.locator("#dates-reason").press("Enter");
  await page.getByRole("alert").waitFor();
  await page.goto(place);
  await fillFolded(page, "Give other dates", { ...dates, opens: "2035-12-08", closes: "2035-12-19" });
  await page.locator("#standing").selectOption("confirmed");
  await page.locator("#station").selectOption("geneva");
  await page.locator("#dates-reason").press("Enter");
  await page.waitForURL(/done=/);
  assert.match(await page.locator(".title").innerText(), /8 December 2035 – 19 December 2035, confirmed, Geneva/);
  await page.goto(place);
  await fillFolded(page, "Open a call", { subject: "Views on the rules", deadline: "2035-10-01", reminders: "14, 1-2" });
  await page.locator("#reminders").press("Enter");
  await page.waitForURL(/done=/);
  await page.goto(`${address}${home}/calendar`);
  assert.match(await page.locator("li", { hasText: "Views on the rules" }).last().innerText(), /1 October 2035.*Europe\/Zurich/s);
  await page.goto(place);
  await page.getByRole("button", { name: "Close the call" }).press("Enter");
  await page.waitForURL(/done=/);
  assert.equal(await page.getByRole("button", { name: "Close the call" }).count(), 0);
  await page.goto(place);
  await fillFolded(page, "Enter a task as done", { "task-authority": "The Committee, by consensus" });
  await page.locator("#task-authority").press("Enter");
  await page.waitForURL(/done=/);
  assert.match(await page.locator(".title li", { hasText: "Adopt the rules" }).innerText(), /done/);
  await page.goto(`${address}${home}/desk`);
  await fillFolded(page, "Open a meeting", { room: "Board Room D" });
  await page.locator("#held-in").selectOption({ label: "Ninth session" });
  await page.locator("#room").press("Enter");
  const meeting = page.locator("#meetings ~ ul li", { hasText: "Board Room D" });
  assert.match(await meeting.innerText(), /meeting 1, Board Room D, open/);
  await meeting.getByRole("button", { name: "Close" }).press("Enter");
  await meeting.waitFor({ state: "detached" });
}

/** All of that, by somebody who is logged in as the Secretariat; a site is its address, its home, and who visits it. */
export async function secretariatPlans(secretariat, site) {
  await movesSession(secretariat, site);
  await proposesAgenda(secretariat, site);
  await setsRules(secretariat, site);
  await plansSession(secretariat, site);
}
