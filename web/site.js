// What the pages of the site do beyond what they say: they tell of news, and check proofs.
// Every page does without it.

/** Says something in a bar under the head of the page: of one kind at a time. */
function say(kind, words, act) {
  const bar = document.querySelector(".news");
  bar.dataset.kind = kind;
  bar.textContent = `${words} `;
  if (!act) return;
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = act;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
  bar.append(link);
}

/** What was said of a kind holds no more. */
function hush(kind) {
  const bar = document.querySelector(".news");
  if (bar.dataset.kind === kind) bar.textContent = "";
}

/** What a browser keeps for its reader alone; some keep nothing. */
function keeper(storage) {
  const trying = (act) => {
    try {
      return act(globalThis[storage]);
    } catch {
      return null;
    }
  };
  return {
    get: (name) => trying((all) => all.getItem(name)),
    set: (name, value) => trying((all) => all.setItem(name, value)),
    forget: (name) => trying((all) => all.removeItem(name)),
  };
}

const forThisVisit = keeper("sessionStorage");
const forLater = keeper("localStorage");

/** News of the record: a reader is told, and what they read stays as it is. */
function follow({ live, entries, news, lost, show, follows }) {
  let known = Number(entries);
  const source = new EventSource(`${live}?last_event_id=${known - 1}`);
  const heard = () => hush("lost");
  source.addEventListener("open", heard);
  source.addEventListener("entry", (event) => {
    heard();
    known = Number(event.lastEventId) || known + 1;
    if (!follows) say("news", news, show);
  });
  source.onerror = () => say("lost", lost);
}

const bytesOf = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

async function sha256(...parts) {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
}

/** The root that an entry and its proof lead to, as RFC 9162, section 2.1.3.2 computes it. */
async function rootOf(entry, index, size, proof) {
  let hash = await sha256(Uint8Array.of(0), entry);
  let node = index;
  let last = size - 1;
  for (const other of proof) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      hash = await sha256(Uint8Array.of(1), other, hash);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = await sha256(Uint8Array.of(1), hash, other);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}

function offerProof(place) {
  const { index, size, root, holds, fails, check } = place.dataset;
  const told = place.querySelector("[role=status]");
  const button = document.createElement("button");
  button.textContent = check;
  place.prepend(button);
  button.addEventListener("click", async () => {
    const entry = new TextEncoder().encode(document.getElementById("bytes").textContent);
    const proof = [...place.querySelectorAll("li")].map((one) => bytesOf(one.textContent.trim()));
    const computed = await rootOf(entry, Number(index), Number(size), proof);
    const isThat = computed && bytesOf(root).length === computed.length &&
      bytesOf(root).every((byte, at) => byte === computed[at]);
    told.hidden = false;
    told.textContent = isThat ? holds : fails;
  });
}

const typing_pause_ms = 350;
const busy_pause_ms = 2000;

/** Under what a browser keeps what is typed: where it is written, on what, in which language. */
function nameOfTyped(form) {
  const field = (name) => form.elements.namedItem(name)?.value ?? "";
  const place = ["text", "provision", "kind", "draft", "revise"].map(field);
  const others = new URLSearchParams(location.search).get("words_of") ?? "";
  return ["typed", location.pathname, ...place, others, form.querySelector("[name=words]")?.lang ?? ""].join(":");
}

/** The fields that somebody fills in. */
const typedFields = (form) => [...form.querySelectorAll("textarea, select, input:not([type=hidden])")];

/** What was sent is kept until it is known to have arrived: as a page that follows it, or among the changes that are ready. */
function forgetWhatArrived(form) {
  const sent = JSON.parse(forThisVisit.get("sent") ?? "null");
  if (!sent) return;
  forThisVisit.forget("sent");
  const arrived = form ? form.elements.parts.value !== sent.parts : /[?&](done|told)=/.test(location.search);
  if (arrived) forThisVisit.forget(sent.name);
}

