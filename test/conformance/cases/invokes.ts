import * as pulumi from "@pulumi/pulumi";
import { Provider, Thing } from "../support/things";
import { preview, story, up } from "../support/story";

const look = "test:index:look";

/** Functions of providers, and configuration that the program reads. */
export const invokes = [
    story(
        "gives back what a function of the provider says",
        up(
            () => {
                const said = pulumi.runtime.invoke(look, { x: 1, none: undefined });
                return { said };
            },
            { outputs: { said: { said: look, x: 1 } } },
        ),
    ),
    story(
        "uses what a function said in a resource",
        up(
            async () => {
                const { x } = (await pulumi.runtime.invoke(look, { x: 5 })) as { x: number };
                new Thing("a", { size: x });
            },
            { world: { "a-1": { size: 5 } } },
        ),
    ),
    story(
        "calls a function that takes outputs after the resource is there",
        up(
            () => {
                const a = new Thing("a");
                const said = pulumi.runtime.invokeOutput(look, { arn: a.arn });
                new Thing("b", { said });
            },
            {
                world: { "a-1": {}, "b-1": { said: { said: look, arn: "arn:a-1" } } },
                state: { b: { dependencies: ["a"] } },
            },
        ),
    ),
    story(
        "does not call a function in a preview whose arguments are unknown",
        preview(
            () => {
                const a = new Thing("a");
                const said = pulumi.runtime.invokeOutput(look, { arn: a.arn, fail: true });
                new Thing("b", { said });
            },
            { steps: "create a, create b" },
        ),
    ),
    story(
        "keeps secret what a function says about a secret",
        up(
            () => ({
                said: pulumi.runtime.invokeOutput(look, { x: pulumi.secret("s") }),
            }),
            { outputs: { said: "[secret]" } },
        ),
    ),
    story(
        "hands a function's failure to the program",
        up(
            async () => {
                try {
                    await pulumi.runtime.invoke(look, { fail: true });
                } catch {
                    return { failed: true };
                }
                return { failed: false };
            },
            { outputs: { failed: true } },
        ),
    ),
    story(
        "hands the refusal of a function's arguments to the program",
        up(
            async () => {
                const words = await pulumi.runtime.invoke(look, { bad: 1 }).then(
                    () => "",
                    (error: unknown) => String(error),
                );
                return { words: words.includes("is not known") };
            },
            { outputs: { words: true } },
        ),
    ),
    story(
        "calls a function by an explicit provider",
        up(
            () => {
                const provider = new Provider("p");
                return { said: pulumi.runtime.invoke(look, { x: 1 }, { provider }) };
            },
            {
                steps: "create p",
                outputs: { said: { said: look, x: 1 } },
                state: { default: null },
            },
        ),
    ),
    story("reads configuration, plain and structured", {
        program: () => {
            const config = new pulumi.Config();
            new Thing("a", {
                size: config.requireNumber("size"),
                on: config.requireBoolean("on"),
                missing: config.get("missing"),
            });
            return { stack: pulumi.getStack(), project: pulumi.getProject() };
        },
        config: { "proj:size": "3", "proj:on": "true" },
        expect: {
            world: { "a-1": { size: 3, on: true } },
            outputs: { stack: "dev", project: "proj" },
        },
    }),
    story(
        "says which configuration is missing",
        up(
            () => {
                new pulumi.Config().require("size");
            },
            { errors: [/Missing required configuration variable 'proj:size'/] },
        ),
    ),
];
