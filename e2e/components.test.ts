/// <reference lib="dom" />
// Every component of the design system on one page, by the rules of WCAG: light, dark, from right to left, on a phone and on a desktop.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import react from '@vitejs/plugin-react';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { root } from '../app/compose.ts';
import { openBrowser, openWindow } from './browser.ts';
import { isSound } from './sound.ts';

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
let folder: string;
let server: Server;
let browser: Browser;
let address: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'olle-components-'));
  await build({
    configFile: false,
    root: join(root, 'app', 'web', 'components'),
    plugins: [react()],
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
  });
  server = createServer(async (request, response) => {
    const path = request.url === '/' ? 'index.html' : request.url!.slice(1);
    try {
      const bytes = await readFile(join(folder, path));
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

for (const language of ['en', 'ur'] as const)
  for (const theme of ['light', 'dark'] as const)
    for (const width of [390, 1440])
      test(`components in ${language}, ${theme}, ${width} px wide`, async () => {
        const { context, page, complaints } = await openWindow(browser, { width, theme, language, checked: true });
        try {
          await page.goto(address);
          await isSound(page, `components-${language}-${theme}-${width}`);
          assert.deepEqual(complaints, []);
        } finally {
          await context.close();
        }
      });
