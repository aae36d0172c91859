import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadedDemo } from '../demo';
import { findTown } from './against';
import { startTown, type App } from './apps';
import { startBareApp } from './bare-app';
import { growTown } from './growth/grow-town';
import { areErased } from './growth/overdue';
import type { Options } from './options';
import { prepareTown, type Town } from './town';

/** What sections ask: servers and towns, each started when it is first needed and ended with the bench. */
export class Stage {
	private readonly running: App[] = [];
	private readonly folder = mkdtempSync(join(tmpdir(), 'xinfeng-bench-'));
	private readonly flags: string[];

	constructor(readonly options: Options) {
		this.flags = options.isProfiled ? ['--cpu-prof', `--cpu-prof-dir=${this.profiles}`] : [];
	}

	/** Where the profiles of the app's processes are written as they end. */
	get profiles(): string {
		return join(this.folder, 'profiles');
	}

	readonly bare = once(async () => this.keep(await startBareApp()));

	/** The town that is measured, and the one of another checkout beside it. */
	readonly towns = once(async (): Promise<[Town, ...Town[]]> => {
		const [first, ...others] = this.options.folders;
		const { against } = this.options;
		const towns: [Town, ...Town[]] = [against ? await findTown(against) : await prepareTown(await this.freshDemo())];
		for (const folder of first ? others : [])
			towns.push(await prepareTown(this.keep(await startTown(basename(folder), { folder }))));
		return towns;
	});

	/** How many pages of a reader are asked for. */
	get mostPages(): number {
		return this.options.pages === 'all' ? Infinity : this.options.pages;
	}

	/** A demo town that nothing has been done to. */
	async freshDemo(): Promise<App> {
		return this.keep(await startTown('app', { folder: this.options.folders[0]!, flags: this.flags }));
	}

	/** The data folder of a town of many villages and ten years. Its first start finds overdue sign-ups to erase. */
	readonly grownData = once(async () => {
		const data = join(this.folder, 'grown');
		cpSync(await loadedDemo(this.options.folders[0]), data, { recursive: true });
		await growTown(data, this.options);
		return data;
	});

	/** Starts the grown town. */
	async startGrown(): Promise<App> {
		const [folder, data] = [this.options.folders[0]!, await this.grownData()];
		return this.keep(await startTown('app', { folder, data, flags: this.flags }));
	}

	/** The grown town, at rest: what was overdue is erased. */
	async quietGrown(): Promise<App> {
		const app = await this.startGrown();
		await areErased(await this.grownData());
		return app;
	}

	/** Ends one of the servers before the others. */
	async end(app: App): Promise<void> {
		this.running.splice(this.running.indexOf(app), 1);
		await app.stop();
	}

	async endAll(): Promise<void> {
		for (const app of this.running.splice(0)) await app.stop();
	}

	/** Removes all that was written. */
	clear(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}

	private keep(app: App): App {
		this.running.push(app);
		return app;
	}
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
	let made: Promise<T> | null = null;
	return () => (made ??= make());
}
