import * as pb from "@pulumi/pulumi/proto/provider_pb";
import type { NamingRequest } from "./autoname";
import type { Failure } from "./check";
import type { Difference } from "./diff";
import { declaredSecrets, standing, type Cloudlet } from "./operations";
import type { CloudPackage, ResourceType } from "./resourceType";
import { get, isObject, mark, unmark, type Path, type Value, type Values } from "./values";
import { fromStruct, toStruct, unmarked } from "./wire";

export function readResponse(type: ResourceType, cloud: Cloudlet, request: pb.ReadRequest) {
    const state = unmarked(request.getProperties()).values;
    const known = unmark(fromStruct(request.getInputs()));
    const found = standing(type, cloud, request.getId(), { ...known.values, ...state });
    if (found === undefined) {
        return new pb.ReadResponse();
    }
    const secrets: Path[] = [...found.secrets, ...known.secrets];
    const inputs = withoutUnreadable(type, found.inputs, known.values);
    return new pb.ReadResponse()
        .setId(found.id)
        .setInputs(toStruct(mark(inputs, secrets)))
        .setProperties(toStruct(mark(found.outputs, secrets)));
}

/** The service gives no secret back, and not all else: the engine keeps what it knows. */
function withoutUnreadable(type: ResourceType, stored: Values, known: Values): Values {
    let result = stored;
    const silent = (type.unread ?? []).map((name) => [name]);
    for (const path of [...declaredSecrets(type.inputs, []), ...silent]) {
        result = replaced(result, path, get(known, ...path));
    }
    return result;
}

function replaced(values: Values, path: Path, value: Value | undefined): Values {
    const [step, ...rest] = path;
    const { [String(step)]: inner, ...others } = values;
    if (inner === undefined) {
        return values;
    }
    if (rest.length > 0) {
        return isObject(inner)
            ? { ...values, [String(step)]: replaced(inner, rest, value) }
            : values;
    }
    return value === undefined ? others : { ...values, [String(step)]: value };
}

export function configurationOf(
    request: pb.ConfigureRequest,
    packages: readonly CloudPackage[],
): { name: string; values: Values } {
    const values = unmarked(request.getArgs()).values;
    let name = (request.getType() ?? "").split(":")[2] ?? "";
    request.getVariablesMap().forEach((value, key) => {
        const [of = "", , property = ""] = key.split(":");
        name ||= of;
        values[property] ??= value;
    });
    return { name: name || (packages[0]?.name ?? ""), values };
}

export function naming(request: pb.CheckRequest): NamingRequest {
    const wish = request.getAutonaming();
    const { DISABLE, PROPOSE, ENFORCE } = pb.CheckRequest.AutonamingOptions.Mode;
    const mode = wish?.getMode();
    const proposed = wish !== undefined && (mode === PROPOSE || mode === ENFORCE);
    return {
        resourceName: request.getUrn().split("::").slice(3).join("::"),
        seed: request.getRandomseed_asU8(),
        ...(proposed ? { proposed: wish.getProposedName() } : {}),
        disabled: wish !== undefined && mode === DISABLE,
    };
}

export function diffResponse(found: readonly Difference[], deleteFirst: boolean): pb.DiffResponse {
    const { DiffChanges } = pb.DiffResponse;
    const { Kind } = pb.PropertyDiff;
    const kinds = {
        add: [Kind.ADD, Kind.ADD_REPLACE],
        delete: [Kind.DELETE, Kind.DELETE_REPLACE],
        update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
    } as const;
    const response = new pb.DiffResponse();
    const top = (of: readonly Difference[]) => [...new Set(of.map(({ path }) => String(path[0])))];
    const replacing = found.filter(({ replaces }) => replaces);
    response.setChanges(found.length > 0 ? DiffChanges.DIFF_SOME : DiffChanges.DIFF_NONE);
    response.setDiffsList(top(found));
    response.setReplacesList(top(replacing));
    response.setHasdetaileddiff(true);
    for (const { property, kind, replaces } of found) {
        const one = new pb.PropertyDiff();
        one.setKind(kinds[kind][replaces ? 1 : 0]);
        one.setInputdiff(true);
        response.getDetaileddiffMap().set(property, one);
    }
    response.setDeletebeforereplace(deleteFirst && replacing.length > 0);
    return response;
}

export function toFailure({ property, reason }: Failure): pb.CheckFailure {
    return new pb.CheckFailure().setProperty(property).setReason(reason);
}
