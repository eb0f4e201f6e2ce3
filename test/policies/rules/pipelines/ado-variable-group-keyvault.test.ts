import { UNKNOWN, type PropertyTree, type PropertyValue } from "../../../../model/known";
import { adoVariableGroupKeyvault } from "../../../../policies/rules/pipelines/ado-variable-group-keyvault";
import { describeRule, type Judged } from "../../../support/describeRule";
import { devOpsToken } from "../../../support/devOpsCases";

function group(variables: PropertyValue, more: PropertyTree = {}): Judged {
    const props: PropertyTree = { projectId: "shop", name: "shop", variables, ...more };
    return { type: devOpsToken("VariableGroup"), props };
}

function variable(props: PropertyTree): Judged {
    const shop = { projectId: "shop", variableGroupId: "4", name: "database-password" };
    return { type: devOpsToken("VariableGroupVariable"), props: { ...shop, ...props } };
}

const plain = { name: "region", value: "uksouth", isSecret: false };

describeRule(adoVariableGroupKeyvault, {
    denied: [
        {
            name: "a secret among variables",
            ...group([plain, { name: "password", secretValue: "hush", isSecret: true }]),
            findings: ["variables[1].secretValue"],
        },
        {
            name: "a secret that is not known yet",
            ...group([{ name: "password", secretValue: UNKNOWN }]),
            findings: ["variables[0].secretValue"],
        },
        {
            name: "a secret that was marked and left out",
            ...group([{ name: "password", isSecret: true }]),
            findings: ["variables[0].secretValue"],
        },
        {
            name: "a secret beside its group",
            ...variable({ secretValue: "hush" }),
            findings: ["secretValue"],
        },
    ],
    allowed: [
        { name: "names only", ...group([plain, { ...plain, secretValue: "" }]) },
        {
            name: "secrets of a vault",
            ...group([{ name: "password", isSecret: true }], {
                keyVault: { name: "kv-shop", serviceEndpointId: "1" },
            }),
        },
        { name: "a plain value beside its group", ...variable({ value: "uksouth" }) },
    ],
    undecidable: [
        { name: "variables that are not known yet", ...group(UNKNOWN) },
        { name: "a variable that is not known yet", ...group([plain, UNKNOWN]) },
        { name: "a mark that is not known yet", ...group([{ ...plain, isSecret: UNKNOWN }]) },
    ],
    tokens: ["azuredevops:index:VariableGroup"],
});
