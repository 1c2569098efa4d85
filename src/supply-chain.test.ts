import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Installed = {
  readonly license?: string
  readonly hasInstallScript?: boolean
  readonly resolved?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Lock = { readonly packages: Readonly<Record<string, Installed>> }
type Package = Installed & {
  readonly scripts: Readonly<Record<string, string>>
  readonly publishConfig: object
  readonly peerDependencies: object
  readonly peerDependenciesMeta: Readonly<Record<string, object>>
}

const text = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const { packages }: Lock = JSON.parse(text('package-lock.json'))
const project: Package = JSON.parse(text('package.json'))

/** Where Node finds a package, seen from another: the nearest folder upwards. */
const placeOf = (name: string, from: string): string | undefined => {
  const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (place in packages) return place
  if (from === '') return undefined
  return placeOf(name, from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1)))
}

/** All that is installed with a package, itself included. */
const broughtBy = (name: string, from = '', all = new Set<string>()): ReadonlySet<string> => {
  const place = placeOf(name, from)
  if (place === undefined || all.has(place)) return all
  all.add(place)
  const { dependencies, optionalDependencies } = packages[place] ?? {}
  for (const each of Object.keys({ ...dependencies, ...optionalDependencies })) {
    broughtBy(each, place, all)
  }
  return all
}

const dependencies = Object.keys(project.dependencies ?? {})
const installed = [...new Set(dependencies.flatMap((name) => [...broughtBy(name)]))]

const rows = new Map(
  [...text('docs/dependencies.md').matchAll(/^\| `([^`]+)` *\|(.+)\|$/gm)].map(
    ([, name = '', cells = '']) => [name, cells.split('|').map((cell) => cell.trim())] as const,
  ),
)

test('the page on dependencies names exactly those there are, with their licences and all they bring', () => {
  const facts = dependencies.map((name) => [
    name,
    packages[`node_modules/${name}`]?.license,
    `${broughtBy(name).size}`,
  ])
  expect([...rows].map(([name, [licence, brings]]) => [name, licence, brings])).toEqual(facts)
  expect(text('docs/dependencies.md')).toContain(`${installed.length} packages in all`)
})

test('nothing that a user installs runs a script for it', () => {
  expect(installed.length).toBeGreaterThan(20)
  expect(installed.filter((place) => packages[place]?.hasInstallScript)).toEqual([])
  const ofInstalling = ['preinstall', 'install', 'postinstall']
  expect(Object.keys(project.scripts).filter((name) => ofInstalling.includes(name))).toEqual([])
})

const allowed: readonly (string | undefined)[] = [
  'MIT',
  'Apache-2.0',
  'ISC',
  'BSD-3-Clause',
  '0BSD',
]

test('all that a user installs may be used and passed on by anybody', () => {
  const others = installed.filter((place) => !allowed.includes(packages[place]?.license))
  expect(others).toEqual([])
})

test('the lock file names no place to load from: that is the business of whoever installs', () => {
  const named = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)
  expect(named.map(([place]) => place)).toEqual([])
})

test('what is for other tools alone is optional', () => {
  const peers = Object.keys(project.peerDependencies)
  expect(peers.toSorted()).toEqual(['msw', 'vitest'])
  for (const name of peers) {
    expect(project.peerDependenciesMeta[name]).toEqual({ optional: true })
    expect(dependencies).not.toContain(name)
  }
})

test('the package is published with its provenance', () => {
  expect(project.publishConfig).toEqual({ access: 'public', provenance: true })
})
