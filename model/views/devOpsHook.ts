import { isTree, map, read, readFlag, readText, withDefault, type Known } from "../known";
import type { Resource } from "../resource";

export const serviceHookType = "azuredevops:index:ServicehookWebhookTfs";

/** Where a service hook sends what happens, and how. */
export interface ServiceHook {
    readonly url: Known<string>;
    /** Whether it talks to whoever answers, whatever their certificate. */
    readonly acceptsAnyCertificate: Known<boolean>;
    /** Names of the headers it sends. */
    readonly headers: Known<readonly string[]>;
}

export function serviceHook({ props }: Resource): ServiceHook {
    return {
        url: readText(props, "url"),
        acceptsAnyCertificate: withDefault(readFlag(props, "acceptUntrustedCerts"), false),
        headers: map(withDefault(read(props, "httpHeaders"), {}), (headers) =>
            isTree(headers) ? Object.keys(headers) : [],
        ),
    };
}
