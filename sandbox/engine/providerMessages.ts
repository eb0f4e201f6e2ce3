import * as proto from "@pulumi/pulumi/proto/provider_pb";
import type { CheckFailure, ProviderDiff } from "./providerTypes";
import { nameOf, typeOf } from "./urn";

interface Named {
    setUrn(value: string): this;
    setName(value: string): this;
    setType(value: string): this;
}

/** A request about the resource of a URN. */
export function about<Request extends Named>(request: Request, urn: string): Request {
    return request.setUrn(urn).setName(nameOf(urn)).setType(typeOf(urn));
}

export function failuresOf(response: { getFailuresList(): proto.CheckFailure[] }): CheckFailure[] {
    return response
        .getFailuresList()
        .map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() }));
}

const { ADD_REPLACE, DELETE_REPLACE, UPDATE_REPLACE } = proto.PropertyDiff.Kind;
const replaceKinds: ReadonlySet<number> = new Set([ADD_REPLACE, DELETE_REPLACE, UPDATE_REPLACE]);

export function diffOf(response: proto.DiffResponse): ProviderDiff {
    const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
    const changes = response.getChanges();
    const detailed = [...response.getDetaileddiffMap().entries()];
    const replacing = detailed.filter(([, diff]) => replaceKinds.has(diff.getKind()));
    return {
        changes: changes === DIFF_NONE ? "none" : changes === DIFF_SOME ? "some" : "unknown",
        changed: detailed.length > 0 ? detailed.map(([path]) => path) : response.getDiffsList(),
        replaces: [...new Set([...response.getReplacesList(), ...replacing.map(([path]) => path)])],
        deleteBeforeReplace: response.getDeletebeforereplace(),
    };
}
