// How long a reader waits for a page of the site: on a slow line, and on a slow machine.
// Usage: node bench/site.mjs ADDRESS OF A PAGE [ROUNDS]
// Prints medians with their limits. The line is 400 kbit/s with a round trip of 400 ms; the slow
// machine has a window of 360 pixels and a processor slowed four times.
// SPDX-License-Identifier: MIT
import { chromium } from "playwright-core";

const [page_address, rounds = "5"] = process.argv.slice(2);
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});

const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];

async function visit({ width, slowed, network }) {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  if (network) {
    await client.send("Network.enable");
    await client.send("Network.emulateNetworkConditions", network);
  }
  if (slowed) await client.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await page.addInitScript(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, task.duration);
    }).observe({ type: "longtask", buffered: true });
  });
  await page.goto(page_address, { waitUntil: "load" });
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  const painted = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
  const scrolled = await page.evaluate(async () => {
    // A quick flick from the start of each third of the text: 6,000 pixels a second at 60 frames.
    const [third, frames, step] = [document.documentElement.scrollHeight / 3, 100, 100];
    globalThis.longest = 0;
    for (let frame = 0; frame < 3 * frames; ++frame) {
      scrollTo(0, Math.floor(frame / frames) * third + (frame % frames) * step);
      await new Promise(requestAnimationFrame);
    }
    await new Promise((done) => setTimeout(done, 200));
    return globalThis.longest;
  });
  const brackets = await page.locator(".rd").count();
  await context.close();
  return { painted, scrolled, brackets };
}

try {
  const kinds = {
    "text visible, 400 kbit/s and 400 ms": [{ width: 1280, network: line }, "painted", 3000],
    "text painted": [{ width: 1280 }, "painted", 1500],
    "text painted, phone, four times slower": [{ width: 360, slowed: 4 }, "painted", 1500],
    "longest task while scrolling, phone, four times slower": [{ width: 360, slowed: 4 }, "scrolled", 50],
  };
  for (const [name, [how, what, limit]] of Object.entries(kinds)) {
    const found = [];
    let brackets = 0;
    for (let round = 0; round < Number(rounds); ++round) {
      const one = await visit(how);
      found.push(one[what]);
      brackets = one.brackets;
    }
    const took = Math.round(median(found));
    const verdict = took <= limit ? "within" : "over";
    console.log(`${name}: ${took} ms, ${verdict} the limit of ${limit} ms (${brackets} readings)`);
  }
} finally {
  await browser.close();
}
