/** What a template is made for. */
export interface TemplateFor {
    groupName: string;
    vaultName: string;
    secrets: string[];
    connection: string;
    pool: string;
    environment?: string;
}

/** Name of the parameter with the steps that get the secrets. */
const steps = "steps";

/**
 * The text of a YAML template for Azure Pipelines: one job, on agents that reach the vault, which reads
 * the listed secrets and then does the given steps. The names were judged before: none of them can
 * hold an expression. A connection is written out because Azure Pipelines takes none from a variable.
 *
 * source: Microsoft Learn, "AzureKeyVault@2" (inputs), "Define approvals and checks" (connections by
 * variable), "Deployment jobs"
 * date: 2026-11-21
 */
export function keyVaultTemplate(given: TemplateFor): string {
    const { environment } = given;
    const body = [
        "- task: AzureKeyVault@2",
        "  displayName: Read the listed secrets",
        "  inputs:",
        `    azureSubscription: ${quoted(given.connection)}`,
        `    KeyVaultName: ${quoted(given.vaultName)}`,
        `    SecretsFilter: ${quoted(given.secrets.join(","))}`,
        "    RunAsPreJob: false",
        `- \${{ parameters.${steps} }}`,
    ];
    return [
        "# Written by Gatehouse: change it where it is made. A step gets a secret only by naming it in its env.",
        "parameters:",
        "  - name: job",
        "    type: string",
        `  - name: ${steps}`,
        "    type: stepList",
        "",
        "jobs:",
        `  - ${environment === undefined ? "job" : "deployment"}: \${{ parameters.job }}`,
        ...indented(4, [
            "pool:",
            `  name: ${quoted(given.pool)}`,
            "variables:",
            `  - group: ${quoted(given.groupName)}`,
            ...(environment === undefined
                ? ["steps:", ...indented(2, body)]
                : [
                      `environment: ${quoted(environment)}`,
                      "strategy:",
                      "  runOnce:",
                      "    deploy:",
                      "      steps:",
                      ...indented(8, body),
                  ]),
        ]),
        "",
    ].join("\n");
}

/** YAML reads JSON's texts. */
function quoted(text: string): string {
    return JSON.stringify(text);
}

function indented(by: number, lines: string[]): string[] {
    return lines.map((line) => `${" ".repeat(by)}${line}`);
}
