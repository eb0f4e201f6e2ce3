/** The same shapes as they come out: everything known. */
export * from "./branchPolicies";
export * from "./buildDefinition";
export * from "./endpoints";
export * from "./events";
export * from "./gitEvents";
export * from "./resources";
export * from "./workItemEvents";
export * from "./functions";
