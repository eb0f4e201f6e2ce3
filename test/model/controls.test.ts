import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { control, controlIds } from "../../model/controls";
import { privilegedAzureRoles } from "../../model/data/azureRoles";

describe("the control catalogue", () => {
    it("knows the standard of every control, where to read it and when it was looked up", () => {
        for (const id of controlIds) {
            const { title, standard } = control(id);
            assert.ok(title.length > 10, id);
            assert.match(standard.reference, /^https:\/\//, id);
            assert.match(standard.date, /^\d{4}-\d{2}-\d{2}$/, id);
            assert.ok(standard.specification.includes(id.split(":")[0] ?? "?"), id);
        }
    });

    it("holds the ten actions of the pipeline guidance and the ten risks, without a gap", () => {
        for (let n = 1; n <= 10; n++) {
            assert.ok(controlIds.some((id) => id === `ncsc:${n}`));
            assert.ok(controlIds.some((id) => id === `owasp:cicd-sec-${n}`));
        }
    });
});

describe("the privileged Azure roles", () => {
    it("are named by lower-case ids, with source and date", () => {
        for (const id of Object.keys(privilegedAzureRoles.roles)) {
            assert.match(id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        }
        assert.match(privilegedAzureRoles.source, /^https:\/\//);
        assert.match(privilegedAzureRoles.date, /^\d{4}-\d{2}-\d{2}$/);
    });
});
