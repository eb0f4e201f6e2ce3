import type { ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";

import { Stack } from "../../model/resource";
import type { Resource } from "../../model/resource";
import type { Rule } from "./defineRule";
import { fromPolicyResource, fromValidationArgs } from "./plainResource";
import { answer, surprise } from "./reports";
import type { Report, Send } from "./reports";
import type { PackSession, RuleSettings } from "./session";

type Asked = ResourceValidationArgs | StackValidationArgs;

const nothing: readonly Report[] = [];

/** What the rules of one walk share: the resource or the stack, converted once. */
export class Analysis {
    private resource: Resource | undefined;
    private stack: Stack | undefined;
    private stackTags: StackValidationArgs["stackTags"] = new Map<string, string>();
    private readonly askedBy = new Set<string>();

    constructor(private readonly session: PackSession) {}

    /** Whether the walk is known to be about a resource, or about the stack. */
    get subject(): "resource" | "stack" | undefined {
        if (this.stack) return "stack";
        return this.resource && "resource";
    }

    /**
     * Everything a rule does with a subject, surprises included. `args.notApplicable` throws an error
     * that belongs to the SDK; it is not called in here, so nothing of the SDK's is caught.
     */
    run(rule: Rule, args: Asked, send: Send): void {
        this.open(rule, args);
        this.answered(rule, send, () => this.session.readSettings(rule, args.getConfig()));
    }

    /**
     * What a rule says of a subject that is open already, so that the server need not decode it once more
     * for a rule that has nothing to say. Undefined when only the server can tell: nothing is
     * open yet, or the rule's settings were not read in this run.
     */
    ask(rule: Rule): readonly Report[] | undefined {
        if (this.subject === undefined) return undefined;
        if (this.subject === "stack" && rule.scope === "resource") return nothing;
        const settings = this.session.settingsOf(rule);
        if (settings === undefined) return undefined;
        if (this.subject !== rule.scope || !this.concerns(rule)) return nothing;
        const said: Report[] = [];
        this.answered(
            rule,
            (report) => said.push(report),
            () => settings,
        );
        return said;
    }

    private answered(rule: Rule, send: Send, read: () => RuleSettings): void {
        try {
            const settings = read();
            if (this.concerns(rule)) this.judge(rule, settings, send);
        } catch (error) {
            surprise(rule, rule.scope === "resource" ? this.resource : undefined, error, send);
        }
    }

    private judge(rule: Rule, settings: RuleSettings, send: Send): void {
        const { resource, stack, stackTags, session } = this;
        const to = { rule, ...settings, stackTags, send };
        const context = {
            config: settings.configuration,
            stackTags,
            now: session.now,
            declarationOf: (urn: string | undefined) => session.declarationOf(urn),
        };
        if (rule.scope === "resource") {
            if (resource) answer(to, resource, rule.judge(resource, context));
        } else if (stack) {
            for (const { urn, verdict } of rule.judge(stack, context)) {
                answer(to, stack.get(urn) ?? nameless(urn), verdict);
            }
        }
    }

    /** Whether the resource is of the rule's types, or one in the stack. */
    private concerns({ scope, types }: Rule): boolean {
        const { resource, stack } = this;
        if (types === "any") return true;
        if (scope === "stack") return (stack?.ofType(...types).length ?? 0) > 0;
        return resource !== undefined && types.includes(resource.type);
    }

    /** Another URN, another stack, or a rule that asks again, means another analysis. */
    private open(rule: Rule, args: Asked): void {
        const again = this.askedBy.has(rule.id);
        if ("resources" in args) {
            if (this.stack === undefined || again) {
                this.begin(args);
                this.stack = new Stack(args.resources.map(fromPolicyResource));
            }
        } else if (this.resource?.urn !== args.urn || again) {
            this.begin(args);
            this.resource = fromValidationArgs(args);
            this.session.record(this.resource);
        }
        this.askedBy.add(rule.id);
    }

    private begin({ stackTags }: Asked): void {
        this.stackTags = stackTags;
        this.askedBy.clear();
    }
}

/** The subject of a judgement about something the stack does not hold. */
function nameless(urn: string) {
    const options = { protect: false, ignoreChanges: [], aliases: [], additionalSecretOutputs: [] };
    return { urn, name: urn.split("::").at(-1) ?? urn, token: "not in this stack", options };
}
