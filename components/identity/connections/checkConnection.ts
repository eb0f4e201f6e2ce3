import type * as pulumi from "@pulumi/pulumi";

import { judgedChecks } from "../../shared/protection/checkDevOpsChecks";
import { judgedAccess, type DevOpsAccess } from "../../shared/protection/checkPrincipals";
import type { DevOpsChecks } from "../../shared/protection/devOpsChecksArgs";
import { shaped } from "../../shared/shapes";
import { judged, refuse, text, type Problem } from "../../shared/validate";
import type { NamedConnection } from "../subjects/azureDevOpsSubject";

/** What service connections to all clouds have in common. */
export interface ConnectionArgs extends NamedConnection, Partial<DevOpsAccess> {
    projectId: pulumi.Input<string>;
    description?: string;
    checks: DevOpsChecks;
}

/** The same, judged. */
export interface CheckedConnection extends DevOpsAccess {
    projectId: pulumi.Input<string>;
    checks: DevOpsChecks;
}

/**
 * Refuses bad arguments together with the problems found before, all at once; what is not known yet is
 * refused when it becomes known.
 *
 * @throws pulumi.ResourceError
 */
export function checkConnection(
    owner: pulumi.Resource,
    what: string,
    args: ConnectionArgs,
    problems: Problem[],
): CheckedConnection {
    problems.push(
        ...text("description", args.description ?? "", /^[^]{0,1024}$/, "at most 1024 characters"),
    );
    const judgeProject = (id: string): Problem[] => shaped("projectId", id, "guid");
    const projectId = judged(owner, what, args.projectId, judgeProject, problems);
    const checks = judgedChecks(owner, what, args.checks, problems);
    const access = judgedAccess(owner, what, args, problems);
    refuse(owner, what, problems);
    return { projectId, checks, ...access };
}
