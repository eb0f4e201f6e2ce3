export interface GetGroupsGroup {
    /** What it is for. */
    readonly description: string;
    /** Descriptor: what permissions and memberships name it by. */
    readonly descriptor: string;
    /** Name that people see. */
    readonly displayName: string;
    /** Where its names come from. */
    readonly domain: string;
    /** Id. */
    readonly id: string;
    /** Address. */
    readonly mailAddress: string;
    /** Directory it comes from. */
    readonly origin: string;
    /** Id in the directory it comes from. */
    readonly originId: string;
    /** Name it signs in or is listed with. */
    readonly principalName: string;
    /** Address in the REST interface. */
    readonly url: string;
}

export interface GetIdentityGroupsGroup {
    /** Descriptor: what permissions and memberships name it by. */
    readonly descriptor: string;
    /** Id. */
    readonly id: string;
    /** Name. */
    readonly name: string;
    /** Descriptor: what permissions name it by. */
    readonly subjectDescriptor: string;
}

export interface GetPoolsAgentPool {
    /** New projects get a queue of it. */
    readonly autoProvision: boolean;
    /** Agents update themselves. */
    readonly autoUpdate: boolean;
    /** Id. */
    readonly id: number;
    /** Name. */
    readonly name: string;
    /** Kind of pool. */
    readonly poolType: string;
}

export interface GetProjectsProject {
    /** Name. */
    readonly name: string;
    /** Id of the project. */
    readonly projectId: string;
    /** Address of the project. */
    readonly projectUrl: string;
    /** State of the project. */
    readonly state: string;
}

export interface GetRepositoriesRepository {
    /** Default branch, as `refs/heads/...`. */
    readonly defaultBranch: string;
    /** It is switched off. */
    readonly disabled: boolean;
    /** Id. */
    readonly id: string;
    /** Name. */
    readonly name: string;
    /** Id of the project. */
    readonly projectId: string;
    /** Address to clone from. */
    readonly remoteUrl: string;
    /** Bytes. */
    readonly size: number;
    /** Address to clone from by SSH. */
    readonly sshUrl: string;
    /** Address in the REST interface. */
    readonly url: string;
    /** Address in a browser. */
    readonly webUrl: string;
}

export interface GetSecurityNamespaceAction {
    /** Bit of the action. */
    readonly bit: number;
    /** Name that people see. */
    readonly displayName: string;
    /** Name. */
    readonly name: string;
}

export interface GetSecurityNamespacesNamespace {
    /** Actions that can be allowed. */
    readonly actions: GetSecurityNamespacesNamespaceAction[];
    /** Name that people see. */
    readonly displayName: string;
    /** Id. */
    readonly id: string;
    /** Name. */
    readonly name: string;
}

export interface GetSecurityNamespacesNamespaceAction {
    /** Bit of the action. */
    readonly bit: number;
    /** Name that people see. */
    readonly displayName: string;
    /** Name. */
    readonly name: string;
}

export interface GetSecurityroleDefinitionsDefinition {
    /** Bits it allows. */
    readonly allowPermissions: number;
    /** Bits it denies. */
    readonly denyPermissions: number;
    /** What it is for. */
    readonly description: string;
    /** Name that people see. */
    readonly displayName: string;
    /** Identifier of the role. */
    readonly identifier: string;
    /** Name. */
    readonly name: string;
    /** Id of the project; of the organisation when left out. */
    readonly scope: string;
}

export interface GetTeamsTeam {
    /** Descriptors of the administrators. */
    readonly administrators: string[];
    /** What it is for. */
    readonly description: string;
    /** Id. */
    readonly id: string;
    /** Descriptors of the members. */
    readonly members: string[];
    /** Name. */
    readonly name: string;
    /** Id of the project. */
    readonly projectId: string;
}

export interface GetUsersFeatures {
    /** Look-ups at the same time. */
    readonly concurrentWorkers?: number;
}

export interface GetUsersUser {
    /** Descriptor: what permissions and memberships name it by. */
    readonly descriptor: string;
    /** Name that people see. */
    readonly displayName: string;
    /** Id. */
    readonly id: string;
    /** Address. */
    readonly mailAddress: string;
    /** Directory it comes from. */
    readonly origin: string;
    /** Id in the directory it comes from. */
    readonly originId: string;
    /** Name it signs in or is listed with. */
    readonly principalName: string;
}

export interface GetVariableGroupKeyVault {
    /** Name. */
    readonly name: string;
    /** Service connection. */
    readonly serviceEndpointId: string;
}

export interface GetVariableGroupVariable {
    /** Content type of the secret in the vault. */
    readonly contentType: string;
    /** It is in force. */
    readonly enabled: boolean;
    /** When the secret in the vault expires. */
    readonly expires: string;
    /** It is secret: give `secretValue`. */
    readonly isSecret: boolean;
    /** Name. */
    readonly name: string;
    /** Value of a secret variable. */
    readonly secretValue: string;
    /** Value of the variable. */
    readonly value: string;
}
