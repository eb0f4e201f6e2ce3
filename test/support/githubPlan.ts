import { openSandbox, type Sandbox } from "./sandbox";

/** A sandbox whose organisation on GitHub has the plan. */
export async function openOnPlan(name: string, plan: string): Promise<Sandbox> {
    const before = process.env.GATEHOUSE_GITHUB_PLAN;
    process.env.GATEHOUSE_GITHUB_PLAN = plan;
    try {
        return await openSandbox(`${name}-${plan}`);
    } finally {
        if (before === undefined) delete process.env.GATEHOUSE_GITHUB_PLAN;
        else process.env.GATEHOUSE_GITHUB_PLAN = before;
    }
}
