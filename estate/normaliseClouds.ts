import type {
    EstateAgents,
    EstateAwsTargets,
    EstatePool,
    EstatePrincipals,
    EstateSecret,
    EstateSigningKey,
    EstateState,
} from "../components/estate/estateCloudArgs";
import type { PipelineEstateArgs } from "../components/estate/pipelineEstateArgs";
import { defaults } from "./defaults";
import type { EstateForm } from "./schema";
import type { AgentsForm } from "./schemaAgents";
import type { AwsTargetsForm, SecretForm, SigningKeyForm } from "./schemaClouds";

type Clouds = Pick<
    PipelineEstateArgs,
    "aws" | "githubApp" | "azureAgents" | "awsAgents" | "state" | "signingKeys" | "secrets"
>;

type PoolForm = NonNullable<AgentsForm["azure"] | AgentsForm["aws"]>["pools"][number];

/** What the estate has beside its repositories, each part only where it is asked for. */
export function cloudsOf(form: EstateForm): Clouds {
    const { aws, githubApp, agents, state } = form;
    return {
        ...(aws
            ? { aws: { ...aws, adoptProvider: aws.adoptProvider ?? defaults.adoptProvider.value } }
            : {}),
        ...(githubApp ? { githubApp } : {}),
        ...(agents?.azure ? { azureAgents: azureAgentsOf(form, agents.azure) } : {}),
        ...(agents?.aws ? { awsAgents: awsAgentsOf(form, agents.aws) } : {}),
        ...(state ? { state: stateOf(state) } : {}),
        signingKeys: (form.signingKeys ?? defaults.signingKeys.value).map(signingKeyOf),
        secrets: (form.secrets ?? defaults.secrets.value).map(secretOf),
    };
}

/** Nobody where nobody is named. */
export function principalsOf(form: EstateForm["breakGlass"]): EstatePrincipals {
    return {
        azure: form?.azure ?? defaults.principals.value,
        aws: form?.aws ?? defaults.principals.value,
    };
}

function stateOf(state: NonNullable<EstateForm["state"]>): EstateState {
    return {
        ...state,
        stacks: state.stacks ?? defaults.stacks.value,
        planners: state.planners ?? defaults.planners.value,
    };
}

function azureAgentsOf(form: EstateForm, own: NonNullable<AgentsForm["azure"]>): EstateAgents {
    return {
        egress: own.egress ?? defaults.azureEgress.value,
        addresses: own.addresses ?? defaults.azureAddresses.value,
        pools: own.pools.map((pool) => poolOf(form, pool)),
    };
}

function awsAgentsOf(form: EstateForm, own: NonNullable<AgentsForm["aws"]>): EstateAgents {
    return {
        egress: own.egress ?? defaults.awsEgress.value,
        addresses: own.addresses ?? defaults.awsAddresses.value,
        pools: own.pools.map((pool) => poolOf(form, pool)),
    };
}

function poolOf({ repositories }: EstateForm, pool: PoolForm): EstatePool {
    const { name, kind, tier, size, image } = pool;
    const host = ("host" in pool ? pool.host : undefined) ?? defaults.host.value;
    const all = repositories.filter((repository) => repository.host === host);
    return {
        name,
        kind,
        tier,
        host,
        repositories: pool.repositories ?? all.map((repository) => repository.name),
        workflows: pool.workflows ?? defaults.workflows.value,
        maximum: pool.maximum ?? defaults.maximum.value,
        ...("connection" in pool ? { connection: pool.connection } : {}),
        ...(size === undefined ? {} : { size }),
        ...(image === undefined ? {} : { image }),
    };
}

function signingKeyOf(key: SigningKeyForm): EstateSigningKey {
    return {
        name: key.name,
        cloud: key.cloud ?? defaults.cloud.value,
        ...(key.expires === undefined ? {} : { expires: key.expires }),
        signers: key.signers,
        verifiers: key.verifiers ?? defaults.verifiers.value,
    };
}

function secretOf(secret: SecretForm): EstateSecret {
    return { ...secret, cloud: secret.cloud ?? defaults.cloud.value };
}

/** What an environment deploys in AWS, lists that were not given being empty. */
export function awsTargetsOf(form: AwsTargetsForm): EstateAwsTargets {
    return {
        ecsServices: (form.ecsServices ?? defaults.ecsServices.value).map((service) => ({
            ...service,
            taskFamily: service.taskFamily ?? service.service,
            passRoles: service.passRoles ?? defaults.passRoles.value,
        })),
        lambdaAliases: form.lambdaAliases ?? defaults.lambdaAliases.value,
        s3Sites: (form.s3Sites ?? defaults.s3Sites.value).map(({ bucket, distribution }) => ({
            bucket,
            ...(distribution === undefined ? {} : { distribution }),
        })),
        ecrRepositories: form.ecrRepositories ?? defaults.ecrRepositories.value,
    };
}
