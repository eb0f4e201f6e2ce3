import { version } from "../package.json";

/** The package in Pulumi's own description. Programs have their classes from the package `gatehouse-hosts`. */
export function schema(): object {
    return { name: "gatehouse-hosts", version };
}
