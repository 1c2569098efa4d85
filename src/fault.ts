/**
 * What may go wrong between a client and the service, on purpose, during one call of a wrapper. `once` is the first request
 * of the operation asked for, `always` each of them; a fault leaves alone what else the client asks on the way.
 *
 * - `throttled…`: 429, and nothing was done; `…-retry-after` with a Retry-After of one second
 * - `failed…`, `unavailable…`: 500 or 503, and nothing was done
 * - `busy…`: 409, an update is in progress, and nothing was done
 * - `reset-before…`: the connection ends before the request was read
 * - `reply-lost…`: the work is done and the connection ends without a reply
 * - `reply-cut-once`: the work is done and the reply ends in the middle
 * - `reply-slow`: the reply takes a second and a half
 * - `settles-late`: the update, and the first two reads after it, show the function in progress
 * - `fails-to-settle`: reads after the update say that it failed
 */
export const faultNames = [
  'throttled-once',
  'throttled-once-retry-after',
  'throttled-always',
  'failed-once',
  'failed-always',
  'unavailable-once',
  'busy-once',
  'busy-always',
  'reset-before-once',
  'reset-before-always',
  'reply-lost-once',
  'reply-cut-once',
  'reply-slow',
  'settles-late',
  'fails-to-settle',
] as const

export type FaultName = (typeof faultNames)[number]
