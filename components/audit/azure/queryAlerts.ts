import {
    agentDenied,
    auditChanged,
    breakGlassUsed,
    networkRuleChanged,
    trustChanged,
    type QueryFacts,
} from "./queries";

/** A question asked of the workspace again and again; any row of the answer raises the alert. */
export interface QueryAlert {
    /** Last part of the alert's name. */
    name: string;
    /** What the mail says. */
    description: string;
    /** 0 is the worst, 4 the least. */
    severity: number;
    /** How often it is asked. */
    every: string;
    /**
     * How far back it looks: longer than it takes a row to arrive, because a row that comes later
     * than that is never seen. For the same time no second mail is sent.
     */
    window: string;
    query: (facts: QueryFacts) => string;
    /** Whether it reads tables that exist only once somebody sends to them. */
    readsForeignTables?: boolean;
}

/**
 * source: Microsoft Learn, "Log data ingestion time in Azure Monitor" (activity log up to 20
 * minutes, traffic analytics one interval of 10 or 60 minutes and more); "Scheduled query rules"
 * (permitted windows)
 * date: 2026-11-21
 */
export const queryAlerts = {
    trustChanged: {
        name: "trust-changed",
        description:
            "A role assignment, a role or a federated credential was changed outside the apply identities.",
        severity: 0,
        every: "PT5M",
        window: "PT30M",
        query: trustChanged,
    },
    networkRuleChanged: {
        name: "network-rule-changed",
        description:
            "A network security group or a firewall rule was changed outside the apply identities.",
        severity: 1,
        every: "PT5M",
        window: "PT30M",
        query: networkRuleChanged,
    },
    auditChanged: {
        name: "audit-changed",
        description:
            "Logging, an alert or a Defender plan was changed outside the apply identities.",
        severity: 0,
        every: "PT5M",
        window: "PT30M",
        query: auditChanged,
    },
    breakGlassUsed: {
        name: "break-glass-used",
        description: "An account for emergencies was used.",
        severity: 0,
        every: "PT5M",
        window: "PT1H",
        query: breakGlassUsed,
        readsForeignTables: true,
    },
    agentDenied: {
        name: "agent-denied",
        description: "A build agent tried to reach what it may not.",
        severity: 2,
        every: "PT15M",
        window: "PT2H",
        query: agentDenied,
        readsForeignTables: true,
    },
} satisfies Record<string, QueryAlert>;
