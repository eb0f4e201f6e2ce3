import type { Configuration } from "./configuration";
import { Budget } from "./http/budget";
import { Client, type Answer, type ClientOptions, type Question } from "./http/client";
import type { Clock } from "./http/clock";
import { githubCredential } from "./http/githubApp";
import { devOpsToken, githubToken, type Environment } from "./http/tokens";

type Asked = Omit<Question, "url" | "method">;

/** One service: paths that begin with its address. */
export interface Api {
    ask(method: Question["method"], path: string, more?: Asked): Promise<Answer>;
}

/** Both hosts, as one provider knows them. */
export interface Hosts {
    /** GitHub, as an app or with a token. */
    readonly github: Api;
    /** GitHub with a token of a person: what takes no app. */
    readonly githubEnterprise: Api;
    /** Throws where nobody said which organisation. */
    readonly githubOwner: string;
    readonly devOps: Api;
    readonly devOpsAudit: Api;
    readonly devOpsSecurity: Api;
    readonly devOpsFeeds: Api;
}

export interface Surroundings {
    readonly environment: Environment;
    readonly clock: Clock;
    readonly signal: AbortSignal;
    readonly say: (text: string) => void;
}

const personal =
    "set GITHUB_TOKEN to a classic token in the environment; GitHub takes no app for audit log streams";

/** Clients of both hosts. Nothing is asked, and no token needed, before the first request. */
export function connect(configuration: Configuration, around: Surroundings): Hosts {
    const { environment, clock, signal, say } = around;
    const spacing = 60_000 / configuration.requestsPerMinute;
    const timeout = configuration.timeoutSeconds * 1000;
    const shared = { timeout, clock, signal, say };
    const github: Omit<ClientOptions, "credential"> = {
        ...shared,
        host: "GitHub",
        budget: new Budget(spacing, clock),
        headers: {
            accept: "application/vnd.github+json",
            "user-agent": "gatehouse-hosts",
            "x-github-api-version": "2022-11-28",
        },
    };
    const base = configuration.githubApiUrl;
    const devOps = new Client({
        ...shared,
        host: "Azure DevOps",
        budget: new Budget(spacing, clock),
        headers: {
            accept: "application/json",
            "user-agent": "gatehouse-hosts",
            // Else a missing token is answered with a page to sign in.
            "x-tfs-fedauthredirect": "Suppress",
        },
        credential: devOpsToken(environment),
    });
    const onDevOps = (name: keyof Configuration) =>
        api(() => devOps, required(configuration, name, "azureDevOpsUrl"));
    let asApp: Client | undefined;
    return {
        github: api(
            () =>
                (asApp ??= new Client({
                    ...github,
                    credential: githubCredential(environment, base, github),
                })),
            () => base,
        ),
        githubEnterprise: api(
            () => new Client({ ...github, credential: githubToken(environment, personal) }),
            () => base,
        ),
        get githubOwner() {
            return required(configuration, "githubOwner", "githubOwner")();
        },
        devOps: onDevOps("azureDevOpsUrl"),
        devOpsAudit: onDevOps("azureDevOpsAuditUrl"),
        devOpsSecurity: onDevOps("azureDevOpsSecurityUrl"),
        devOpsFeeds: onDevOps("azureDevOpsFeedsUrl"),
    };
}

function required(configuration: Configuration, name: keyof Configuration, from: string) {
    return () => {
        const value = String(configuration[name]);
        if (value !== "") return value;
        const other = name === from ? "" : `, or ${from} from which it follows`;
        throw new Error(
            `the configuration of gatehouse-hosts lacks ${name}${other}: it says where to work`,
        );
    };
}

function api(client: () => Client, base: () => string): Api {
    return {
        ask: async (method, path, more = {}) =>
            client().ask({ ...more, method, url: `${base()}${path}` }),
    };
}
