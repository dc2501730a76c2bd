// The number of the newest release that is ready to be shown: one number of the server's memory.
export const PAUSE_MS = 2500;
const ADDRESS = new URL("newest", document.baseURI);

let still = false;

// While slides are on the wall the page behind them stays as it is: it goes over afterwards.
export function stay(on) {
  still = on;
}

export function stays() {
  return still;
}

// 0 where the server cannot be reached; nothing is asked in a tab that nobody sees.
export async function newest() {
  if (document.hidden || !navigator.onLine) return 0;
  const answer = await fetch(ADDRESS, { cache: "no-store" }).catch(() => null);
  return answer?.ok ? Number(await answer.text()) : 0;
}
