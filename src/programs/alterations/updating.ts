import { giving, type Alteration } from './alteration.ts'

const noArchive = Buffer.from('this is no archive').toString('base64')

/** Updates and creations that other areas have no words for. */
export const updatingAlterations = {
  'with-text-as-package': giving({ ZipFile: noArchive }),
  'for-arm64': giving({ Architectures: ['arm64'] }),
  'under-the-name-of-the-first': (call, { bindings }) => ({
    ...call,
    input: { ...call.input, FunctionName: bindings.functionName('f0') },
  }),
} as const satisfies Readonly<Record<string, Alteration>>
