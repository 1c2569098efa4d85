import { needsOthers } from '../reasons.ts'
import { excluded, statementsOf } from '../statement.ts'

/** What is under way, what is seen of it, and how versions are numbered. */
export const courseOfTimeFacts = statementsOf('facts', {
  F100: {
    'a code update while another is in progress is answered 409 ResourceConflictException': [
      'update-function-code/update-in-progress-is-409',
    ],
    'so is a configuration update': ['supporting/configuration-update-in-progress-is-409'],
    'the message names the function': ['messages/update-in-progress'],
    'when the update has ended, the same call is accepted': [
      'client/conflict-is-not-retried-blindly',
    ],
  },
  F101: {
    'a publish while an update is in progress is answered 409': [
      'publish-version/update-in-progress-is-409',
    ],
  },
  F102: {
    'updates and publishes of a Pending function are answered 409': [
      'publish-version/pending-function-is-409',
      'update-function-code/pending-function-is-409',
    ],
    'a Pending function can be read': excluded(
      'is how a run waits for a function: one that cannot be read cannot be judged',
    ),
  },
  F103: {
    'until 2021 another text told of updates that met': excluded('is not so any more'),
    'of updates that meet some may be refused': ['concurrency/update-beside-update'],
  },
  F104: {
    'a code update with Publish is one call: it makes its version without a wait between': [
      'update-function-code/publish-returns-a-version',
    ],
  },
  F105: {
    'the waiters of the clients read a function or a version until it is settled': [
      'client/wait-ends-when-settled',
      'client/no-early-success',
    ],
    'they end there, with success or with failure': [
      'client/wait-goes-no-further',
      'client/failed-update-is-told',
    ],
  },
  F106: {
    'LastUpdateStatus may be missing from a Pending version: State tells': [
      'client/wait-ends-when-settled',
      'client/no-early-success',
    ],
  },
  F107: {
    'an account has about 15 control-plane calls a second': excluded(
      'a quota, which a run keeps and does not try',
    ),
    'a client that spends them on one call leaves none for others': [
      'client/storms-nothing',
      'client/retries-are-bounded',
    ],
  },
  F108: { 'a role that was just made cannot be used for some seconds': needsOthers },
  F109: {
    'reads have been compared with writes before them only, never with writes beside them': [
      'concurrency/calls-have-an-order',
      'concurrency/reads-beside-writes',
    ],
    'a read shows what was written just before': [
      'update-function-code/takes-effect',
      'supporting/configuration-update-takes-effect',
      'revision-id/stays-when-read',
      'aliases/revision-id-stays-when-read',
    ],
  },
  F110: {
    'no number is given twice': ['concurrency/one-number-one-content'],
    'numbers of versions are decimal, start at 1 and rise by 1': [
      'versions/number-is-new',
      'versions/numbers-start-at-1',
      'versions/numbers-rise-by-one',
    ],
    'each function has numbers of its own': [
      'versions/numbers-are-per-function',
      'independence/function-numbers-are-their-own',
    ],
    'a refused publish uses no number': [
      'revision-id/refused-publish-uses-no-number',
      'code-sha256/refused-publish-uses-no-number',
    ],
  },
  F111: {
    'the number of a deleted version is not given again': ['versions/deleted-number-is-not-reused'],
  },
  F112: {
    'numbers go on after a function was deleted and made again': [
      'deletion/deleted-name-can-be-used-again',
      'deletion/numbers-go-on-under-the-same-name',
    ],
  },
  F113: {
    'a publish that makes no version uses no number': [
      'no-change/repeat-publish-uses-no-number',
      'revision-id/refused-publish-uses-no-number',
      'code-sha256/refused-publish-uses-no-number',
    ],
  },
  F114: {
    'creation, update and publish take their numbers from one count': [
      'versions/numbers-rise-by-one',
    ],
  },
})
