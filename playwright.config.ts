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
	timeout: 30_000,
	use: {
		baseURL: process.env.XINFENG_URL,
		locale: 'zh-CN',
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
	},
	projects: [
		// Villagers' specs lie in this folder; cadres', volunteers' and the administrator's in desk/.
		{ name: 'phone', testIgnore: ['desk/**', 'every-page.spec.ts'], use: { viewport: { width: 360, height: 800 } } },
		{ name: 'desk', testMatch: 'desk/**/*.spec.ts', use: { viewport: { width: 1440, height: 900 } } },
		{ name: 'pages', testMatch: 'every-page.spec.ts' }
	]
});
