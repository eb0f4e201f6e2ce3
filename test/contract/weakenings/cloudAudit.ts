import { AuditTrail } from "../../../components/index";
import { accountId } from "./ground";
import type { ComponentWeakenings } from "./weakening";

const shared = { organization: "acme", emails: ["security@acme.example"] };
const aws = {
    accountId,
    region: "eu-west-1",
    bucketName: "acme-audit-trail",
    applyRoleArns: [`arn:aws:iam::${accountId}:role/pipeline/deploy`],
};

const auditTrail: ComponentWeakenings = {
    of: "AuditTrail",
    stack: "prod",
    build: (weakened) => {
        new AuditTrail("audit", { ...shared, aws, ...weakened });
    },
    weakenings: [{ argument: "allowDestroy", rules: ["critical-resources-protected"] }],
};

const auditTrailAws: ComponentWeakenings = {
    of: "AuditTrailAws",
    stack: "prod",
    build: (weakened) => {
        new AuditTrail("audit", { ...shared, aws: { ...aws, ...weakened } });
    },
    weakenings: [
        { argument: "allowGovernanceMode", rules: ["trail-files-immutable"] },
        { argument: "allowNoDetection", rules: ["aws-detection-on"] },
    ],
};

/** What is recorded, and who watches. */
export const cloudAudit: readonly ComponentWeakenings[] = [auditTrail, auditTrailAws];
