import { createHash } from "node:crypto";
import { EngineError } from "../api";
import { readIfPresent, writeAtomically } from "../state/durable";
import { newCrypter, openCrypter, type Crypter } from "../state/crypto";
import { canonical, Digester } from "./digest";
import type { Json } from "../wire";
import { planFile, planVersion, type Plan } from "./format";

/** A plan as read, and what its digests are compared with. */
export interface OpenedPlan {
    readonly plan: Plan;
    readonly digester: Digester;
}

/** Writes the file whole or not at all; only its owner may read it. */
export async function savePlan(
    path: string,
    plan: Plan,
    digester: Digester,
    passphrase: string,
): Promise<void> {
    const crypter = await newCrypter(passphrase);
    const { project, stack, time, resources } = plan;
    const content = {
        gatehousePlan: planVersion,
        project,
        stack,
        time,
        salt: crypter.saltLine,
        key: crypter.encrypt(digester.key.toString("base64")),
        seal: crypter.encrypt(sealOf(plan)),
        resources,
    };
    await writeAtomically(path, `${JSON.stringify(content, undefined, 4)}\n`);
}

/**
 * @throws EngineError, exit code 2: no such file, not a plan of this engine and version, of another stack,
 * changed after it was saved, or another passphrase.
 */
export async function readPlan(
    path: string,
    of: { readonly project: string; readonly stack: string },
    passphrase: string,
): Promise<OpenedPlan> {
    const bytes = await readIfPresent(path);
    if (bytes === undefined) throw new EngineError(`${path}: there is no such plan`, 2);
    const value = parse(bytes, path);
    const result = planFile.safeParse(value);
    if (!result.success) throw new EngineError(`${path}: ${whyNot(value)}. ${advice}`, 2);
    const { salt, key, seal, ...rest } = result.data;
    // Step names are compared, never acted on: one this engine does not know allows nothing.
    const plan = rest as unknown as Plan;
    if (plan.project !== of.project || plan.stack !== of.stack) {
        throw new EngineError(
            `${path}: is a plan of stack ${plan.project}/${plan.stack}, this one is ` +
                `${of.project}/${of.stack}`,
            2,
        );
    }
    const crypter = await openCrypter(passphrase, salt, path);
    const digester = new Digester(Buffer.from(opened(crypter, key, path), "base64"));
    if (opened(crypter, seal, path) !== sealOf(plan)) {
        throw new EngineError(`${path}: was changed after it was saved. ${advice}`, 2);
    }
    return { plan, digester };
}

const advice = "Make one with: preview --save-plan FILE";

function parse(bytes: Buffer, path: string): unknown {
    try {
        return JSON.parse(bytes.toString("utf8"));
    } catch {
        throw new EngineError(`${path}: is not JSON: it was cut short or damaged. ${advice}`, 2);
    }
}

/** Only the kind of file is told: it may be anything, a state with secrets included. */
function whyNot(value: unknown): string {
    const seen = (typeof value === "object" && value !== null ? value : {}) as Record<
        string,
        unknown
    >;
    if ("resourcePlans" in seen) return "is a plan of the Pulumi CLI, made by another engine";
    const version = seen.gatehousePlan;
    if (typeof version === "number" && version !== planVersion) {
        return `is a plan of version ${version}, this engine reads version ${planVersion}`;
    }
    return "gatehousePlan" in seen ? "is a damaged plan" : "is not a plan";
}

function opened(crypter: Crypter, text: string, path: string): string {
    try {
        return crypter.decrypt(text);
    } catch {
        throw new EngineError(`${path}: was damaged. ${advice}`, 2);
    }
}

function sealOf({ project, stack, time, resources }: Plan): string {
    const content = canonical([project, stack, time, resources as unknown as Json]);
    return createHash("sha256").update(content).digest("hex");
}
