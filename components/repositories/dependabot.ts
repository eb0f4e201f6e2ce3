import type { GuardEcosystem } from "./guardPartArgs";

/** Where GitHub looks for the settings of Dependabot. */
export const dependabotPath = ".github/dependabot.yml";

/** How often Dependabot can look; source: GitHub Docs, "Dependabot options reference"; date: 2026-11-21 */
export const intervals = ["daily", "weekly", "monthly"];

/** Text of a dependabot.yml; every value is quoted as in JSON, which YAML reads. */
export function dependabotFile(ecosystems: GuardEcosystem[]): string {
    const updates = ecosystems.flatMap(({ ecosystem, directory, interval }) => [
        `    - package-ecosystem: ${JSON.stringify(ecosystem)}`,
        `      directory: ${JSON.stringify(directory ?? "/")}`,
        "      schedule:",
        `          interval: ${JSON.stringify(interval ?? "weekly")}`,
    ]);
    return [
        "# Managed by Gatehouse. Change the estate's configuration, not this file.",
        "version: 2",
        "updates:",
        ...updates,
        "",
    ].join("\n");
}
