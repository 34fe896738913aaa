// Log-in by OpenID Connect with a real browser and a certified provider, node-oidc-provider, on this
// machine, at a server that `travaux serve` serves. Usage: node openid.mjs TRAVAUX FOLDER.
//
// Server and provider are two sites, 127.0.0.1 and localhost, so that cookies go as they would.
// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { createInterface } from "node:readline";
import Provider from "oidc-provider";
import { chromium } from "playwright-core";

const [program, folder] = process.argv.slice(2);
const password = "correct horse battery";
const algorithms = { rs: "RS256", es: "ES256", ed: "EdDSA" };
const clientSecret = "a secret of the provider's: +&=%";

let answer = (request, response) => response.writeHead(503).end();
const web = createServer((request, response) => answer(request, response));
web.listen(0, "localhost");
await once(web, "listening");
const issuer = `http://localhost:${web.address().port}`;

writeFileSync(`${folder}/secret`, `${clientSecret}\n`, { mode: 0o600 });
writeFileSync(`${folder}/providers.json`, JSON.stringify({
  providers: Object.keys(algorithms).map((name) => ({
    name,
    title: `Login ${name}`,
    issuer,
    client_id: `travaux ${name}`,
    ...(name === "es" ? { client_secret_env: "LOGIN_SECRET" } : {}),
    ...(name === "rs" ? { client_secret_file: "secret" } : {}),
  })),
}));
const server = spawn(program, [
  "serve", "--committee", `treaty=${folder}/treaty.db`, "--keys", `${folder}/keys`,
  "--listen", "127.0.0.1:0", "--oidc", `${folder}/providers.json`,
], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, LOGIN_SECRET: clientSecret } });
process.on("exit", () => server.kill("SIGKILL"));
const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
const address = (await lines.next()).value;
const firstLink = (await lines.next()).value.match(/http\S+/)[0];

// A provider with keys of its own. Each call is a rotation: what was known of the old keys is gone.
function startProvider() {
  const keys = [
    generateKeyPairSync("rsa", { modulusLength: 2048 }),
    generateKeyPairSync("ec", { namedCurve: "P-256" }),
    generateKeyPairSync("ed25519"),
  ].map(({ privateKey }) => ({ ...privateKey.export({ format: "jwk" }), use: "sig" }));
  const provider = new Provider(issuer, {
    clients: Object.entries(algorithms).map(([name, alg]) => ({
      client_id: `travaux ${name}`,
      ...(name === "ed" ? { token_endpoint_auth_method: "none" } : { client_secret: clientSecret }),
      redirect_uris: [`${address}/log_in/from/${name}`],
      id_token_signed_response_alg: alg,
    })),
    enabledJWA: { idTokenSigningAlgValues: Object.values(algorithms) },
    jwks: { keys },
    cookies: { keys: ["a key for cookies"] },
    findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
  const answers = provider.callback();
  answer = (request, response) => {
    const set = response.setHeader.bind(response);
    response.setHeader = (name, value) => set(name, changed(name, value));
    return answers(request, response);
  };
}

// What the provider sends somebody back with, as a browser that its owner changed would bring it.
let change;
function changed(name, value) {
  if (change === undefined || name.toLowerCase() !== "location" || !value.startsWith(address)) {
    return value;
  }
  const url = new URL(value);
  change(url.searchParams);
  change = undefined;
  return url.href;
}
startProvider();

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});

/// Somebody with a browser of their own, who lets no script of the pages run.
class Person {
  static async comes() {
    const context = await browser.newContext({ javaScriptEnabled: false });
    return new Person(context, await context.newPage());
  }
  constructor(context, page) {
    this.context = context;
    this.page = page;
  }
  async says(fields) {
    for (const [name, value] of Object.entries(fields)) {
      await this.page.locator(`[name="${name}"]`).fill(value);
    }
  }
  press(name) {
    return this.page.getByRole("button", { name, exact: true }).click();
  }
  /// Presses a button of ours and arrives at the provider.
  async goesTo(button) {
    await this.press(button);
    await this.page.waitForURL(`${issuer}/**`);
  }
  /// Is who they are at the provider, and agrees.
  async is(subject) {
    await this.says({ login: subject, password: "any" });
    await this.page.locator("button[type=submit]").click();
    await this.page.locator("button[type=submit]").click();
    await this.page.waitForURL(`${address}/**`);
  }
  text() {
    return this.page.locator("main").innerText();
  }
  async isAt(path) {
    assert.equal(new URL(this.page.url()).pathname, path);
  }
  async logsInByPassword(who) {
    await this.page.goto(`${address}/log_in`);
    await this.says({ address: `${who}@example.org`, password });
    await this.press("Log in");
    await this.isAt("/account");
  }
  /// Forgets the server, and nothing of the provider.
  logsOut() {
    return this.context.clearCookies({ domain: "127.0.0.1" });
  }
}

