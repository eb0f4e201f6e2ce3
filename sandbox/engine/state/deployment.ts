/** Reading a deployment that somebody else may have written: shape, version, secrets provider. */

import { createHash } from "node:crypto";
import { z } from "zod";
import { EngineError } from "../api";
import { deploymentShape } from "./shapes";
import type { DeploymentV3, Manifest, ResourceState, SecretsProviders } from "./types";

/** In the manifest's `version`: what wrote the state. */
const ENGINE_VERSION = "embedded-engine/1";

const passphraseState = z.object({ salt: z.string() });

/**
 * @param value the member `deployment` of an export, or `latest` of a checkpoint.
 * @param path where it stands, for the message: "deployment".
 * @throws EngineError listing every problem with path, value seen and what is allowed.
 */
export function parseDeployment(value: unknown, path: string, source: string): DeploymentV3 {
    const result = deploymentShape.safeParse(value);
    if (!result.success) {
        throw new EngineError(shapeMessage(result.error, value, path, source));
    }
    // The schema checked what the type says; fields it does not name passed through.
    const deployment = result.data as unknown as DeploymentV3;
    if (deployment.manifest.magic !== magicOf(deployment.manifest.version)) {
        throw new EngineError(
            `${source}: ${path}.manifest.magic does not fit ${path}.manifest.version: the state was ` +
                "damaged or changed by hand",
        );
    }
    return {
        ...deployment,
        resources: (deployment.resources ?? []).map(withoutNulls),
        pending_operations: (deployment.pending_operations ?? []).map((operation) => ({
            ...operation,
            resource: withoutNulls(operation.resource),
        })),
    };
}

/** @throws EngineError unless the document says version 3 of Pulumi's deployment format. */
export function checkVersion(version: unknown, source: string): void {
    if (version === 3) {
        return;
    }
    const seen = typeof version === "number" ? `version ${version}` : "no version";
    const advice =
        typeof version === "number" && version < 3
            ? "Let a current `pulumi stack export` and `import` convert it first"
            : "It may come from a newer Pulumi";
    throw new EngineError(
        `${source}: has ${seen} of the deployment format, this engine reads version 3. ${advice}`,
    );
}

/**
 * The salt line of a deployment's passphrase provider; undefined when it names no provider.
 * @throws EngineError for any other provider.
 */
export function saltLineOf(
    providers: SecretsProviders | null | undefined,
    source: string,
): string | undefined {
    if (providers === undefined || providers === null || providers.type === "") {
        return undefined;
    }
    if (providers.type !== "passphrase") {
        throw new EngineError(
            `${source}: its secrets are kept by the provider "${providers.type}"; this engine reads ` +
                '"passphrase" only. Export it with `pulumi stack export --show-secrets`, or change the ' +
                "provider with `pulumi stack change-secrets-provider passphrase`",
        );
    }
    const state = passphraseState.safeParse(providers.state);
    if (!state.success) {
        throw new EngineError(`${source}: secrets_providers.state.salt is missing or not a text`);
    }
    return state.data.salt;
}

/** A manifest of now; what another engine wrote into it besides (plugins) stays. */
export function newManifest(earlier: Manifest | undefined, now: Date): Manifest {
    return {
        ...earlier,
        time: now.toISOString(),
        magic: magicOf(ENGINE_VERSION),
        version: ENGINE_VERSION,
    };
}

function magicOf(version: string): string {
    return createHash("sha256").update(version).digest("hex");
}

/** Go writes an empty list as null here and there; in memory there are only lists. */
function withoutNulls(resource: ResourceState): ResourceState {
    const fields = Object.entries(resource)
        .filter(([, value]) => value !== null)
        .map(([key, value]): [string, unknown] => [
            key,
            key === "propertyDependencies"
                ? Object.fromEntries(
                      Object.entries(value as Record<string, unknown>).map(([k, v]) => [
                          k,
                          v ?? [],
                      ]),
                  )
                : value,
        ]);
    return Object.fromEntries(fields) as ResourceState;
}

/** Problems by path; of values only the kind is told, for a state holds secrets. */
export function shapeMessage(
    error: z.ZodError,
    value: unknown,
    path: string,
    source: string,
): string {
    const lines = error.issues.map((issue) => {
        const at = [path, ...issue.path.map(String)].filter((part) => part !== "").join(".");
        const seen = issue.path.reduce<unknown>(
            (current, key) => (current as Record<PropertyKey, unknown> | undefined)?.[key],
            value,
        );
        return `  ${at}: ${issue.message.replace(/, received .*$/, "")} (found ${kindOf(seen)})`;
    });
    return `${source}: is not a Pulumi deployment:\n${lines.join("\n")}`;
}

function kindOf(value: unknown): string {
    if (value === undefined) {
        return "nothing";
    }
    if (value === null) {
        return "null";
    }
    return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
