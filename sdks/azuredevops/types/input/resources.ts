import type * as pulumi from "@pulumi/pulumi";

export interface CheckRequiredTemplateRequiredTemplate {
    /** Repository of the template, as `project/repository`. */
    repositoryName: pulumi.Input<string>;
    /** Ref, as `refs/heads/...`. */
    repositoryRef: pulumi.Input<string>;
    /**
     * Where the repository is. One of `azuregit`, `github`, `githubenterprise`, `bitbucket`.
     * Default: `azuregit`.
     */
    repositoryType?: pulumi.Input<string>;
    /** Path of the template. */
    templatePath: pulumi.Input<string>;
}

export interface FeedFeature {
    /** Deleting leaves nothing in the recycle bin. Default: `false`. */
    permanentDelete?: pulumi.Input<boolean>;
    /** A feed of this name in the recycle bin is taken out of it. Default: `false`. */
    restore?: pulumi.Input<boolean>;
}

export interface GitInitialization {
    /** How it starts. One of `Clean`, `Fork`, `Import`, `Uninitialized`. */
    initType: pulumi.Input<string>;
    /** Password. */
    password?: pulumi.Input<string>;
    /** Service connection it signs in with. */
    serviceConnectionId?: pulumi.Input<string>;
    /** Kind of the source. One of `Git`. */
    sourceType?: pulumi.Input<string>;
    /** Address it is imported from. */
    sourceUrl?: pulumi.Input<string>;
    /** User name. */
    username?: pulumi.Input<string>;
}

export interface TeamArea {
    /** Areas below it, too. Default: `false`. */
    includeChildren?: pulumi.Input<boolean>;
    /** New work items of the team go there. Default: `false`. */
    isDefault?: pulumi.Input<boolean>;
    /** Path of the area. */
    path: pulumi.Input<string>;
}

export interface VariableGroupKeyVault {
    /** Name of the vault. */
    name: pulumi.Input<string>;
    /** Pages of secrets that are searched. Default: `20`. */
    searchDepth?: pulumi.Input<number>;
    /** Service connection that reads the vault. */
    serviceEndpointId: pulumi.Input<string>;
}

export interface VariableGroupVariable {
    /** Content type of the secret in the vault. */
    contentType?: pulumi.Input<string>;
    /** The secret is enabled in the vault. */
    enabled?: pulumi.Input<boolean>;
    /** When the secret in the vault expires. */
    expires?: pulumi.Input<string>;
    /** It is secret: give `secretValue`. Default: `false`. */
    isSecret?: pulumi.Input<boolean>;
    /** Name of the variable. */
    name: pulumi.Input<string>;
    /** Value of a secret variable. */
    secretValue?: pulumi.Input<string>;
    /** Value of the variable. */
    value?: pulumi.Input<string>;
}
