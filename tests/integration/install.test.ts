import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isInstalled, isSupportedNode, noteInstalled } from '../../src/boot/install.js';
import { folder, freshFolder } from './data-folder';

freshFolder();

describe('the install', () => {
	test('is due until its stamp fits the lockfile, and again when the lockfile changes', () => {
		writeFileSync(join(folder, 'package-lock.json'), '{"a":1}');
		expect(isInstalled(folder)).toBe(false);
		mkdirSync(join(folder, 'node_modules'));
		expect(isInstalled(folder)).toBe(false);
		noteInstalled(folder);
		expect(isInstalled(folder)).toBe(true);
		writeFileSync(join(folder, 'package-lock.json'), '{"a":2}');
		expect(isInstalled(folder)).toBe(false);
	});

	test.each([
		['18.20.0', false],
		['20.18.9', false],
		['20.19.0', true],
		['20.20.2', true],
		['21.7.3', false],
		['22.11.0', false],
		['22.12.0', true],
		['24.0.0', true]
	])('on Node %s: %s', (version, isSupported) => {
		expect(isSupportedNode(version)).toBe(isSupported);
	});
});
