/** Work that is done a little at a time, so that a thumb never waits. Pure: it knows no page. */

/** How long a turn may take, in milliseconds: a frame has room for it. */
const SPEND = 8;

/**
 * What calls for the next turn: it comes as soon as what the reader does has been answered, where a
 * timer would wait longer. The channel is held as long as there is work: one that nobody holds may be
 * collected together with its message.
 * @param {() => void} work
 */
function bell(work) {
  let channel = null;
  return {
    ring() {
      channel ??= new MessageChannel();
      channel.port1.onmessage = work;
      channel.port2.postMessage(null);
    },
    rest() {
      channel?.port1.close();
      channel = null;
    },
  };
}

export class Turns {
  /** @param {{call?: typeof bell, clock?: () => number, spend?: number}} [options] */
  constructor({ call = bell, clock = () => performance.now(), spend = SPEND } = {}) {
    Object.assign(this, { clock, spend });
    this.bell = call(() => this.turn());
    this.jobs = [];
    this.waiting = false;
  }

  /**
   * Do this work, after what is already being done or before it.
   * @param {Generator} work what it returns is its result; it pauses at each yield
   * @param {boolean} [first]
   * @returns {{result: Promise<any>, giveUp: () => void}} a result that is given up never comes
   */
  add(work, first = false) {
    const job = { work };
    const result = new Promise((done, fail) => Object.assign(job, { done, fail }));
    this.jobs[first ? "unshift" : "push"](job);
    this.wait();
    return { result, giveUp: () => { this.jobs = this.jobs.filter((one) => one !== job); } };
  }

  wait() {
    if (this.waiting) return;
    this.waiting = this.jobs.length > 0;
    if (this.waiting) this.bell.ring();
    else this.bell.rest();
  }

  turn() {
    this.waiting = false;
    const end = this.clock() + this.spend;
    while (this.jobs.length && this.clock() < end) this.advance(this.jobs[0]);
    this.wait();
  }

  advance(job) {
    const leave = () => { this.jobs = this.jobs.filter((one) => one !== job); };
    try {
      const { done, value } = job.work.next();
      if (!done) return;
      leave();
      job.done(value);
    } catch (error) {
      leave();
      job.fail(error);
    }
  }
}
