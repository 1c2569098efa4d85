// @ts-check
// Filters of the matrix. Runs when the page is read; page.js opens what a link leads to.

/** @typedef {{ row: HTMLTableRowElement, text: string, area: string, differs: boolean }} Rule */

/** @param {Element} row @returns {Rule[]} */
const ruleOf = (row) =>
  row instanceof HTMLTableRowElement
    ? [
        {
          row,
          text: (row.textContent ?? '').toLowerCase(),
          area: row.id.split('/')[0] ?? '',
          differs: row.closest('tbody.contradicted, tbody.differing, tbody.surveyed') !== null,
        },
      ]
    : []

/** @param {HTMLFormElement} form @param {string} name */
const valueOf = (form, name) => {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : ''
}

const form = document.querySelector('form.filters')
const fold = document.querySelector('details.fold')
const rules = [...document.querySelectorAll('table.matrix tr[id], table.alike tr[id]')].flatMap(
  ruleOf,
)

/** @param {HTMLFormElement} fields */
const show = (fields) => {
  const words = valueOf(fields, 'text').toLowerCase().split(/\s+/).filter(Boolean)
  const area = valueOf(fields, 'area')
  const differencesOnly = valueOf(fields, 'show') === 'differences'
  let count = 0
  for (const rule of rules) {
    const wanted =
      (!differencesOnly || rule.differs) &&
      (area === '' || rule.area === area) &&
      words.every((word) => rule.text.includes(word))
    rule.row.hidden = !wanted
    if (wanted) count += 1
  }
  for (const body of document.querySelectorAll('table.matrix tbody, table.alike tbody')) {
    if (body instanceof HTMLElement) {
      body.hidden = body.querySelector('tr[id]:not([hidden])') === null
    }
  }
  // What is looked for must not hide in the fold.
  if (fold instanceof HTMLDetailsElement && (words.length > 0 || area !== '')) {
    fold.open = fold.querySelector('tbody tr:not([hidden])') !== null
  }
  const status = fields.querySelector('.shown')
  if (status !== null) status.textContent = `${count} of ${rules.length} rules shown`
}

if (form instanceof HTMLFormElement) {
  form.addEventListener('input', () => show(form))
  form.addEventListener('submit', (event) => event.preventDefault())
  // The fields are empty only after the event.
  form.addEventListener('reset', () => setTimeout(() => show(form)))
  form.hidden = false
  show(form)
}
