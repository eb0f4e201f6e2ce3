import { refer, type Reference } from "../references";
import { nameOf, type NameRule } from "../naming";
import { roleToken } from "./tokens";

/** Names of IAM: so many letters, digits and + = , . @ - _. */
export function iamName(max: number, prefix = "namePrefix"): NameRule {
    const form = new RegExp(`^[\\w+=,.@-]{1,${max}}$`);
    return nameOf(form, `1 to ${max} letters, digits and + = , . @ - _`, { prefix });
}

/** The role a name or an ARN stands for. */
export function roleReference(property: string, more: Partial<Reference> = {}): Reference {
    const says = "The role with name % cannot be found.";
    return refer([property], roleToken, "NoSuchEntity", says, {
        http: 404,
        name: lastPart,
        ...more,
    });
}

/** The ARN of a role some service is to act as. */
export function serviceRole(
    at: Reference["at"],
    code = "InvalidParameterValueException",
): Reference {
    return refer(
        at,
        roleToken,
        code,
        "The role defined by % cannot be assumed: it does not exist.",
    );
}

function lastPart(name: string): string {
    return name.startsWith("arn:") ? (name.split("/").pop() ?? "") : name;
}
