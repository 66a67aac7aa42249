/** Every plan that the sliders can set has a number; the twin of cases/numbering.py, which says why. */

const LENGTHS = 36;
const SIZES = 13;
const SIZE_STEP = 0.25;
const ADDED = 3;
const DECIMALS = 10;

const count = (low, high, step) => Math.trunc((high - low) / step + 1e-9) + 1;
const stood = (low, step, steps) => Number((low + steps * step).toFixed(DECIMALS));
const product = (radices) => radices.reduce((all, radix) => all * radix, 1n);

/** A table [i][k]: in how many ways k of the sliders from the i-th on can be moved. */
function waysOf(counts) {
  let row = [1n, ...counts.map(() => 0n)];
  const table = [row];
  for (const size of [...counts].reverse()) {
    const before = row;
    row = before.map((ways, k) => (k ? ways + BigInt(size) * before[k - 1] : ways));
    table.unshift(row);
  }
  return table;
}

function rank(table, chosen) {
  let [number, left] = [0n, chosen.size];
  for (const [at, position] of chosen) {
    number += table[at + 1][left] + BigInt(position) * table[at + 1][left - 1];
    left -= 1;
  }
  return number;
}

function unrank(table, number, left) {
  const chosen = new Map();
  table.slice(1).forEach((later, at) => {
    if (!left || number < later[left]) return;
    chosen.set(at, Number((number - later[left]) / later[left - 1]));
    number = (number - later[left]) % later[left - 1];
    left -= 1;
  });
  return chosen;
}

/** Every heap as its key and the radices of its digits, small heaps first. */
function heapsOf({ months, kinds, shocks }, ways) {
  const plain = BigInt(kinds.length * (months + 1));
  const any = plain * BigInt(LENGTHS * SIZES);
  let patterns = [[]];
  for (let at = 0; patterns[at].length < ADDED; at += 1) patterns.push([...patterns[at], 0], [...patterns[at], 1]);
  const heaps = [];
  for (const later of [0, 1]) for (const dropped of [0, 1]) for (const pattern of patterns) {
    const head = [
      ...(later ? [BigInt(months + 1)] : []),
      ...(dropped ? [2n ** BigInt(shocks.length) - 1n] : []),
      ...pattern.map((one) => (one ? any : plain)),
    ];
    ways[0][0].forEach((first, own) => ways[1][0].forEach((second, other) => {
      const radices = [...head, first, second];
      heaps.push({ later, dropped, pattern, many: [own, other], radices, size: product(radices) });
    }));
  }
  return heaps.filter(({ size }) => size).sort((a, b) => (a.size < b.size ? -1 : a.size > b.size ? 1 : 0));
}

export class Numbering {
  /** @param {any} edition as cases/editions.py gives it */
  constructor(edition) {
    this.edition = edition;
    const counts = edition.levers.map(([, low, high, step]) => count(low, high, step));
    this.ways = [counts.slice(0, edition.shown), counts.slice(edition.shown)].map(waysOf);
    this.heaps = heapsOf(edition, this.ways);
  }

  /** The number of a plan with all its shocks, or null where no sliders can set it. */
  number({ plan, shocks, begins }) {
    const positions = this.positions(plan, begins);
    const sorted = this.sortedOut(shocks);
    if (!positions || !sorted) return null;
    const later = Number(begins !== this.edition.own);
    const key = JSON.stringify([later, Number(sorted.off > 0n), sorted.added.map(([, any]) => any), positions.map(({ size }) => size)]);
    const digits = [...(later ? [BigInt(begins)] : []), ...(sorted.off ? [sorted.off - 1n] : [])];
    digits.push(...sorted.added.map(([digit]) => BigInt(digit)), ...positions.map((chosen, half) => rank(this.ways[half], chosen)));
    let before = 0n;
    for (const heap of this.heaps) {
      const { later, dropped, pattern, many, radices, size } = heap;
      if (JSON.stringify([later, dropped, pattern, many]) === key) {
        return before + digits.reduceRight((number, digit, at) => number * radices[at] + digit, 0n);
      }
      before += size;
    }
    return null;
  }

