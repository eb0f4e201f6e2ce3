import { UNKNOWN, type PropertyTree } from "../../model/known";
import { judged, type StackResource } from "./describeStackRule";
import { environmentWith } from "./environmentCases";
import { credentialType, roleType, soundCredential } from "./identityCases";

/** The component that declares whom its credentials trust. */
export const component = "gatehouse:index:AzureFederatedIdentity";

/** A sound environment called "gate", some properties changed. */
export function environment(changed: Parameters<typeof environmentWith>[0] = {}): StackResource {
    return { name: "gate", ...environmentWith(changed) };
}

/** The credential judged, as azure-native shows it after the fact: without the identity's name. */
export function credential(
    changed: PropertyTree = {},
    more: Partial<StackResource> = {},
): StackResource {
    const { issuer, subject, audiences } = soundCredential;
    return {
        name: judged,
        type: credentialType,
        props: { issuer, subject, audiences, ...changed },
        ...more,
    };
}

/** The role judged. */
export function role(props: PropertyTree, more: Partial<StackResource> = {}): StackResource {
    return { name: judged, type: roleType, props, ...more };
}

/** A component that declares trust, and its credential, whose subject is not known yet. */
export function declared(repository: string, name: string): StackResource[] {
    return [
        { name: "identity", type: component, props: { repository, environment: name } },
        credential({ subject: UNKNOWN }, { parent: "identity" }),
    ];
}
