import { expect, test } from 'vitest'
import { ruleIds } from '../../generated/rule-ids.ts'
import { racesFor, racesOfLuck } from '../programs/races.ts'
import { programList, requestsOfPrograms } from './program-list.ts'
import { settingsOf } from './settings.ts'
import type { RunOptions } from './options.ts'

const racesIn = (options: RunOptions): readonly string[] =>
  programList(settingsOf({ seed: 1, ...options }), ruleIds).races.map(({ name }) => name)

const timesOf = (names: readonly string[], name: string): number =>
  names.filter((each) => each === name).length

const lucky = racesOfLuck(4).map(({ name }) => name)

test('races that need luck are tried again, the others once', () => {
  const names = racesIn({ profile: 'standard' })
  for (const { name } of racesFor(4)) {
    expect({ name, times: timesOf(names, name) }).toEqual({
      name,
      times: lucky.includes(name) ? 4 : 1,
    })
  }
})

test('they leave three tenths of the requests to random ones', () => {
  for (const profile of ['standard', 'deep'] as const) {
    const settings = settingsOf({ profile, seed: 1 })
    const { races } = programList(settings, ruleIds)
    const directed = races.filter(({ name }) => name.startsWith('race-'))
    expect(requestsOfPrograms(directed)).toBeLessThanOrEqual(0.7 * settings.raceRequests)
    expect(requestsOfPrograms(races)).toBeGreaterThanOrEqual(settings.raceRequests)
    expect(requestsOfPrograms(races.slice(0, -1))).toBeLessThan(settings.raceRequests)
  }
})

test('where there are few requests each race is tried once', () => {
  const names = racesIn({ profile: 'quick', concurrency: 4 })
  expect(names).toEqual(racesFor(4).map(({ name }) => name))
})

test('the shards of a run try as often together as the run', () => {
  const whole = racesIn({ profile: 'standard' })
  const shards = [1, 2, 3].flatMap((index) =>
    racesIn({ profile: 'standard', shard: { index, of: 3 } }),
  )
  expect(shards.toSorted()).toEqual(whole.toSorted())
})
