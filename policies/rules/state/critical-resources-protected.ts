import { irreplaceable } from "../../../model/data/irreplaceable";
import { allowed, conclude, denied, undecidable } from "../../../model/finding";
import { is, known, readFlag } from "../../../model/known";
import { defineRule } from "../../lib/defineRule";
import { isThrowaway, throwawaySettings } from "../../lib/production";
import { texts } from "../../lib/settings";

export const criticalResourcesProtected = defineRule({
    id: "critical-resources-protected",
    code: "M03",
    title: "What cannot be had back is protected from deletion by Pulumi",
    attack: "One merged line, a renamed resource or a `pulumi destroy` in the wrong terminal deletes the vault, the state or the audit log. Whoever wants to hide what he did, or to do harm, needs no more than one change that looks like tidying up.",
    blindSpot:
        "Judges the types that hold what no deployment brings back, and no stack whose name says it may be torn down. Whoever may change the program may also take the protection away: that is a change somebody reviews.",
    severity: "high",
    enforcement: "mandatory",
    confidence: "medium",
    remediation: {
        change: "give the resource the option protect (components of gatehouse: leave allowDestroy out)",
        code: "{ protect: true }",
    },
    controls: ["ncsc:6", "owasp:cicd-sec-1", "mcsb:BR-2", "mcsb:AM-3"],
    tags: ["azure", "aws", "availability"],
    types: Object.keys(irreplaceable).sort(),
    settings: {
        ...throwawaySettings,
        except: texts("Types that need no protection, as in this page's list.", []),
    },
    examples: {
        denied: 'new Vault("secrets", { vaultName: "kv-acme", ... });',
        allowed: 'new Vault("secrets", { vaultName: "kv-acme", ... }, { protect: true });',
    },
    judge(resource, context) {
        const { type, urn, options, props } = resource;
        const { except } = context.config;
        if (options.protect || except.includes(type) || isThrowaway(urn, context)) return allowed;
        const finding = {
            id: "protect",
            property: "(resource)",
            seen: known("not protected"),
            wanted: `protect: with it goes ${irreplaceable[type] ?? "what it holds"}`,
        };
        if (type !== "github:index:Repository") return denied(finding);
        // GitHub keeps an archived repository, and all that is in it.
        const archived = readFlag(props, "archiveOnDestroy");
        if (archived.state === "unknown") return undecidable(["archiveOnDestroy"]);
        return conclude(is(archived, true) ? [] : [finding]);
    },
});
