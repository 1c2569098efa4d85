import { parseDocument } from 'yaml'
import { expect, test } from 'vitest'
import { rules } from '../../spec/rules/catalogue.ts'
import { parseBaseline } from '../baseline/parse-baseline.ts'
import { parseCommandLine } from '../cli/program.ts'
import { reportFiles } from '../report/clear.ts'
import { toolVersion } from '../run/tool-version.ts'
import { action, type Step } from './composite.fixture.ts'
import { blocksOf, readPage, type Block } from './markdown.fixture.ts'
import { startsIn } from './shell-words.fixture.ts'

type Texts = Readonly<Record<string, string>>
type WorkflowJob = {
  readonly steps: readonly Step[]
  readonly env?: Texts
  readonly needs?: string
}
type Workflow = { readonly on: unknown; readonly jobs: Readonly<Record<string, WorkflowJob>> }
type Pipeline = Readonly<
  Record<string, { readonly script: readonly string[]; readonly variables: Texts }>
>

const pages = {
  'ci.md': await readPage('ci.md'),
  'baseline.md': await readPage('baseline.md'),
  'aws.md': await readPage('aws.md'),
  'safety.md': await readPage('safety.md'),
  'dependencies.md': await readPage('dependencies.md'),
  'concurrency.md': await readPage('concurrency.md'),
}
const blocks = Object.entries(pages).flatMap(([page, text]) =>
  blocksOf(text).map((block) => ({ ...block, at: `${page}:${block.line}` })),
)
const inLanguage = (language: string) => blocks.filter((block) => block.language === language)

const valueOf = ({ text }: Block): unknown => {
  const document = parseDocument(text)
  expect([...document.errors, ...document.warnings]).toEqual([])
  return document.toJS()
}

const has = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && key in value

const workflows = inLanguage('yaml').flatMap((block) => {
  const value = valueOf(block)
  return has(value, 'jobs') ? [{ at: block.at, workflow: value as Workflow }] : []
})
const pipelines = inLanguage('yaml').flatMap((block) => {
  const value = valueOf(block)
  return has(value, 'conformance') ? [value as Pipeline] : []
})

const read = (args: readonly string[], env: Texts = {}) => {
  const context = { catalogue: rules, version: toolVersion, columns: 100, env: { ...env } }
  return parseCommandLine(args, context)
}

const scripts = [
  ...inLanguage('sh').map(({ at, text }) => ({ at, text, env: {} })),
  ...inLanguage('console').map(({ at, text }) => ({
    at,
    text: text.replaceAll(/^(?!\$ ).*$/gm, '').replaceAll(/^\$ /gm, ''),
    env: {},
  })),
  ...workflows.flatMap(({ at, workflow }) =>
    Object.values(workflow.jobs).flatMap(({ steps, env = {} }) =>
      steps.flatMap(({ run }) => (run === undefined ? [] : [{ at, text: run, env }])),
    ),
  ),
  ...pipelines.flatMap((pipeline) =>
    Object.values(pipeline).map(({ script, variables }) => ({
      at: 'ci.md',
      text: script.join('\n'),
      env: variables,
    })),
  ),
]
const starts = scripts.flatMap(({ at, text, env }) =>
  startsIn(text).map(({ args, release }) => ({ at, args, env, release, line: args.join(' ') })),
)

test('the pages hold the recipes that they speak of', () => {
  expect(workflows).toHaveLength(4)
  expect(pipelines).toHaveLength(1)
  const named = blocks.flatMap(({ text }) => [...text.matchAll(/npx .*?lambda-conformance/g)])
  expect(starts).toHaveLength(named.length)
})

test.each(starts)('$at: "$line" is understood', ({ args, env, release }) => {
  const line = read(args, env)
  expect(line.kind === 'usage-error' ? line.message : line.kind).toBe(args[0])
  expect(release ?? toolVersion).toBe(toolVersion)
})

const steps = workflows.flatMap(({ workflow }) =>
  Object.values(workflow.jobs).flatMap((job) => job.steps),
)

test('workflows use the action with inputs that it has', () => {
  const uses = steps.filter(({ uses: used }) => used?.startsWith('OWNER/lambda-conformance@'))
  expect(uses.length).toBeGreaterThan(1)
  for (const step of uses) {
    const given = step.with ?? {}
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given)))
    const variables = Object.entries<string | number>(given)
      .filter(([name]) => name !== 'artifact-name')
      .map(([name, text]) => [
        `LAMBDA_CONFORMANCE_${name.replaceAll('-', '_').toUpperCase()}`,
        String(text),
      ])
    expect(read(['run'], Object.fromEntries(variables)).kind).toBe('run')
  }
})

test('workflows ask for outputs that the action has', () => {
  const asked = workflows.flatMap(({ workflow }) => [
    ...JSON.stringify(workflow).matchAll(/steps\.conformance\.outputs\.([\w-]+)/g),
  ])
  expect(asked.length).toBeGreaterThan(0)
  for (const [, name] of asked) expect(Object.keys(action.outputs)).toContain(name)
})

test('no script of a workflow holds an expression', () => {
  for (const { run = '' } of steps) expect(run).not.toContain('${{')
})

test('jobs wait for jobs that there are, and other actions are pinned by their major version', () => {
  for (const { workflow } of workflows) {
    for (const { needs, steps: own } of Object.values(workflow.jobs)) {
      expect([undefined, ...Object.keys(workflow.jobs)]).toContain(needs)
      for (const { uses } of own) expect(uses ?? 'a/b@v1').toMatch(/^[\w-]+\/[\w-]+@v\d+$/)
    }
  }
})

test('the table of inputs and that of outputs are those of the action', () => {
  const rows = [...pages['ci.md'].matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, name]) => name)
  const { inputs, outputs } = action
  for (const name of Object.keys({ ...inputs, ...outputs })) expect(rows).toContain(name)
})

test('the table of files has every file of a report', () => {
  const rows = [...pages['ci.md'].matchAll(/^\| `([\w./]+)` +\|/gm)].map(([, name]) => name)
  for (const name of [...reportFiles, 'trace.ndjson', 'failures/']) expect(rows).toContain(name)
})

test('a baseline that is shown is one', () => {
  const shown = inLanguage('yaml').filter((block) => has(valueOf(block), 'version'))
  expect(shown).toHaveLength(1)
  for (const { text } of shown) {
    const { baseline } = parseBaseline(text, 'known-failures.yaml')
    for (const { rule } of [...baseline.expectedFailures, ...baseline.knownFlaky]) {
      expect(read(['run', '--rule', rule]).kind).toBe('run')
    }
  }
})

test('what a page links to is there', () => {
  const anchors = new Set(
    Object.values(pages).flatMap((text) =>
      [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      ),
    ),
  )
  const links = Object.values(pages).flatMap((text) => [...text.matchAll(/\]\((?!https:)(.*?)\)/g)])
  expect(links.length).toBeGreaterThan(2)
  for (const [, link = ''] of links) {
    const [file = '', anchor] = link.split('#')
    expect([...Object.keys(pages), '../action.yml']).toContain(file)
    expect([undefined, ...anchors]).toContain(anchor)
  }
})