  /** The plan of a number, or null where there are not so many. */
  plan(number) {
    const { own, shocks } = this.edition;
    const heap = this.heaps.find(({ size }) => number < size || ((number -= size), false));
    if (!heap) return null;
    const digits = heap.radices.map((radix) => {
      const digit = number % radix;
      number /= radix;
      return digit;
    });
    const begins = heap.later ? Number(digits.shift()) : own;
    const off = heap.dropped ? digits.shift() + 1n : 0n;
    const kept = shocks.filter((_, at) => !((off >> BigInt(at)) & 1n)).map(([shock, month, length, size]) => ({ shock, month, length, size }));
    const added = heap.pattern.map((any) => this.shock(Number(digits.shift()), any));
    const chosen = digits.map((digit, half) => unrank(this.ways[half], digit, heap.many[half]));
    return { plan: this.changes(chosen, begins), shocks: [...kept, ...added], begins };
  }

  positions(plan, begins) {
    const { levers, shown } = this.edition;
    const halves = [new Map(), new Map()];
    let left = Object.keys(plan).length;
    for (const [at, [lever, low, high, step]] of levers.entries()) {
      if (!Object.hasOwn(plan, lever)) continue;
      left -= 1;
      const setting = plan[lever];
      const single = typeof setting === "object" && Object.keys(setting).length === 1;
      const value = begins === 0 ? setting : single ? setting[begins] : null;
      const steps = Math.round((value - low) / step);
      if (!(steps >= 0 && steps < count(low, high, step)) || stood(low, step, steps) !== value) return null;
      halves[Number(at >= shown)].set(at >= shown ? at - shown : at, steps);
    }
    return left ? null : halves;
  }

  changes(chosen, begins) {
    const { levers, shown } = this.edition;
    const plan = {};
    chosen.forEach((half, later) => half.forEach((steps, at) => {
      const [lever, low, , step] = levers[at + later * shown];
      const value = stood(low, step, steps);
      plan[lever] = begins ? { [begins]: value } : value;
    }));
    return plan;
  }

  /** Which of the place's own shocks are off, as bits, and the others as [digit, whether of any size]. */
  sortedOut(shocks) {
    const left = shocks.map(({ shock, month, length, size }) => [shock, month, length, size]);
    let off = 0n;
    this.edition.shocks.forEach((own, at) => {
      if (String(left[0]) === String(own)) left.shift();
      else off |= 1n << BigInt(at);
    });
    const added = left.map((shock) => this.shockCode(shock));
    return added.length > ADDED || added.includes(null) ? null : { off, added };
  }

  shockCode([name, month, length, size]) {
    const { kinds, months } = this.edition;
    const kind = kinds.findIndex(([one]) => one === name);
    const steps = size / SIZE_STEP;
    if (kind < 0 || month > months) return null;
    const digit = kind + kinds.length * month;
    if (length === kinds[kind][1] && size === kinds[kind][2]) return [digit, 0];
    if (length < 1 || length > LENGTHS || !Number.isInteger(steps) || steps >= SIZES) return null;
    return [digit + kinds.length * (months + 1) * (length - 1 + LENGTHS * steps), 1];
  }

  shock(digit, any) {
    const { kinds, months } = this.edition;
    const [name, usual, size] = kinds[digit % kinds.length];
    const rest = Math.trunc(digit / kinds.length);
    const month = rest % (months + 1);
    if (!any) return { shock: name, month, length: usual, size };
    const steps = Math.trunc(rest / (months + 1));
    return { shock: name, month, length: (steps % LENGTHS) + 1, size: Math.trunc(steps / LENGTHS) * SIZE_STEP };
  }
}
