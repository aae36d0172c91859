import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { answering, giveWay } from '../../src/lib/server/db/give-way';

it('long work waits for a request that is being answered', async () => {
	const order: string[] = [];
	const answered = answering({}, () => sleep(10)).then(() => order.push('answer'));
	await Promise.all([giveWay().then(() => order.push('slice')), answered]);
	expect(order).toEqual(['answer', 'slice']);
});

it('it goes on after a while, also where requests never end', async () => {
	let end = () => {};
	const answered = answering({}, () => new Promise<void>((resolve) => (end = resolve)));
	const first = await Promise.race([giveWay().then(() => 'slice'), sleep(5000, 'nothing', { ref: false })]);
	expect(first).toBe('slice');
	end();
	await answered;
});

it('it waits neither for the request that it is done in, nor for others that do long work', async () => {
	const order: string[] = [];
	const work = async (name: string) => {
		await giveWay();
		order.push(name);
	};
	// A slice that waited would come after this.
	const longer = sleep(30).then(() => order.push('30 ms'));
	await Promise.all([answering({}, () => work('one')), answering({}, () => work('other')), longer]);
	expect(order).toEqual(['one', 'other', '30 ms']);
});

it('a request that does long work is counted once', async () => {
	await answering({}, giveWay);
	const order: string[] = [];
	const answered = answering({}, () => sleep(10)).then(() => order.push('answer'));
	await Promise.all([giveWay().then(() => order.push('slice')), answered]);
	expect(order).toEqual(['answer', 'slice']);
});

it('of several works one goes on in a turn of the event loop, so that others wait for one slice', async () => {
	let turns = 0;
	let isDone = false;
	const counting = (async () => {
		for (; !isDone; turns++) await turn();
	})();
	const wentOn = await Promise.all([1, 2, 3].map(() => giveWay().then(() => turns)));
	isDone = true;
	await counting;
	expect(new Set(wentOn).size).toBe(3);
});

it('it does not wait for a request that takes long, such as one whose form never comes', async () => {
	let end = () => {};
	const answered = answering({}, () => new Promise<void>((resolve) => (end = resolve)));
	await sleep(550);
	const first = await Promise.race([giveWay().then(() => 'slice'), sleep(30, '30 ms')]);
	expect(first).toBe('slice');
	end();
	await answered;
});
