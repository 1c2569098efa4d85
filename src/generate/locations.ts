import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)

export const location = (relative: string): string => fileURLToPath(new URL(relative, root))
