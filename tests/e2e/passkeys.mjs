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
  // The pages let no script run; what a script of the site would do is done from outside.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
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

  await page.evaluate(() => {
    const bytes = (text) =>
      Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const text = (buffer) =>
      btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    const post = async (path, body) => {
      const answer = await fetch(`/api/v1/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      return { status: answer.status, body: await answer.json() };
    };
    window.make = async () => {
      const asked = (await post("passkeys/challenge")).body;
      const made = await navigator.credentials.create({
        publicKey: {
          challenge: bytes(asked.challenge),
          rp: { id: asked.site, name: "Travaux" },
          user: { id: bytes(asked.account), name: "secretariat", displayName: "secretariat" },
          pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
          authenticatorSelection: { residentKey: "required", userVerification: "required" },
        },
      });
      return post("passkeys", {
        name: "phone",
        challenge: asked.challenge,
        client_data: text(made.response.clientDataJSON),
        authenticator_data: text(made.response.getAuthenticatorData()),
      });
    };
    window.show = async () => {
      const asked = (await post("log_in/challenge")).body;
      const shown = await navigator.credentials.get({
        publicKey: {
          challenge: bytes(asked.challenge),
          rpId: asked.site,
          userVerification: "required",
        },
      });
      window.answer = {
        credential: text(shown.rawId),
        challenge: asked.challenge,
        client_data: text(shown.response.clientDataJSON),
        authenticator_data: text(shown.response.authenticatorData),
        signature: text(shown.response.signature),
      };
      return post("log_in/passkey", window.answer);
    };
    window.again = () => post("log_in/passkey", window.answer);
    window.out = () => post("log_out");
  });
  const made = await page.evaluate(() => window.make());
  assert.equal(made.status, 200, JSON.stringify(made.body));
  assert.equal((await page.evaluate(() => window.out())).status, 200);
  const shown = await page.evaluate(() => window.show());
  assert.equal(shown.status, 200, JSON.stringify(shown.body));
  const again = await page.evaluate(() => window.again());
  assert.equal(again.body.id, "passkey.refused");
  await page.goto(`${address}/account`);
  assert.match(await page.locator("main").innerText(), /by passkey/);
  console.log("passkeys: a key was made, logged in by, and its answer was good once");
} finally {
  await browser.close();
}
