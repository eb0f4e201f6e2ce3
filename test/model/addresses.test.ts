import assert from "node:assert/strict";
import { describe, it } from "mocha";

import { isInternet, isPublicRange } from "../../model/addresses";

describe("addresses of the internet", () => {
    const internet = ["*", "Any", " Internet ", "0.0.0.0/0", "::/0", "128.0.0.0/1", "52.0.0.0/8"];
    for (const prefix of [...internet, "AzureCloud", "azurecloud.westeurope", "2000::/3"]) {
        it(`are all or most of them: ${prefix}`, () => {
            assert.equal(isInternet(prefix), true);
        });
    }
    for (const prefix of ["10.0.0.0/8", "fc00::/7", "52.0.0.0/9", "Storage", "AzureCloudy", ""]) {
        it(`are not all of them: "${prefix}"`, () => {
            assert.equal(isInternet(prefix), false);
        });
    }
    for (const range of ["52.0.0.0/16", "172.16.0.0/11", "2a00::/16", "8.0.0.0-8.0.0.255"]) {
        it(`are in a public range: ${range}`, () => {
            assert.equal(isPublicRange(range), true);
        });
    }
    const near = ["172.16.0.0/12", "192.168.4.0/24", "100.64.0.0/10", "fd00::/8"];
    for (const range of [...near, "10.0.0.1-10.0.0.9", "203.0.113.7", "203.0.113.7/32", "a-b"]) {
        it(`are in no public range: ${range}`, () => {
            assert.equal(isPublicRange(range), false);
        });
    }
});
