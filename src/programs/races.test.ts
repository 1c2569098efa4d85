import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { actionsOf, originOf, randomActions } from '../run/replay-token.ts'
import { maxLanes, type Action } from './action.ts'
import { anyActions } from './any-action.ts'
import { programsOf } from './programs-of.ts'
import { randomRace } from './race-arbitrary.ts'
import { isRace, isRaceName, raceNamed, racesFor, racesOfLuck } from './races.ts'

const lanesOf = (actions: readonly Action[]): readonly number[] =>
  [...new Set(actions.flatMap(({ lane }) => lane ?? []))].toSorted((a, b) => a - b)

const counts = [2, 3, 4, 5, 6, 7, 8]

test('a directed race has as many clients as it is asked for', () => {
  for (const count of counts) {
    for (const { actions } of racesFor(count)) {
      expect(lanesOf(actions)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
    }
  }
})

test('the calls of the clients stand together, between what comes before and after', () => {
  for (const { name, actions } of racesFor(4)) {
    const first = actions.findIndex(({ lane }) => lane !== undefined)
    const last = actions.findLastIndex(({ lane }) => lane !== undefined)
    const gaps = actions.slice(first, last + 1).filter(({ lane }) => lane === undefined)
    expect({ name, gaps }).toEqual({ name, gaps: [] })
  }
})

test('a race is found again by its name, for up to eight clients', () => {
  for (const count of counts) {
    for (const race of racesFor(count)) {
      expect(raceNamed(race.name)).toEqual(race)
      expect(isRaceName(race.name)).toBe(true)
    }
  }
  expect(raceNamed('race-updates-9')).toBeUndefined()
  expect(raceNamed('race-updates')).toBeUndefined()
  expect(raceNamed('every-operation')).toBeUndefined()
})

test('what needs luck is tried with everybody doing the same, or nearly', () => {
  for (const { actions, name } of racesOfLuck(4)) {
    expect(raceNamed(name)?.actions).toEqual(actions)
    const operations = actions
      .filter(({ lane }) => lane !== undefined)
      .map((each) => each.operation)
    expect(new Set(operations).size).toBeLessThanOrEqual(2)
  }
})

test('every directed race is there for the area', () => {
  const names = racesFor(2).map(({ name }) => name.replace(/-2$/, ''))
  expect(names.toSorted()).toEqual([...programsOf.concurrency].toSorted())
})

test('every race can be shrunk: its actions are values of the arbitrary', () => {
  const random = fc.sample(randomRace(maxLanes), { seed: 1, numRuns: 200 })
  for (const actions of [...racesFor(maxLanes).map((race) => race.actions), ...random]) {
    const foreign = actions.filter((action) => !anyActions.canShrinkWithoutContext([action]))
    expect(foreign).toEqual([])
  }
})

test('random races are of 2 up to so many clients, some of whom wait a while', () => {
  const races = fc.sample(randomRace(4), { seed: 1, numRuns: 200 })
  const sizes = races.map((actions) => lanesOf(actions).length)
  expect([...new Set(sizes)].toSorted((a, b) => a - b)).toEqual([2, 3, 4])
  expect(races.every(isRace)).toBe(true)
  const calls = races.flat().filter(({ lane }) => lane !== undefined)
  const waiting = calls.filter(({ afterMs }) => afterMs !== undefined)
  expect(waiting.length).toBeGreaterThan(calls.length / 4)
  expect(waiting.length).toBeLessThan((calls.length * 3) / 4)
})

test('a token names a race, directed or random, and the way it was shrunk', () => {
  const [race] = racesFor(3)
  expect(actionsOf(originOf(`7:${race?.name}:${race?.actions.length}`))).toEqual(race?.actions)
  const random = randomActions(7, 'r4-12')
  expect(actionsOf(originOf(`7:r4-12:${random.length}`))).toEqual(random)
  expect(isRace(random)).toBe(true)
  const shorter = actionsOf(originOf(`7:r4-12:${random.length}:0`))
  expect(shorter.length).toBeLessThan(random.length)
})

test('another seed gives other races', () => {
  const random = randomActions(7, 'r8-3')
  expect(randomActions(8, 'r8-3')).not.toEqual(random)
})
