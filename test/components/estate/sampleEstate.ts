import type {
    EstateEnvironment,
    EstateRepository,
    PipelineEstateArgs,
} from "../../../components/index";

/** A production environment as the defaults make it. */
export function environment(more: Partial<EstateEnvironment> = {}): EstateEnvironment {
    return {
        name: "production",
        tier: "production",
        reviewers: ["release"],
        waitMinutes: 0,
        branches: ["main"],
        roles: [{ role: "Website Contributor" }],
        allowSelfReview: false,
        allowAdminBypass: false,
        allowAnyBranch: false,
        ...more,
    };
}

/** A repository as the defaults make it, with a staging and a production environment. */
export function repository(more: Partial<EstateRepository> = {}): EstateRepository {
    return {
        name: "web",
        host: "github",
        team: "web",
        codeOwners: "platform",
        description: "",
        visibility: "private",
        subjectFormat: "id",
        reviews: 2,
        checks: [{ context: "build", integrationId: 15368 }],
        allowedActions: ["azure/login@*"],
        environments: [
            environment({ name: "staging", tier: "staging", reviewers: [] }),
            environment(),
        ],
        allowBypass: false,
        allowStaleReviews: false,
        ...more,
    };
}

/** An estate of three teams and two repositories. */
export function estate(more: Partial<PipelineEstateArgs> = {}): PipelineEstateArgs {
    return {
        organization: "acme",
        azure: {
            tenantId: "11111111-2222-3333-4444-555555555555",
            subscriptionId: "99999999-8888-7777-6666-555555555555",
            location: "uksouth",
        },
        teams: [
            { name: "platform", members: ["ada", "grace"] },
            { name: "web", members: ["linus", "margaret"] },
            { name: "release", members: ["barbara"] },
        ],
        contacts: ["security@acme.example"],
        vault: {
            name: "kv-acme",
            allowPurge: false,
            allowPublicNetwork: false,
            allowAccessPolicies: false,
        },
        repositories: [repository(), repository({ name: "web-api", subjectFormat: "name" })],
        ...more,
    };
}
