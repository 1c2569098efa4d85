import type { Action } from '../action.ts'
import { create, on, publish, read } from './actions.ts'

const add = on('AddPermission')
const remove = on('RemovePermission')
const policy = on('GetPolicy')

/** A policy from before its first statement on. */
export const permissionsPrograms = {
  'policy-life': [
    create(),
    policy,
    read,
    { ...add, altered: 'first-permission-with-functions-revision' },
    add,
    read,
    policy,
    { ...add, altered: 'second-permission' },
    policy,
    policy,
    publish(),
    policy,
    { ...add, altered: 'third-permission-with-made-up-revision' },
    { ...add, altered: 'third-permission-with-stale-revision' },
    add,
    { ...add, altered: 'permission-for-latest' },
    { ...add, altered: 'permission-with-an-illegal-id' },
    policy,
    { ...remove, altered: 'removal-with-made-up-revision' },
    { ...remove, altered: 'removal-with-stale-revision' },
    { ...remove, altered: 'removal-of-a-statement-never-added' },
    policy,
    { ...add, altered: 'third-permission-with-current-revision' },
    policy,
    { ...remove, altered: 'removal-with-current-revision' },
    policy,
    { ...add, altered: 'permission-for-the-first-version' },
    policy,
    { ...policy, altered: 'policy-of-the-first-version' },
    publish(),
  ],
} as const satisfies Readonly<Record<string, readonly Action[]>>
