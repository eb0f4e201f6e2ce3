import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { acts, type Act, type Host } from "../../support/people/host";
import type { Hosts } from "../../support/people/prodHosts";

interface Role {
    readonly role: string;
    /** Somebody of it, as the repository sees them. */
    readonly person: string;
    readonly repository: string;
    readonly may: readonly Act[];
}

const writer: readonly Act[] = ["read", "push to other branches", "approve a change"];

/** Every role of the estate, and what it may do alone. What is not listed it may not. */
const roles: Readonly<Record<Host["name"], readonly Role[]>> = {
    GitHub: [
        { role: "a developer of the team", person: "edsger", repository: "ledger", may: writer },
        { role: "a developer of another team", person: "linus", repository: "ledger", may: [] },
        {
            role: "the platform team, as code owner",
            person: "ada",
            repository: "ledger",
            may: writer,
        },
        {
            role: "a release manager",
            person: "barbara",
            repository: "ledger",
            may: ["read", "approve a release"],
        },
        {
            role: "security, of a repository it releases",
            person: "radia",
            repository: "payments",
            may: ["read", "approve a release"],
        },
        {
            role: "security, as code owner of the platform",
            person: "radia",
            repository: "platform",
            may: writer,
        },
        { role: "an outsider", person: "mallory", repository: "ledger", may: [] },
        { role: "an application", person: "dependabot[bot]", repository: "ledger", may: [] },
    ],
    "Azure DevOps": [
        {
            role: "a developer of the team",
            person: "edsger",
            repository: "core-banking",
            may: writer,
        },
        {
            // Contributors of the project push in all its repositories.
            role: "a developer of another team",
            person: "edgar",
            repository: "core-banking",
            may: writer,
        },
        {
            role: "the platform team, as owner of pipelines",
            person: "ada",
            repository: "core-banking",
            may: writer,
        },
        {
            // Readers of the project vote in all its repositories.
            role: "a release manager",
            person: "barbara",
            repository: "core-banking",
            may: ["read", "approve a change", "approve a release"],
        },
        {
            role: "security, as lead",
            person: "radia",
            repository: "core-banking",
            may: ["read", "approve a change"],
        },
        {
            role: "a team without a group there",
            person: "linus",
            repository: "core-banking",
            may: [],
        },
        { role: "an outsider", person: "mallory", repository: "core-banking", may: [] },
    ],
};

/** Asks for each role everything anybody can be asked. */
export function provesRoles(hosts: () => Hosts): void {
    for (const [name, table] of Object.entries(roles)) {
        describe(`who may what alone on ${name}`, () => {
            for (const { role, person, repository, may } of table) {
                it(`${role} may ${may.length === 0 ? "nothing" : may.join(", ")}`, () => {
                    const host = hosts().both.find((one) => one.name === name);
                    const found = acts.filter((act) => host?.may(person, act, repository));
                    assert.deepEqual(found, may);
                });
            }

            it("the table has somebody of every kind the host knows", () => {
                const host = hosts().both.find((one) => one.name === name);
                for (const members of host?.classes ?? []) {
                    const known = table.some(({ person, repository }) =>
                        members.some(
                            (one) =>
                                person === one ||
                                acts.every(
                                    (act) =>
                                        host?.may(one, act, repository) ===
                                        host?.may(person, act, repository),
                                ),
                        ),
                    );
                    assert.ok(known, members.join(", "));
                }
            });
        });
    }
}
