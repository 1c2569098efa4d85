import { groupNames, type GroupName } from './group.ts'
import type { Matrix } from './matrix.ts'

const said: Readonly<Record<GroupName, readonly [one: string, many: string]>> = {
  contradicted: [
    'passes on one subject and fails on another',
    'pass on one subject and fail on another',
  ],
  differing: ['is not judged on every subject', 'are not judged on every subject'],
  failing: ['fails on all', 'fail on all'],
  surveyed: ['shows another behaviour that AWS allows', 'show another behaviour that AWS allows'],
  alike: ['is the same on all', 'are the same on all'],
}

/** `Of 454 rules 38 pass on one subject and fail on another, 412 are the same on all.` */
export const countsInWords = ({ groups, size }: Matrix): string => {
  const parts = groupNames.flatMap((name) => {
    const count = groups[name].length
    return count === 0 ? [] : [`${count} ${said[name][count === 1 ? 0 : 1]}`]
  })
  return `Of ${size} ${size === 1 ? 'rule' : 'rules'} ${parts.length === 0 ? 'none was asked for' : parts.join(', ')}.`
}
