// Does in a browser what a page of the documents tells a reader to do, line by line.
// Usage: node tour.mjs ADDRESS FIRST_LINK <LINES, where a line is one of
//     open   the link that ./run prints | PATH
//     type   WORDS   into   [GROUP: ]LABEL
//     press  BUTTON
//     follow LINK
//     see    WORDS
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [address, link] = process.argv.slice(2);
const lines = readFileSync(0, "utf8").split("\n").filter((line) => line.trim() !== "");

const verbs = {
  open: (page, [where]) => page.goto(where === "the link that ./run prints" ? link : address + where),
  type: async (page, [words, group, label]) => {
    const place = group ? page.getByRole("group", { name: group }) : page;
    await place.getByLabel(label).first().fill(words);
  },
  press: async (page, [button]) => {
    await page.getByRole("button", { name: button, exact: true }).first().click();
    await page.waitForLoadState();
  },
  follow: async (page, [words]) => {
    await page.getByRole("link", { name: words }).first().click();
    await page.waitForLoadState();
  },
  see: (page, [words]) => page.getByText(words).first().waitFor({ timeout: 10_000 }),
};
const shapes = {
  open: /^open +(.+)$/,
  type: /^type +(.+?) +into +(?:(.+): )?(.+)$/,
  press: /^press +(.+)$/,
  follow: /^follow +(.+)$/,
  see: /^see +(.+)$/,
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});
try {
  const page = await browser.newPage({ locale: "en" });
  for (const line of lines) {
    const verb = line.trim().split(" ")[0];
    const parts = shapes[verb]?.exec(line.trim());
    assert.ok(parts, `a line says nothing that can be done: ${line}`);
    try {
      await verbs[verb](page, parts.slice(1));
    } catch (error) {
      throw new Error(`${line}\n${error.message}\nThe page has:\n${await page.innerText("body")}`);
    }
  }
} finally {
  await browser.close();
}
