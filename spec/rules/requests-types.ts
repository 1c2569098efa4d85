import { model, publishLayerVersion, publishVersion, updateFunctionCode } from './cite.ts'
import { rulesOf } from './rule.ts'
import type { Citation } from '../sources.ts'

/** The type is documented; that another one is refused rather than read as this one is inferred. */
const ofAPublish = (title: string, member: string) => ({
  title,
  level: 'should' as const,
  basis: 'inferred' as const,
  cites: [publishVersion('Request Body', member)] as const,
  needs: ['PublishVersion'] as const,
  wire: true as const,
})
const ofAnUpdate = (title: string, member: string) => ({
  title,
  level: 'should' as const,
  basis: 'inferred' as const,
  cites: [updateFunctionCode('Request Body', member)] as const,
  needs: ['UpdateFunctionCode'] as const,
  wire: true as const,
})
const ofALayer = (title: string, cite: Citation) => ({
  title,
  level: 'should' as const,
  basis: 'inferred' as const,
  cites: [cite] as const,
  needs: ['PublishLayerVersion'] as const,
  wire: true as const,
})
const layerMember = (member: string) => publishLayerVersion('Request Body', member)
const since2024 = { edition: { from: '2024-08' } } as const

/**
 * Members that are of another JSON type than documented. Where a subject does not look at the values of a member, it does not
 * look at their type either: then the rule about the values is the red one.
 */
export const requestsTypesRules = rulesOf('requests', {
  'requests/code-sha256-that-is-no-text-is-refused': {
    ...ofAPublish('a number for CodeSha256 answers 400', 'CodeSha256'),
    dependsOn: ['code-sha256/wrong-is-refused'],
  },
  'requests/description-that-is-no-text-is-refused': {
    ...ofAPublish('a number for the Description of a publish answers 400', 'Description'),
    dependsOn: ['publish-version/description-of-257-is-refused'],
  },
  'requests/publish-revision-id-that-is-no-text-is-refused': {
    ...ofAPublish('a number for the RevisionId of a publish answers 400', 'RevisionId'),
    dependsOn: ['revision-id/publish-with-made-up-is-refused'],
  },
  'requests/update-revision-id-that-is-no-text-is-refused': {
    ...ofAnUpdate('a number for the RevisionId of an update of the code answers 400', 'RevisionId'),
    dependsOn: ['revision-id/update-code-with-made-up-is-refused'],
  },
  'requests/dry-run-that-is-no-flag-is-refused': ofAnUpdate(
    'a text for DryRun answers 400',
    'DryRun',
  ),
  'requests/publish-that-is-no-flag-is-refused': ofAnUpdate(
    'a text for Publish answers 400',
    'Publish',
  ),
  'requests/image-uri-that-is-no-text-is-refused': {
    ...ofAnUpdate('a number for ImageUri answers 400', 'ImageUri'),
    ...since2024,
    dependsOn: ['requests/update-from-two-sources-is-refused'],
  },
  'requests/architectures-that-are-no-list-are-refused': {
    ...ofAnUpdate('a text for Architectures answers 400', 'Architectures'),
    ...since2024,
    dependsOn: ['requests/update-to-an-unknown-architecture-is-refused'],
  },
  'requests/layer-description-that-is-no-text-is-refused': {
    ...ofALayer('a number for the Description of a layer answers 400', layerMember('Description')),
    dependsOn: ['publish-layer-version/description-of-257-is-refused'],
  },
  'requests/license-info-that-is-no-text-is-refused': {
    ...ofALayer('a number for LicenseInfo answers 400', layerMember('LicenseInfo')),
    dependsOn: ['publish-layer-version/license-info-of-513-is-refused'],
  },
  'requests/content-that-is-no-object-is-refused': ofALayer(
    'a text for Content answers 400',
    layerMember('Content'),
  ),
  'requests/compatible-runtimes-that-are-no-list-are-refused': {
    ...ofALayer('a text for CompatibleRuntimes answers 400', layerMember('CompatibleRuntimes')),
    dependsOn: ['requests/unknown-runtime-of-a-layer-is-refused'],
  },
  'requests/compatible-architectures-that-are-no-list-are-refused': {
    ...ofALayer('a text for CompatibleArchitectures answers 400', model('CompatibleArchitectures')),
    ...since2024,
    dependsOn: ['requests/unknown-architecture-of-a-layer-is-refused'],
  },
})
