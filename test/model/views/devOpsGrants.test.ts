import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { absent, known, unknown, UNKNOWN, type PropertyTree } from "../../../model/known";
import {
    grant,
    isAdministrators,
    isBuildService,
    permissionSubject,
    reach,
    refuses,
} from "../../../model/views/devOpsGrants";
import { administrators, buildService, contributors } from "../../support/devOpsPlaceCases";
import { modelResource } from "../../support/modelResource";

function permissions(type: string, props: PropertyTree) {
    return modelResource(`azuredevops:index:${type}`, props);
}

describe("permissions of Azure DevOps", () => {
    it("tell administrators and the build service by their descriptors", () => {
        const known3 = [administrators, contributors, buildService].map((one) => known(one));
        assert.deepEqual(known3.map(isAdministrators), [known(true), known(false), known(false)]);
        assert.deepEqual(known3.map(isBuildService), [known(false), known(false), known(true)]);
        assert.deepEqual([isAdministrators(unknown), isBuildService(unknown)], [unknown, unknown]);
        assert.deepEqual(isAdministrators(known("aad.broken!")), known(false));
    });

    it("refuse what is denied in any letters, all of it", () => {
        const of = (given: PropertyTree[string]) =>
            refuses(grant(permissions("GitPermissions", { permissions: given })), ["A", "B"]);
        assert.deepEqual(of({ A: "Deny", B: "deny" }), known(true));
        assert.deepEqual(of({ A: "Deny" }), known(false));
        assert.deepEqual(of({ A: "Deny", B: UNKNOWN }), unknown);
        assert.deepEqual(of({ A: "Allow", B: UNKNOWN }), known(false));
        assert.deepEqual(of(UNKNOWN), unknown);
    });

    it("are about what their type or their namespace says", () => {
        const raw = (namespaceId: PropertyTree[string]) =>
            permissionSubject(permissions("SecurityPermissions", { namespaceId }));
        assert.deepEqual(permissionSubject(permissions("GitPermissions", {})), known("git"));
        assert.deepEqual(raw("2E9EB7ED-3C0A-47D4-87C1-0FFDD275FD87"), known("git"));
        assert.deepEqual(raw("another"), absent);
        assert.deepEqual(raw(UNKNOWN), unknown);
    });

    it("reach a whole project, or one thing", () => {
        const wide = (type: string, props: PropertyTree) =>
            reach(permissions(type, props)).projectWide;
        const folder = (path: PropertyTree[string]) => wide("BuildFolderPermissions", { path });
        const raw = (token: string) => wide("SecurityPermissions", { token });
        assert.deepEqual(wide("LibraryPermissions", {}), known(true));
        assert.deepEqual(wide("ServiceendpointPermissions", {}), known(true));
        assert.deepEqual(
            wide("ServiceendpointPermissions", { serviceendpointId: "e" }),
            known(false),
        );
        assert.deepEqual(
            [folder("\\"), folder("/"), folder("\\web")],
            [true, true, false].map(known),
        );
        assert.deepEqual(folder(UNKNOWN), unknown);
        const tokens = ["Library/p", "endpoints/p", "p", "p/12", "Library/p/VariableGroup/1"];
        assert.deepEqual(tokens.map(raw), [true, true, true, false, false].map(known));
    });
});
