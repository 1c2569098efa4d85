// @ts-check
// Runs before anything is shown, so that the page does not flash in the other theme.
{
  let chosen = null
  try {
    chosen = localStorage.getItem('lambda-conformance-theme')
  } catch {
    // Storage is forbidden, by the browser or for files: the theme of the system, then.
  }
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset['theme'] = chosen
}
