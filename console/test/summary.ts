import type {Reporter, TestModule} from 'vitest/node';

/** Ends with a line like Maven's, which the launcher adds up. */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const results = modules.flatMap(m => [...m.children.allTests()]).map(t => t.result().state);
    const count = (state: string) => results.filter(r => r === state).length;
    process.stdout.write(
      `[INFO] Tests run: ${results.length}, Failures: ${count('failed')}, Errors: 0, Skipped: ${count('skipped')}\n`,
    );
  }
}
