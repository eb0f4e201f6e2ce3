import type { Write } from "../resourceType";
import { fixed, flag, object, oneOf, required, text } from "../shape";
import { num, str, text as joined, UNKNOWN } from "../values";
import { planHas, planRefusal, visibilityOf } from "./plan";
import { repositoryClaim, repositoryIdOf, restType } from "./rest";

export const repositoryPages = restType({
    token: "github:index/repositoryPages:RepositoryPages",
    inputs: {
        buildType: oneOf("legacy", "workflow"),
        cname: text,
        httpsEnforced: flag,
        public: flag,
        repository: required(fixed(text)),
        source: object({ branch: required(text), path: text }),
    },
    defaults: { buildType: "legacy" },
    check: (inputs) => {
        const failures = [];
        if (inputs.buildType === "workflow" && inputs.source !== undefined) {
            failures.push({ property: "source", reason: 'is for buildType "legacy" only' });
        }
        if (inputs.httpsEnforced === true && inputs.cname === undefined) {
            failures.push({ property: "cname", reason: "missing, httpsEnforced needs it" });
        }
        return failures;
    },
    id: (inputs, { owner }, { store }) => {
        const found = store.holder(repositoryClaim(owner, str(inputs, "repository")));
        const number = num(found?.outputs, "repoId");
        return number === undefined ? UNKNOWN : String(number);
    },
    outputs: (shaping) => {
        const { inputs, scope } = shaping;
        const name = str(inputs, "repository");
        return {
            repositoryId: UNKNOWN,
            ...repositoryIdOf(shaping),
            apiUrl: joined`https://api.github.com/repos/${scope.owner}/${name}/pages`,
            htmlUrl: joined`https://${scope.owner}.github.io/${name}/`,
            buildStatus: "built",
            custom404: false,
        };
    },
    beforeCreate: refuseByPlan,
    beforeUpdate: refuseByPlan,
});

function refuseByPlan(write: Write): void {
    const { scope, inputs } = write;
    const repository = str(inputs, "repository");
    const visibility = visibilityOf(write, repository);
    if (!planHas(scope, "pages", visibility)) {
        const message = "Your current plan does not support GitHub Pages for this repository.";
        const request = `POST /repos/${scope.owner}/${repository}/pages`;
        throw planRefusal("pages", visibility, 422, request, message);
    }
}
