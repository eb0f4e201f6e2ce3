/** The organisation acme, for every provider that asks which one it works in. */
export const acme = {
    "azuredevops:orgServiceUrl": "https://dev.azure.com/acme",
    "gatehouse-hosts:azureDevOpsUrl": "https://dev.azure.com/acme",
    "gatehouse-hosts:githubOwner": "acme",
    "github:owner": "acme",
};
