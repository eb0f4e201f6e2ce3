import type { Pack, Program, Run, Values } from "../support/case";
import { Group, Thing } from "../support/things";
import { nothing, story } from "../support/story";

const policies = `[
    { name: "size-limit", description: "d", enforcementLevel: "mandatory",
      configSchema: { properties: { most: { type: "integer", default: 10 } } },
      validateResource: (args, report) => {
          const { most } = args.getConfig();
          if (args.props.size > most) report("size " + args.props.size + " is over " + most);
      } },
    { name: "has-owner", description: "d", enforcementLevel: "advisory",
      validateResource: (args, report) => {
          if (args.type === "test:index:Thing" && !args.props.owner) report("no owner");
      } },
    { name: "closed", description: "d", enforcementLevel: "disabled",
      remediateResource: (args) => args.props.open ? { ...args.props, open: false } : undefined,
      validateResource: (args, report) => { if (args.props.open) report("open"); } },
    { name: "few", description: "d", enforcementLevel: "mandatory",
      validateStack: (args, report) => {
          const things = args.resources.filter((r) => r.type === "test:index:Thing");
          if (things.length > 2) report("more than two things", things.map((r) => r.urn).sort()[2]);
      } },
]`;

const rules = (config?: Values): Pack => ({
    name: "rules",
    policies,
    ...(config === undefined ? {} : { config }),
});

const judged = (
    program: Program,
    expect: Run["expect"] & object,
    packs: readonly Pack[] = [rules()],
): Run => ({ program, packs, expect });

const owned =
    (inputs: Values, opts: object = {}): Program =>
    () => {
        new Thing("a", { owner: "x", ...inputs }, opts);
    };

/** Policy packs: what they stop, what they mend and what they only say. */
export const policyCases = [
    story(
        "stops before a resource is made that a mandatory policy refuses",
        judged(owned({ size: 11 }), {
            findings: ["mandatory size-limit a: size 11 is over 10"],
            calls: [],
            world: {},
        }),
    ),
    story(
        "stops before an update",
        { program: owned({ size: 1 }) },
        judged(owned({ size: 11 }), {
            findings: ["mandatory size-limit a: size 11 is over 10"],
            calls: [],
            world: { "a-1": { owner: "x", size: 1 } },
        }),
    ),
    story(
        "judges what does not change too",
        { program: owned({ size: 11 }) },
        judged(owned({ size: 11 }), {
            findings: ["mandatory size-limit a: size 11 is over 10"],
            calls: [],
        }),
    ),
    story(
        "keeps what was made before the refused one",
        judged(
            () => {
                const a = new Thing("a", { owner: "x", size: 1 });
                new Thing("b", { owner: "x", size: 11, ref: a.arn });
            },
            {
                findings: ["mandatory size-limit b: size 11 is over 10"],
                calls: ["create a"],
                world: { "a-1": { owner: "x", size: 1 } },
            },
        ),
    ),
    story(
        "lets an advisory finding pass",
        judged(
            () => {
                new Thing("a", { size: 1 });
            },
            { findings: ["advisory has-owner a: no owner"], steps: "create a" },
        ),
    ),
    story("shows every finding in a preview", {
        kind: "preview",
        program: () => {
            new Thing("a", { size: 11 });
            new Thing("b", { size: 12 });
        },
        packs: [rules()],
        expect: {
            findings: [
                "advisory has-owner a: no owner",
                "advisory has-owner b: no owner",
                "mandatory size-limit a: size 11 is over 10",
                "mandatory size-limit b: size 12 is over 10",
            ],
        },
    }),
    story(
        "leaves out what is disabled",
        judged(owned({ open: true }), {
            findings: [],
            world: { "a-1": { owner: "x", open: true } },
        }),
    ),
    story(
        "lets a remediation mend the inputs, and the next run finds them the same",
        judged(
            owned({ open: true }),
            {
                world: { "a-1": { owner: "x", open: false } },
                state: { a: { inputs: { open: false, owner: "x" } } },
            },
            [rules({ closed: "remediate" })],
        ),
        judged(owned({ open: true }), { steps: "same a", calls: [] }, [
            rules({ closed: "remediate" }),
        ]),
    ),
    story(
        "validates instead of mending when the level says so",
        judged(owned({ open: true }), { findings: ["advisory closed a: open"] }, [
            rules({ closed: "advisory" }),
        ]),
    ),
    story(
        "takes a level from configuration",
        judged(
            () => {
                new Thing("a", { size: 1 });
            },
            { findings: ["mandatory has-owner a: no owner"], calls: [] },
            [rules({ "has-owner": "mandatory" })],
        ),
    ),
    story(
        "takes a value from configuration, with the policy's own level",
        judged(owned({ size: 11 }), { findings: [], steps: "create a" }, [
            rules({ "size-limit": { most: 20 } }),
        ]),
        judged(owned({ size: 21 }), { findings: ["mandatory size-limit a: size 21 is over 20"] }, [
            rules({ "size-limit": { most: 20 } }),
        ]),
    ),
    story(
        "takes level and value together",
        judged(owned({ size: 6 }), { findings: ["advisory size-limit a: size 6 is over 5"] }, [
            rules({ "size-limit": { enforcementLevel: "advisory", most: 5 } }),
        ]),
    ),
    story("disables a policy by configuration", {
        ...judged(owned({ size: 11 }), { findings: [], steps: "create a" }, [
            rules({ "size-limit": "disabled" }),
        ]),
    }),
    story(
        "judges the whole stack at the end of an up, after everything is made",
        judged(
            () => {
                const a = new Thing("a", { owner: "x" });
                const b = new Thing("b", { owner: "x" }, { dependsOn: a });
                new Thing("c", { owner: "x" }, { dependsOn: b });
            },
            {
                findings: ["mandatory few c: more than two things"],
                calls: ["create a", "create b", "create c"],
                state: { c: { id: "c-1" } },
            },
        ),
    ),
    story("does not decide about a value that is unknown in a preview", {
        kind: "preview",
        program: () => {
            const a = new Thing("a", { owner: "x" });
            new Thing("b", { owner: "x", size: a.arn });
        },
        packs: [rules()],
        expect: { steps: "create a, create b" },
    }),
    story(
        "asks several packs",
        judged(
            () => {
                new Thing("a", { size: 11 });
            },
            {
                findings: [
                    "advisory has-owner a: no owner",
                    "advisory no-things a: a thing",
                    "mandatory size-limit a: size 11 is over 10",
                ],
            },
            [
                rules(),
                {
                    name: "more",
                    policies: `[{ name: "no-things", description: "d", enforcementLevel: "advisory",
                        validateResource: (args, report) => {
                            if (args.type === "test:index:Thing") report("a thing");
                        } }]`,
                },
            ],
        ),
    ),
    story(
        "shows components to the pack, and parents by their URN",
        judged(
            () => {
                new Thing("a", {}, { parent: new Group("g") });
            },
            {
                findings: [
                    "advisory parents a: below urn:pulumi:dev::proj::test:index:Group::g",
                    "advisory parents g: below urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev",
                ],
            },
            [
                {
                    name: "parents",
                    policies: `[{ name: "parents", description: "d", enforcementLevel: "advisory",
                        validateResource: (args, report) => {
                            if (args.opts.parent && args.type.startsWith("test:")) report("below " + args.opts.parent);
                        } }]`,
                },
            ],
        ),
    ),
    story(
        "asks nobody about what is deleted",
        { program: owned({ size: 11 }) },
        {
            ...judged(nothing, { findings: [], steps: "delete a" }),
        },
    ),
];
