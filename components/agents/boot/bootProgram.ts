import type { BootFacts } from "./bootFacts";
import { bootSettings, type BootPlace } from "./bootSettings";
import { bootFactProblems } from "./checkBootFacts";
import { longestStartupData } from "./cloudFacts";
import { azureDevOps } from "./shell/azureDevOps";
import * as clouds from "./shell/clouds";
import { common, requests } from "./shell/common";
import { github } from "./shell/github";
import { harden } from "./shell/harden";
import { health, noHealth } from "./shell/health";
import { machine } from "./shell/machine";
import * as main from "./shell/main";

const realPlace: BootPlace = {
    root: "",
    path: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
};

/**
 * The program a build agent boots with, as customData (Azure) or userData (AWS) before base64: a
 * script of bash 5 for cloud-init. It has no secret in it.
 *
 * Started by cloud-init it installs itself as a service and starts that; the service runs at every
 * boot. What it promises, and what it does not, is in docs/agents-boot.md.
 *
 * @throws RangeError that lists every fact that cannot be accepted, or when the cloud would not
 * take a program of this length
 */
export function bootProgram(facts: BootFacts): string {
    return bootProgramAt(facts, realPlace);
}

/** {@link bootProgram} for another place: the tests run it in a folder of their own. */
export function bootProgramAt(facts: BootFacts, place: BootPlace): string {
    const problems = bootFactProblems(facts);
    if (problems.length > 0) {
        const lines = problems.map((p) => `  ${p.path}: got ${p.seen}, allowed: ${p.allowed}`);
        throw new RangeError(["boot facts are not acceptable", ...lines].join("\n"));
    }
    const program = [
        "#!/bin/bash\n# Written by Gatehouse; holds no secret. See docs/agents-boot.md.",
        "set -euo pipefail",
        bootSettings(facts, place),
        ...units(facts),
        main.entry,
        "",
    ].join("\n\n");
    const length = Buffer.byteLength(program);
    const longest = longestStartupData[facts.cloud];
    if (length > longest) {
        throw new RangeError(`boot program: ${length} bytes, ${facts.cloud} takes ${longest}`);
    }
    return program;
}

function units(facts: BootFacts): string[] {
    const shared = [common, main.install, main.packages, harden];
    if (facts.mode === "hardenOnly") {
        return [...shared, main.hardenOnly];
    }
    const { azureIdentity, azureLogs, azureSigning, awsCalls, awsLogs, awsSigning } = clouds;
    const azure = facts.cloud === "azure";
    const cloud = azure ? [azureIdentity, azureLogs] : [awsCalls, awsLogs];
    const signing = azure ? azureSigning : awsSigning;
    const host = facts.host === "github" ? [signing, github] : [azureDevOps];
    const asked = facts.health ? health : noHealth;
    return [...shared, requests, machine, ...cloud, ...host, asked, main.oneJob];
}
