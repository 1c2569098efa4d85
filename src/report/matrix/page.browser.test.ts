import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import {
  amiss,
  closePage,
  hasBrowser,
  inBrowser,
  openAllDetails,
  overflow,
  useBrowser,
} from '../html/browser.fixture.ts'
import { hostileReport } from '../html/hostile.fixture.ts'
import { repeatPublishFailure as failure, ruleReport } from '../report.fixture.ts'
import { matrixFrom, runOn } from './matrix.fixture.ts'
import { matrixPage } from './page.ts'

const failed = (id: string) => ruleReport(id, 'fail', { failure })
const may = (id: string, observed: string) =>
  ruleReport(id, 'pass', { level: 'may', observed: [observed] })
const many = Array.from({ length: 40 }, (_, index) => ruleReport(`names/mixed-${index}`, 'pass'))

const hosts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
const sample = matrixPage(
  matrixFrom(
    ...hosts.map((host, column) =>
      runOn(`${host}.example:4566`, [
        ruleReport('names/alike', 'pass'),
        ruleReport('no-change/alike', 'pass'),
        column === 0
          ? ruleReport('no-change/open', 'pass')
          : ruleReport('no-change/open', 'undecided', { reason: 'out of time' }),
        column % 2 === 0 ? ruleReport('no-change/mixed', 'pass') : failed('no-change/mixed'),
        failed('no-change/red'),
        may('layers/surveyed', column < 3 ? 'makes a version' : 'makes none'),
        ...many.map((rule) => (column === 1 ? failed(rule.id) : rule)),
        ...(column === 2 ? [] : [ruleReport('layers/lacking', 'pass')]),
      ]),
    ),
  ),
)
const hostile = matrixPage(matrixFrom(hostileReport, hostileReport, runOn('h', [])))

const shownRows = (page: Page) => page.locator('table.matrix tr[id]:visible')

