// @ts-check
// Filters of the catalogue, links into it, and paper. Runs when the page is read.

/** @typedef {{ row: HTMLTableRowElement, text: string, verdict: string, level: string, area: string }} Rule */

/** @param {HTMLTableRowElement} row @returns {Rule} */
const ruleOf = (row) => ({
  row,
  text: (row.textContent ?? '').toLowerCase(),
  verdict: row.cells[0]?.textContent?.trim() ?? '',
  level: row.cells[1]?.textContent?.trim() ?? '',
  area: row.id.split('/')[0] ?? '',
})

/** @param {HTMLFormElement} form @param {string} name */
const valueOf = (form, name) => {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : ''
}

/** @param {Rule} rule @param {HTMLFormElement} form */
const isWanted = ({ text, verdict, level, area }, form) => {
  const [wantedVerdict, wantedLevel, wantedArea] = [
    valueOf(form, 'verdict'),
    valueOf(form, 'level'),
    valueOf(form, 'area'),
  ]
  const judged = verdict === 'pass' || verdict === 'fail'
  const words = valueOf(form, 'text').toLowerCase().split(/\s+/)
  return (
    (wantedVerdict === '' ||
      (wantedVerdict === 'unjudged' ? !judged : verdict === wantedVerdict)) &&
    (wantedLevel === '' || level === wantedLevel) &&
    (wantedArea === '' || area === wantedArea) &&
    words.every((word) => text.includes(word))
  )
}

const catalogue = () => {
  const table = document.querySelector('table.catalogue')
  const form = document.querySelector('form.filters')
  if (table === null || !(form instanceof HTMLFormElement)) return
  const status = form.querySelector('.shown')
  const rules = [...table.querySelectorAll('tr[id]')].flatMap((row) =>
    row instanceof HTMLTableRowElement ? [ruleOf(row)] : [],
  )
  const show = () => {
    let count = 0
    for (const rule of rules) {
      const wanted = isWanted(rule, form)
      rule.row.hidden = !wanted
      if (wanted) count += 1
    }
    for (const body of table.querySelectorAll('tbody')) {
      body.hidden = body.querySelector('tr[id]:not([hidden])') === null
    }
    if (status !== null) status.textContent = `${count} of ${rules.length} rules shown`
  }
  form.addEventListener('input', show)
  form.addEventListener('submit', (event) => event.preventDefault())
  // The fields are empty only after the event.
  form.addEventListener('reset', () => setTimeout(show))
  form.hidden = false
  show()
}

/** A link shows what it leads to: past a filter that hides it, and open. */
const reveal = () => {
  let id = location.hash.slice(1)
  try {
    id = decodeURIComponent(id)
  } catch {
    // As it stands, then.
  }
  const target = id === '' ? null : document.getElementById(id)
  if (target === null) return
  target.hidden = false
  const body = target.closest('tbody')
  if (body !== null) body.hidden = false
  for (
    let each = target.closest('details');
    each;
    each = each.parentElement?.closest('details') ?? null
  ) {
    each.open = true
  }
  const own = target.matches('tr') ? target.querySelector('details') : null
  if (own !== null) own.open = true
  target.scrollIntoView()
}

/** On paper nothing can be opened. */
const printing = () => {
  /** @type {HTMLDetailsElement[]} */
  let opened = []
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details')].filter(
      (each) => !each.open && each.closest('.failure') !== null,
    )
    for (const each of opened) each.open = true
  })
  addEventListener('afterprint', () => {
    for (const each of opened) each.open = false
  })
}

catalogue()
printing()
reveal()
addEventListener('hashchange', reveal)
// A second click on the same link changes no hash.
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a[href^="#"]') !== null) setTimeout(reveal)
})
