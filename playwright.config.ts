import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/e2e/browser.js';

// Looked for once; the workers, which read this file again, inherit the answer.
process.env.CHROMIUM_PATH = findBrowser();

export default defineConfig({
	testDir: 'tests/e2e',
	globalSetup: './tests/e2e/global-setup.ts',
	workers: 2,
	fullyParallel: false,
	forbidOnly: true,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	use: {
		baseURL: process.env.XINFENG_URL,
		locale: 'zh-CN',
		viewport: { width: 360, height: 800 },
		timezoneId: 'Asia/Shanghai',
		screenshot: 'only-on-failure',
		launchOptions: {
			executablePath: process.env.CHROMIUM_PATH,
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	}
});
