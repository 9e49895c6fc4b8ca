/** The version of this tool; a house test holds it equal to package.json (importing that file would drag it into dist). */
export const version = '0.1.0';
