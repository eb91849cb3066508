/** Beyond this many nodes (about 100 MB) a search stops by itself and says that it is partial. */
export const MOST_NODES = 2_000_000;
