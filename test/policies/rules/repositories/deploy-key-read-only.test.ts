import { UNKNOWN, type PropertyTree } from "../../../../model/known";
import { deployKeyReadOnly } from "../../../../policies/rules/repositories/deploy-key-read-only";
import { describeRule, type Judged } from "../../../support/describeRule";

function key(changed: PropertyTree): Judged {
    return {
        type: "github:index/repositoryDeployKey:RepositoryDeployKey",
        props: { repository: "web", title: "mirror", key: "ssh-ed25519 AAAA", ...changed },
    };
}

describeRule(deployKeyReadOnly, {
    denied: [
        { name: "a key that writes", ...key({ readOnly: false }), findings: ["readOnly"] },
        {
            name: "any key, once the settings refuse those that read as well",
            ...key({ readOnly: true }),
            config: { allowReading: false },
            findings: ["(resource)"],
        },
    ],
    allowed: [
        { name: "a key that reads", ...key({ readOnly: true }) },
        { name: "the provider's default", ...key({}) },
    ],
    undecidable: [{ name: "a flag that is not known yet", ...key({ readOnly: UNKNOWN }) }],
    tokens: ["github:index:RepositoryDeployKey"],
});
