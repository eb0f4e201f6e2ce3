import type { ResourceType } from "../../resourceType";
import { accountPasswordPolicy, serviceLinkedRole } from "./account";
import { openIdConnectProvider } from "./openIdConnectProvider";
import { policy } from "./policy";
import { role } from "./role";
import { instanceProfile, rolePolicy, rolePolicyAttachment } from "./rolePolicies";

/** Emulated types of this folder. */
export const iamTypes: readonly ResourceType[] = [
    accountPasswordPolicy,
    serviceLinkedRole,
    openIdConnectProvider,
    policy,
    role,
    instanceProfile,
    rolePolicy,
    rolePolicyAttachment,
];
