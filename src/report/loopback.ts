/** Hosts that mean this machine and nothing else, without asking a name server. */
const loopback = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/

/** URL parsing has already written `127.1`, `0x7f.1` and `::ffff:127.0.0.1` in their usual forms. */
export const isLoopback = (endpoint: string): boolean => loopback.test(new URL(endpoint).hostname.toLowerCase())
