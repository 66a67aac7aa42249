/**
 * Which loops drive a run at a month: the loop scores of "Loops that Matter" (Schoenberg, Davidsen
 * & Eberlein 2020, System Dynamics Review 36(2)). The twin of model/analyses/scores.py.
 */

import { PROBE, probe } from "../../../model/generated/probe.js";
import { AT, NODES, STOCKS } from "./between.js";
import { heldIn } from "./twins.js";

const column = (nodes, width, month) => Float64Array.from(NODES, (_, at) => nodes[at * width + month]);

/** What every equation says of these nodes. */
function says(look, nodes, held) {
  const out = new Float64Array(NODES.length);
  look(nodes.subarray(0, STOCKS), nodes.subarray(STOCKS), held, out);
  return out;
}

/**
 * The part of an effect's change over a month that comes from one cause alone, with the link's sign.
 * @param {import("./between.js").Between} between
 * @param {Float64Array} nodes the plan's run, NODES × (months + 1)
 * @param {number} month counted from the first
 * @returns {(cause: string, effect: string) => number}
 */
export function linkScores(between, nodes, month) {
  const look = probe(between.named);
  const last = Math.max(month - 1, 0);
  const [before, after] = [last, month].map((one) => column(nodes, between.months + 1, one));
  const [held, later] = [last, month].map((one) => heldIn(between.mine, between.months, one));
  const [base, whole] = [says(look, before, held), says(look, after, later)];
  const known = {};
  return (cause, effect) => {
    const [from, to] = [AT[cause], AT[effect]];
    known[cause] ??= says(look, before.map((value, at) => (at === from ? after[at] : value)), held);
    const alone = known[cause][to] - base[to];
    const score = Math.abs(alone / (whole[to] - base[to])) * Math.sign(alone) * Math.sign(after[from] - before[from]);
    return Number.isFinite(score) ? score : 0;
  };
}

/** Each loop's score as a share of all of them, −1 to 1; 0 where nothing moves. */
export function loopScores(scoreOf) {
  const scores = PROBE.loops.map(([, route]) =>
    route.reduce((product, cause, at) => product * scoreOf(cause, route[(at + 1) % route.length]), 1));
  const whole = scores.reduce((sum, score) => sum + Math.abs(score), 0);
  return scores.map((score) => (whole > 0 ? score / whole : 0));
}