// oxlint-disable-next-line vitest/valid-title
describe.skipIf(!hasBrowser)(inBrowser, () => {
  const { complaints, open } = useBrowser()

  test('the page opens from a file without a complaint, and nothing leaves it', async () => {
    const page = await open(sample)
    expect(await page.locator('h1').textContent()).toBe('8 subjects compared')
    expect(await page.locator('.shown').textContent()).toBe('47 of 47 rules shown')
    expect(await page.locator('details.fold').getAttribute('open')).toBeNull()
    expect(complaints).toEqual([])
    await closePage(page)
  })

  test('without scripts everything is there, and no control that does nothing', async () => {
    const page = await open(sample, '', { javaScriptEnabled: false })
    expect(await shownRows(page).count()).toBe(44)
    await page.locator('details.fold > summary').click()
    expect(await page.locator('table.alike tbody tr:visible').count()).toBe(3)
    expect(await page.locator('button:visible, form:visible').count()).toBe(0)
    await closePage(page)
  })

  test('filters narrow the table, and open the fold where something is looked for', async () => {
    const page = await open(sample)
    const status = page.locator('.shown')
    await page.getByLabel('Show').selectOption('differences')
    expect(await status.textContent()).toBe('43 of 47 rules shown')
    expect(await page.locator('tbody.failing:visible').count()).toBe(0)
    await page.getByLabel('Area').selectOption('no-change')
    expect(await shownRows(page).count()).toBe(2)
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByText('47 of 47 rules shown').waitFor()
    await page.getByLabel('Text').fill('LACKING')
    expect(await status.textContent()).toBe('1 of 47 rules shown')
    expect(await page.locator('[id="layers/lacking"]').isVisible()).toBe(true)
    expect(await page.getByText('not in C').isVisible()).toBe(true)
    await page.getByLabel('Text').fill('makes none')
    expect(await shownRows(page).getAttribute('id')).toBe('layers/surveyed')
    expect(complaints).toEqual([])
    await closePage(page)
  })

  test('a cell that fails leads to what was expected and what came on that subject', async () => {
    const page = await open(sample)
    const target = page.locator('[id="D:no-change/mixed"]')
    expect(await target.isVisible()).toBe(false)
    await page.locator('tr[id="no-change/mixed"] a.verdict').nth(1).click()
    await target.waitFor({ state: 'visible' })
    const told = page.locator('.told', { has: target })
    expect(await told.locator('.contrast').textContent()).toMatch(/expected\s*Version "1"/)
    expect(await told.locator('pre').textContent()).toContain('--endpoint http://four.example:4566')
    await page.locator('details[open] .back a').click()
    expect(await page.evaluate('location.hash')).toBe('#no-change/mixed')
    await closePage(page)
  })

  test('a link to a rule shows it below the head of the table, past a filter that hides it', async () => {
    const page = await open(sample)
    await page.getByLabel('Text').fill('nothing of the kind')
    await page.evaluate("location.hash = '#names/mixed-39'")
    const row = page.locator('[id="names/mixed-39"]')
    await row.waitFor({ state: 'visible' })
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByText('47 of 47 rules shown').waitFor()
    await page.evaluate("location.hash = ''")
    await page.evaluate("location.hash = '#names/mixed-20'")
    // Asked again and again from outside: the page's policy forbids a watcher within.
    await expect
      .poll(() => page.evaluate("document.querySelector('.box.tall').scrollTop"))
      .toBeGreaterThan(0)
    expect(
      await page.evaluate(
        "document.getElementById('names/mixed-20').getBoundingClientRect().top - document.querySelector('.matrix thead th').getBoundingClientRect().bottom",
      ),
    ).toBeGreaterThanOrEqual(0)
    await closePage(page)
  })

  test('head and first column stay while the box scrolls, and the keyboard scrolls it', async () => {
    const page = await open(sample, '', { viewport: { width: 700, height: 600 } })
    const box = page.locator('.box.tall')
    await box.focus()
    await page.evaluate(
      "document.querySelector('.box.tall').scrollTo({ left: 300, top: 900, behavior: 'instant' })",
    )
    const edges = await page.evaluate(`(() => {
      const at = (selector) => document.querySelector(selector).getBoundingClientRect()
      const [box, head, first] = [at('.box.tall'), at('.matrix thead th:last-child'), at('.matrix tr[id] > th')]
      return { top: Math.round(head.top - box.top), left: Math.round(first.left - box.left) }
    })()`)
    expect(edges).toEqual({ top: 1, left: 1 })
    await page.keyboard.press('ArrowRight')
    await expect
      .poll(() => page.evaluate("document.querySelector('.box.tall').scrollLeft"))
      .toBeGreaterThan(300)
    await closePage(page)
  })

  test.each(['light', 'dark'] as const)(
    'axe finds nothing amiss in the %s theme',
    async (colorScheme) => {
      // The policy keeps also this script out.
      const page = await open(sample, '', { colorScheme, bypassCSP: true })
      await openAllDetails(page)
      expect(await amiss(page)).toEqual([])
      await closePage(page)
    },
  )

  test.each([
    { name: 'a matrix', html: sample },
    { name: 'a hostile matrix', html: hostile },
  ])('on a phone nothing of $name is wider than the page', async ({ html }) => {
    const page = await open(html, '', { viewport: { width: 360, height: 740 } })
    await openAllDetails(page)
    expect(await overflow(page)).toBe(0)
    await closePage(page)
  })

  test('nothing that a subject says is run', async () => {
    const page = await open(hostile)
    await openAllDetails(page)
    await page.evaluate('document.querySelectorAll("main *").forEach((each) => each.focus?.())')
    expect(await page.evaluate('window.broken')).toBeUndefined()
    expect(await page.locator('h1').count()).toBe(1)
    expect(complaints).toEqual([])
    await closePage(page)
  })

  test('on paper everything is open, nothing is cut, and controls are gone', async () => {
    const page = await open(sample)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.filters').isVisible()).toBe(false)
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('.box.tall')).overflow"),
    ).toBe('visible')
    expect(await page.locator('.story').first().isVisible()).toBe(true)
    expect(await page.locator('table.alike').isVisible()).toBe(true)
    await closePage(page)
  })
})
