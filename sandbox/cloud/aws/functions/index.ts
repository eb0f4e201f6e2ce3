import type { CloudFunction } from "../../resourceType";
import type { Fields } from "../../shape";
import { accountFunctions } from "./account";
import { imageFunctions } from "./images";
import { lookUpFunctions } from "./lookUps";
import { policyDocument } from "./policyDocument";

/** AWS functions that are emulated. */
export const awsFunctions = new Map<string, { args: Fields; run: CloudFunction }>([
    ...accountFunctions,
    ...imageFunctions,
    ...lookUpFunctions,
    ["aws:iam/getPolicyDocument:getPolicyDocument", policyDocument],
]);
