/** What each call of a story is headed by: names are short and the same all through it. */
export { stepsInWords as stepHeadings } from '../words.ts'
