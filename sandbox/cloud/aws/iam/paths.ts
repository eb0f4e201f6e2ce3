import type { Failure } from "../../check";
import { isUnknown, str, type Values } from "../../values";

/** Path of an IAM thing: "/", or parts between slashes. */
export function checkPath(inputs: Values): Failure[] {
    const path = str(inputs, "path");
    return path === "" || isUnknown(path) || /^\/([\x21-\x7e]{1,510}\/)?$/.test(path)
        ? []
        : [{ property: "path", reason: `${JSON.stringify(path)} must begin and end with a slash` }];
}
