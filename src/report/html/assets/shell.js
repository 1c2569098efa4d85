// @ts-check
// The switch of the theme, and what copies. Runs when the page is read.

const root = document.documentElement

/** Storage may be forbidden: then the choice lasts as long as the page. @param {string} theme */
const remember = (theme) => {
  try {
    localStorage.setItem('lambda-conformance-theme', theme)
  } catch {
    // The page shows the choice all the same.
  }
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)')
const isDark = () =>
  root.dataset['theme'] === undefined ? prefersDark.matches : root.dataset['theme'] === 'dark'

const themeSwitch = () => {
  const button = document.getElementById('theme')
  if (button === null) return
  const show = () => button.setAttribute('aria-pressed', String(isDark()))
  button.addEventListener('click', () => {
    const next = isDark() ? 'light' : 'dark'
    root.dataset['theme'] = next
    remember(next)
    show()
  })
  prefersDark.addEventListener('change', show)
  show()
  button.hidden = false
}

/** For browsers, or settings, without the clipboard interface. @param {string} text */
const copyBySelection = (text) => {
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'unseen'
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}

/** @param {string} text */
const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** Tells also who cannot see the button. @param {HTMLElement} control @param {string} text @param {string} what */
const copyAndTell = async (control, text, what) => {
  const done = await copy(text)
  control.dataset['copied'] = done ? 'yes' : 'no'
  setTimeout(() => delete control.dataset['copied'], 2_000)
  const status = document.getElementById('copied')
  if (status !== null) status.textContent = done ? `${what} copied` : `${what} could not be copied`
}

const copyButtons = () => {
  for (const block of document.querySelectorAll('pre[data-copy]')) {
    if (!(block instanceof HTMLElement)) continue
    const what = block.dataset['copy'] ?? 'Text'
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.textContent = 'Copy'
    button.setAttribute('aria-label', `Copy ${what}`)
    button.addEventListener('click', () => void copyAndTell(button, block.textContent ?? '', what))
    const caption = block.parentElement?.querySelector('figcaption') ?? null
    if (caption === null) block.before(button)
    else caption.append(button)
  }
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a.link') : null
    if (link instanceof HTMLAnchorElement) void copyAndTell(link, link.href, 'Link')
  })
}

themeSwitch()
copyButtons()
