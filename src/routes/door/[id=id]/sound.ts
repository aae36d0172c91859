import type { Tone } from './answer';

/** [hertz, seconds] one after the other: up for good, twice the same for used already, long and low for wrong. */
const tunes: Record<Tone, [number, number][]> = {
	good: [
		[880, 0.09],
		[1320, 0.16]
	],
	already: [
		[620, 0.16],
		[620, 0.16],
		[620, 0.16]
	],
	wrong: [
		[300, 0.25],
		[200, 0.5]
	]
};

let audio: AudioContext | undefined;

/** Says by ear what the answer is. Silent until the browser allows sound, which it does after the first tap on the page. */
export function sound(tone: Tone): void {
	audio ??= new AudioContext();
	void audio.resume();
	let at = audio.currentTime;
	for (const [hertz, seconds] of tunes[tone]) {
		const voice = new OscillatorNode(audio, { frequency: hertz, type: tone === 'wrong' ? 'square' : 'triangle' });
		const volume = new GainNode(audio, { gain: 0.3 });
		voice.connect(volume).connect(audio.destination);
		voice.start(at);
		voice.stop(at + seconds);
		at += seconds + 0.06;
	}
}
