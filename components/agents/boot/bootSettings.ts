import { agentArchives, agentReleases } from "./agentReleases";
import type { BootFacts } from "./bootFacts";
import { monitorAccounts } from "./cloudFacts";
import { firewallRules } from "./shell/firewall";
import { healthProgram } from "./shell/health";
import { unitProperties } from "./shell/machine";
import { shellQuote } from "./shell/sh";

/** Where a program runs. Part of its text, so nothing on the machine can change it. */
export interface BootPlace {
    /** Folder that all paths start with. */
    root: string;
    /** Folders programs are looked for in. */
    path: string;
}

/** The account jobs run as. */
const agentAccount = "gatehouse-agent";

type Settings = Record<string, string | number | string[]>;

/** The facts as variables of bash, every value one quoted word. */
export function bootSettings(facts: BootFacts, place: BootPlace): string {
    const settings: Settings = {
        root: place.root,
        private: `${place.root}/run/gatehouse`,
        firewall_rules: firewallRules(facts.cloud),
        service_unit: serviceUnit(facts),
        metadata_users: facts.metadataUsers ?? monitorAccounts[facts.cloud],
        start_options: facts.mode === "ephemeral" ? ["--no-block"] : [],
        ...(facts.mode === "ephemeral" ? jobSettings(facts, place) : {}),
    };
    const lines = Object.entries(settings).map(([name, value]) =>
        Array.isArray(value)
            ? `${name}=(${value.map(shellQuote).join(" ")})`
            : `${name}=${shellQuote(String(value))}`,
    );
    return [`export PATH=${shellQuote(place.path)}`, ...lines].join("\n");
}

function jobSettings(facts: BootFacts, place: BootPlace): Settings {
    const release = facts.release ?? agentReleases[facts.host];
    return {
        job: `${place.root}/var/lib/gatehouse/job`,
        agent: agentAccount,
        agent_uid: "",
        name: "",
        name_prefix: facts.namePrefix,
        answer: "",
        value: "",
        work_megabytes: facts.workFolderMegabytes ?? 8192,
        archive: agentArchives[facts.host].replaceAll("{version}", release.version),
        sha256_x64: release.sha256X64,
        sha256_arm64: release.sha256Arm64,
        unit_properties: unitProperties,
        ...(facts.cloud === "azure"
            ? {
                  client_id: facts.managedIdentityClientId ?? "",
                  log_settle_seconds: facts.logSettleSeconds ?? 60,
              }
            : { region: facts.region ?? "", log_group: facts.logGroupName ?? "" }),
        ...(facts.health
            ? {
                  health_program: healthProgram,
                  health_port: facts.health.port,
                  rest_seconds: restSeconds(facts),
              }
            : {}),
        ...(facts.github ? gitHubSettings(facts.github) : {}),
        ...(facts.azureDevOps
            ? {
                  organization_url: facts.azureDevOps.organizationUrl,
                  pool: facts.azureDevOps.pool,
                  agent_id: "",
                  pool_id: "",
              }
            : {}),
    };
}

function restSeconds({ health }: BootFacts): number {
    return (health?.restMinutes ?? 0) * 60;
}

function gitHubSettings(github: NonNullable<BootFacts["github"]>): Settings {
    return {
        organization: github.organization,
        runner_group_id: github.runnerGroupId,
        labels: JSON.stringify(github.labels),
        app_id: github.appId,
        installation_id: github.installationId,
        signing_key: versionedKey(github.signingKey),
        token: "",
        jit: "",
        attempts: 0,
    };
}

/** The service that runs the program at every boot, and what the service manager does at its end. */
function serviceUnit(facts: BootFacts): string {
    const oneJob = facts.mode === "ephemeral";
    return [
        "[Unit]",
        `Description=Gatehouse: ${oneJob ? "one job, then power off" : "hardening"}`,
        "Wants=network-online.target",
        "After=network-online.target",
        "FailureAction=poweroff",
        ...(oneJob ? ["SuccessAction=poweroff"] : []),
        "",
        "[Service]",
        ...(oneJob
            ? [
                  "Type=exec",
                  `RuntimeMaxSec=${facts.lifetimeMinutes ?? 1440}min`,
                  // Time to send the log, to wipe and to rest after the service manager has asked to stop.
                  `TimeoutStopSec=${(facts.logSettleSeconds ?? 60) + 240 + restSeconds(facts)}s`,
              ]
            : ["Type=oneshot", "RemainAfterExit=yes", "TimeoutStartSec=10min"]),
        "ExecStart=/usr/local/sbin/gatehouse-boot run",
        "LimitCORE=0",
        "UMask=0077",
        "",
        "[Install]",
        "WantedBy=multi-user.target",
    ].join("\n");
}

/**
 * Key Vault takes the version in use where the version in the path is empty, as its SDKs ask for it:
 * ".../keys/<name>//sign".
 *
 * source: Azure SDK for Python, CryptographyClient with a key id without version; from memory
 * date: 2026-11-21
 */
function versionedKey(key: string): string {
    return /^https:\/\/[^/]+\/keys\/[^/]+$/.test(key) ? `${key}/` : key;
}
