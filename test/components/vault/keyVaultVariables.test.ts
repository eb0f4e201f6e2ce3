import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parse } from "yaml";
import { KeyVaultVariables, type KeyVaultVariablesArgs } from "../../../components/index";
import { known, record, refusal } from "../../support/mocks";
import { developers, platform, variablesArgs } from "../shared/protection/samples";

const build = (more: Partial<KeyVaultVariablesArgs> = {}) =>
    record(() => new KeyVaultVariables("shop", { ...variablesArgs, ...more }));

interface Job {
    job?: string;
    deployment?: string;
    environment?: string;
    pool: unknown;
    variables: unknown;
    steps?: Step[];
    strategy?: { runOnce: { deploy: { steps: Step[] } } };
}
type Step = string | { task: string; inputs: Record<string, unknown> };

/** The one job of the template, and its steps. */
async function jobOf(more: Partial<KeyVaultVariablesArgs> = {}): Promise<[Job, Step[]]> {
    const { result } = await build(more);
    const template = parse(await known(result.template)) as { parameters: unknown; jobs: Job[] };
    assert.deepEqual(template.parameters, [
        { name: "job", type: "string" },
        { name: "steps", type: "stepList" },
    ]);
    const [job, ...others] = template.jobs;
    assert.ok(job !== undefined && others.length === 0);
    return [job, job.steps ?? job.strategy?.runOnce.deploy.steps ?? []];
}

describe("KeyVaultVariables", () => {
    it("the variable group holds names only, no value of a secret, and is not linked to the vault", async () => {
        const { recording } = await build();
        const { variables, keyVault, allowAccess } = recording.one("VariableGroup").inputs;
        assert.deepEqual(variables, [
            { name: "vaultName", value: "kv-shop" },
            { name: "secretNames", value: "database,mail-token" },
            { name: "connectionName", value: "production" },
        ]);
        assert.deepEqual([keyVault, allowAccess], [undefined, false]);
    });

    it("the template reads the listed secrets and never all of them", async () => {
        const [, steps] = await jobOf();
        assert.deepEqual(steps, [
            {
                task: "AzureKeyVault@2",
                displayName: "Read the listed secrets",
                inputs: {
                    azureSubscription: "production",
                    KeyVaultName: "kv-shop",
                    SecretsFilter: "database,mail-token",
                    RunAsPreJob: false,
                },
            },
            "${{ parameters.steps }}",
        ]);
        for (const secrets of [[], ["*"], ["database", "Database"], ["a,*"], ["$(all)"]]) {
            const given = { ...variablesArgs, secrets };
            const message = await refusal(() => new KeyVaultVariables("shop", given));
            assert.match(message, /^ {2}secrets(\[\d\])?: got /m);
        }
    });

    it("the template runs on the agents of the given pool only, after the checks of the group and of the environment, where one is given", async () => {
        const [plain] = await jobOf();
        assert.equal(plain.job, "${{ parameters.job }}");
        assert.deepEqual(plain.pool, { name: "shop-production" });
        assert.deepEqual(plain.variables, [{ group: "shop-production" }]);
        const [deployment, steps] = await jobOf({ environment: "production" });
        assert.equal(deployment.deployment, "${{ parameters.job }}");
        assert.equal(deployment.environment, "production");
        assert.deepEqual(deployment.pool, plain.pool);
        assert.deepEqual(deployment.variables, plain.variables);
        assert.equal(steps.length, 2);
    });

    it("a group that uses the variables does not administer them", async () => {
        const { recording } = await build();
        const given = recording
            .all("VariableGroupPermissions")
            .map(({ inputs }) => [inputs.principal, inputs.permissions]);
        assert.deepEqual(given, [
            [platform.descriptor, { View: "Allow", Use: "Allow", Administer: "Allow" }],
            [
                developers.descriptor,
                { View: "Allow", Use: "Allow", Administer: "Deny", Create: "Deny", Owner: "Deny" },
            ],
        ]);
    });

    it("lets no name become an expression, a variable or the end of a text", async () => {
        for (const name of ["$(x)", "${{ x }}", 'a"b', "a\nb", "a\\", " a", ""]) {
            const message = await refusal(
                () =>
                    new KeyVaultVariables("shop", {
                        ...variablesArgs,
                        projectId: "Shop",
                        groupName: name,
                        vaultName: name,
                        connection: name,
                        pool: name,
                        environment: name,
                    }),
            );
            const paths = [...message.matchAll(/^ {2}(\w+): got /gm)].map(([, path]) => path);
            assert.deepEqual(paths, [
                "groupName",
                "vaultName",
                "connection",
                "pool",
                "environment",
                "projectId",
            ]);
        }
    });
});
