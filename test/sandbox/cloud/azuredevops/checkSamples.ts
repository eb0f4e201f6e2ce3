import { ada } from "./accessSamples";
import { inProject, main, type DevOpsSample, type Ids } from "./samples";

const onEnvironment = (id: Ids) => ({
    ...inProject(id),
    targetResourceId: id("Environment"),
    targetResourceType: "environment",
});
const check = (
    name: string,
    more: (id: Ids) => Record<string, unknown>,
    update: Record<string, unknown>,
): DevOpsSample => ({
    name,
    inputs: (id) => ({ ...onEnvironment(id), ...more(id) }),
    id: "number",
    update,
    replace: { targetResourceId: "99" },
});

/** The checks before an environment. */
export const checkSamples: readonly DevOpsSample[] = [
    check("CheckApproval", () => ({ approvers: [ada] }), { timeout: 1440 }),
    check("CheckBranchControl", () => ({ allowedBranches: main, verifyBranchProtection: true }), {
        allowedBranches: "refs/heads/*",
    }),
    check(
        "CheckBusinessHours",
        () => ({ startTime: "08:00", endTime: "16:30", timeZone: "UTC", monday: true }),
        { friday: true },
    ),
    check("CheckExclusiveLock", () => ({}), { timeout: 60 }),
    check(
        "CheckRequiredTemplate",
        () => ({
            requiredTemplates: [
                { repositoryName: "Shop/templates", repositoryRef: main, templatePath: "safe.yml" },
            ],
        }),
        {
            requiredTemplates: [
                { repositoryName: "Shop/templates", repositoryRef: main, templatePath: "new.yml" },
            ],
        },
    ),
    check(
        "CheckRestApi",
        (id) => ({
            displayName: "gate",
            method: "POST",
            connectedServiceName: id("ServiceEndpointGeneric"),
            connectedServiceNameSelector: "connectedServiceName",
            completionEvent: "ApiResponse",
            retryInterval: 200,
        }),
        { method: "GET" },
    ),
];
