import assert from "node:assert/strict";
import { describe, it } from "mocha";

import type { JudgeContext, ResourceRule, StackRule } from "../../../policies/lib/defineRule";
import { fromValidationArgs } from "../../../policies/lib/plainResource";
import { unusedExemptionsPolicy } from "../../../policies/lib/unusedExemptions";
import type { Settings } from "../../../policies/lib/settings";
import { policyResources, validationArgs } from "../../support/policyArgs";
import type { CaseResource, Shared } from "../../support/policyArgs";
import { exemption, newSession, runRule, today, urnOf } from "../../support/ruleCases";
import { badIsDenied, sampleRule, sampleStackRule } from "../../support/sampleRules";
import { allowed } from "../../../model/finding";

const shared: Shared = {
    stackTags: new Map(),
    getConfig: (() => ({})) as Shared["getConfig"],
    notApplicable: () => assert.fail(),
};
const registered = (one: CaseResource) => fromValidationArgs(validationArgs(one, shared));
const component = (repository: string) => ({
    type: "gatehouse:index:AzureFederatedIdentity",
    name: "web",
    props: { repository },
});
const root = { type: "pulumi:pulumi:Stack", name: "gatehouse-dev", props: {} };
const thing = (bad: boolean) => ({ type: "test:index:Thing", props: { bad } });

/** Lines about unused exemptions at the end of a run. */
function unused(session: ReturnType<typeof newSession>): string[] {
    const lines: string[] = [];
    const args = { ...shared, resources: policyResources([]) };
    void unusedExemptionsPolicy(session).validateStack(args, (message) => lines.push(message));
    return lines;
}

describe("what the pack remembers of a run", () => {
    it("is the inputs of each resource by URN, the latest ones", () => {
        const session = newSession();
        const urn = urnOf(component(""));
        session.record(registered(component("acme/old")));
        session.record(registered(component("acme/web")));
        assert.deepEqual(session.declarationOf(urn)?.props, { repository: "acme/web" });
        assert.equal(session.declarationOf(undefined), undefined);
        assert.equal(session.declarationOf("urn:never-seen"), undefined);
    });

    it("starts afresh with the root resource, which every run registers first", () => {
        const session = newSession();
        session.record(registered(component("acme/web")));
        session.record(registered(root));
        assert.equal(session.declarationOf(urnOf(component(""))), undefined);
        assert.ok(session.declarationOf(urnOf(root)));
    });

    it("gives a resource rule its parent's declaration, and a stack rule the inputs behind outputs", () => {
        const parent = urnOf(component(""));
        const seen: unknown[] = [];
        const note = (urn: string | undefined, context: JudgeContext<Settings>) =>
            seen.push(context.declarationOf(urn)?.props.repository);
        const child = { ...thing(false), parent };
        const input = { resources: [child], seen: [component("acme/web")] };
        const judgeOne: ResourceRule["judge"] = (resource, context) => {
            note(resource.parent, context);
            return allowed;
        };
        const judgeAll: StackRule["judge"] = (_stack, context) => {
            note(parent, context);
            return [];
        };
        runRule({ ...sampleRule(() => allowed), judge: judgeOne }, input);
        runRule({ ...sampleStackRule(allowed), judge: judgeAll }, input);
        assert.deepEqual(seen, ["acme/web", "acme/web"]);
    });

    it("has one clock", () => {
        const seen: Date[] = [];
        const judge: ResourceRule["judge"] = (_resource, { now }) => {
            seen.push(now);
            return allowed;
        };
        runRule({ ...sampleRule(() => allowed), judge }, { resources: [thing(false)] });
        assert.deepEqual(seen, [today]);
    });
});

describe("the end of a run", () => {
    const config = { exemptions: [exemption()] };
    const rule = sampleRule(badIsDenied);

    it("names an exemption that accepted nothing", () => {
        const session = newSession();
        runRule(rule, { resources: [thing(false)], config }, session);
        assert.deepEqual(unused(session), ["unused exemption SEC-42 of rule sample-rule for one"]);
    });

    it("is silent about one that met its finding, though expired: the finding said so", () => {
        const session = newSession();
        const expired = [exemption({ approvedOn: "2026-01-01", expires: "2026-01-02" })];
        runRule(rule, { resources: [thing(true)], config: { exemptions: expired } }, session);
        assert.deepEqual(unused(session), []);
    });

    it("says what is wrong with one that is malformed and met nothing", () => {
        const session = newSession();
        const exemptions = [exemption({ resource: "zz" })];
        runRule(rule, { resources: [thing(true)], config: { exemptions } }, session);
        assert.match(unused(session)[0] ?? "", /not applied: resource must be a URN/);
    });

    it("does not carry exemptions into the next run", () => {
        const session = newSession();
        runRule(rule, { resources: [thing(false)], config }, session);
        session.record(registered(root));
        assert.deepEqual(unused(session), []);
    });
});
