import type * as pulumi from "@pulumi/pulumi";

import { judged, oneOf, problem, text, type Problem } from "../shared/validate";
import type { AgentImage, AgentMachines, GitHubRunners } from "./azureAgentPoolArgs";

/** What is wrong with an argument that may not be known yet, and what to use in its place. */
export type Judge = (
    value: pulumi.Input<string>,
    judge: (known: string) => Problem[],
) => pulumi.Input<string>;

/** Sizes of machines that Azure offers today. */
export const sizeShape = /^Standard_[A-Za-z0-9_-]{2,60}$/;

const versionShape = /^\d+\.\d+\.\d+$/;
const galleryShape =
    /^\/subscriptions\/.+\/providers\/Microsoft\.Compute\/galleries\/[^/]+\/images\/[^/]+\/versions\/\d+\.\d+\.\d+$/i;
const keyShape =
    /^\/subscriptions\/.+\/providers\/Microsoft\.KeyVault\/vaults\/[^/]+\/keys\/[^/]+$/i;
const keyUriShape =
    /^https:\/\/[a-z0-9-]+\.vault\.azure\.net\/keys\/[A-Za-z0-9-]+(\/[0-9a-f]{32})?$/;
const words = ["publisher", "offer", "sku", "version"] as const;

/** A {@link Judge} that adds what it finds at once to `problems`. */
export function judgeInto(owner: pulumi.Resource, what: string, problems: Problem[]): Judge {
    return (value, judge) => judged(owner, what, value, judge, problems);
}

/** Judges the machines of a pool; `path` is where they stand. */
export function checkMachines(
    path: string,
    machines: AgentMachines,
    judge: Judge,
    problems: Problem[],
): AgentMachines {
    const placements = ["ResourceDisk", "NvmeDisk", "CacheDisk"];
    problems.push(
        ...text(`${path}.size`, machines.size, sizeShape, "a size, for example Standard_D4ads_v5"),
        ...oneOf(`${path}.diskPlacement`, machines.diskPlacement ?? "ResourceDisk", placements),
        ...(machines.zones ?? []).flatMap((zone, i) =>
            oneOf(`${path}.zones[${i}]`, zone, ["1", "2", "3"]),
        ),
        ...imageProblems(`${path}.image`, machines.image),
    );
    const { galleryVersionId } = machines.image;
    if (galleryVersionId === undefined) {
        return machines;
    }
    const allowed = "the id of one version of a gallery image";
    const id = judge(galleryVersionId, (known) =>
        text(`${path}.image.galleryVersionId`, known, galleryShape, allowed),
    );
    return { ...machines, image: { ...machines.image, galleryVersionId: id } };
}

/** Either a gallery's version or all four words of a marketplace image, and a version that is one. */
function imageProblems(path: string, image: AgentImage): Problem[] {
    const given = words.filter((word) => image[word] !== undefined);
    const isGallery = image.galleryVersionId !== undefined;
    const allowed = `galleryVersionId alone, or ${words.join(", ")} together`;
    const exact = 'an exact version of three numbers, not "latest"';
    return [
        ...(given.length === (isGallery ? 0 : words.length)
            ? []
            : [problem(path, isGallery ? [...given, "galleryVersionId"] : given, allowed)]),
        ...(image.version === undefined
            ? []
            : text(`${path}.version`, image.version, versionShape, exact)),
    ];
}

/** Judges the key that registers runners. */
export function checkAppKey(github: GitHubRunners, judge: Judge): GitHubRunners {
    const path = "ephemeral.github";
    const uri = 'a key, "https://<vault>.vault.azure.net/keys/<name>" or that with "/<version>"';
    return {
        ...github,
        appKeyId: judge(github.appKeyId, (id) =>
            text(`${path}.appKeyId`, id, keyShape, "the Azure id of a Key Vault key"),
        ),
        appKeyUri: judge(github.appKeyUri, (address) =>
            text(`${path}.appKeyUri`, address, keyUriShape, uri),
        ),
    };
}
