/** Shells that have a completion script. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const
