import type { Context } from "../context";
import { Digester } from "./digest";
import { savePlan } from "./file";
import { planOf } from "./make";

/** A preview that succeeded is compared with the plan it is to confirm, then saved where that was asked for. */
export async function keepPlan({ deployment, passphrase }: Context): Promise<void> {
    if (deployment.failed) return;
    const drift = deployment.guard?.compare(deployment);
    if (drift !== undefined) {
        deployment.fail(drift);
        return;
    }
    const { project, options } = deployment;
    if (options.savePlan === undefined) return;
    const digester = new Digester();
    const plan = {
        project,
        stack: options.stack,
        time: new Date().toISOString(),
        resources: planOf(deployment, digester),
    };
    await savePlan(options.savePlan, plan, digester, passphrase);
}
