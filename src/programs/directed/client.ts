import type { Action } from '../action.ts'
import { code, create, layer, publish, read } from './actions.ts'

/** What only a client can get wrong, the longest waits first: every member on its way, every kind of refusal, and faults between it and the service. */
export const clientPrograms = {
  'client-refused-for-now': [
    create(),
    publish({ fault: 'throttled-always' }),
    code('b', { fault: 'failed-once' }),
    layer('a', { fault: 'throttled-once-retry-after' }),
    publish({ fault: 'unavailable-once' }),
    code('b', { fault: 'throttled-once' }),
    layer('b', { fault: 'failed-always' }),
  ],
  'client-connections': [
    create(),
    publish({ fault: 'reset-before-once' }),
    code('b', { fault: 'reset-before-always' }),
    layer('a', { fault: 'reply-slow' }),
  ],
  'client-members': [
    create(),
    publish({ description: 'one' }),
    code('b', { revision: 'current' }),
    publish({ revision: 'current', hash: 'current', altered: 'by-arn' }),
    code('c', { publish: true, altered: 'by-partial-arn' }),
    code('a', { dryRun: true }),
    code('a', { altered: 'for-arm64' }),
    layer('a', { description: 'one', license: 3, runtimes: true }),
    layer('b'),
  ],
  'client-refusals': [
    publish(),
    code('a'),
    create(),
    publish({ hash: 'wrong' }),
    publish({ revision: 'made-up' }),
    code('b', { revision: 'made-up', publish: true }),
    code('none'),
  ],
  'client-lost-replies': [
    create(),
    read,
    publish({ revision: 'current', fault: 'reply-lost-once' }),
    code('b', { revision: 'current', fault: 'reply-lost-once' }),
    code('c', { publish: true, fault: 'reply-lost-once' }),
    layer('a', { fault: 'reply-lost-once' }),
    publish({ fault: 'reply-cut-once' }),
  ],
  'client-conflicts': [
    create(),
    publish({ fault: 'busy-once' }),
    code('b', { fault: 'busy-always' }),
  ],
  'client-settling': [
    create(),
    code('b', { fault: 'settles-late' }),
    code('c', { publish: true, fault: 'settles-late' }),
    code('a', { fault: 'fails-to-settle' }),
  ],
} as const satisfies Readonly<Record<string, readonly Action[]>>
