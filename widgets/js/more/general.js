/** Any plan as a number, longer than those of numbering.js; the twin of cases/general.py. */

const BASE = 4;
const LEAST = -6;
const POWERS = 24;

/** Digits of mixed radix, folded into one number when all are there. */
class Writer {
  digits = [];

  put(digit, radix) {
    this.digits.push([BigInt(digit), BigInt(radix)]);
  }

  whole(number) {
    let left = BigInt(number);
    do {
      const digit = Number(left % BigInt(BASE));
      left /= BigInt(BASE);
      this.put(digit + (left ? BASE : 0), 2 * BASE);
    } while (left);
  }

  value(value) {
    const [digits, exponent] = value.toExponential().split("e");
    const [whole, part = ""] = digits.split(".");
    const power = part.length - Number(exponent) - LEAST;
    if (!(power >= 0 && power < POWERS)) throw new RangeError("fine");
    this.put(power, POWERS);
    this.whole(whole + part);
  }

  folded() {
    return this.digits.reduceRight((number, [digit, radix]) => number * radix + digit, 0n);
  }
}

class Reader {
  constructor(number) {
    this.number = number;
  }

  take(radix) {
    const digit = Number(this.number % BigInt(radix));
    this.number /= BigInt(radix);
    return digit;
  }

  whole() {
    let [number, place, digit] = [0n, 1n, 0];
    do {
      digit = this.take(2 * BASE);
      number += BigInt(digit % BASE) * place;
      place *= BigInt(BASE);
    } while (digit >= BASE);
    return number;
  }

  value() {
    const power = this.take(POWERS) + LEAST;
    return Number(`${this.whole()}e${-power}`);
  }

  /** A list as long as the number says; no honest one is longer than a run. */
  list(months, one) {
    const length = Number(this.whole());
    if (length > months) throw new RangeError("length");
    return Array.from({ length }, one);
  }
}

/**
 * The number of a plan, or null where it has a value that cannot be written.
 * @param {any} edition
 * @param {{plan: any, shocks: any[] | null, begins: number}} position shocks null where they are the place's own
 */
export function anyNumber({ levers, kinds, months }, { plan, shocks, begins }) {
  const writer = new Writer();
  writer.put(begins, months + 1);
  writer.put(levers.reduce((mask, [lever], at) => mask + (Object.hasOwn(plan, lever) ? 2 ** at : 0), 0), 2 ** levers.length);
  try {
    for (const [lever] of levers) {
      if (!Object.hasOwn(plan, lever)) continue;
      const setting = plan[lever];
      const steps = typeof setting === "object" ? Object.entries(setting) : [];
      writer.whole(steps.length);
      if (!steps.length) writer.value(setting);
      for (const [month, value] of steps) {
        writer.put(month, months + 1);
        writer.value(value);
      }
    }
    writer.put(shocks ? 1 : 0, 2);
    if (shocks) writer.whole(shocks.length);
    for (const { shock, month, length, size } of shocks ?? []) {
      writer.put(kinds.findIndex(([kind]) => kind === shock), kinds.length);
      writer.put(month, months + 1);
      writer.whole(length);
      writer.value(size);
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return writer.folded();
}

/** The plan of a number, as `anyNumber` takes it, or null where there is none. */
export function anyPlan({ levers, kinds, months }, number) {
  const reader = new Reader(number);
  const month = () => reader.take(months + 1);
  try {
    const begins = month();
    const mask = reader.take(2 ** levers.length);
    const plan = {};
    for (const [at, [lever]] of levers.entries()) {
      if (!(mask & (2 ** at))) continue;
      const steps = reader.list(months, () => [month(), reader.value()]);
      plan[lever] = steps.length ? Object.fromEntries(steps) : reader.value();
    }
    const shock = () => ({ shock: kinds[reader.take(kinds.length)][0], month: month(), length: Number(reader.whole()), size: reader.value() });
    const shocks = reader.take(2) ? reader.list(months, shock) : null;
    return { plan, shocks, begins };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
