/** The script of the worker that explains plans with many changes: it is told a job and tells what it finds. */

import { explaining } from "../more/explain.js";

/** Between two words about progress, in milliseconds. */
const TELL = 100;

addEventListener("message", ({ data: job }) => {
  const steps = explaining(job);
  let told = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return postMessage({ found: step.value });
    if (performance.now() - told < TELL) continue;
    told = performance.now();
    postMessage({ told: step.value });
  }
});
