import { openBench, type Bench, type Props } from "../support";
import { token } from "./samples";

/** A bench with a project and a repository `web` on branch main. */
export interface Organization {
    readonly bench: Bench;
    readonly project: string;
    readonly repository: string;
    up(name: string, inputs: Props): Promise<{ id: string; inputs: Props; outputs: Props }>;
    /** Inputs in the project. */
    here(more: Props): Props;
    /** "property: reason" of everything wrong with inputs. */
    wrong(name: string, inputs: Props): Promise<string>;
    call(name: string, args: Props): Promise<Props>;
}

export async function openOrganization(): Promise<Organization> {
    const bench = await openBench();
    const up = (name: string, inputs: Props) => bench.engine.up(token(name), inputs);
    const { id: project } = await up("Project", { name: "Shop" });
    const { id: repository } = await up("Git", {
        projectId: project,
        name: "web",
        defaultBranch: "refs/heads/main",
        initialization: { initType: "Clean" },
    });
    return {
        bench,
        project,
        repository,
        up,
        here: (more) => ({ projectId: project, ...more }),
        wrong: async (name, inputs) =>
            (await bench.engine.check(token(name), inputs)).failures.join("\n"),
        call: (name, args) => bench.engine.invoke(`azuredevops:index/${name}:${name}`, args),
    };
}