/** What a proposal does, while somebody types it. The server says it; nothing is computed here. */
function preview(form) {
  const name = nameOfTyped(form);
  let waiting = 0;
  let asked = null;
  const show = async () => {
    asked?.abort();
    asked = new AbortController();
    const fields = new URLSearchParams(new FormData(form));
    fields.set("go", "show");
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields, signal: asked.signal });
      // Where many try proposals at once, the server asks to come again.
      if (answer.status === 503) waiting = setTimeout(show, busy_pause_ms);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const id of ["tracked", "preview"]) {
        const fresh = page.getElementById(id);
        if (fresh) document.getElementById(id)?.replaceWith(fresh);
      }
      hush("lost");
    } catch (error) {
      if (error.name !== "AbortError") say("lost", document.body.dataset.lost);
    }
  };
  form.addEventListener("input", () => {
    forThisVisit.set(name, JSON.stringify(typedFields(form).map((one) => [one.name, one.value])));
    clearTimeout(waiting);
    waiting = setTimeout(show, typing_pause_ms);
  });
  // A word processor ends each paragraph with one line end; here a blank line stands between them.
  form.addEventListener("paste", (event) => {
    const pasted = event.clipboardData.getData("text/plain").trim();
    const isWritten = event.clipboardData.types.includes("text/html");
    if (event.target.localName !== "textarea" || !isWritten || !pasted.includes("\n")) return;
    event.preventDefault();
    document.execCommand("insertText", false, pasted.replace(/\s*\n\s*/g, "\n\n"));
  });
  // What was typed before the page went away, by a lost line or by a mistake, comes back.
  const before = new Map(JSON.parse(forThisVisit.get(name) ?? "[]"));
  const others = typedFields(form).filter((one) => before.has(one.name) && before.get(one.name) !== one.value);
  for (const one of others) one.value = before.get(one.name);
  if (others.length > 0) show();
  form.addEventListener("submit", () => {
    forThisVisit.set("sent", JSON.stringify({ name, parts: form.elements.parts.value }));
  });
}

/** What is new since the last visit: a browser remembers how much it saw, and nobody else does. */
function offerNews(place, entries) {
  const kept = `seen:${location.pathname.split("/").slice(0, 3).join("/")}`;
  const before = Number(forLater.get(kept));
  const link = place.querySelector("a");
  if (before > 0 && before < entries) {
    const address = new URL(location.href);
    address.searchParams.set("since", String(before));
    link.href = address.href;
    place.hidden = false;
  }
  if (!location.search.includes("since=")) forLater.set(kept, String(entries));
}

const look_ms = 1000;

/** The screen in the hall goes where the operator takes it. */
async function followScreen({ follows, turn, entries }) {
  let seen = `${turn} ${entries}`;
  for (;;) {
    await new Promise((done) => setTimeout(done, look_ms));
    try {
      const place = await (await fetch(follows)).json();
      const now = `${place.turn} ${place.entries}`;
      if (now === seen || document.activeElement?.closest(".ops")) continue;
      seen = now;
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
      document.querySelector("[data-hall]").replaceWith(page.querySelector("[data-hall]"));
      hush("lost");
    } catch {
      say("lost", document.body.dataset.lost);
    }
  }
}

/** Alt and a letter: the operator's hands stay on the keyboard. */
function keys() {
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const wanted = document.querySelector(`[data-key="${event.code.replace("Key", "")}"]`);
    if (!wanted) return;
    event.preventDefault();
    wanted.focus();
    if (wanted.tagName !== "TEXTAREA") wanted.click();
  });
}

const days_of_a_week = 7;
const days_moved_most = 364; // more than that the plan does not try

