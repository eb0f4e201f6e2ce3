import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import { parse } from "yaml";

import { estateProblems } from "../../components/estate/checkEstate";
import { breakGlassName } from "../../components/estate/roles";
import { breakGlassDays as longestBreakGlass } from "../../components/governance/checkRoles";
import { roleNames, type RoleName } from "../../components/governance/roleTable";
import { separated } from "../../components/governance/separation";
import { azureRoles, refusedRoles } from "../../components/identity/azureRoles";
import { longestLife } from "../../components/vault/lifetimes";
import { checkStackFile, loadEstate } from "../../estate";
import { configurationDocs, example } from "../../estate/configurationDocs";
import {
    assignableRoles,
    breakGlassDays,
    breakGlassTeam,
    longestLife as lives,
    refusedRoleIds,
    teamRoles,
} from "../../estate/facts";
import { stackFileJsonSchema } from "../../estate/jsonSchema";
import { problems } from "./sample";

const root = path.join(__dirname, "..", "..");

function text(file: string): string {
    return fs.readFileSync(path.join(root, file), "utf8");
}

function estateOf(stack: string) {
    const checked = checkStackFile(path.join(root, `Pulumi.${stack}.yaml`));
    if (checked instanceof Error) throw checked;
    return checked;
}

function estateIn(yaml: string): unknown {
    return (parse(yaml) as { config: Record<string, unknown> }).config["gatehouse:estate"];
}

describe("estate: what is committed", () => {
    it("the JSON Schema is that of the configuration (npm run docs writes it)", () => {
        assert.deepEqual(JSON.parse(text("estate/estate.schema.json")), stackFileJsonSchema());
    });

    it("docs/configuration.md is that of the configuration (npm run docs writes it)", () => {
        assert.equal(text("docs/configuration.md"), configurationDocs());
    });

    it("the example of the documentation is a valid estate", () => {
        assert.deepEqual(problems(estateIn(example)), []);
    });

    it("every key is described in a sentence, and every default has a reason", () => {
        const undescribed: string[] = [];
        const walk = (schema: unknown, at: string): void => {
            if (typeof schema !== "object" || schema === null) return;
            const { properties } = schema as {
                properties?: Record<string, { description?: string }>;
            };
            for (const [key, value] of Object.entries(properties ?? {})) {
                const isEstate = at.includes("gatehouse:estate") || at.includes("definitions");
                if (isEstate && !value.description?.endsWith(".")) undescribed.push(`${at}.${key}`);
            }
            for (const [key, value] of Object.entries(schema)) walk(value, `${at}.${key}`);
        };
        walk(stackFileJsonSchema(), "");
        assert.deepEqual(undescribed, []);
        const lines = configurationDocs().match(/^ {2}Default: .*$/gm) ?? [];
        assert.ok(lines.length > 20);
        assert.deepEqual(
            lines.filter((line) => !/`\. [A-Z`].+\.$/.test(line)),
            [],
        );
    });

    it("the schema demands what the program demands", () => {
        const schema = JSON.stringify(stackFileJsonSchema());
        assert.match(
            schema,
            /"required":\["organization","azure","teams","contacts","vault","repositories"\]/,
        );
        assert.match(schema, /"required":\["name","host","team"\]/);
        assert.match(schema, /"additionalProperties":false/);
    });

    for (const stack of ["dev", "prod"]) {
        it(`Pulumi.${stack}.yaml is a valid estate, to the components as well`, () => {
            assert.deepEqual(estateProblems(estateOf(stack)), []);
        });

        it(`Pulumi.${stack}.yaml points editors to the schema and reads the same by either way`, () => {
            const yaml = text(`Pulumi.${stack}.yaml`);
            const [first = ""] = yaml.split("\n");
            assert.equal(first, "# yaml-language-server: $schema=./estate/estate.schema.json");
            assert.deepEqual(loadEstate(estateIn(yaml)), estateOf(stack));
        });

        it(`Pulumi.${stack}.yaml weakens nothing`, () => {
            const { repositories, vault } = estateOf(stack);
            assert.equal(
                /"allow(?!Destroy)\w+":true/.test(JSON.stringify({ repositories, vault })),
                false,
            );
            for (const { environments, reviews } of repositories) {
                assert.ok(reviews >= 2);
                const live = environments.filter(({ tier }) => tier === "production");
                assert.ok(live.length > 0 && live.every(({ reviewers }) => reviewers.length > 0));
            }
        });
    }

    it("dev may be torn down, prod may not", () => {
        assert.equal(estateOf("dev").allowDestroy, true);
        assert.equal(estateOf("prod").allowDestroy, false);
    });

    it("dev has three repositories with two environments, prod nine over two hosts with three", () => {
        const sizes = (stack: string) =>
            estateOf(stack).repositories.map(({ environments }) => environments.length);
        assert.deepEqual(sizes("dev"), [2, 2, 2]);
        assert.deepEqual(sizes("prod"), [3, 3, 3, 3, 3, 3, 3, 3, 3]);
        const hosts = estateOf("prod").repositories.map(({ host }) => host);
        assert.deepEqual([...new Set(hosts)], ["github", "azureDevOps"]);
    });

    it("the roles offered are those the components can assign", () => {
        assert.deepEqual([...assignableRoles], Object.keys(azureRoles));
    });

    it("the roles refused are those the components refuse", () => {
        assert.deepEqual([...refusedRoleIds], Object.values(refusedRoles));
    });

    it("roles that must be apart are those that the components keep apart", () => {
        const roles = Object.entries(teamRoles);
        for (const [one, duty] of roles) {
            for (const [other, otherDuty] of roles) {
                const apart = separated(one as RoleName, other as RoleName) !== undefined;
                assert.equal(duty !== otherDuty, apart, `${one} and ${other}`);
            }
        }
        const known = [...Object.keys(teamRoles), "reviewer", "breakGlass"];
        assert.deepEqual(known.toSorted(), roleNames.toSorted());
        assert.equal(breakGlassTeam, breakGlassName);
        assert.equal(breakGlassDays, longestBreakGlass.held);
    });

    it("secrets and keys live as long as the components let them", () => {
        assert.deepEqual({ secret: lives.secrets, key: lives.signingKeys }, longestLife);
    });

    it("Pulumi.yaml declares the estate", () => {
        const project = parse(text("Pulumi.yaml")) as { name: string; config: object };
        assert.equal(project.name, "gatehouse");
        assert.deepEqual(Object.keys(project.config), ["gatehouse:estate"]);
    });
});
