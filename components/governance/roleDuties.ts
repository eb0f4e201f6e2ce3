/**
 * What there is to do.
 *
 * source: GitHub Docs, "Repository roles for an organization", "About pull request reviews" (approvals
 * count when they come from somebody with write access), "About code owners" (owners need write
 * access); Microsoft Learn, "Approvals and checks"; NCSC, "Secure the build and deployment pipeline".
 * What has to be separate is Gatehouse's own choice.
 * date: 2026-11-21
 */

export const duties = {
    write: "pushes to branches; on GitHub that comes with every approval that counts for a merge",
    approveChange: "approves changes of production code, never the own ones",
    guard: "owns pipelines, policies and CODEOWNERS: decides what a pipeline runs",
    operate: "changes the estate itself, by pull request",
    approveRelease: "approves deployments to production",
    watch: "reads logs and alerts, and asks questions",
    repair: "changes production directly, in an emergency",
} as const;

/** One of the duties. */
export type Duty = keyof typeof duties;

/** Two duties that no role and no person has both of, and why. */
export const separateDuties: readonly { one: Duty; other: Duty; reason: string }[] = [
    {
        one: "write",
        other: "approveRelease",
        reason: "GitHub asks for one approval of a deployment: it is a second person's only when it comes from somebody who cannot push.",
    },
    {
        one: "guard",
        other: "approveRelease",
        reason: "Whoever decides what a pipeline runs decides what is released.",
    },
    {
        one: "operate",
        other: "approveRelease",
        reason: "Whoever changes the estate changes who has to approve.",
    },
    {
        one: "operate",
        other: "watch",
        reason: "Whoever runs the platform is the one to be noticed.",
    },
    ...(["write", "approveChange", "guard", "operate", "approveRelease", "watch"] as const).map(
        (other) => ({
            one: "repair" as const,
            other,
            reason: "An account for emergencies is nobody's daily account: its use alone is news.",
        }),
    ),
];
