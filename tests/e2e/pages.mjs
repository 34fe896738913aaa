// The pages of accounts in a real browser, in every language, on a wide screen and on a phone.
// Usage: node pages.mjs ADDRESS FIRST_LINK [FOLDER]; with FOLDER it leaves pictures there.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const [address, link, folder] = process.argv.slice(2);
const languages = ["ar", "zh", "en", "fr", "ru", "es"];
const password = "correct horse battery";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});

// What holds for every page in a language.
async function check(page, language) {
  const found = await page.evaluate(() => ({
    language: document.documentElement.lang,
    direction: getComputedStyle(document.body).direction,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    links: [...document.querySelectorAll(".langs a")].map((one) => one.lang),
    current: document.querySelector(".langs a[aria-current]").lang,
    unlabelled: [...document.querySelectorAll("input:not([type=hidden]), select")].filter((one) => one.labels.length === 0).length,
    small: [...document.querySelectorAll("button")].filter((one) => one.clientHeight < 24).length,
    styled: getComputedStyle(document.querySelector(".langs")).display === "flex",
  }));
  assert.deepEqual(found, {
    language,
    direction: language === "ar" ? "rtl" : "ltr",
    overflow: 0,
    links: languages,
    current: language,
    unlabelled: 0,
    small: 0,
    styled: true,
  });
}

try {
  for (const [name, width] of [["phone", 360], ["wide", 1280]]) {
    const context = await browser.newContext({ viewport: { width, height: 740 } });
    const page = await context.newPage();
    const picture = async (what, language) => {
      if (folder) await page.screenshot({ path: `${folder}/${what}-${language}-${name}.png`, fullPage: true });
    };
    for (const language of languages) {
      await page.goto(`${link}?language=${language}`);
      await check(page, language);
      await picture("accept", language);
      await page.goto(`${address}/log_in?language=${language}`);
      await check(page, language);
      await page.locator("#address").fill("nobody@example.org");
      await page.locator("#password").fill(password);
      await page.locator("form button").click();
      // What is refused is said in the language of the page, which it keeps.
      await page.getByRole("alert").waitFor();
      await check(page, language);
      await picture("refused", language);
    }
    await context.close();
  }

  // Somebody takes up an account in Arabic, looks at it in Chinese, and keeps that.
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(link);
  await page.locator(".langs a[lang=ar]").click();
  for (const who of ["administrator", "secretariat"]) {
    await page.locator(`#${who}_name`).fill(who);
    await page.locator(`#${who}_address`).fill(`${who}@example.org`);
    await page.locator(`#${who}_password`).fill(password);
  }
  await page.locator("main button").click();
  await page.waitForURL(/\/account/);
  await check(page, "ar");
  if (folder) await page.screenshot({ path: `${folder}/account-ar-phone.png`, fullPage: true });
  await page.locator(".langs a[lang=zh]").click();
  await check(page, "zh");
  if (folder) await page.screenshot({ path: `${folder}/account-zh-phone.png`, fullPage: true });
  await page.locator("form[action^='/language'] button").click();
  await page.waitForURL(`${address}/account`);
  await check(page, "zh");
} finally {
  await browser.close();
}
