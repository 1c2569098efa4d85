import { readFileSync, writeFileSync } from 'node:fs'

// Loaded into a process with `--import`: the most memory it ever had, in kilobytes, is written at its end to $PEAK_FILE.
// Not `resourceUsage().maxRSS`: that of a child counts what its parent had when it started it.
process.on('exit', () => {
  const status = readFileSync('/proc/self/status', 'utf8')
  writeFileSync(process.env['PEAK_FILE'], /VmHWM:\s*(\d+)/.exec(status)?.[1] ?? '')
})
