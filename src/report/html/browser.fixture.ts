import { createRequire } from 'node:module'
import { accessSync, constants, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The system's own browser: none is downloaded for tests. */
const browserPath: string | undefined = (process.env['PATH'] ?? '')
  .split(delimiter)
  .concat('/usr/bin')
  .flatMap((directory) => names.map((name) => join(directory, name)))
  .find(isExecutable)

export const hasBrowser = browserPath !== undefined

const whyNone = `no browser was found; install one of ${names.join(', ')}`

/** Title of the tests that need one. */
export const inBrowser = hasBrowser ? 'in a browser' : `SKIPPED: ${whyNone}`

if (!hasBrowser) console.warn(`Tests of pages in a browser are skipped, because ${whyNone}`)

export type BrowserKit = {
  /** What pages said on the console, threw, or asked the network for, in this test. */
  readonly complaints: string[]
  /** Opens the HTML from a file, with a context of its own; `hash` begins with "#". */
  readonly open: (html: string, hash?: string, options?: BrowserContextOptions) => Promise<Page>
}

/** One browser for the tests of the block it is called in. */
export const useBrowser = (): BrowserKit => {
  let browser: Browser
  let directory: string
  let count = 0
  const complaints: string[] = []
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lambda-conformance-'))
    browser = await chromium.launch({
      ...(browserPath !== undefined && { executablePath: browserPath }),
      // The sandbox does not start for root, as in containers.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    })
  })
  beforeEach(() => {
    complaints.length = 0
  })
  afterAll(async () => {
    await browser?.close()
    await rm(directory, { recursive: true, force: true })
  })
  const open: BrowserKit['open'] = async (html, hash = '', options = {}) => {
    const file = join(directory, `page-${(count += 1)}.html`)
    await writeFile(file, html)
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
    const page = await context.newPage()
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== pathToFileURL(file).href) complaints.push(request.url())
    })
    await page.goto(pathToFileURL(file).href + hash)
    return page
  }
  return { complaints, open }
}

export const closePage = (page: Page): Promise<void> => page.context().close()

export const openAllDetails = (page: Page): Promise<unknown> =>
  page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")

/** How far the page is wider than the window, in pixels. */
export const overflow = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds amiss in a page: impact, rule, and up to three places. The page has to be opened with `bypassCSP`. */
export const amiss = async (page: Page): Promise<unknown> => {
  await page.evaluate(axe)
  return page.evaluate(`axe.run().then(({ violations }) => violations.map(
    ({ id, impact, nodes }) => [impact, id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))]))`)
}
