// Work that takes longer than somebody waits: started, asked for how far it is, given up.
import { ask } from "./server.js";

const EVERY = 250;
const newest = new Map();

export function isNewest(kind, run) {
  return newest.get(kind) === run;
}

// tells of each state until the job is over, or a newer one took its place
export async function run(kind, question, fields, tell) {
  const mine = {};
  newest.set(kind, mine);
  let state = await ask(question, fields);
  while (newest.get(kind) === mine) {
    await tell(state);
    if (state.state !== "running") {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, EVERY));
    if (newest.get(kind) === mine) {
      state = await ask("job", { kind, job: state.job });
    }
  }
}

export function giveUp(kind) {
  newest.delete(kind);
  return ask("cancel", { kind });
}
