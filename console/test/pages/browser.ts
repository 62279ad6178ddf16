import {existsSync} from 'node:fs';
import {chromium, type BrowserServer} from 'playwright-core';
import type {TestProject} from 'vitest/node';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

declare module 'vitest' {
  interface ProvidedContext {
    browser: string;
  }
}

/** Starts the one browser that all page tests share. */
export default async function setup(project: TestProject) {
  const executablePath = process.env.KONTOR_CHROMIUM ?? PLACES.find(existsSync);
  if (executablePath === undefined) {
    throw new Error(
      'needs Chromium for the tests of the pages; install it (apt-get install chromium) or set KONTOR_CHROMIUM to it',
    );
  }
  const server: BrowserServer = await chromium.launchServer({
    executablePath,
    args: ['--no-sandbox', '--font-render-hinting=none'],
  });
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