/** A session is dragged along the line, by whole weeks; the plan then shows what moves with it. */
function drag(line) {
  const { days, plan } = line.dataset;
  const ahead = line.getAttribute("direction") === "rtl" ? -1 : 1;
  const inWords = new Intl.NumberFormat(document.documentElement.lang,
    { style: "unit", unit: "day", unitDisplay: "long", signDisplay: "exceptZero" });
  let held = null;
  const daysTo = (x) => {
    const way = (x - held.from) * ahead * Number(days) / line.ownerSVGElement.getBoundingClientRect().width;
    return Math.round(way / days_of_a_week) * days_of_a_week;
  };
  const draw = (move, words) => {
    for (const one of [held.bar, held.words]) one.style.transform = move;
    held.words.textContent = words;
  };
  const letGo = () => {
    draw("", held.said);
    held = null;
  };
  line.addEventListener("pointerdown", (event) => {
    const bar = event.target.closest("[data-session]");
    if (!bar || event.button !== 0) return;
    event.preventDefault();
    bar.setPointerCapture(event.pointerId);
    held = { bar, from: event.clientX, words: bar.nextElementSibling, said: bar.nextElementSibling.textContent };
  });
  line.addEventListener("pointermove", (event) => {
    if (!held) return;
    const scale = line.ownerSVGElement.viewBox.baseVal.width / Number(days);
    const moved = daysTo(event.clientX);
    draw(`translateX(${moved * scale * ahead}px)`, `${held.said} ${inWords.format(moved)}`);
  });
  line.addEventListener("pointerup", (event) => {
    if (!held) return;
    const { session, moved } = held.bar.dataset;
    const wanted = daysTo(event.clientX);
    letGo();
    if (wanted === 0) return;
    const address = new URL(plan, location.href);
    address.searchParams.set("move", session);
    const asked = Math.min(days_moved_most, Math.max(-days_moved_most, Number(moved) + wanted));
    address.searchParams.set("days", String(asked));
    location.assign(address);
  });
  line.addEventListener("pointercancel", () => held && letGo());
  line.closest(".scroll").nextElementSibling.hidden = false; // the words that say so
}

/** Bytes as the interface has those of passkeys: base64 for addresses, without padding. */
const bytesAtAddress = (text) => bytesOf(text.replaceAll("-", "+").replaceAll("_", "/"));
const textOf = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** Asks the interface, and throws what it refuses. */
async function post(path, fields) {
  const answer = await fetch(`/api/v1/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang },
    body: fields && JSON.stringify(fields),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.message);
  return said;
}

const ofPasskeys = {
  /** The browser makes a key for the account, and the server keeps its public half. */
  async make(place) {
    const asked = await post("passkeys/challenge");
    const name = document.querySelector("h1").textContent;
    const { response } = await navigator.credentials.create({
      publicKey: {
        challenge: bytesAtAddress(asked.challenge),
        rp: { id: asked.site, name: "Travaux" },
        user: { id: bytesAtAddress(asked.account), name, displayName: name },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })), // ES256, EdDSA, RS256
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      },
    });
    await post("passkeys", {
      name: place.querySelector("input").value,
      challenge: asked.challenge,
      client_data: textOf(response.clientDataJSON),
      authenticator_data: textOf(response.getAuthenticatorData()),
    });
    location.reload();
  },
  /** The browser shows a key, which opens its account. */
  async show(place) {
    const asked = await post("log_in/challenge");
    const { rawId, response } = await navigator.credentials.get({
      publicKey: { challenge: bytesAtAddress(asked.challenge), rpId: asked.site, userVerification: "required" },
    });
    await post("log_in/passkey", {
      credential: textOf(rawId),
      challenge: asked.challenge,
      client_data: textOf(response.clientDataJSON),
      authenticator_data: textOf(response.authenticatorData),
      signature: textOf(response.signature),
    });
    location.assign(place.dataset.next);
  },
};

/** Passkeys are offered where the browser knows them. */
function offerPasskey(place) {
  if (!globalThis.PublicKeyCredential) return;
  place.hidden = false;
  const told = place.querySelector("[role=alert]");
  place.querySelector("button").addEventListener("click", async () => {
    told.hidden = true;
    try {
      await ofPasskeys[place.dataset.passkey](place);
    } catch (error) {
      // The browser has words of its own, in a language of its own.
      told.textContent = error instanceof DOMException ? place.dataset.failed : error.message;
      told.hidden = false;
    }
  });
}

const since = document.querySelector("[data-since]");
if (since) offerNews(since, Number(document.body.dataset.entries));
if (document.body.dataset.follows) followScreen(document.body.dataset);
if (document.querySelector("[data-key]")) keys();
const written = document.querySelector("form[data-preview]");
forgetWhatArrived(written);
if (written) preview(written);
if (document.body.dataset.live) follow(document.body.dataset);
for (const place of document.querySelectorAll("[data-proof]")) offerProof(place);
for (const line of document.querySelectorAll("[data-plan]")) drag(line);
for (const place of document.querySelectorAll("[data-passkey]")) offerPasskey(place);
