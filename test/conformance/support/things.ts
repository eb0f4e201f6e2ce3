import * as pulumi from "@pulumi/pulumi";
import type { Values } from "./case";

/** A resource of the suite's provider; see provider.ts for what its inputs do. */
export class Thing extends pulumi.CustomResource {
    declare readonly arn: pulumi.Output<string>;
    declare readonly key: pulumi.Output<string>;
    declare readonly size: pulumi.Output<number>;

    constructor(
        name: string,
        inputs: Values = {},
        opts: pulumi.CustomResourceOptions = {},
        type = "test:index:Thing",
    ) {
        super(type, name, { ...inputs, arn: undefined, key: undefined, size: inputs.size }, opts);
    }
}

/** A component with nothing but a name. */
export class Group extends pulumi.ComponentResource {
    constructor(
        name: string,
        opts: pulumi.ComponentResourceOptions = {},
        type = "test:index:Group",
    ) {
        super(type, name, {}, opts);
        this.registerOutputs({ label: `group ${name}` });
    }
}

/** An explicit provider: `region` forces a replacement of what it made, everything else does not. */
export class Provider extends pulumi.ProviderResource {
    constructor(name: string, inputs: pulumi.Inputs = {}, opts: pulumi.ResourceOptions = {}) {
        super("test", name, inputs, opts);
    }
}
