import { expect, test, describe } from 'vitest'
import type { Page } from 'playwright-core'
import { closePage, hasBrowser, inBrowser, openAllDetails, useBrowser } from './browser.fixture.ts'
import { hostileReport } from './hostile.fixture.ts'
import { htmlPage } from './page.ts'
import { sampleFailure, sampleReport } from './sample.fixture.ts'

const sample = htmlPage(sampleReport)
const shownRows = (page: Page) => page.locator('table.catalogue tr[id]:visible')

// oxlint-disable-next-line vitest/valid-title
describe.skipIf(!hasBrowser)(inBrowser, () => {
  const { complaints, open } = useBrowser()

  test('the page opens from a file without a complaint, and nothing leaves it', async () => {
    const page = await open(sample)
    expect(await page.locator('h1').textContent()).toBe('http://127.0.0.1:9001')
    expect(await page.locator('.filters').isVisible()).toBe(true)
    expect(complaints).toEqual([])
    await closePage(page)
  })

  test('without scripts everything is there, and no control that does nothing', async () => {
    const page = await open(sample, '', { javaScriptEnabled: false })
    expect(await shownRows(page).count()).toBe(66)
    await page.locator('.failure > summary').first().click()
    expect(await page.getByText('lambda-conformance run --endpoint').first().isVisible()).toBe(true)
    expect(await page.locator('button:visible, form:visible').count()).toBe(0)
    await closePage(page)
  })

  test('filters narrow the catalogue, and say how much is shown', async () => {
    const page = await open(sample)
    const status = page.locator('.shown')
    await page.getByLabel('Verdict').selectOption('fail')
    expect(await status.textContent()).toBe('4 of 66 rules shown')
    await page.getByLabel('Level').selectOption('should')
    expect(await shownRows(page).count()).toBe(1)
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByText('66 of 66 rules shown').waitFor()
    await page.getByLabel('Verdict').selectOption('unjudged')
    expect(await shownRows(page).count()).toBe(1)
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByLabel('Text').fill('makes VERSION')
    expect(await shownRows(page).getAttribute('id')).toBe('aliases/seen')
    await page.getByLabel('Text').fill('')
    await page.getByLabel('Area').selectOption('no-change')
    expect(await shownRows(page).count()).toBe(3)
    expect(await page.locator('table.catalogue tbody:visible').count()).toBe(1)
    expect(complaints).toEqual([])
    await closePage(page)
  })

  test('a link to a rule shows it, opens it and marks it, past a filter that hides it', async () => {
    const page = await open(sample, '#names/passing-59')
    const row = page.locator('[id="names/passing-59"]')
    expect(await row.locator('details').getAttribute('open')).toBe('')
    expect(await row.evaluate((element) => element.matches(':target'))).toBe(true)
    await page.getByLabel('Verdict').selectOption('fail')
    expect(await row.isVisible()).toBe(false)
    await page.evaluate("location.hash = ''")
    await page.evaluate("location.hash = '#names/passing-59'")
    await row.waitFor({ state: 'visible' })
    expect(await row.locator('td').nth(2).isVisible()).toBe(true)
    await closePage(page)
  })

  test('a link from the catalogue opens the story', async () => {
    const page = await open(sample)
    const story = page.locator('.failure .story').first()
    expect(await story.isVisible()).toBe(false)
    const link = page.getByRole('link', { name: 'How it failed' }).first()
    await link.click()
    await story.waitFor({ state: 'visible' })
    await page.locator('.failure > summary').first().click()
    await link.click()
    await story.waitFor({ state: 'visible' })
    await closePage(page)
  })

  test('what is copied is what stands there', async () => {
    const page = await open(sample, '', { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.locator('.failure > summary').first().click()
    await page.getByRole('button', { name: 'Copy cURL' }).first().click()
    await page.getByText('cURL copied').waitFor({ state: 'attached' })
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      sampleFailure.curl.join('\n'),
    )
    await page.locator('a.link').first().click()
    await page.getByText('Link copied').waitFor({ state: 'attached' })
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(
      /\.html#no-change\/repeat-publish-returns-same-version$/,
    )
    await closePage(page)
  })

  test('it copies without the clipboard interface too', async () => {
    const page = await open(sample)
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("no"))')
    await page.locator('.failure > summary').first().click()
    await page.getByRole('button', { name: 'Copy Replay' }).first().click()
    await page.locator('[data-copied=yes]').waitFor()
    expect(await page.getByText('Replay copied').count()).toBe(1)
    await closePage(page)
  })

  test.each(['light', 'dark'] as const)(
    'the switch overrides a %s system, and is remembered',
    async (colorScheme) => {
      const page = await open(sample, '', { colorScheme })
      const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
      const before = await background()
      const button = page.getByRole('button', { name: 'Dark theme' })
      expect(await button.getAttribute('aria-pressed')).toBe(String(colorScheme === 'dark'))
      await button.click()
      const after = await background()
      expect(after).not.toBe(before)
      // The browser takes its time to write down what a page stores, seconds where the machine is busy.
      const afterReload = async () => {
        await page.reload()
        return background()
      }
      await expect.poll(afterReload, { interval: 250, timeout: 20_000 }).toBe(after)
      expect(complaints).toEqual([])
      await closePage(page)
    },
  )

  test('storage that is forbidden is no complaint', async () => {
    const page = await open(sample)
    await page
      .context()
      .addInitScript(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden') } })",
      )
    await page.reload()
    await page.getByRole('button', { name: 'Dark theme' }).click()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(complaints).toEqual([])
    await closePage(page)
  })

  test('nothing that a subject says is run', async () => {
    const page = await open(htmlPage(hostileReport))
    await openAllDetails(page)
    await page.evaluate('document.querySelectorAll("main *").forEach((each) => each.focus?.())')
    for (const link of await page.locator('main a:not(.link)').all()) await link.click()
    expect(await page.evaluate('window.broken')).toBeUndefined()
    expect(await page.locator('h1').count()).toBe(1)
    expect(complaints).toEqual([])
    await closePage(page)
  })

  test('what got into the page all the same would not run', async () => {
    const planted = `<img src="x" onerror="window.broken = 1"><a id="planted" href="javascript:window.broken = 2">a</a>
<script>window.broken = 3</script><p id="styled" style="color: rgb(1, 2, 3)">b</p>`
    const page = await open(sample.replace('<main>', `<main>${planted}`))
    await page.locator('#planted').click()
    expect(await page.evaluate('window.broken')).toBeUndefined()
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('#styled')).color"),
    ).not.toBe('rgb(1, 2, 3)')
    expect(
      complaints.filter((text) => /Content Security Policy/.test(text)).length,
    ).toBeGreaterThanOrEqual(3)
    await closePage(page)
  })
})
