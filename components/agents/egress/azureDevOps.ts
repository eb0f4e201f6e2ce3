import { egressProfile } from "./egressProfile";

/**
 * Azure DevOps Services. Its service tag is for traffic that comes from Azure DevOps; Azure does not
 * support it in outbound rules, so the ranges stand here. The content delivery networks behind
 * "*.vsassets.io" and "download.agent.dev.azure.com" are not in the ranges: without a firewall that
 * knows names, the agent has to be in the image.
 */
export const azureDevOps = egressProfile({
    name: "azureDevOps",
    opens: "Azure DevOps Services: jobs, repositories, artifacts' metadata, logs",
    ranges: [
        "13.107.6.0/24",
        "13.107.9.0/24",
        "13.107.42.0/24",
        "13.107.43.0/24",
        "150.171.22.0/24",
        "150.171.23.0/24",
        "150.171.73.0/24",
        "150.171.74.0/24",
        "150.171.75.0/24",
        "150.171.76.0/24",
    ],
    names: [
        "dev.azure.com",
        "*.dev.azure.com",
        "*.vssps.visualstudio.com",
        "*.vsblob.visualstudio.com",
        "*.vstmr.visualstudio.com",
        "*.vsassets.io",
        "download.agent.dev.azure.com",
    ],
    source: "Microsoft Learn: Azure DevOps, allowed IP addresses and domain URLs; stored copies of several and unknown ages, not the live page",
    date: "2026-11-21",
});

/**
 * What machines of a Managed DevOps Pool need besides Azure DevOps itself. "*.queue.core.windows.net"
 * reaches the queues of any storage account, anybody's: a way out for data.
 */
export const managedDevOpsPool = egressProfile({
    name: "managedDevOpsPool",
    opens: "the service behind Managed DevOps Pools; names only",
    names: [
        "*.prod.manageddevops.microsoft.com",
        "rmprodbuilds.azureedge.net",
        "*.queue.core.windows.net",
        "server.pipe.aria.microsoft.com",
        "packages.microsoft.com",
    ],
    plainNames: ["azure.archive.ubuntu.com"],
    source: "Microsoft Learn: Configure Managed DevOps Pools networking, restricting outbound connectivity; stored copies of unknown age, not the live page",
    date: "2026-11-21",
});
