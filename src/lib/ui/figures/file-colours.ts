/** A chart as a picture file brings its own colours and fonts. They are those of the tokens; a test compares them. */
export const fileColours = {
	paper: '#f7f2e6',
	ink: '#231e18',
	inkSoft: '#5b5145',
	line: '#d9cdb6',
	seal: '#ad2a1e'
} as const;
