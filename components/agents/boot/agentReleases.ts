import type { AgentRelease } from "./bootFacts";

/**
 * The agent software a machine installs, by host, unless it is told another.
 *
 * github: actions/runner v2.338.0. source: release notes of actions/runner, seen through six
 * (x64) and four (arm64) independent public repositories that pin the same value, some saying they
 * compared it with the digest in GitHub's release API; the release page itself was not reachable
 * here. date: 2026-11-21
 *
 * azureDevOps: microsoft/azure-pipelines-agent v5.277.0. source:
 * https://github.com/microsoft/azure-pipelines-agent/releases/tag/v5.277.0, table "Agent
 * Downloads". The newest release whose checksums could be read for both architectures and which a
 * later general release (5.280.0) follows; the copy that was read calls it a pre-release. date: 2026-11-21
 */
export const agentReleases: Record<"github" | "azureDevOps", AgentRelease> = {
    github: {
        version: "2.338.0",
        sha256X64: "af4b794c1bc41d73d40535e3fe092a39f9679cd8d965954c2aca25a05ca41d32",
        sha256Arm64: "628b4a7258487b80c1d3c221095a7ded349f5ae0175fd3dfab708d07428f041b",
    },
    azureDevOps: {
        version: "5.277.0",
        sha256X64: "bedcf4e1ec67d11600264dac3ffd867443544d40b2c9949a0a72bd32187c656d",
        sha256Arm64: "0d09e52e4971a88c8c7c1bc23db2b2b462580ea563901ff6adc913d74c331279",
    },
};

/**
 * Where the archives come from; `{version}` and `{arch}` ("x64", "arm64") stand for themselves.
 *
 * source: download instructions of both projects' releases. date: 2026-11-21
 */
export const agentArchives: Record<"github" | "azureDevOps", string> = {
    github: "https://github.com/actions/runner/releases/download/v{version}/actions-runner-linux-{arch}-{version}.tar.gz",
    azureDevOps:
        "https://download.agent.dev.azure.com/agent/{version}/vsts-agent-linux-{arch}-{version}.tar.gz",
};
