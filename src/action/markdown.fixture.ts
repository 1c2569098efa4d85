import { readFile } from 'node:fs/promises'

/** A block of code of a page; `line` is that of its first line, from 1. */
export type Block = { readonly language: string; readonly text: string; readonly line: number }

export const readPage = (name: string): Promise<string> =>
  readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8')

/** Fenced blocks in their order, without the indent of the list they stand in. */
export const blocksOf = (page: string): readonly Block[] =>
  [...page.matchAll(/^( *)```(\w+)\n(.*?)^\1```$/gms)].map(
    ([, indent = '', language = '', text = ''], index, all) => ({
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      line: page.slice(0, all[index]?.index).split('\n').length + 1,
    }),
  )
