/** `urn:pulumi:STACK::PROJECT::PARENT_TYPES$TYPE::NAME`. */

export const stackType = "pulumi:pulumi:Stack";

function qualifiedType(urn: string): string {
    return urn.split("::")[2] ?? "";
}

export function typeOf(urn: string): string {
    const qualified = qualifiedType(urn);
    return qualified.slice(qualified.lastIndexOf("$") + 1);
}

export function nameOf(urn: string): string {
    return urn.split("::").slice(3).join("::");
}

/** The URN of a resource; the stack's own type is left out of the chain of parents. */
export function makeUrn(
    stack: string,
    project: string,
    parent: string,
    type: string,
    name: string,
): string {
    const parentType = parent === "" ? "" : qualifiedType(parent);
    const chain = parentType === "" || parentType === stackType ? type : `${parentType}$${type}`;
    return `urn:pulumi:${stack}::${project}::${chain}::${name}`;
}

/** A provider reference: "URN::ID". */
export function parseReference(reference: string): { urn: string; id: string } {
    const end = reference.lastIndexOf("::");
    return { urn: reference.slice(0, end), id: reference.slice(end + 2) };
}

/** "azure-native:keyvault:Vault" -> "azure-native"; "pulumi:providers:github" -> "github". */
export function packageOf(type: string): string {
    const [first = "", second, third = ""] = type.split(":");
    return first === "pulumi" && second === "providers" ? third : first;
}

export function isProvider(type: string): boolean {
    return type.startsWith("pulumi:providers:");
}
