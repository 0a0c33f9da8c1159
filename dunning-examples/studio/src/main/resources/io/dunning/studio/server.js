// Asks the server. The token comes in the address once; then only this tab knows it.
const KEY = "dunning-token";
const given = new URLSearchParams(location.search).get("token");
if (given) {
  sessionStorage.setItem(KEY, given);
  history.replaceState(null, "", location.pathname);
}

export class Refused extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

// pages of one browser do not take each other's places
const PAGE = [...crypto.getRandomValues(new Uint8Array(8))].map(b => b.toString(16)).join("-");
const BUSY = 503;

async function send(question, fields, signal) {
  const response = await fetch("/api/" + question, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Dunning-Token": sessionStorage.getItem(KEY) || "" },
    body: JSON.stringify(fields),
    signal,
  });
  if (!response.ok) {
    throw new Refused(response.status, await response.text());
  }
  return response;
}

export async function ask(question, fields = {}, signal = undefined) {
  return (await send(question, fields, signal)).json();
}

export async function fetchBlob(question, fields) {
  return (await send(question, fields)).blob();
}

// of questions of one kind, only the newest is answered
const asking = new Map();
let turns = 1;
export async function askNewest(question, fields) {
  asking.get(question)?.abort();
  const now = new AbortController();
  const turn = turns++;
  asking.set(question, now);
  try {
    for (let tries = 0; ; tries++) {
      try {
        return await ask(question, { page: PAGE, turn, ...fields }, now.signal);
      } catch (e) {
        if (e.status !== BUSY || tries === 3 || now.signal.aborted) {
          throw e;
        }
      }
    }
  } catch (e) {
    if (e.name === "AbortError" || now.signal.aborted) {
      return null;
    }
    throw e;
  } finally {
    if (asking.get(question) === now) {
      asking.delete(question);
    }
  }
}

// calls back once nothing has called for a while
export function settled(wait, work) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...args), wait);
  };
}

export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
