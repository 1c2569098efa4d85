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
})
const ofAnUpdate = (title: string, member: string) => ({
  title,
  level: 'should' as const,
  basis: 'inferred' as const,
  cites: [updateFunctionCode('Request Body', member)] as const,
  needs: ['UpdateFunctionCode'] as const,
})
const ofALayer = (title: string, cite: Citation) => ({
  title,
  level: 'should' as const,
  basis: 'inferred' as const,
  cites: [cite] as const,
  needs: ['PublishLayerVersion'] as const,
})
const layerMember = (member: string) => publishLayerVersion('Request Body', member)
const since2024 = { edition: { from: '2024-08' } } as const

/** Members that are of another JSON type than documented. */
export const requestsTypesRules = rulesOf('requests', {
  'requests/code-sha256-that-is-no-text-is-refused': ofAPublish(
    'a number for CodeSha256 answers 400',
    'CodeSha256',
  ),
  'requests/description-that-is-no-text-is-refused': ofAPublish(
    'a number for the Description of a publish answers 400',
    'Description',
  ),
  'requests/publish-revision-id-that-is-no-text-is-refused': ofAPublish(
    'a number for the RevisionId of a publish answers 400',
    'RevisionId',
  ),
  'requests/update-revision-id-that-is-no-text-is-refused': ofAnUpdate(
    'a number for the RevisionId of an update of the code answers 400',
    'RevisionId',
  ),
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
  },
  'requests/architectures-that-are-no-list-are-refused': {
    ...ofAnUpdate('a text for Architectures answers 400', 'Architectures'),
    ...since2024,
  },
  'requests/layer-description-that-is-no-text-is-refused': ofALayer(
    'a number for the Description of a layer answers 400',
    layerMember('Description'),
  ),
  'requests/license-info-that-is-no-text-is-refused': ofALayer(
    'a number for LicenseInfo answers 400',
    layerMember('LicenseInfo'),
  ),
  'requests/content-that-is-no-object-is-refused': ofALayer(
    'a text for Content answers 400',
    layerMember('Content'),
  ),
  'requests/compatible-runtimes-that-are-no-list-are-refused': ofALayer(
    'a text for CompatibleRuntimes answers 400',
    layerMember('CompatibleRuntimes'),
  ),
  'requests/compatible-architectures-that-are-no-list-are-refused': {
    ...ofALayer('a text for CompatibleArchitectures answers 400', model('CompatibleArchitectures')),
    ...since2024,
  },
})
