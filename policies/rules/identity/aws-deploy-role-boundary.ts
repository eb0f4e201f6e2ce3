import { allowed, conclude, denied, undecidable } from "../../../model/finding";
import { read } from "../../../model/known";
import { issuerFits, oidcFacts } from "../../../model/oidcFacts";
import { awsRoleTypes } from "../../../model/views/awsRole";
import { trustsOf, type Trust } from "../../../model/views/trust";
import { defineRule } from "../../lib/defineRule";

export const awsDeployRoleBoundary = defineRule({
    id: "aws-deploy-role-boundary",
    code: "C09",
    title: "A role that pipelines take has a permissions boundary",
    attack: "A pipeline's role grows: somebody attaches one more policy, by hand or by a change nobody reads, and the pipeline administers the account. A boundary is the line no policy crosses, whoever attaches it.",
    blindSpot:
        "Does not read the boundary: one that allows everything passes. Leaves out roles that pods of a Kubernetes cluster take, a runner's pod among them.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "high",
    remediation: {
        change: "give the role a permissionsBoundary that allows what deployments need (AwsFederatedRole makes one)",
        code: 'new Role("deploy", { assumeRolePolicy, permissionsBoundary: boundary.arn });',
    },
    controls: ["owasp:cicd-sec-5", "mcsb:PA-7"],
    tags: ["aws", "identity", "access"],
    types: awsRoleTypes,
    settings: {},
    examples: {
        denied: 'new Role("deploy", { assumeRolePolicy: trustInGitHub });',
        allowed:
            'new Role("deploy", { assumeRolePolicy: trustInGitHub, permissionsBoundary: boundary.arn });',
    },
    judge(resource) {
        const path = "permissionsBoundary";
        const boundary = read(resource.props, path);
        if (boundary.state === "known" && boundary.value !== "") return allowed;
        const { trusts, unknown } = trustsOf(resource);
        if (trusts.every(isOfCluster)) return conclude([], unknown);
        if (boundary.state === "unknown") return undecidable([path]);
        if (trusts.every((one) => isOfCluster(one) || one.issuer.state !== "known")) {
            return undecidable(trusts.map(({ issuerPath }) => issuerPath));
        }
        return denied({ property: path, seen: boundary, wanted: "the ARN of a policy" });
    },
});

/** Every issuer is taken for one of pipelines but those that are known to be clusters. */
function isOfCluster({ issuer }: Trust): boolean {
    return (
        issuer.state === "known" &&
        issuerFits(issuer.value.replace(/\/$/, ""), oidcFacts.clusterIssuers)
    );
}
