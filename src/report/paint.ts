import { styleText } from 'node:util'

type Style = 'red' | 'green' | 'yellow' | 'cyan' | 'bold' | 'dim'
/** Colours text, or leaves it as it is. What it is given must be sanitized already. */
export type Paint = (style: Style, text: string) => string

// The caller has looked at the stream and at NO_COLOR; styleText's own look would be at stdout always.
export const colours: Paint = (style, text) => styleText(style, text, { validateStream: false })
export const noColours: Paint = (_style, text) => text
