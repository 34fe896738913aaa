// Passkeys with a real browser: Chromium's virtual authenticator makes a key for a server on this
// machine and logs in by it. Usage: node passkeys.mjs ADDRESS FIRST_LINK, ADDRESS under `localhost`.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const [address, link] = process.argv.slice(2);
const password = "correct horse battery";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});
try {
  const context = await browser.newContext({ locale: "en" });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });

  await page.goto(link);
  for (const who of ["administrator", "secretariat"]) {
    await page.getByLabel("Name").and(page.locator(`#${who}_name`)).fill(who);
    await page.locator(`#${who}_address`).fill(`${who}@example.org`);
    await page.locator(`#${who}_password`).fill(password);
  }
  await page.getByRole("button", { name: "Accept" }).click();
  await page.waitForURL(`${address}/account`);
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "secretariat");

  // A key is made on the page, with a name, and is in the list.
  await page.getByLabel("Name of the passkey").fill("phone");
  await page.getByRole("button", { name: "Add a passkey" }).press("Enter");
  await page.locator("li", { hasText: "phone, since" }).waitFor();

  // It opens the account on the page of the log-in. What it answered is good once.
  await page.request.post(`${address}/api/v1/log_out`);
  await page.goto(`${address}/log_in`);
  const sent = page.waitForRequest(/log_in\/passkey/);
  await page.getByRole("button", { name: "Log in with a passkey" }).press("Enter");
  await page.waitForURL(`${address}/account`);
  assert.match(await page.locator("main").innerText(), /by passkey/);
  const again = await page.request.post(`${address}/api/v1/log_in/passkey`, { data: (await sent).postDataJSON() });
  assert.equal((await again.json()).id, "passkey.refused");

  // Who has ended the key is told that it opens nothing, and that it was not used where the browser has none.
  await page.locator("li", { hasText: "phone, since" }).getByRole("button").press("Enter");
  await page.locator("li", { hasText: "phone, since" }).waitFor({ state: "detached" });
  await page.request.post(`${address}/api/v1/log_out`);
  await page.goto(`${address}/log_in`);
  await page.getByRole("button", { name: "Log in with a passkey" }).press("Enter");
  await page.getByRole("alert").waitFor();
  await devtools.send("WebAuthn.clearCredentials", { authenticatorId });
  await page.goto(`${address}/log_in?language=fr`);
  await page.getByRole("button", { name: "Se connecter" }).last().press("Enter");
  await page.getByText("Aucune clé d’accès n’a été utilisée").waitFor();
  console.log("passkeys: a key was made, logged in by, and its answer was good once");
} finally {
  await browser.close();
}
