import { required, defaulting, type Fields } from "../shape";
import type { Write } from "../resourceType";
import { str, texts, type Values } from "../values";
import { devOpsType, type DevOpsType, type Taken } from "./devOpsType";
import { filled, projectId, upTo } from "./fields";
import { protectedClaim } from "./protectedResources";

export const description = defaulting(upTo(1024), "Managed by Terraform");

/** What one kind of service connection adds to what all have. */
export interface EndpointRules extends Pick<
    DevOpsType,
    "check" | "complete" | "silent" | "replacedBy" | "beforeCreate" | "beforeUpdate" | "needs"
> {
    /** How it authenticates: shown as `authorization.scheme`. */
    readonly scheme: (inputs: Values) => string;
    outputs?: NonNullable<DevOpsType["outputs"]>;
}

/** A service connection of the kinds whose name is `serviceEndpointName`. */
export function endpoint(name: string, fields: Fields, rules: EndpointRules) {
    const { scheme, outputs, ...rest } = rules;
    return devOpsType(name, {
        ...rest,
        ...endpointParts("serviceEndpointName"),
        inputs: { ...fields, description, projectId, serviceEndpointName: required(filled) },
        outputs: (shaping) => ({
            authorization: { scheme: scheme(shaping.inputs) },
            ...outputs?.(shaping),
        }),
    });
}

/** What all service connections have in common, whatever their name is called. */
export function endpointParts(nameProperty: string) {
    const nameOf = (write: Pick<Write, "inputs" | "scope">, project: string) =>
        `${protectedClaim(write.scope.owner, "endpoint of", project)}/${str(write.inputs, nameProperty)}`;
    return {
        id: "guid",
        unique: (write: Write): Taken => {
            const name = str(write.inputs, nameProperty);
            return {
                claim: nameOf(write, str(write.inputs, "projectId")),
                refusal: `DuplicateServiceConnectionException: Service connection with name ${name} already exists. Only a user having Administrator/User role permissions on service connection ${name} can see it.`,
            };
        },
        claims: (write: Write) => [
            protectedClaim(write.scope.owner, "endpoint", write.id),
            ...texts(write.inputs, "sharedProjectIds").map((id) => nameOf(write, id)),
        ],
        deletion: ({ scope, store, id }: Write) => ({
            remove: store.under(protectedClaim(scope.owner, "endpoint", id)),
        }),
    } as const;
}
