import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { EstateError, loadEstate } from "../../estate";
import { azureDevOps, onDevOps } from "./devOpsSample";
import { refuses, type Raw } from "./sample";

const sink = { url: "https://events.acme.example/devops", username: "azure-devops" };
const audited = (audit: Raw): Raw => onDevOps({}, { azureDevOps: { ...azureDevOps, audit } });

describe("estate: where events on Azure DevOps go", () => {
    it("has the password of the sink from the stack, beside the estate", () => {
        const secrets = { azureDevOpsAuditPassword: "made up" };
        const found = loadEstate(audited(sink), secrets).azureDevOps?.audit;
        assert.deepEqual(found, { ...sink, password: "made up" });
        assert.equal(loadEstate(onDevOps(), secrets).azureDevOps?.audit, undefined);
    });

    it("refuses a sink whose password the stack does not have", () => {
        assert.throws(
            () => loadEstate(audited(sink)),
            (error) => {
                assert.ok(error instanceof EstateError);
                assert.deepEqual(
                    error.problems.map(({ where, seen }) => [where, seen]),
                    [["azureDevOps.audit", "an object"]],
                );
                return error.message.includes("--secret gatehouse:azureDevOpsAuditPassword");
            },
        );
    });

    it("keeps the log of the organization where that is asked for", () => {
        const kept = onDevOps({}, { azureDevOps: { ...azureDevOps, auditStream: true } });
        assert.equal(loadEstate(kept).azureDevOps?.auditStream, true);
        assert.equal(loadEstate(onDevOps()).azureDevOps?.auditStream, false);
    });

    refuses([
        [
            "a sink without encryption",
            audited({ ...sink, url: "http://events.acme.example" }),
            "azureDevOps.audit.url",
            '"http://events.acme.example"',
            /an https address/,
        ],
        [
            "a password in the estate",
            audited({ ...sink, password: "hunter2" }),
            "azureDevOps.audit.password",
            "an unknown key, its value a value that may be a secret, withheld (7 characters)",
            /url, username/,
        ],
    ]);
});
