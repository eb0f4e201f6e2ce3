import assert from "node:assert/strict";
import { Address4 } from "ip-address";
import { describe, it } from "mocha";
import { namesIn } from "../../../../components/agents/egress/egressProfile";
import { egressProfiles, profilesNamed } from "../../../../components/agents/egress/egressProfiles";

describe("the egress profiles", () => {
    it("have names of their own", () => {
        const names = egressProfiles.map(({ name }) => name);
        assert.deepEqual(names, [...new Set(names)]);
        assert.ok(names.every((name) => /^[a-z][A-Za-z]+$/.test(name)));
    });

    it("open something, and say what", () => {
        for (const profile of egressProfiles) {
            const { name, opens, ranges, serviceTags, names, plainNames, privateZones } = profile;
            const what = [ranges, serviceTags, names, plainNames, privateZones].flat();
            assert.ok(what.length > 0, name);
            assert.ok(opens.length > 10, name);
        }
    });

    it("hold public ranges only, none wider than 4096 addresses, none twice", () => {
        const ranges = egressProfiles.flatMap((profile) => profile.ranges);
        assert.deepEqual(ranges, [...new Set(ranges)]);
        for (const range of ranges) {
            const address = new Address4(range);
            assert.equal(address.networkForm(), range);
            assert.ok(address.isGlobal(), range);
            assert.ok(address.subnetMask >= 20, range);
        }
    });

    it("hold host names whose only wildcard is a first label, never under a whole cloud", () => {
        for (const profile of egressProfiles) {
            for (const name of [...namesIn(profile, ["eu-west-2"]), ...profile.plainNames]) {
                assert.match(name, /^(\*\.)?([a-z0-9-]+\.)+[a-z]+$/);
                assert.doesNotMatch(name, /^\*\.(amazonaws|azure|windows|azureedge|github)\.\w+$/);
            }
        }
    });

    it("use no tag that Azure refuses in outbound rules, nor one that stands for everything", () => {
        const tags = egressProfiles.flatMap((profile) => profile.serviceTags);
        for (const tag of ["AzureDevOps", "Internet", "AzureCloud", "VirtualNetwork", "*"]) {
            assert.ok(!tags.includes(tag), tag);
        }
    });

    it("open nothing to the public where the service is reached through a private endpoint", () => {
        for (const profile of egressProfiles.filter((one) => one.privateZones.length > 0)) {
            const { ranges, serviceTags, names, plainNames } = profile;
            assert.deepEqual([ranges, serviceTags, names, plainNames].flat(), [], profile.name);
        }
    });

    it("are found by name, in the order asked for, once each", () => {
        const found = profilesNamed(["ubuntu", "github", "nobody", "github"]);
        assert.deepEqual(
            found.map(({ name }) => name),
            ["ubuntu", "github"],
        );
    });

    it("name AWS services in the regions asked for", () => {
        const [aws] = profilesNamed(["aws"]);
        assert.ok(aws);
        const names = namesIn(aws, ["eu-west-2", "eu-west-1"]);
        assert.equal(names.length, 2 * aws.names.length);
        assert.ok(names.includes("sts.eu-west-1.amazonaws.com"));
        assert.ok(names.every((name) => !name.includes("{")));
        assert.deepEqual(namesIn(aws, []), []);
    });
});
