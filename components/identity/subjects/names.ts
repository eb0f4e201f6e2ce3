/**
 * Names that stand in subjects, beside those of `shared/shapes.ts`. Anchored at both ends; none can
 * hold a wildcard, a colon or a control character. Where a service escapes what it puts into a
 * subject in a way that is not documented, the character is refused.
 *
 * source: git, "git-check-ref-format" (branches and tags); Microsoft Learn, "Naming restrictions
 * and conventions" (organisations and projects); GitHub Docs, "OpenID Connect reference"
 * (`job_workflow_ref`). The names of service connections have no documented rule.
 * date: 2026-11-21
 */
export const subjectNames = {
    ref: {
        shape: /^(?!.*(\.\.|@\{|\/\/|\/\.|\.lock(\/|$)))(?![/.])[^\s\p{Cc}~^:?*[\]\\%]{1,250}(?<![/.])$/u,
        allowed:
            "a git branch or tag, without refs/heads/ or refs/tags/, in at most 250 characters",
    },
    workflow: {
        shape: /^[A-Za-z0-9-]{1,39}\/[\w.-]{1,100}\/\.github\/workflows\/[\w.-]+\.ya?ml@refs\/(heads|tags)\/(?!.*(\.\.|\/\/|\/\.))[\w][\w./-]{0,200}(?<![/.])$/,
        allowed:
            "a workflow at a branch or tag, for example acme/ci/.github/workflows/deploy.yml@refs/heads/main",
    },
    organization: {
        shape: /^(?=.{1,50}$)[A-Za-z0-9]+(-+[A-Za-z0-9]+)*$/,
        allowed: "an Azure DevOps organisation: 1 to 50 letters, digits and hyphens",
    },
    project: {
        shape: /^(?![_. ])[^\p{Cc}\\/:*?"'<>;#${},+=[\]|@&%~]{1,64}(?<![. ])$/u,
        allowed:
            "an Azure DevOps project: 1 to 64 characters without slashes, quotes, wildcards and other special characters",
    },
    connection: {
        shape: /^(?! )[^\p{Cc}\\/:*?"'<>;%]{1,256}(?<! )$/u,
        allowed:
            "a service connection: 1 to 256 characters without slashes, colons, quotes, percent signs and wildcards",
    },
    ordinal: {
        shape: /^[1-9]\d{0,15}$/,
        allowed: "a positive whole number",
    },
} as const;

/** Longest subject Azure takes; source: Microsoft Learn, "Considerations …"; date: 2026-11-21 */
export const longestSubject = 600;
