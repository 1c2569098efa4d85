import { describe, expect, test } from 'vitest'
import {
  amiss,
  closePage,
  hasBrowser,
  inBrowser,
  openAllDetails,
  overflow,
  useBrowser,
} from './browser.fixture.ts'
import { hostileReport } from './hostile.fixture.ts'
import { htmlPage } from './page.ts'
import { sampleReport } from './sample.fixture.ts'

const sample = htmlPage(sampleReport)
// oxlint-disable-next-line vitest/valid-title
describe.skipIf(!hasBrowser)(inBrowser, () => {
  const { open } = useBrowser()

  test('the keyboard reaches the skip links first, then everything, and opens a story', async () => {
    const page = await open(sample)
    const focused = () => page.evaluate('document.activeElement.textContent.trim().slice(0, 60)')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Skip to: What failed')
    expect(await page.getByText('Skip to: What failed').boundingBox()).toMatchObject({ x: 8 })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.name')).toBe('text')
    for (const name of ['verdict', 'level', 'area']) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.name')).toBe(name)
    }
    await page.locator('.failure > summary').first().focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.story').first().isVisible()).toBe(true)
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe(
      'solid',
    )
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
    { name: 'a report', html: sample },
    { name: 'a hostile report', html: htmlPage(hostileReport) },
  ])('on a phone nothing of $name is wider than the page', async ({ html }) => {
    const page = await open(html, '', { viewport: { width: 360, height: 740 } })
    await openAllDetails(page)
    expect(await overflow(page)).toBe(0)
    await closePage(page)
  })

  test.each([360, 1280])(
    'at %i pixels no label of a timeline is wider than its room',
    async (width) => {
      const page = await open(sample, '', { viewport: { width, height: 800 } })
      await openAllDetails(page)
      const labels = await page.evaluate(`[...document.querySelectorAll('.race .call text')].map(
      (text) => [text.textContent.replaceAll(/\\s+/g, ' ').trim(),
        text.getComputedTextLength() + 2 <= text.parentNode.width.baseVal.value])`)
      expect(labels).toContainEqual([
        '2 ✗ UpdateFunctionCode (code XumxpP) if A → 200, now B',
        true,
      ])
      expect(labels).not.toContainEqual([expect.anything(), false])
      await closePage(page)
    },
  )

  test('on a phone a timeline moves in its own box, which the keyboard reaches', async () => {
    const page = await open(sample, '', { viewport: { width: 360, height: 740 } })
    await openAllDetails(page)
    const box = page.getByRole('group', { name: 'Timeline: 2 clients called at once' })
    const widths = () => box.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])
    const [whole = 0, seen = 0] = await widths()
    expect(whole).toBeGreaterThan(seen)
    expect(seen).toBeLessThanOrEqual(360)
    await box.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
    await closePage(page)
  })

  test('on paper a timeline is as wide as the sheet', async () => {
    // A4 without its margins, at 96 dots to the inch.
    const page = await open(sample, '', { viewport: { width: 718, height: 1000 } })
    await page.emulateMedia({ media: 'print' })
    const race = page.locator('.race').first()
    expect(await race.isVisible()).toBe(true)
    expect((await race.boundingBox())?.width).toBeLessThanOrEqual(718)
    expect(await overflow(page)).toBe(0)
    await closePage(page)
  })

  test('on paper failures are open, controls are gone, and the ground is white', async () => {
    const page = await open(sample, '', { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.locator('.story').first().isVisible()).toBe(true)
    expect(await page.locator('.filters').isVisible()).toBe(false)
    expect(await page.locator('button:visible').count()).toBe(0)
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    )
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(await page.locator('.failure:not([open])').count()).toBe(0)
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(await page.locator('.failure[open]').count()).toBe(0)
    await closePage(page)
  })
})
