/**
 * Id of the security namespace of Git repositories, and of those whose permissions let somebody
 * administer what pipelines use.
 *
 * source: Microsoft Learn, "Security namespaces and permissions reference"; terraform-provider-azuredevops
 * 1.16, permissions/utils/namespaces.go
 * date: 2026-11-21
 */
export const securityNamespaces = {
    git: "2e9eb7ed-3c0a-47d4-87c1-0ffdd275fd87",
    build: "33344d9c-fc72-4d6f-aba5-fa317101a7e9",
    library: "b7e84409-6553-448a-bbb2-af228e07cbeb",
    serviceEndpoints: "49b48001-ca20-4adc-8111-5b60c903a50c",
} as const;

/**
 * End of the security identifier of the administrators of a project or organisation, born with it.
 *
 * source: Microsoft, Team Explorer Everywhere, GroupWellKnownSIDConstants.java (0-0-0-1 after the
 * prefix of a scope); Microsoft Learn, REST samples of access control entries (…-0-0-0-0-1)
 * date: 2026-11-21
 */
export const administratorsSid = /^S-1-9-1551374245(-\d+)+-0-0-0-0-1$/;

/**
 * What the descriptor of the identity of a project's jobs says in base64: organisation, "Build",
 * project.
 *
 * source: terraform-provider-azuredevops 1.16, namespaces_test.go (its descriptors)
 * date: 2026-11-21
 */
export const buildServiceSubject = /^[\da-f-]{36}:Build:[\da-f-]{36}$/i;

/**
 * Scopes of roles on one thing: an agent pool, a queue of a project, an environment, a group of machines,
 * an OAuth configuration, a secure file, a service connection, a group of variables. A role of any other
 * scope holds for everything of a kind, in a project or in the organisation.
 *
 * source: Azure DevOps REST, "Security roles"; the scopes that its web pages send, as public scripts
 * write them; from memory those of pools, queues and connections
 * date: 2026-11-21
 */
export const singleRoleScopes: readonly string[] = [
    "distributedtask.agentpoolrole",
    "distributedtask.agentqueuerole",
    "distributedtask.environmentreferencerole",
    "distributedtask.machinegrouprole",
    "distributedtask.oauthconfiguration",
    "distributedtask.securefile",
    "distributedtask.serviceendpointrole",
    "distributedtask.variablegroup",
];
