import { maxLanes, type Action, type Program } from './action.ts'
import {
  code,
  create,
  layer,
  listLayer,
  list,
  on,
  publish,
  read,
  readLayer,
} from './directed/actions.ts'

const updateCode = code('own', { revision: 'current' })
const updateConfiguration: Action = {
  operation: 'UpdateFunctionConfiguration',
  fn: 'f0',
  setting: 'own',
  revision: 'current',
}
const configure: Action = {
  operation: 'UpdateFunctionConfiguration',
  fn: 'f0',
  setting: 'own',
}
const updateAlias: Action = {
  ...on('UpdateAlias'),
  altered: 'alias-described-with-current-revision',
}
const deploy = code('own', { publish: true })
const removeFunction: Action = { operation: 'DeleteFunction', fn: 'f0' }

/** What the clients do in turn: the first one the first, and so on, beginning anew where there are more clients. */
type Course = {
  readonly before: readonly Action[]
  readonly clients: readonly (readonly Action[])[]
  readonly after: readonly Action[]
  /** A check that is not held on to may show here, and only now and then: the sooner behind it is written, the more seldom. */
  readonly mayNeedLuck?: true
}

/** The races that matter most, each with a function or a layer of its own. What $LATEST is afterwards is read after each. */
const courses = {
  'race-configuration-updates': {
    before: [create(), read],
    clients: [[updateConfiguration]],
    after: [],
    mayNeedLuck: true,
  },
  'race-code-updates': {
    before: [create(), read],
    clients: [[updateCode]],
    after: [],
    mayNeedLuck: true,
  },
  'race-updates': {
    before: [create(), read],
    clients: [[updateCode], [updateConfiguration]],
    after: [publish(), list],
    mayNeedLuck: true,
  },
  'race-updates-the-other-way': {
    before: [create(), read],
    clients: [[updateConfiguration], [updateCode]],
    after: [publish(), list],
  },
  'race-publishes': {
    before: [create(), publish(), code('own')],
    clients: [[publish()]],
    after: [list],
    mayNeedLuck: true,
  },
  'race-publish-beside-updates': {
    before: [create(), publish()],
    clients: [[code('own')], [publish()], [configure], [publish()]],
    after: [list],
  },
  'race-guarded-publish-beside-update': {
    before: [create(), code('own'), read],
    clients: [[publish({ revision: 'current' })], [updateCode]],
    after: [list],
  },
  'race-checked-publish-beside-update': {
    before: [create(), code('own'), read],
    clients: [[publish({ hash: 'current' })], [code('own')]],
    after: [list],
  },
  'race-guarded-deployments': {
    before: [create(), publish(), read],
    clients: [[code('own', { publish: true, revision: 'current' })]],
    after: [list],
    mayNeedLuck: true,
  },
  'race-updates-then-publishes': {
    before: [create(), publish()],
    clients: [
      [code('own'), publish()],
      [configure, publish()],
    ],
    after: [list],
  },
  'race-deployments': {
    before: [create(), publish()],
    clients: [[deploy]],
    after: [list],
  },
  'race-deployment-beside-publish': {
    before: [create(), code('own'), read],
    clients: [[deploy], [publish()], [configure], [publish()]],
    after: [list],
  },
  'race-turns': {
    before: [create()],
    clients: [[read, updateConfiguration, read, updateCode]],
    after: [],
  },
  'race-reads-beside-updates': {
    before: [create(), configure, read],
    clients: [[configure], [read]],
    after: [],
  },
  'race-aliases': {
    before: [create(), publish(), on('CreateAlias')],
    clients: [[updateAlias]],
    after: [on('GetAlias')],
    mayNeedLuck: true,
  },
  'race-layers': {
    before: [],
    clients: [[layer('own')]],
    after: [listLayer, readLayer('first'), readLayer('last')],
    mayNeedLuck: true,
  },
  'race-deletion-beside-publish': {
    before: [create(), code('own')],
    clients: [[removeFunction], [publish()], [configure], [publish()]],
    after: [read],
  },
} as const satisfies Readonly<Record<string, Course>>

export type RaceName = keyof typeof courses

/** The same for so many clients. A lane stands as a whole, and then the next. */
const actionsOf = ({ before, clients, after }: Course, lanes: number): readonly Action[] => [
  ...before,
  ...Array.from({ length: lanes }, (_, index) =>
    (clients[index % clients.length] ?? []).map((action): Action => ({
      ...action,
      lane: index + 1,
    })),
  ).flat(),
  ...after,
]

const raceNames = Object.keys(courses) as readonly RaceName[]

const raceFor = (name: RaceName, lanes: number): Program => ({
  name: `${name}-${lanes}`,
  actions: actionsOf(courses[name], lanes),
})

/** Every directed race for so many clients, by a name that holds their number. */
export const racesFor = (lanes: number): readonly Program[] =>
  raceNames.map((name) => raceFor(name, lanes))

/** Those that are worth more than one try. */
export const racesOfLuck = (lanes: number): readonly Program[] =>
  raceNames.filter((name) => 'mayNeedLuck' in courses[name]).map((name) => raceFor(name, lanes))

const lanesPattern = new RegExp(`^(race-[a-z-]+)-([2-${maxLanes}])$`)

/** The race of that name, or undefined where there is none. */
export const raceNamed = (name: string): Program | undefined => {
  const lanes = Number(lanesPattern.exec(name)?.[2])
  return Number.isNaN(lanes) ? undefined : racesFor(lanes).find((race) => race.name === name)
}

/** Of a directed race, or of a random one: `r4-7`. */
export const isRaceName = (name: string): boolean => /^(?:race|r[2-8])-/.test(name)

/** Whether several clients call at once in it. */
export const isRace = (actions: readonly Action[]): boolean =>
  actions.some(({ lane }) => lane !== undefined)
