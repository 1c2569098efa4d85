import { expect, test } from 'vitest'
import type { Call } from '../call.ts'
import { lost, notJson, on, reply, shown } from '../model/model.fixture.ts'
import {
  creation,
  exchangesFrom,
  inProgress,
  invalid,
  list,
  missing,
  publish,
  read,
  readVersion,
  update,
  upload,
  type Line,
} from './hand-made.fixture.ts'
import { orderOf } from './order-of.ts'

const big = { MemorySize: 256 }
const b = { CodeSha256: 'hash-b' }
const first: Line = [0, 1.2, 1.4, ...publish({}, { Version: '1' })]
const pending = { State: 'Pending', LastUpdateStatus: null }
const hex = '00'.repeat(32)
const base64 = Buffer.from(hex, 'hex').toString('base64')
const permission: readonly [Call, ReturnType<typeof reply>] = [
  on('AddPermission', { StatementId: 's' }),
  reply(201, { Statement: '{}' }),
]

type Row = readonly [title: string, lines: readonly Line[]]

/** What no document settles, or the catalogue has as advice only: each is a course that some service may take. */
const open: readonly Row[] = [
  [
    'an Environment without Variables leaves open what they are',
    [
      [
        0,
        0,
        1,
        on('CreateFunction'),
        reply(201, shown({ Environment: { Variables: { A: '1' } } })),
      ],
      [0, 2, 3, ...update({ Environment: {} }, { RevisionId: 'r2' })],
      [0, 4, 5, ...read({ Environment: { Variables: {} }, RevisionId: 'r2' })],
    ],
  ],
  [
    'a hash in another notation is taken for the same',
    [
      [0, 0, 1, on('CreateFunction'), reply(201, shown({ CodeSha256: base64 }))],
      [0, 2, 3, ...publish({ CodeSha256: hex }, { CodeSha256: base64, Version: '1' })],
    ],
  ],
  [
    'a hash is compared with one that was not shown',
    [
      [0, 0, 1, on('CreateFunction'), reply(201, shown({ CodeSha256: null }))],
      [0, 2, 3, ...publish({ CodeSha256: 'hash-b' }, { ...b, Version: '1' })],
    ],
  ],
  [
    'a publish with the right hash is refused for something else',
    [creation, [0, 2, 3, ...invalid(on('PublishVersion', { CodeSha256: 'hash-a' }), 'Too long.')]],
  ],
  [
    'an update that does not show its RevisionId and asks for what is there leaves it',
    [
      creation,
      [0, 2, 3, ...update({ MemorySize: 128 }, { RevisionId: null })],
      [0, 4, 5, ...read({ RevisionId: 'r1' })],
    ],
  ],
  [
    'a reply that makes no sense is to an update that was not carried out',
    [
      creation,
      [0, 2, 3, on('UpdateFunctionConfiguration', big), notJson],
      [0, 4, 5, ...read({ RevisionId: 'r1' })],
    ],
  ],
  [
    'empty preconditions are none',
    [
      creation,
      [0, 2, 3, ...update({ ...big, RevisionId: '' }, { ...big, RevisionId: 'r2' })],
      [0, 4, 5, ...publish({ CodeSha256: '', RevisionId: '' }, { ...big, Version: '1' })],
    ],
  ],
  [
    'an upload of which only a part of the request is known was a dry run',
    [
      creation,
      [0, 2, 3, { ...on('UpdateFunctionCode'), partial: true }, reply(200, shown(b))],
      [0, 4, 5, ...read({ RevisionId: 'r1' })],
    ],
  ],
  [
    'an upload of which only a part of the request is known has published',
    [
      creation,
      [
        0,
        2,
        3,
        { ...on('UpdateFunctionCode'), partial: true },
        reply(200, shown({ ...b, Version: '1' })),
      ],
      [0, 4, 5, ...list('1')],
      [0, 6, 7, ...read({ ...b, RevisionId: 'r2' })],
    ],
  ],
  [
    'a publish of which only a part of the request is known gave a Description',
    [
      [0, 0, 1, on('CreateFunction'), reply(201, shown({ Description: 'x' }))],
      [
        0,
        2,
        3,
        { ...on('PublishVersion'), partial: true },
        reply(201, shown({ Description: 'y', Version: '1' })),
      ],
    ],
  ],
  [
    'a State alone does not tell that an update has ended',
    [
      creation,
      [0, 2, 3, ...update(big, { ...big, ...inProgress, RevisionId: 'r2' })],
      [0, 4, 5, ...read({ ...big, LastUpdateStatus: null, RevisionId: 'r2' })],
      [0, 6, 7, ...read({ ...big, RevisionId: 'r3' })],
    ],
  ],
  [
    'a creation ends before anyone looks',
    [
      [0, 0, 1, on('CreateFunction'), reply(201, shown(pending))],
      [0, 2, 3, ...read({ RevisionId: 'r2' })],
    ],
  ],
  [
    'an empty Description overrides',
    [
      [0, 0, 1, on('CreateFunction'), reply(201, shown({ Description: 'x' }))],
      [0, 2, 3, ...publish({ Description: '' }, { Description: '', Version: '1' })],
    ],
  ],
  [
    'an empty Description inherits',
    [
      [0, 0, 1, on('CreateFunction'), reply(201, shown({ Description: 'x' }))],
      [0, 2, 3, ...publish({ Description: '' }, { Description: 'x', Version: '1' })],
    ],
  ],
  [
    'a repeated publish gives the existing version another Description',
    [
      creation,
      [0, 2, 3, ...publish({ Description: 'x' }, { Description: 'x', Version: '1' })],
      [0, 4, 5, ...publish({ Description: 'y' }, { Description: 'y', Version: '1' })],
      [0, 6, 7, ...readVersion('1', { Description: 'y' })],
    ],
  ],
  [
    'a repeated publish moves the RevisionId of $LATEST',
    [
      creation,
      first,
      [0, 2, 3, ...read({ RevisionId: 'r2' })],
      [0, 4, 5, ...publish({}, { Version: '1' })],
      [0, 6, 7, ...read({ RevisionId: 'r3' })],
    ],
  ],
  [
    'contents are compared with a version that a lost publish has made with a Description of its own',
    [
      [0, 0, 1, on('CreateFunction'), reply(201, shown({ Description: 'x' }))],
      [1, 2, 3, on('PublishVersion', { Description: 'y' }), lost('timeout')],
      [0, 4, 5, ...readVersion('1', { Description: 'y' })],
      [0, 6, 7, ...upload({}, { Description: 'x', RevisionId: 'r2' })],
      [0, 8, 9, ...publish({}, { Description: 'y', Version: '1' })],
    ],
  ],
  [
    'a publish after the newest version was deleted gives the one before',
    [
      creation,
      first,
      [0, 2, 3, ...update(big, { ...big, RevisionId: 'r3' })],
      [0, 4, 5, ...publish({}, { ...big, Version: '2' })],
      [0, 6, 7, ...update({ MemorySize: 128 }, { RevisionId: 'r5' })],
      [0, 8, 9, on('DeleteFunction', { Qualifier: '2' }), reply(204)],
      [0, 10, 11, ...publish({}, { Version: '1' })],
    ],
  ],
  [
    'a publish after the newest version was deleted makes one, with its number again',
    [
      creation,
      first,
      [0, 2, 3, on('DeleteFunction', { Qualifier: '1' }), reply(204)],
      [0, 4, 5, ...publish({}, { Version: '1' })],
    ],
  ],
  [
    'the deletion of a version counts as a change, and moves the RevisionId',
    [
      creation,
      first,
      [0, 2, 3, ...update(big, { ...big, RevisionId: 'r3' })],
      [0, 4, 5, ...publish({}, { ...big, Version: '2' })],
      [0, 6, 7, ...read({ ...big, RevisionId: 'r4' })],
      [0, 8, 9, on('DeleteFunction', { Qualifier: '1' }), reply(204)],
      [0, 10, 11, ...read({ ...big, RevisionId: 'r5' })],
      [0, 12, 13, ...publish({}, { ...big, Version: '3' })],
    ],
  ],
  [
    'a dry run counts as a change, and moves the RevisionId',
    [
      creation,
      first,
      [0, 2, 3, ...read({ RevisionId: 'r2' })],
      [0, 4, 5, ...upload({ DryRun: true }, b)],
      [0, 6, 7, ...read({ RevisionId: 'r3' })],
      [0, 8, 9, ...publish({}, { Version: '2' })],
    ],
  ],
  [
    'a dry run publishes',
    [creation, [0, 4, 5, ...upload({ DryRun: true, Publish: true }, b)], [0, 6, 7, ...list('1')]],
  ],
  [
    'a permission counts as a change, and moves the RevisionId',
    [
      creation,
      first,
      [0, 2, 3, ...read({ RevisionId: 'r2' })],
      [0, 4, 5, ...permission],
      [0, 6, 7, ...read({ RevisionId: 'r3' })],
      [0, 8, 9, ...publish({}, { Version: '2' })],
    ],
  ],
  [
    'the deletion of an alias moves the RevisionId',
    [
      creation,
      [0, 4, 5, on('DeleteAlias', { Name: 'live' }), reply(204)],
      [0, 6, 7, ...read({ RevisionId: 'r2' })],
    ],
  ],
  [
    'a deletion of $LATEST deletes nothing',
    [
      creation,
      [0, 2, 3, on('DeleteFunction', { Qualifier: '$LATEST' }), reply(204)],
      [0, 4, 5, ...read({ RevisionId: 'r1' })],
    ],
  ],
  [
    'a deletion of $LATEST deletes the function',
    [
      creation,
      [0, 2, 3, on('DeleteFunction', { Qualifier: '$LATEST' }), reply(204)],
      [0, 4, 5, ...missing(on('GetFunctionConfiguration'))],
    ],
  ],
  ...[['1'], []].map((numbers): Row => [
    `a lost creation with Publish has made ${numbers.length} versions`,
    [
      [0, 0, 1, on('CreateFunction', { Publish: true }), lost('timeout')],
      [0, 2, 3, ...list(...numbers)],
    ],
  ]),
  [
    'a lost update with Publish has uploaded the code and made no version',
    [
      creation,
      [0, 2, 3, on('UpdateFunctionCode', { Publish: true }), lost('timeout')],
      [0, 4, 5, ...read({ ...b, RevisionId: 'r2' })],
      [0, 6, 7, ...list()],
    ],
  ],
  [
    'a version by its number in place of the function is not found',
    [creation, first, [0, 4, 5, ...missing(on('PublishVersion', {}, 'f:1'))]],
  ],
]

test.each(open)('is open: %s', (_, lines) => {
  expect(orderOf(exchangesFrom(lines)).kind).toBe('linearizable')
})
