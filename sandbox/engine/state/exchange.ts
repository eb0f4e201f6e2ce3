/** The document `pulumi stack export` prints and `pulumi stack import` takes. */

import { z } from "zod";
import { EngineError } from "../api";
import { checkVersion, parseDeployment, shapeMessage } from "./deployment";
import { integrityProblems } from "./integrity";
import type { ExportedDeployment, StackStore } from "./types";

const SOURCE = "the deployment to import";

const documentShape = z.looseObject({
    version: z.unknown().optional(),
    deployment: z.unknown().optional(),
});

/** Secrets stay encrypted; `secrets_providers` carries the salt that opens them with the passphrase. */
export function exportDeployment(store: StackStore): ExportedDeployment {
    return { version: 3, deployment: store.deployment() };
}

/**
 * Replaces the state by an exported one. Secrets are encrypted anew with this stack's key, so a document
 * of `--show-secrets`, or one under another salt of the same passphrase, is welcome.
 *
 * @throws EngineError (exit 2) listing all problems of shape and integrity, before anything
 * changed; exit 1 for another version, a foreign secrets provider or a secret that does not decrypt.
 */
export async function importDeployment(store: StackStore, document: unknown): Promise<void> {
    const result = documentShape.safeParse(document);
    if (!result.success) {
        throw new EngineError(shapeMessage(result.error, document, "", SOURCE), 2);
    }
    checkVersion(result.data.version, SOURCE);
    const deployment = parseDeployment(result.data.deployment, "deployment", SOURCE);
    const problems = integrityProblems(deployment, store);
    if (problems.length > 0) {
        throw new EngineError(
            `${SOURCE} is not consistent; nothing was changed:\n` +
                problems.map((problem) => `  ${problem}`).join("\n"),
            2,
        );
    }
    await store.replaceAll(deployment);
}
