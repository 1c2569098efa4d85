export interface paths {
    readonly "/2015-03-31/functions/{FunctionName}/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List versions
         * @description Lists $LATEST and the published versions, page by page.
         */
        readonly get: operations["ListVersionsByFunction"];
        readonly put?: never;
        /**
         * Publish a version
         * @description Makes a version of the code and configuration as they are. Where neither changed since the last version, that version is returned and none is made.
         */
        readonly post: operations["PublishVersion"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/2015-03-31/functions/{FunctionName}/code": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Replace the code
         * @description Replaces the code of $LATEST; versions keep theirs. Takes an archive (inline or in a bucket) or an image, as the package type asks.
         */
        readonly put: operations["UpdateFunctionCode"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/2018-10-31/layers/{LayerName}/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List layer versions
         * @description Lists the versions of a layer, page by page.
         */
        readonly get: operations["ListLayerVersions"];
        readonly put?: never;
        /**
         * Publish a layer version
         * @description Makes a version of a layer from an archive. Each call makes a new version, also from the same bytes.
         */
        readonly post: operations["PublishLayerVersion"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/2015-03-31/functions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create a function
         * @description Creates a function, and publishes its first version where asked to.
         */
        readonly post: operations["CreateFunction"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/2015-03-31/functions/{FunctionName}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a function
         * @description Configuration, tags and an address for the code.
         */
        readonly get: operations["GetFunction"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a function
         * @description Deletes a function with all its versions, or one version.
         */
        readonly delete: operations["DeleteFunction"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/2015-03-31/functions/{FunctionName}/configuration": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a configuration
         * @description The configuration of $LATEST, of a version, or of what an alias points to.
         */
        readonly get: operations["GetFunctionConfiguration"];
        /**
         * Change the configuration
         * @description Changes settings of $LATEST; versions keep theirs.
         */
        readonly put: operations["UpdateFunctionConfiguration"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/2015-03-31/functions/{FunctionName}/aliases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Create an alias
         * @description Creates a name that points to a version.
         */
        readonly post: operations["CreateAlias"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/2015-03-31/functions/{FunctionName}/aliases/{Name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read an alias
         * @description One alias of a function.
         */
        readonly get: operations["GetAlias"];
        /**
         * Change an alias
         * @description Points an alias elsewhere, or changes what is said of it.
         */
        readonly put: operations["UpdateAlias"];
        readonly post?: never;
        /**
         * Delete an alias
         * @description Deletes a name; the version stays.
         */
        readonly delete: operations["DeleteAlias"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/2015-03-31/functions/{FunctionName}/policy": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the policy
         * @description The policy of a function, version or alias.
         */
        readonly get: operations["GetPolicy"];
        readonly put?: never;
        /**
         * Add a permission
         * @description Adds a statement to the policy of a function, version or alias.
         */
        readonly post: operations["AddPermission"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/2015-03-31/functions/{FunctionName}/policy/{StatementId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a permission
         * @description Takes a statement out of the policy of a function, version or alias.
         */
        readonly delete: operations["RemovePermission"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/2018-10-31/layers/{LayerName}/versions/{VersionNumber}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a layer version
         * @description One version of a layer, with an address for the archive.
         */
        readonly get: operations["GetLayerVersion"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a layer version
         * @description Deletes a version of a layer; functions that use it keep it.
         */
        readonly delete: operations["DeleteLayerVersion"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A function by bare name, ARN or partial ARN; dots are allowed. */
        readonly NamespacedFunctionNameRequest: string;
        /**
         * Format: int32
         * @description How many items a page may hold.
         */
        readonly MaxListItemsRequest: number;
        /** @description A function by bare name, ARN or partial ARN; dots are allowed. */
        readonly NamespacedFunctionNameResponse: string | null;
        /** @description The ARN of a function, with or without a qualifier; the name may hold dots. */
        readonly NamespacedFunctionArnResponse: string | null;
        /** @description The identifier of a runtime, deprecated ones included. */
        readonly RuntimeResponse: string | null;
        /** @description The execution role of the function. */
        readonly RoleArnResponse: string | null;
        /** @description The entry point inside the code. */
        readonly HandlerResponse: string | null;
        /** @description Free text on the function, version, alias or layer version. */
        readonly DescriptionResponse: string | null;
        /**
         * Format: int32
         * @description How long one invocation may take, in seconds.
         */
        readonly TimeoutResponse: number | null;
        /**
         * Format: int32
         * @description Memory at run time, in MB.
         */
        readonly MemorySizeResponse: number | null;
        /** @description Date, time and offset in ISO 8601; the wire writes the offset without a colon, as in +0000. */
        readonly TimestampResponse: string | null;
        /** @description A version: its number, or $LATEST for the unpublished state. */
        readonly VersionResponse: string | null;
        /** @description A subnet. */
        readonly SubnetIdResponse: string | null;
        /** @description Subnets. */
        readonly SubnetIdsResponse: readonly components["schemas"]["SubnetIdResponse"][] | null;
        /** @description A security group. */
        readonly SecurityGroupIdResponse: string | null;
        /** @description Security groups. */
        readonly SecurityGroupIdsResponse: readonly components["schemas"]["SecurityGroupIdResponse"][] | null;
        /** @description The network the function is attached to. */
        readonly VpcConfigResponse: {
            readonly SubnetIds?: components["schemas"]["SubnetIdsResponse"];
            readonly SecurityGroupIds?: components["schemas"]["SecurityGroupIdsResponse"];
            /** @description The network. */
            readonly VpcId?: string | null;
            /** @description Whether outbound IPv6 is allowed in dual-stack subnets. */
            readonly Ipv6AllowedForDualStack?: boolean | null;
        } | null;
        /** @description The ARN of any resource, or nothing. */
        readonly TargetArnResponse: string | null;
        /** @description Where failed asynchronous events go. */
        readonly DeadLetterConfigResponse: {
            readonly TargetArn?: components["schemas"]["TargetArnResponse"];
        } | null;
        /** @description A letter, then letters, digits and underscores. */
        readonly EnvironmentVariableName: string;
        /** @description Names and values. */
        readonly EnvironmentVariablesResponse: {
            readonly [key: string]: string | null;
        } | null;
        /** @description Why the variables could not be read. */
        readonly EnvironmentErrorResponse: {
            /** @description The error as a code. */
            readonly ErrorCode?: string | null;
            /** @description The error in words. */
            readonly Message?: string | null;
        } | null;
        /** @description Environment variables, or why they could not be read. */
        readonly EnvironmentResponse: {
            readonly Variables?: components["schemas"]["EnvironmentVariablesResponse"];
            readonly Error?: components["schemas"]["EnvironmentErrorResponse"];
        } | null;
        /** @description The key that encrypts environment variables and snapshots; empty for the service key. */
        readonly KMSKeyArnResponse: string | null;
        /** @description Sample on its own account, or only pass on. */
        readonly TracingModeResponse: string | null;
        /** @description The tracing setting. */
        readonly TracingConfigResponse: {
            readonly Mode?: components["schemas"]["TracingModeResponse"];
        } | null;
        /** @description The ARN of a function, with or without a qualifier. */
        readonly FunctionArnResponse: string | null;
        /** @description The ARN of a version of a layer. */
        readonly LayerVersionArnResponse: string | null;
        /** @description The ARN of any resource. */
        readonly ArnResponse: string | null;
        /** @description A layer version as a function uses it. */
        readonly LayerResponse: {
            readonly Arn?: components["schemas"]["LayerVersionArnResponse"];
            /**
             * Format: int64
             * @description Size of the archive in bytes.
             */
            readonly CodeSize?: number | null;
            readonly SigningProfileVersionArn?: components["schemas"]["ArnResponse"];
            readonly SigningJobArn?: components["schemas"]["ArnResponse"];
        } | null;
        /** @description The layer versions in use. */
        readonly LayersResponse: readonly components["schemas"]["LayerResponse"][] | null;
        /** @description Whether the function can be invoked and changed. */
        readonly StateResponse: string | null;
        /** @description Why the function is in its state, as a code. */
        readonly StateReasonCodeResponse: string | null;
        /** @description How the last update went; first set once creation is done. */
        readonly LastUpdateStatusResponse: string | null;
        /** @description Why the last update went so, as a code. */
        readonly LastUpdateStatusReasonCodeResponse: string | null;
        /** @description The access point of a file system. */
        readonly FileSystemArnResponse: string | null;
        /** @description Where the file system appears inside the function. */
        readonly LocalMountPathResponse: string | null;
        /** @description A file system and where it is mounted. */
        readonly FileSystemConfigResponse: {
            readonly Arn?: components["schemas"]["FileSystemArnResponse"];
            readonly LocalMountPath?: components["schemas"]["LocalMountPathResponse"];
        } | null;
        /** @description File systems: at most one. */
        readonly FileSystemConfigsResponse: readonly components["schemas"]["FileSystemConfigResponse"][] | null;
        /** @description Archive or container image. */
        readonly PackageTypeResponse: string | null;
        /** @description Words of a command line. */
        readonly StringListResponse: readonly (string | null)[] | null;
        /** @description The directory to start in. */
        readonly WorkingDirectoryResponse: string | null;
        /** @description Overrides of the settings of a container image. */
        readonly ImageConfigSettingsResponse: {
            readonly EntryPoint?: components["schemas"]["StringListResponse"];
            readonly Command?: components["schemas"]["StringListResponse"];
            readonly WorkingDirectory?: components["schemas"]["WorkingDirectoryResponse"];
        } | null;
        /** @description Why the image settings could not be applied. */
        readonly ImageConfigErrorResponse: {
            /** @description The error as a code. */
            readonly ErrorCode?: string | null;
            /** @description The error in words. */
            readonly Message?: string | null;
        } | null;
        /** @description Overrides of the settings of a container image, or why they could not be applied. */
        readonly ImageConfigResponse: {
            readonly ImageConfig?: components["schemas"]["ImageConfigSettingsResponse"];
            readonly Error?: components["schemas"]["ImageConfigErrorResponse"];
        } | null;
        /** @description An instruction set. */
        readonly ArchitectureResponse: string | null;
        /**
         * @description The instruction set: exactly one.
         * @default [
         *       "x86_64"
         *     ]
         */
        readonly ArchitecturesResponse: readonly components["schemas"]["ArchitectureResponse"][] | null;
        /**
         * Format: int32
         * @description The size of /tmp in MB.
         * @default 512
         */
        readonly EphemeralStorageSizeResponse: number | null;
        /** @description The scratch space of the function. */
        readonly EphemeralStorageResponse: {
            readonly Size?: components["schemas"]["EphemeralStorageSizeResponse"];
        } | null;
        /** @description Which versions get a snapshot. */
        readonly SnapStartApplyOnResponse: string | null;
        /** @description Whether this version has its snapshot. */
        readonly SnapStartOptimizationStatusResponse: string | null;
        /** @description The snapshot setting and its effect. */
        readonly SnapStartResponse: {
            readonly ApplyOn?: components["schemas"]["SnapStartApplyOnResponse"];
            readonly OptimizationStatus?: components["schemas"]["SnapStartOptimizationStatusResponse"];
        } | null;
        /** @description The exact build of the runtime. */
        readonly RuntimeVersionArnResponse: string | null;
        /** @description Why the build of the runtime could not be set. */
        readonly RuntimeVersionErrorResponse: {
            /** @description The error as a code. */
            readonly ErrorCode?: string | null;
            /** @description The error in words. */
            readonly Message?: string | null;
        } | null;
        /** @description The build of the runtime, or why it could not be set. */
        readonly RuntimeVersionConfigResponse: {
            readonly RuntimeVersionArn?: components["schemas"]["RuntimeVersionArnResponse"];
            readonly Error?: components["schemas"]["RuntimeVersionErrorResponse"];
        } | null;
        /** @description Plain text or structured records. */
        readonly LogFormatResponse: string | null;
        /** @description The least severe application record that is kept. */
        readonly ApplicationLogLevelResponse: string | null;
        /** @description The least severe platform record that is kept. */
        readonly SystemLogLevelResponse: string | null;
        /** @description The log group written to. */
        readonly LogGroupResponse: string | null;
        /** @description How and where the function logs. */
        readonly LoggingConfigResponse: {
            readonly LogFormat?: components["schemas"]["LogFormatResponse"];
            readonly ApplicationLogLevel?: components["schemas"]["ApplicationLogLevelResponse"];
            readonly SystemLogLevel?: components["schemas"]["SystemLogLevelResponse"];
            readonly LogGroup?: components["schemas"]["LogGroupResponse"];
        } | null;
        /** @description The configuration of a function or of one of its versions. No member is promised: absent and null mean the same. */
        readonly FunctionConfiguration: {
            readonly FunctionName?: components["schemas"]["NamespacedFunctionNameResponse"];
            readonly FunctionArn?: components["schemas"]["NamespacedFunctionArnResponse"];
            readonly Runtime?: components["schemas"]["RuntimeResponse"];
            readonly Role?: components["schemas"]["RoleArnResponse"];
            readonly Handler?: components["schemas"]["HandlerResponse"];
            /**
             * Format: int64
             * @description Size of the archive in bytes.
             */
            readonly CodeSize?: number | null;
            readonly Description?: components["schemas"]["DescriptionResponse"];
            readonly Timeout?: components["schemas"]["TimeoutResponse"];
            readonly MemorySize?: components["schemas"]["MemorySizeResponse"];
            readonly LastModified?: components["schemas"]["TimestampResponse"];
            /** @description SHA-256 of the archive, in base64. */
            readonly CodeSha256?: string | null;
            readonly Version?: components["schemas"]["VersionResponse"];
            readonly VpcConfig?: components["schemas"]["VpcConfigResponse"];
            readonly DeadLetterConfig?: components["schemas"]["DeadLetterConfigResponse"];
            readonly Environment?: components["schemas"]["EnvironmentResponse"];
            readonly KMSKeyArn?: components["schemas"]["KMSKeyArnResponse"];
            readonly TracingConfig?: components["schemas"]["TracingConfigResponse"];
            readonly MasterArn?: components["schemas"]["FunctionArnResponse"];
            /** @description Which state of the function or version this is; another one after each update. */
            readonly RevisionId?: string | null;
            readonly Layers?: components["schemas"]["LayersResponse"];
            readonly State?: components["schemas"]["StateResponse"];
            /** @description Why the function is in its state, in words. */
            readonly StateReason?: string | null;
            readonly StateReasonCode?: components["schemas"]["StateReasonCodeResponse"];
            readonly LastUpdateStatus?: components["schemas"]["LastUpdateStatusResponse"];
            /** @description Why the last update went so, in words. */
            readonly LastUpdateStatusReason?: string | null;
            readonly LastUpdateStatusReasonCode?: components["schemas"]["LastUpdateStatusReasonCodeResponse"];
            readonly FileSystemConfigs?: components["schemas"]["FileSystemConfigsResponse"];
            readonly PackageType?: components["schemas"]["PackageTypeResponse"];
            readonly ImageConfigResponse?: components["schemas"]["ImageConfigResponse"];
            readonly SigningProfileVersionArn?: components["schemas"]["ArnResponse"];
            readonly SigningJobArn?: components["schemas"]["ArnResponse"];
            readonly Architectures?: components["schemas"]["ArchitecturesResponse"];
            readonly EphemeralStorage?: components["schemas"]["EphemeralStorageResponse"];
            readonly SnapStart?: components["schemas"]["SnapStartResponse"];
            readonly RuntimeVersionConfig?: components["schemas"]["RuntimeVersionConfigResponse"];
            readonly LoggingConfig?: components["schemas"]["LoggingConfigResponse"];
        } | null;
        /** @description Versions of the function. */
        readonly FunctionVersionsResponse: readonly components["schemas"]["FunctionConfiguration"][] | null;
        readonly ListVersionsByFunctionResponse: {
            /** @description Where the next page begins, if there is one. */
            readonly NextMarker?: string | null;
            readonly Versions?: components["schemas"]["FunctionVersionsResponse"];
        } | null;
        /** @description What every error answers with. Which of message and Message is there depends on the error; the name of the error is in the x-amzn-ErrorType header. */
        readonly ErrorResponse: {
            /** @description Whose fault it is: User or Service. */
            readonly Type?: string | null;
            /** @description The error in words. */
            readonly message?: string | null;
            /** @description The error in words. */
            readonly Message?: string | null;
            /** @description Which limit was hit, where the error is TooManyRequestsException. */
            readonly Reason?: string | null;
        } | null;
        /** @description Which function: its bare name (at most 64 characters), its ARN or a partial ARN. */
        readonly FunctionNameRequest: string;
        /** @description Free text on the function, version, alias or layer version. */
        readonly DescriptionRequest: string;
        /** @description What to publish under which conditions. Every member is optional. */
        readonly PublishVersionBody: {
            /** @description Publish only if the code of $LATEST has this hash. */
            readonly CodeSha256?: string;
            readonly Description?: components["schemas"]["DescriptionRequest"];
            /** @description Publish only if this is the revision of $LATEST. */
            readonly RevisionId?: string;
        };
        /** @description A bucket in the region of the function; it may belong to another account. */
        readonly S3BucketRequest: string;
        /** @description The key of the archive in its bucket. */
        readonly S3KeyRequest: string;
        /** @description The version of the archive, in a bucket that keeps versions. */
        readonly S3ObjectVersionRequest: string;
        /**
         * @description An instruction set.
         * @enum {string}
         */
        readonly ArchitectureRequest: "x86_64" | "arm64";
        /**
         * @description The instruction set: exactly one.
         * @default [
         *       "x86_64"
         *     ]
         */
        readonly ArchitecturesRequest: readonly components["schemas"]["ArchitectureRequest"][];
        /** @description The new code and the conditions of the update. */
        readonly UpdateFunctionCodeBody: {
            /**
             * Format: byte
             * @description The archive itself, base64 in the body; for functions of package type Zip only.
             */
            readonly ZipFile?: string;
            readonly S3Bucket?: components["schemas"]["S3BucketRequest"];
            readonly S3Key?: components["schemas"]["S3KeyRequest"];
            readonly S3ObjectVersion?: components["schemas"]["S3ObjectVersionRequest"];
            /** @description The container image, for functions of package type Image only. */
            readonly ImageUri?: string;
            /** @description Publish a version once this is done, as PublishVersion would. */
            readonly Publish?: boolean;
            /** @description Check the request and the permissions, change nothing. */
            readonly DryRun?: boolean;
            /** @description Update only if this is the revision of $LATEST. */
            readonly RevisionId?: string;
            readonly Architectures?: components["schemas"]["ArchitecturesRequest"];
        };
        /** @description Which layer: its bare name or its ARN. */
        readonly LayerNameRequest: string;
        /**
         * @description The identifier of a runtime, deprecated ones included.
         * @enum {string}
         */
        readonly RuntimeRequest: "nodejs" | "nodejs4.3" | "nodejs6.10" | "nodejs8.10" | "nodejs10.x" | "nodejs12.x" | "nodejs14.x" | "nodejs16.x" | "java8" | "java8.al2" | "java11" | "python2.7" | "python3.6" | "python3.7" | "python3.8" | "python3.9" | "dotnetcore1.0" | "dotnetcore2.0" | "dotnetcore2.1" | "dotnetcore3.1" | "dotnet6" | "dotnet8" | "nodejs4.3-edge" | "go1.x" | "ruby2.5" | "ruby2.7" | "provided" | "provided.al2" | "nodejs18.x" | "python3.10" | "java17" | "ruby3.2" | "ruby3.3" | "python3.11" | "nodejs20.x" | "provided.al2023" | "python3.12" | "java21";
        /**
         * Format: int32
         * @description How many items a page may hold.
         */
        readonly MaxLayerListItemsRequest: number;
        /** @description The runtimes a layer version is said to work with; used as a filter when listing. */
        readonly CompatibleRuntimesResponse: readonly components["schemas"]["RuntimeResponse"][] | null;
        /** @description The licence: an SPDX identifier, a URL or the text itself. */
        readonly LicenseInfoResponse: string | null;
        /** @description The instruction sets a layer version is said to work with. */
        readonly CompatibleArchitecturesResponse: readonly components["schemas"]["ArchitectureResponse"][] | null;
        /** @description A version of the layer, in short. */
        readonly LayerVersionsListItem: {
            readonly LayerVersionArn?: components["schemas"]["LayerVersionArnResponse"];
            /**
             * Format: int64
             * @description The number of the version.
             */
            readonly Version?: number | null;
            readonly Description?: components["schemas"]["DescriptionResponse"];
            readonly CreatedDate?: components["schemas"]["TimestampResponse"];
            readonly CompatibleRuntimes?: components["schemas"]["CompatibleRuntimesResponse"];
            readonly LicenseInfo?: components["schemas"]["LicenseInfoResponse"];
            readonly CompatibleArchitectures?: components["schemas"]["CompatibleArchitecturesResponse"];
        } | null;
        /** @description Versions of the layer, newest first. */
        readonly LayerVersionsList: readonly components["schemas"]["LayerVersionsListItem"][] | null;
        readonly ListLayerVersionsResponse: {
            /** @description Where the next page begins, if there is one. */
            readonly NextMarker?: string | null;
            readonly LayerVersions?: components["schemas"]["LayerVersionsList"];
        } | null;
        /** @description Where the archive of the layer comes from: inline or a bucket. */
        readonly LayerVersionContentInputRequest: {
            readonly S3Bucket?: components["schemas"]["S3BucketRequest"];
            readonly S3Key?: components["schemas"]["S3KeyRequest"];
            readonly S3ObjectVersion?: components["schemas"]["S3ObjectVersionRequest"];
            /**
             * Format: byte
             * @description The archive itself, base64 in the body; for functions of package type Zip only.
             */
            readonly ZipFile?: string;
        };
        /** @description The runtimes a layer version is said to work with; used as a filter when listing. */
        readonly CompatibleRuntimesRequest: readonly components["schemas"]["RuntimeRequest"][];
        /** @description The licence: an SPDX identifier, a URL or the text itself. */
        readonly LicenseInfoRequest: string;
        /** @description The instruction sets a layer version is said to work with. */
        readonly CompatibleArchitecturesRequest: readonly components["schemas"]["ArchitectureRequest"][];
        /** @description The archive of the layer version and what is said of it. */
        readonly PublishLayerVersionBody: {
            readonly Description?: components["schemas"]["DescriptionRequest"];
            readonly Content: components["schemas"]["LayerVersionContentInputRequest"];
            readonly CompatibleRuntimes?: components["schemas"]["CompatibleRuntimesRequest"];
            readonly LicenseInfo?: components["schemas"]["LicenseInfoRequest"];
            readonly CompatibleArchitectures?: components["schemas"]["CompatibleArchitecturesRequest"];
        };
        /** @description The archive of the layer version. */
        readonly LayerVersionContentOutputResponse: {
            /** @description A signed address, for a short time. */
            readonly Location?: string | null;
            /** @description SHA-256 of the archive, in base64. */
            readonly CodeSha256?: string | null;
            /**
             * Format: int64
             * @description Size of the archive in bytes.
             */
            readonly CodeSize?: number | null;
            /** @description The signing profile. */
            readonly SigningProfileVersionArn?: string | null;
            /** @description The signing job. */
            readonly SigningJobArn?: string | null;
        } | null;
        /** @description The ARN of a layer. */
        readonly LayerArnResponse: string | null;
        readonly PublishLayerVersionResponse: {
            readonly Content?: components["schemas"]["LayerVersionContentOutputResponse"];
            readonly LayerArn?: components["schemas"]["LayerArnResponse"];
            readonly LayerVersionArn?: components["schemas"]["LayerVersionArnResponse"];
            readonly Description?: components["schemas"]["DescriptionResponse"];
            readonly CreatedDate?: components["schemas"]["TimestampResponse"];
            /**
             * Format: int64
             * @description The number of the version.
             */
            readonly Version?: number | null;
            readonly CompatibleRuntimes?: components["schemas"]["CompatibleRuntimesResponse"];
            readonly LicenseInfo?: components["schemas"]["LicenseInfoResponse"];
            readonly CompatibleArchitectures?: components["schemas"]["CompatibleArchitecturesResponse"];
        } | null;
        /** @description The execution role of the function. */
        readonly RoleArnRequest: string;
        /** @description The entry point inside the code. */
        readonly HandlerRequest: string;
        /** @description Where the code comes from: an inline archive, an archive in a bucket, or an image. */
        readonly FunctionCodeRequest: {
            /**
             * Format: byte
             * @description The archive itself, base64 in the body; for functions of package type Zip only.
             */
            readonly ZipFile?: string;
            readonly S3Bucket?: components["schemas"]["S3BucketRequest"];
            readonly S3Key?: components["schemas"]["S3KeyRequest"];
            readonly S3ObjectVersion?: components["schemas"]["S3ObjectVersionRequest"];
            /** @description The container image, for functions of package type Image only. */
            readonly ImageUri?: string;
        };
        /**
         * Format: int32
         * @description How long one invocation may take, in seconds.
         */
        readonly TimeoutRequest: number;
        /**
         * Format: int32
         * @description Memory at run time, in MB.
         */
        readonly MemorySizeRequest: number;
        /** @description A subnet. */
        readonly SubnetIdRequest: string;
        /** @description Subnets. */
        readonly SubnetIdsRequest: readonly components["schemas"]["SubnetIdRequest"][];
        /** @description A security group. */
        readonly SecurityGroupIdRequest: string;
        /** @description Security groups. */
        readonly SecurityGroupIdsRequest: readonly components["schemas"]["SecurityGroupIdRequest"][];
        /** @description The network the function is attached to. */
        readonly VpcConfigRequest: {
            readonly SubnetIds?: components["schemas"]["SubnetIdsRequest"];
            readonly SecurityGroupIds?: components["schemas"]["SecurityGroupIdsRequest"];
            /** @description Whether outbound IPv6 is allowed in dual-stack subnets. */
            readonly Ipv6AllowedForDualStack?: boolean;
        };
        /**
         * @description Archive or container image.
         * @enum {string}
         */
        readonly PackageTypeRequest: "Zip" | "Image";
        /** @description The ARN of any resource, or nothing. */
        readonly TargetArnRequest: string;
        /** @description Where failed asynchronous events go. */
        readonly DeadLetterConfigRequest: {
            readonly TargetArn?: components["schemas"]["TargetArnRequest"];
        };
        /** @description Names and values. */
        readonly EnvironmentVariablesRequest: {
            readonly [key: string]: string;
        };
        /** @description Environment variables of the function. */
        readonly EnvironmentRequest: {
            readonly Variables?: components["schemas"]["EnvironmentVariablesRequest"];
        };
        /** @description The key that encrypts environment variables and snapshots; empty for the service key. */
        readonly KMSKeyArnRequest: string;
        /**
         * @description Sample on its own account, or only pass on.
         * @enum {string}
         */
        readonly TracingModeRequest: "Active" | "PassThrough";
        /** @description The tracing setting. */
        readonly TracingConfigRequest: {
            readonly Mode?: components["schemas"]["TracingModeRequest"];
        };
        /** @description The name of a tag. */
        readonly TagKey: string;
        /** @description The value of a tag. */
        readonly TagValueRequest: string;
        /** @description Tags of the function. */
        readonly TagsRequest: {
            readonly [key: string]: components["schemas"]["TagValueRequest"];
        };
        /** @description The ARN of a version of a layer. */
        readonly LayerVersionArnRequest: string;
        /** @description The layer versions to use, by ARN, in order. */
        readonly LayersRequest: readonly components["schemas"]["LayerVersionArnRequest"][];
        /** @description The access point of a file system. */
        readonly FileSystemArnRequest: string;
        /** @description Where the file system appears inside the function. */
        readonly LocalMountPathRequest: string;
        /** @description A file system and where it is mounted. */
        readonly FileSystemConfigRequest: {
            readonly Arn: components["schemas"]["FileSystemArnRequest"];
            readonly LocalMountPath: components["schemas"]["LocalMountPathRequest"];
        };
        /** @description File systems: at most one. */
        readonly FileSystemConfigsRequest: readonly components["schemas"]["FileSystemConfigRequest"][];
        /** @description Words of a command line. */
        readonly StringListRequest: readonly string[];
        /** @description The directory to start in. */
        readonly WorkingDirectoryRequest: string;
        /** @description Overrides of the settings of a container image. */
        readonly ImageConfigRequest: {
            readonly EntryPoint?: components["schemas"]["StringListRequest"];
            readonly Command?: components["schemas"]["StringListRequest"];
            readonly WorkingDirectory?: components["schemas"]["WorkingDirectoryRequest"];
        };
        /** @description The code signing configuration to attach. */
        readonly CodeSigningConfigArnRequest: string;
        /**
         * Format: int32
         * @description The size of /tmp in MB.
         * @default 512
         */
        readonly EphemeralStorageSizeRequest: number;
        /** @description The scratch space of the function. */
        readonly EphemeralStorageRequest: {
            readonly Size: components["schemas"]["EphemeralStorageSizeRequest"];
        };
        /**
         * @description Which versions get a snapshot.
         * @enum {string}
         */
        readonly SnapStartApplyOnRequest: "PublishedVersions" | "None";
        /** @description Whether published versions get a snapshot of the initialised environment. */
        readonly SnapStartRequest: {
            readonly ApplyOn?: components["schemas"]["SnapStartApplyOnRequest"];
        };
        /**
         * @description Plain text or structured records.
         * @enum {string}
         */
        readonly LogFormatRequest: "JSON" | "Text";
        /**
         * @description The least severe application record that is kept.
         * @enum {string}
         */
        readonly ApplicationLogLevelRequest: "TRACE" | "DEBUG" | "INFO" | "WARN" | "ERROR" | "FATAL";
        /**
         * @description The least severe platform record that is kept.
         * @enum {string}
         */
        readonly SystemLogLevelRequest: "DEBUG" | "INFO" | "WARN";
        /** @description The log group written to. */
        readonly LogGroupRequest: string;
        /** @description How and where the function logs. */
        readonly LoggingConfigRequest: {
            readonly LogFormat?: components["schemas"]["LogFormatRequest"];
            readonly ApplicationLogLevel?: components["schemas"]["ApplicationLogLevelRequest"];
            readonly SystemLogLevel?: components["schemas"]["SystemLogLevelRequest"];
            readonly LogGroup?: components["schemas"]["LogGroupRequest"];
        };
        /** @description The function to create. */
        readonly CreateFunctionBody: {
            readonly FunctionName: components["schemas"]["FunctionNameRequest"];
            readonly Runtime?: components["schemas"]["RuntimeRequest"];
            readonly Role: components["schemas"]["RoleArnRequest"];
            readonly Handler?: components["schemas"]["HandlerRequest"];
            readonly Code: components["schemas"]["FunctionCodeRequest"];
            readonly Description?: components["schemas"]["DescriptionRequest"];
            readonly Timeout?: components["schemas"]["TimeoutRequest"];
            readonly MemorySize?: components["schemas"]["MemorySizeRequest"];
            /** @description Publish a version once this is done, as PublishVersion would. */
            readonly Publish?: boolean;
            readonly VpcConfig?: components["schemas"]["VpcConfigRequest"];
            readonly PackageType?: components["schemas"]["PackageTypeRequest"];
            readonly DeadLetterConfig?: components["schemas"]["DeadLetterConfigRequest"];
            readonly Environment?: components["schemas"]["EnvironmentRequest"];
            readonly KMSKeyArn?: components["schemas"]["KMSKeyArnRequest"];
            readonly TracingConfig?: components["schemas"]["TracingConfigRequest"];
            readonly Tags?: components["schemas"]["TagsRequest"];
            readonly Layers?: components["schemas"]["LayersRequest"];
            readonly FileSystemConfigs?: components["schemas"]["FileSystemConfigsRequest"];
            readonly ImageConfig?: components["schemas"]["ImageConfigRequest"];
            readonly CodeSigningConfigArn?: components["schemas"]["CodeSigningConfigArnRequest"];
            readonly Architectures?: components["schemas"]["ArchitecturesRequest"];
            readonly EphemeralStorage?: components["schemas"]["EphemeralStorageRequest"];
            readonly SnapStart?: components["schemas"]["SnapStartRequest"];
            readonly LoggingConfig?: components["schemas"]["LoggingConfigRequest"];
        };
        /** @description A version number or the name of an alias. */
        readonly QualifierRequest: string;
        /** @description Where the code can be fetched. */
        readonly FunctionCodeLocationResponse: {
            /** @description The service that keeps the code. */
            readonly RepositoryType?: string | null;
            /** @description A signed address, for a short time. */
            readonly Location?: string | null;
            /** @description The container image, for functions of package type Image only. */
            readonly ImageUri?: string | null;
            /** @description The image by its digest. */
            readonly ResolvedImageUri?: string | null;
        } | null;
        /** @description The value of a tag. */
        readonly TagValueResponse: string | null;
        /** @description Tags of the function. */
        readonly TagsResponse: {
            readonly [key: string]: components["schemas"]["TagValueResponse"];
        } | null;
        /**
         * Format: int32
         * @description How many concurrent executions are set aside.
         */
        readonly ReservedConcurrentExecutionsResponse: number | null;
        /** @description Concurrency set aside for the function. */
        readonly ConcurrencyResponse: {
            readonly ReservedConcurrentExecutions?: components["schemas"]["ReservedConcurrentExecutionsResponse"];
        } | null;
        readonly GetFunctionResponse: {
            readonly Configuration?: components["schemas"]["FunctionConfiguration"];
            readonly Code?: components["schemas"]["FunctionCodeLocationResponse"];
            readonly Tags?: components["schemas"]["TagsResponse"];
            readonly Concurrency?: components["schemas"]["ConcurrencyResponse"];
        } | null;
        /** @description The settings to change; the others stay. */
        readonly UpdateFunctionConfigurationBody: {
            readonly Role?: components["schemas"]["RoleArnRequest"];
            readonly Handler?: components["schemas"]["HandlerRequest"];
            readonly Description?: components["schemas"]["DescriptionRequest"];
            readonly Timeout?: components["schemas"]["TimeoutRequest"];
            readonly MemorySize?: components["schemas"]["MemorySizeRequest"];
            readonly VpcConfig?: components["schemas"]["VpcConfigRequest"];
            readonly Environment?: components["schemas"]["EnvironmentRequest"];
            readonly Runtime?: components["schemas"]["RuntimeRequest"];
            readonly DeadLetterConfig?: components["schemas"]["DeadLetterConfigRequest"];
            readonly KMSKeyArn?: components["schemas"]["KMSKeyArnRequest"];
            readonly TracingConfig?: components["schemas"]["TracingConfigRequest"];
            /** @description Update only if this is the revision of $LATEST. */
            readonly RevisionId?: string;
            readonly Layers?: components["schemas"]["LayersRequest"];
            readonly FileSystemConfigs?: components["schemas"]["FileSystemConfigsRequest"];
            readonly ImageConfig?: components["schemas"]["ImageConfigRequest"];
            readonly EphemeralStorage?: components["schemas"]["EphemeralStorageRequest"];
            readonly SnapStart?: components["schemas"]["SnapStartRequest"];
            readonly LoggingConfig?: components["schemas"]["LoggingConfigRequest"];
        };
        /** @description The name of an alias; digits alone are not a name. */
        readonly AliasRequest: string;
        /** @description A version: its number, or $LATEST for the unpublished state. */
        readonly VersionRequest: string;
        /** @description The number of a second version that an alias sends traffic to. */
        readonly AdditionalVersion: string;
        /**
         * Format: double
         * @description The share of traffic, from 0 to 1.
         */
        readonly WeightRequest: number;
        /** @description A second version and its share of the traffic. */
        readonly AdditionalVersionWeightsRequest: {
            readonly [key: string]: components["schemas"]["WeightRequest"];
        };
        /** @description How an alias divides traffic. */
        readonly AliasRoutingConfigurationRequest: {
            readonly AdditionalVersionWeights?: components["schemas"]["AdditionalVersionWeightsRequest"];
        };
        /** @description The alias to create. */
        readonly CreateAliasBody: {
            readonly Name: components["schemas"]["AliasRequest"];
            readonly FunctionVersion: components["schemas"]["VersionRequest"];
            readonly Description?: components["schemas"]["DescriptionRequest"];
            readonly RoutingConfig?: components["schemas"]["AliasRoutingConfigurationRequest"];
        };
        /** @description The name of an alias; digits alone are not a name. */
        readonly AliasResponse: string | null;
        /**
         * Format: double
         * @description The share of traffic, from 0 to 1.
         */
        readonly WeightResponse: number | null;
        /** @description A second version and its share of the traffic. */
        readonly AdditionalVersionWeightsResponse: {
            readonly [key: string]: components["schemas"]["WeightResponse"];
        } | null;
        /** @description How an alias divides traffic. */
        readonly AliasRoutingConfigurationResponse: {
            readonly AdditionalVersionWeights?: components["schemas"]["AdditionalVersionWeightsResponse"];
        } | null;
        /** @description An alias. */
        readonly AliasConfiguration: {
            readonly AliasArn?: components["schemas"]["FunctionArnResponse"];
            readonly Name?: components["schemas"]["AliasResponse"];
            readonly FunctionVersion?: components["schemas"]["VersionResponse"];
            readonly Description?: components["schemas"]["DescriptionResponse"];
            readonly RoutingConfig?: components["schemas"]["AliasRoutingConfigurationResponse"];
            /** @description Which state of the alias this is; another one after each update. */
            readonly RevisionId?: string | null;
        } | null;
        /** @description The settings of the alias to change. */
        readonly UpdateAliasBody: {
            readonly FunctionVersion?: components["schemas"]["VersionRequest"];
            readonly Description?: components["schemas"]["DescriptionRequest"];
            readonly RoutingConfig?: components["schemas"]["AliasRoutingConfigurationRequest"];
            /** @description Update only if this is the revision of the alias. */
            readonly RevisionId?: string;
        };
        readonly GetPolicyResponse: {
            /** @description The policy, as JSON text. */
            readonly Policy?: string | null;
            /** @description Which state of the policy this is; another one after each change. */
            readonly RevisionId?: string | null;
        } | null;
        /** @description The name of the statement in the policy. */
        readonly StatementIdRequest: string;
        /** @description The action to allow. */
        readonly ActionRequest: string;
        /** @description Who is allowed. */
        readonly PrincipalRequest: string;
        /** @description The ARN of any resource. */
        readonly ArnRequest: string;
        /** @description The account that must own the source. */
        readonly SourceAccountRequest: string;
        /** @description A token the caller has to present. */
        readonly EventSourceTokenRequest: string;
        /** @description The organisation whose members are allowed. */
        readonly PrincipalOrgIDRequest: string;
        /**
         * @description How callers of the function URL prove who they are.
         * @enum {string}
         */
        readonly FunctionUrlAuthTypeRequest: "NONE" | "AWS_IAM";
        /** @description The statement to add. */
        readonly AddPermissionBody: {
            readonly StatementId: components["schemas"]["StatementIdRequest"];
            readonly Action: components["schemas"]["ActionRequest"];
            readonly Principal: components["schemas"]["PrincipalRequest"];
            readonly SourceArn?: components["schemas"]["ArnRequest"];
            readonly SourceAccount?: components["schemas"]["SourceAccountRequest"];
            readonly EventSourceToken?: components["schemas"]["EventSourceTokenRequest"];
            /** @description Add only if this is the revision of the policy. */
            readonly RevisionId?: string;
            readonly PrincipalOrgID?: components["schemas"]["PrincipalOrgIDRequest"];
            readonly FunctionUrlAuthType?: components["schemas"]["FunctionUrlAuthTypeRequest"];
        };
        readonly AddPermissionResponse: {
            /** @description The statement that was added, as JSON text. */
            readonly Statement?: string | null;
        } | null;
        /** @description The name of the statement in the policy; dots are allowed. */
        readonly NamespacedStatementIdRequest: string;
        readonly GetLayerVersionResponse: {
            readonly Content?: components["schemas"]["LayerVersionContentOutputResponse"];
            readonly LayerArn?: components["schemas"]["LayerArnResponse"];
            readonly LayerVersionArn?: components["schemas"]["LayerVersionArnResponse"];
            readonly Description?: components["schemas"]["DescriptionResponse"];
            readonly CreatedDate?: components["schemas"]["TimestampResponse"];
            /**
             * Format: int64
             * @description The number of the version.
             */
            readonly Version?: number | null;
            readonly CompatibleRuntimes?: components["schemas"]["CompatibleRuntimesResponse"];
            readonly LicenseInfo?: components["schemas"]["LicenseInfoResponse"];
            readonly CompatibleArchitectures?: components["schemas"]["CompatibleArchitecturesResponse"];
        } | null;
    };
    responses: {
        /** @description The request is not acceptable. */
        readonly InvalidRequest: {
            headers: {
                readonly "x-amzn-ErrorType": components["headers"]["ErrorType"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such resource. */
        readonly NotFound: {
            headers: {
                readonly "x-amzn-ErrorType": components["headers"]["ErrorType"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Too many requests; try again later. */
        readonly TooManyRequests: {
            headers: {
                readonly "x-amzn-ErrorType": components["headers"]["ErrorType"];
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The service failed. */
        readonly ServiceError: {
            headers: {
                readonly "x-amzn-ErrorType": components["headers"]["ErrorType"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The request is not acceptable, or the account has no room for the code. */
        readonly InvalidRequestOrStorage: {
            headers: {
                readonly "x-amzn-ErrorType": components["headers"]["ErrorType"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The resource exists already, or another operation on it is under way. */
        readonly Conflict: {
            headers: {
                readonly "x-amzn-ErrorType": components["headers"]["ErrorType"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The given RevisionId is not the latest. */
        readonly PreconditionFailed: {
            headers: {
                readonly "x-amzn-ErrorType": components["headers"]["ErrorType"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The request is not acceptable, the account has no room for the code, or the signature of the code is not acceptable. */
        readonly InvalidRequestStorageOrSignature: {
            headers: {
                readonly "x-amzn-ErrorType": components["headers"]["ErrorType"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such resource, or no such code signing configuration. */
        readonly NotFoundOrSigningConfig: {
            headers: {
                readonly "x-amzn-ErrorType": components["headers"]["ErrorType"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The request is not acceptable, or the signature of the code is not. */
        readonly InvalidRequestOrSignature: {
            headers: {
                readonly "x-amzn-ErrorType": components["headers"]["ErrorType"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The request is not acceptable, or the policy would become too long. */
        readonly InvalidRequestOrPolicyLength: {
            headers: {
                readonly "x-amzn-ErrorType": components["headers"]["ErrorType"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The name of the error. What follows a colon, or stands before a hash sign, is not part of it. */
        readonly ErrorType: string;
        /** @description After how many seconds to try again. */
        readonly RetryAfter: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly ListVersionsByFunction: {
        readonly parameters: {
            readonly query?: {
                /** @description Where the page begins: the marker of the page before. */
                readonly Marker?: string;
                /** @description How many items the page may hold. */
                readonly MaxItems?: components["schemas"]["MaxListItemsRequest"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["NamespacedFunctionNameRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of versions. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ListVersionsByFunctionResponse"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly PublishVersion: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["FunctionNameRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PublishVersionBody"];
            };
        };
        readonly responses: {
            /** @description The version, new or existing. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FunctionConfiguration"];
                };
            };
            readonly 400: components["responses"]["InvalidRequestOrStorage"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly UpdateFunctionCode: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["FunctionNameRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateFunctionCodeBody"];
            };
        };
        readonly responses: {
            /** @description The function after the update, or the version where one was published. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FunctionConfiguration"];
                };
            };
            readonly 400: components["responses"]["InvalidRequestStorageOrSignature"];
            readonly 404: components["responses"]["NotFoundOrSigningConfig"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly ListLayerVersions: {
        readonly parameters: {
            readonly query?: {
                /** @description Only versions said to work with this runtime. */
                readonly CompatibleRuntime?: components["schemas"]["RuntimeRequest"];
                /** @description Where the page begins: the marker of the page before. */
                readonly Marker?: string;
                /** @description How many items the page may hold. */
                readonly MaxItems?: components["schemas"]["MaxLayerListItemsRequest"];
                /** @description Only versions said to work with this instruction set. */
                readonly CompatibleArchitecture?: components["schemas"]["ArchitectureRequest"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The layer. */
                readonly LayerName: components["schemas"]["LayerNameRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of layer versions. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ListLayerVersionsResponse"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly PublishLayerVersion: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The layer. */
                readonly LayerName: components["schemas"]["LayerNameRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PublishLayerVersionBody"];
            };
        };
        readonly responses: {
            /** @description The new version of the layer. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PublishLayerVersionResponse"];
                };
            };
            readonly 400: components["responses"]["InvalidRequestOrStorage"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly CreateFunction: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateFunctionBody"];
            };
        };
        readonly responses: {
            /** @description The function. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FunctionConfiguration"];
                };
            };
            readonly 400: components["responses"]["InvalidRequestStorageOrSignature"];
            readonly 404: components["responses"]["NotFoundOrSigningConfig"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly GetFunction: {
        readonly parameters: {
            readonly query?: {
                /** @description The version or alias that is meant; $LATEST without it. */
                readonly Qualifier?: components["schemas"]["QualifierRequest"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["NamespacedFunctionNameRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The function. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GetFunctionResponse"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly DeleteFunction: {
        readonly parameters: {
            readonly query?: {
                /** @description The version or alias that is meant; $LATEST without it. */
                readonly Qualifier?: components["schemas"]["QualifierRequest"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["FunctionNameRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Deleted; the model says 200 since December 2025. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Deletion has begun. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Deleted. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly GetFunctionConfiguration: {
        readonly parameters: {
            readonly query?: {
                /** @description The version or alias that is meant; $LATEST without it. */
                readonly Qualifier?: components["schemas"]["QualifierRequest"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["NamespacedFunctionNameRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The configuration. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FunctionConfiguration"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly UpdateFunctionConfiguration: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["FunctionNameRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateFunctionConfigurationBody"];
            };
        };
        readonly responses: {
            /** @description The configuration after the update. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FunctionConfiguration"];
                };
            };
            readonly 400: components["responses"]["InvalidRequestOrSignature"];
            readonly 404: components["responses"]["NotFoundOrSigningConfig"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly CreateAlias: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["FunctionNameRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateAliasBody"];
            };
        };
        readonly responses: {
            /** @description The alias. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AliasConfiguration"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly GetAlias: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["FunctionNameRequest"];
                /** @description The name of the alias. */
                readonly Name: components["schemas"]["AliasRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The alias. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AliasConfiguration"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly UpdateAlias: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["FunctionNameRequest"];
                /** @description The name of the alias. */
                readonly Name: components["schemas"]["AliasRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["UpdateAliasBody"];
            };
        };
        readonly responses: {
            /** @description The alias after the update. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AliasConfiguration"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly DeleteAlias: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["FunctionNameRequest"];
                /** @description The name of the alias. */
                readonly Name: components["schemas"]["AliasRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Deleted. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly GetPolicy: {
        readonly parameters: {
            readonly query?: {
                /** @description The version or alias that is meant; $LATEST without it. */
                readonly Qualifier?: components["schemas"]["QualifierRequest"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["NamespacedFunctionNameRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The policy. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GetPolicyResponse"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly AddPermission: {
        readonly parameters: {
            readonly query?: {
                /** @description The version or alias that is meant; $LATEST without it. */
                readonly Qualifier?: components["schemas"]["QualifierRequest"];
            };
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["FunctionNameRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AddPermissionBody"];
            };
        };
        readonly responses: {
            /** @description The statement. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AddPermissionResponse"];
                };
            };
            readonly 400: components["responses"]["InvalidRequestOrPolicyLength"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly RemovePermission: {
        readonly parameters: {
            readonly query?: {
                /** @description The version or alias that is meant; $LATEST without it. */
                readonly Qualifier?: components["schemas"]["QualifierRequest"];
                /** @description Only if this is the revision of the policy. */
                readonly RevisionId?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description The function. */
                readonly FunctionName: components["schemas"]["FunctionNameRequest"];
                /** @description The name of the statement. */
                readonly StatementId: components["schemas"]["NamespacedStatementIdRequest"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Removed. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly GetLayerVersion: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The layer. */
                readonly LayerName: components["schemas"]["LayerNameRequest"];
                /** @description The number of the layer version. */
                readonly VersionNumber: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The version of the layer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GetLayerVersionResponse"];
                };
            };
            readonly 400: components["responses"]["InvalidRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
    readonly DeleteLayerVersion: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The layer. */
                readonly LayerName: components["schemas"]["LayerNameRequest"];
                /** @description The number of the layer version. */
                readonly VersionNumber: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Deleted. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["ServiceError"];
        };
    };
}

type Given<T> = [NonNullable<T>] extends [never] ? unknown : NonNullable<T>
type Content<T> = NonNullable<T> extends { readonly content: { readonly 'application/json': infer C } } ? C : unknown
type Success = 200 | 201 | 202 | 204
type Members<T> = [unknown] extends [T] ? Readonly<Record<string, never>> : NonNullable<T>

/** The whole input of each operation: members of the path, the query and the body in one object. */
export type Requests = {
  readonly [O in keyof operations]: Given<operations[O]['parameters']['path']> &
    Given<operations[O]['parameters']['query']> &
    (operations[O] extends { readonly requestBody?: infer B } ? Content<B> : unknown)
}

/** What each operation answers with when it succeeds. Any member may be absent or null. */
export type Replies = {
  readonly [O in keyof operations]: Members<
    Content<operations[O]['responses'][keyof operations[O]['responses'] & Success]>
  >
}
