/** Counts what passed and failed in one part of `npm run test:frameworks`, and says what failed when it does. */

/** @returns {{ passed: number, failed: number, skipped: number, check: Function, same: Function, skip: Function }} */
export function tally() {
  return {
    passed: 0,
    failed: 0,
    skipped: 0,
    /** @param {string | null} problem null where it is as it should be */
    check(title, problem) {
      if (problem === null) this.passed += 1;
      else {
        this.failed += 1;
        console.log(`FAILED ${title}: ${problem}`);
      }
    },
    /** As JSON. */
    same(title, found, wanted) {
      const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)];
      this.check(title, left === right ? null : `${left}, expected ${right}`);
    },
    skip(title, why) {
      this.skipped += 1;
      console.log(`notice: skipped ${title}: ${why}`);
    },
  };
}
