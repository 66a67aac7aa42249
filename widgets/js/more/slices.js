/** Long work that no thumb waits for: a little at a time, or in a worker where the page may have one. */

/** So long may the page be kept at once, in milliseconds; a phone takes four times as long for one step. */
const SPEND = 12;

/**
 * Go through a generator a little at a time.
 * @template Told, Found
 * @param {Generator<Told, Found>} steps
 * @param {{progress: (told: Told) => void, done: (found: Found) => void,
 *   later?: (work: () => void) => void, clock?: () => number}} listeners
 * @returns {() => void} gives the work up
 */
export function inSlices(steps, { progress, done, later = (work) => setTimeout(work, 0), clock = () => performance.now() }) {
  let wanted = true;
  function work() {
    const started = clock();
    let step;
    do {
      if (!wanted) return;
      step = steps.next();
    } while (!step.done && clock() - started < SPEND);
    if (step.done) return done(step.value);
    progress(step.value);
    later(work);
  }
  later(work);
  return () => { wanted = false; };
}

/**
 * Let a worker do it.
 * @param {string} address of its script
 * @param {object} job what it is told
 * @param {{progress: (told: any) => void, done: (found: any) => void, failed: () => void}} listeners
 * @returns {() => void} gives the work up
 */
export function inWorker(address, job, { progress, done, failed }) {
  let worker;
  try {
    worker = new Worker(address);
  } catch {
    failed(); // a page opened from a folder may have none
    return () => {};
  }
  const stop = () => worker.terminate();
  worker.addEventListener("error", () => { stop(); failed(); });
  worker.addEventListener("message", ({ data }) => {
    if (!data.found) return progress(data.told);
    stop();
    done(data.found);
  });
  worker.postMessage(job);
  return stop;
}
