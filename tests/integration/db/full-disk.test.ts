import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { bundleProcess } from '../bundle-process';

/** Runs a command on a disk of its own, which is `$1` and has one megabyte. */
const onSmallDisk = (command: string, folder: string, ...rest: string[]) => [
	'--mount',
	'--map-root-user',
	'sh',
	'-c',
	`mount -t tmpfs -o size=1m tmpfs "$1" && ${command}`,
	'sh',
	folder,
	...rest
];

const mayMount = spawnSync('unshare', onSmallDisk('true', tmpdir())).status === 0;

it.skipIf(!mayMount)(
	'a full disk is written on as long as the log has room to give back, and after a little was freed',
	async () => {
		const folder = mkdtempSync(join(tmpdir(), 'xinfeng-disk-'));
		const script = await bundleProcess('tests/integration/db/full-disk-process.ts');
		const { stdout } = await promisify(execFile)(
			'unshare',
			onSmallDisk('"$2" "$3" "$1"', folder, process.execPath, script)
		);
		const { known, beyond, freed, stored, isSound } = JSON.parse(stdout) as Record<string, unknown> & {
			beyond: number;
		};
		expect({ known, freed, isSound }).toEqual({ known: [], freed: [], isSound: [{ integrity_check: 'ok' }] });
		expect(beyond, 'what the file has no room for is refused').toBeGreaterThan(0);
		expect(stored).toEqual({ n: 140 - beyond, latest: 40 });
		rmSync(folder, { recursive: true });
	}
);
