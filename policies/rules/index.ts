import type { Rule } from "../lib/defineRule";
import { roleAssignmentNoPrivilegedRole } from "./access/role-assignment-no-privileged-role";
import { kvFirewallDefaultDeny } from "./vault/kv-firewall-default-deny";
import { kvNoPublicNetwork } from "./vault/kv-no-public-network";
import { kvPurgeProtection } from "./vault/kv-purge-protection";
import { kvRbacOnly } from "./vault/kv-rbac-only";

/** Every rule of the pack, sorted by id. A rule that is not here does not run; a test compares it to the files. */
export const rules: readonly Rule[] = [
    kvFirewallDefaultDeny,
    kvNoPublicNetwork,
    kvPurgeProtection,
    kvRbacOnly,
    roleAssignmentNoPrivilegedRole,
];
