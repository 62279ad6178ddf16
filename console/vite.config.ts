import react from '@vitejs/plugin-react';
import {defineConfig} from 'vitest/config';

const inBrowser = (name: string) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    globalSetup: 'test/pages/browser.ts',
    // For the slowest machine; a bound of nothing.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: {poll: {timeout: 120_000}},
  },
});

export default defineConfig({
  plugins: [react()],
  // Relative, so that the console also works below a path of a reverse proxy.
  base: './',
  build: {
    outDir: 'target/classes/console',
    emptyOutDir: true,
    // Nothing inline: the content security policy allows files only.
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    chunkSizeWarningLimit: 700,
  },
  server: {proxy: {'/api': process.env.KONTOR_URL ?? 'http://127.0.0.1:8081'}},
  test: {
    maxWorkers: 2,
    isolate: false,
    reporters: ['default', './test/summary.ts'],
    projects: [
      {test: {name: 'unit', include: ['test/unit/**/*.test.ts']}},
      inBrowser('pages'),
      // These need a hub: tests of proof's package console start one.
      ...(process.env.KONTOR_CONSOLE_URL === undefined ? [] : ['hub', 'pictures', 'story', 'setup'].map(inBrowser)),
    ],
  },
});
