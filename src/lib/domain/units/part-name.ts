interface Name {
	name: string;
	nameEn: string | null;
}

/** 村 and 社区 in English, which the name of a part leaves out: Hesha Village has Hesha Group 3. */
const kindWord = / (village|community)$/i;

/**
 * The name of a group or grid after its village got another one: the village's name at its head changes with it, and the rest stays. A name
 * that does not begin with that of the village stays as it is.
 */
export function nameOfPart(part: Name, before: Name, after: Name): Name {
	const isNamedAfter = part.name.startsWith(before.name);
	return {
		name: isNamedAfter ? after.name + part.name.slice(before.name.length) : part.name,
		nameEn: englishOfPart(part.nameEn, before.nameEn, after.nameEn)
	};
}

function englishOfPart(part: string | null, before: string | null, after: string | null): string | null {
	if (!part || !before || !after) return part;
	for (const [old, now] of [
		[before, after],
		[before.replace(kindWord, ''), after.replace(kindWord, '')]
	] as const)
		if (part.startsWith(`${old} `)) return now + part.slice(old.length);
	return part;
}
