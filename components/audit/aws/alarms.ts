import {
    auditChanged,
    auditStopped,
    breakGlassUsed,
    keyDisabled,
    providerChanged,
    rootUsed,
    secretDeleted,
    threatFound,
    trustChanged,
    type EventPattern,
    type PatternFacts,
} from "./patterns";

/** An event worth a mail. */
export interface EventAlarm {
    /** Last part of the rule's name. */
    name: string;
    /** First sentence of the mail. */
    description: string;
    pattern: (facts: PatternFacts) => EventPattern;
}

/** Alarms on calls to AWS, as CloudTrail tells them to EventBridge. */
export const eventAlarms = {
    trustChanged: {
        name: "trust-changed",
        description:
            "A role, a user or the policy of a key or secret was changed outside the apply roles.",
        pattern: trustChanged,
    },
    providerChanged: {
        name: "identity-provider-changed",
        description: "An identity provider was added, changed or removed.",
        pattern: providerChanged,
    },
    keyDisabled: {
        name: "key-disabled",
        description: "A key was disabled, or its rotation was, or its deletion is scheduled.",
        pattern: keyDisabled,
    },
    secretDeleted: {
        name: "secret-deleted",
        description: "A secret was deleted.",
        pattern: secretDeleted,
    },
    auditStopped: {
        name: "audit-stopped",
        description: "A trail, a detector or a flow log was stopped or deleted.",
        pattern: auditStopped,
    },
    auditChanged: {
        name: "audit-changed",
        description: "Logging or an alarm was changed outside the apply roles.",
        pattern: auditChanged,
    },
    rootUsed: { name: "root-used", description: "The root user was used.", pattern: rootUsed },
    breakGlassUsed: {
        name: "break-glass-used",
        description: "A role for emergencies was used.",
        pattern: breakGlassUsed,
    },
    threatFound: {
        name: "threat-found",
        description: "GuardDuty found a threat.",
        pattern: threatFound,
    },
} satisfies Record<string, EventAlarm>;
