import { devicesProblems, underDevices, type DevicesRules } from "../governance/developerDevices";
import { signatureCheckName, signaturePipeline } from "../governance/signatureCheck";
import type { DevOpsGate } from "../repositories/azureDevOpsRepositoryGuardArgs";
import type { Problem } from "../shared/validate";
import type { EstateCheck, EstateRepository, PipelineEstateArgs } from "./pipelineEstateArgs";

/**
 * GitHub's id of the app that reports the checks of GitHub Actions.
 *
 * source: GitHub REST API, `GET /apps/github-actions`
 * date: 2026-11-21
 */
const gitHubActions = 15368;

/** Name of the pipeline on Azure DevOps that verifies signatures: names of pipelines hold no blanks. */
const signatureGate = signatureCheckName.replace(/\s+/g, "-");

function rulesFor(
    path: string,
    { developerDevices }: PipelineEstateArgs,
    { reviews, allowStaleReviews }: EstateRepository,
): DevicesRules {
    return underDevices(path, developerDevices ?? "trusted", { reviews, allowStaleReviews });
}

/** What repositories say that the answer about devices rules out. */
export function deviceProblems(estate: PipelineEstateArgs): Problem[] {
    return [
        ...devicesProblems("developerDevices", estate.developerDevices ?? "trusted"),
        ...estate.repositories.flatMap(
            (repository, i) => rulesFor(`repositories[${i}]`, estate, repository).problems,
        ),
    ];
}

/** Whether the pipeline verifies signatures against registered keys. */
export function verifiesSignatures(
    estate: PipelineEstateArgs,
    repository: EstateRepository,
): boolean {
    return rulesFor("", estate, repository).checks.includes(signatureCheckName);
}

/** Checks of a repository on GitHub, those that the answer adds among them. */
export function checksUnder(
    estate: PipelineEstateArgs,
    repository: EstateRepository,
): EstateCheck[] {
    const added = rulesFor("", estate, repository).checks;
    return [
        ...repository.checks,
        ...added
            .filter((context) => repository.checks.every((check) => check.context !== context))
            .map((context) => ({ context, integrationId: gitHubActions })),
    ];
}

/** Gates of a repository on Azure DevOps; the one that verifies signatures brings its own text. */
export function gatesUnder(estate: PipelineEstateArgs, repository: EstateRepository): DevOpsGate[] {
    const own = repository.checks.map(({ context }) => ({ name: context }));
    if (
        !verifiesSignatures(estate, repository) ||
        own.some((gate) => gate.name === signatureGate)
    ) {
        return own;
    }
    // Nothing can be written to a repository that is taken over: its rules may stand already.
    const text = repository.adopt === true ? {} : { pipeline: signaturePipeline() };
    return [...own, { name: signatureGate, ...text }];
}
