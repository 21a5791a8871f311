/**
 * In every page that is measured: `now()` on a clock that pages share, and `painted()`, which waits for the next paint.
 *
 * It stands in a closure of its own and adds one name, `bench`, to the page.
 */
(() => {
  const task = () => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  window.bench = {
    now: () => performance.timeOrigin + performance.now(),
    /** After everything that is queued now. */
    task,
    /** After the frame that shows what is on the page now. */
    painted: () => frame().then(task),
    frame,
    /** Waits, frame by frame, until something holds. */
    until: async (holds) => {
      while (!holds()) await frame();
    },
    /** Does something and waits until its outcome stands and is laid out; gives the time that took. */
    work: async (act, holds = () => true) => {
      const start = performance.now();
      act();
      await task();
      while (!holds()) await task();
      document.body.getBoundingClientRect();
      return performance.now() - start;
    },
  };
})();
