import * as provider from "@pulumi/pulumi/proto/provider_pb";
import type * as proto from "@pulumi/pulumi/proto/resource_pb";
import type { Context } from "./context";
import type { Goal } from "./goal";
import { Alias } from "@pulumi/pulumi/proto/alias_pb";

/** What a plugin is told of a component it is to construct, but for the inputs. */
export function constructRequest(
    context: Context,
    request: proto.RegisterResourceRequest,
    goal: Goal,
): provider.ConstructRequest {
    const { deployment, config, secretKeys, providers } = context;
    const urns = request.getAliasurnsList().map((urn) => new Alias().setUrn(urn));
    const wanted = new provider.ConstructRequest()
        .setProject(deployment.project)
        .setStack(deployment.options.stack)
        .setOrganization(deployment.options.organization ?? "organization")
        .setConfigsecretkeysList([...secretKeys])
        .setDryrun(deployment.preview)
        .setParallel(deployment.options.parallel ?? 16)
        .setMonitorendpoint(providers.engineAddress)
        .setType(goal.type)
        .setName(goal.name)
        .setParent(goal.parent)
        .setDependenciesList([...goal.dependencies])
        .setAliasesList([...urns, ...request.getAliasesList()])
        .setAdditionalsecretoutputsList([...goal.additionalSecretOutputs])
        .setDeletedwith(goal.deletedWith)
        .setReplaceWithList([...goal.replaceWith])
        .setIgnorechangesList([...goal.ignoreChanges])
        .setReplaceonchangesList([...goal.replaceOnChanges])
        .setReplacementTrigger(request.getReplacementTrigger())
        .setAcceptsOutputValues(true);
    for (const [key, value] of Object.entries(config)) wanted.getConfigMap().set(key, value);
    for (const [pkg, reference] of Object.entries(goal.providers)) {
        wanted.getProvidersMap().set(pkg, reference);
    }
    for (const [key, list] of Object.entries(goal.propertyDependencies)) {
        const dependencies = new provider.ConstructRequest.PropertyDependencies();
        wanted.getInputdependenciesMap().set(key, dependencies.setUrnsList([...list]));
    }
    if (goal.protect !== undefined) wanted.setProtect(goal.protect);
    if (goal.retainOnDelete !== undefined) wanted.setRetainondelete(goal.retainOnDelete);
    if (goal.deleteBeforeReplace !== undefined) {
        wanted.setDeletebeforereplace(goal.deleteBeforeReplace);
    }
    const timeouts = request.getCustomtimeouts();
    if (timeouts !== undefined) {
        const told = new provider.ConstructRequest.CustomTimeouts()
            .setCreate(timeouts.getCreate())
            .setUpdate(timeouts.getUpdate())
            .setDelete(timeouts.getDelete());
        wanted.setCustomtimeouts(told);
    }
    return wanted;
}