try {
  // The first accounts, and somebody whom the provider knows and the server does not.
  const secretariat = await Person.comes();
  await secretariat.page.goto(firstLink);
  for (const who of ["administrator", "secretariat"]) {
    await secretariat.says({
      [`${who}_name`]: who,
      [`${who}_address`]: `${who}@example.org`,
      [`${who}_password`]: password,
    });
  }
  await secretariat.press("Accept");
  await secretariat.isAt("/account");

  const stranger = await Person.comes();
  await stranger.page.goto(`${address}/log_in`);
  await stranger.goesTo("Log in with Login rs");
  await stranger.is("secretariat@example.org");
  assert.match(await stranger.page.getByRole("alert").innerText(), /invitation/);
  assert.equal((await stranger.page.goto(`${address}/account`)).url(), `${address}/log_in`);

  // Linked, and then logged in by each algorithm.
  await secretariat.goesTo("Link Login rs");
  await secretariat.is("subject-1");
  await secretariat.isAt("/account");
  assert.match(await secretariat.text(), /Login rs/);
  for (const name of Object.keys(algorithms)) {
    await secretariat.logsOut();
    await secretariat.page.goto(`${address}/log_in`);
    await secretariat.press(`Log in with Login ${name}`);
    await secretariat.page.waitForURL(
      (url) => url.pathname === "/account" || url.pathname.startsWith("/interaction"));
    if (secretariat.page.url().startsWith(issuer)) {
      await secretariat.page.locator("button[type=submit]").click();
      await secretariat.page.waitForURL(`${address}/account`);
    }
    assert.match(await secretariat.text(), /by OpenID Connect/);
  }
  const cookies = await secretariat.context.cookies(address);
  assert.deepEqual(cookies.map(({ name }) => name), ["travaux"]);
  assert.ok(cookies[0].httpOnly && cookies[0].sameSite === "Lax");

  // The keys of the provider are others now.
  startProvider();
  const again = await Person.comes();
  await again.page.goto(`${address}/log_in`);
  await again.goesTo("Log in with Login rs");
  await again.is("subject-1");
  await again.isAt("/account");

  // Cancelled at the provider.
  await again.logsOut();
  await again.context.clearCookies();
  await again.page.goto(`${address}/log_in`);
  await again.goesTo("Log in with Login rs");
  await again.page.locator("a[href$='/abort']").click();
  await again.page.waitForURL(`${address}/**`);
  assert.match(await again.page.getByRole("alert").innerText(), /cancelled/);

  // What comes back is good once, in its browser, as it is.
  const seen = [];
  again.page.on("request", (request) => {
    if (request.url().includes("/log_in/from/")) seen.push(request.url());
  });
  const refusedAt = async (person, url) => {
    await person.page.goto(url);
    assert.equal((await person.page.goto(`${address}/account`)).url(), `${address}/log_in`);
  };
  let kept = [];
  await again.goesTo("Log in with Login rs");
  kept = await again.context.cookies(address);
  await again.is("subject-1");
  await again.isAt("/account");
  const first = new URL(seen.at(-1));
  await again.logsOut();
  await refusedAt(again, first.href);
  await again.context.addCookies(kept);
  await refusedAt(again, first.href);
  await refusedAt(await Person.comes(), first.href);

  // An old code, and another state, in a trip that is new.
  const changes = async (wanted, said) => {
    await again.context.clearCookies();
    await again.page.goto(`${address}/log_in`);
    await again.goesTo("Log in with Login rs");
    change = wanted;
    await again.is("subject-1");
    assert.equal(change, undefined);
    assert.match(await again.page.getByRole("alert").innerText(), said);
    assert.equal((await again.page.goto(`${address}/account`)).url(), `${address}/log_in`);
  };
  await changes((query) => query.set("state", first.searchParams.get("state")), /begun/);
  await changes((query) => query.set("state", query.get("state").replace(/.$/, "!")), /begun/);
  await changes((query) => query.set("code", first.searchParams.get("code")), /invalid_grant/);
  await changes((query) => query.set("iss", "https://elsewhere.example"), /iss/);
  await changes((query) => query.delete("iss"), /iss/);

  // An invitation, taken without a password.
  await secretariat.logsOut();
  await secretariat.logsInByPassword("secretariat");
  const [cookie] = await secretariat.context.cookies(address);
  const invited = await fetch(`${address}/api/v1/invitations`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Cookie: `${cookie.name}=${cookie.value}` },
    body: JSON.stringify({ committee: "treaty", capacity: "head", delegation: "GHA" }),
  });
  const { secret } = await invited.json();
  const head = await Person.comes();
  await head.page.goto(`${address}/accept/${secret}`);
  await head.press("Accept with Login es");
  assert.match(await head.page.getByRole("alert").innerText(), /e-mail/);
  await head.says({ name: "Akosua", address: "akosua@example.org" });
  await head.goesTo("Accept with Login es");
  await head.is("subject-2");
  await head.isAt("/account");
  assert.equal(await head.page.getByRole("heading", { level: 1 }).innerText(), "Akosua");
  assert.match(await head.text(), /head of delegation \(GHA\)/);
  await head.press("Take away Login rs"); // the first of the issuer
  assert.match(await head.page.getByRole("alert").innerText(), /last way/);

  // Unlinked: the identity opens nothing any more, the password does.
  await secretariat.page.goto(`${address}/account`);
  await secretariat.press("Take away Login rs");
  await secretariat.isAt("/account");
  const last = await Person.comes();
  await last.page.goto(`${address}/log_in`);
  await last.goesTo("Log in with Login rs");
  await last.is("subject-1");
  assert.match(await last.page.getByRole("alert").innerText(), /invitation/);
  await last.logsInByPassword("secretariat");
  console.log("openid: linked, logged in, invited, refused and unlinked");
} finally {
  server.kill("SIGTERM");
  await browser.close();
  web.closeAllConnections();
  web.close();
  if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
}
