import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import * as proto from "@pulumi/pulumi/proto/resource_pb";

type Request = proto.RegisterResourceRequest;
type Options = proto.TransformResourceOptions;

/** The options of a registration, in the form transforms take and give back. */
export function optionsOf(request: Request): Options {
    const urns = request.getAliasurnsList().map((urn) => new Alias().setUrn(urn));
    const options = new proto.TransformResourceOptions()
        .setDependsOnList(request.getDependenciesList())
        .setIgnoreChangesList(request.getIgnorechangesList())
        .setReplaceOnChangesList(request.getReplaceonchangesList())
        .setVersion(request.getVersion())
        .setAliasesList([...urns, ...request.getAliasesList()])
        .setProvider(request.getProvider())
        .setCustomTimeouts(request.getCustomtimeouts())
        .setPluginDownloadUrl(request.getPlugindownloadurl())
        .setDeletedWith(request.getDeletedwith())
        .setReplaceWithList(request.getReplaceWithList())
        .setReplacementTrigger(request.getReplacementTrigger())
        .setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList())
        .setHooks(request.getHooks())
        .setImport(request.getImportid())
        .setHideDiffList(request.getHidediffsList());
    if (request.hasProtect()) options.setProtect(request.getProtect() === true);
    if (request.hasRetainondelete()) {
        options.setRetainOnDelete(request.getRetainondelete() === true);
    }
    if (request.getDeletebeforereplacedefined() || request.getDeletebeforereplace()) {
        options.setDeleteBeforeReplace(request.getDeletebeforereplace());
    }
    for (const [pkg, reference] of request.getProvidersMap().entries()) {
        options.getProvidersMap().set(pkg, reference);
    }
    return options;
}

/** Makes them the options of the registration, but for what it depends on. */
export function setOptions(request: Request, options: Options): void {
    request
        .setIgnorechangesList(options.getIgnoreChangesList())
        .setReplaceonchangesList(options.getReplaceOnChangesList())
        .setVersion(options.getVersion())
        .setAliasurnsList([])
        .setAliasesList(options.getAliasesList())
        .setProvider(options.getProvider())
        .setCustomtimeouts(options.getCustomTimeouts())
        .setPlugindownloadurl(options.getPluginDownloadUrl())
        .setDeletedwith(options.getDeletedWith())
        .setReplaceWithList(options.getReplaceWithList())
        .setReplacementTrigger(options.getReplacementTrigger())
        .setAdditionalsecretoutputsList(options.getAdditionalSecretOutputsList())
        .setHooks(options.getHooks())
        .setImportid(options.getImport())
        .setHidediffsList(options.getHideDiffList())
        .setDeletebeforereplacedefined(options.hasDeleteBeforeReplace())
        .setDeletebeforereplace(options.getDeleteBeforeReplace() ?? false);
    if (options.hasProtect()) request.setProtect(options.getProtect() === true);
    else request.clearProtect();
    if (options.hasRetainOnDelete())
        request.setRetainondelete(options.getRetainOnDelete() === true);
    else request.clearRetainondelete();
    request.clearProvidersMap();
    const providers = request.getProvidersMap();
    for (const [pkg, reference] of options.getProvidersMap().entries()) {
        providers.set(pkg, reference);
    }
}
