// The number of the newest release that is ready to be shown, which the server keeps in memory.
export const PAUSE_MS = 2500;
const ADDRESS = new URL("newest", document.baseURI);

let still = false;

// While slides are shown, the page behind them stays as it is; it moves on afterwards.
export function stay(on) {
  still = on;
}

export function stays() {
  return still;
}

// 0 where the server cannot be reached. A hidden tab does not ask.
export async function newest() {
  if (document.hidden || !navigator.onLine) return 0;
  const response = await fetch(ADDRESS, { cache: "no-store" }).catch(() => null);
  return response?.ok ? Number(await response.text()) : 0;
}
