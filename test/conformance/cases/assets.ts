import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { Thing } from "../support/things";
import { again, preview, story, thing, up } from "../support/story";

/** Written by the programs: each run says what is in it. */
const file = path.join(os.tmpdir(), `gatehouse-conformance-${process.pid}.txt`);

/** Files and archives: what they hold is their value. */
export const assets = [
    story(
        "sends text assets and archives",
        up(
            thing({
                file: new pulumi.asset.StringAsset("hello"),
                folder: new pulumi.asset.AssetArchive({
                    inner: new pulumi.asset.StringAsset("world"),
                }),
            }),
        ),
        again({ steps: "same a", calls: [] }),
        up(
            thing({
                file: new pulumi.asset.StringAsset("changed"),
                folder: new pulumi.asset.AssetArchive({
                    inner: new pulumi.asset.StringAsset("world"),
                }),
            }),
            { steps: "update a" },
        ),
    ),
    story(
        "sees in a preview that a file changed which is an asset",
        up(() => {
            fs.writeFileSync(file, "one");
            new Thing("a", { file: new pulumi.asset.FileAsset(file) });
        }),
        again({ steps: "same a" }),
        preview(
            () => {
                fs.writeFileSync(file, "two");
                new Thing("a", { file: new pulumi.asset.FileAsset(file) });
            },
            { steps: "update a" },
        ),
    ),
    story(
        "sees that a file of a folder changed which is an archive",
        up(() => {
            fs.mkdirSync(`${file}.d/inner`, { recursive: true });
            fs.writeFileSync(`${file}.d/inner/x.txt`, "one");
            new Thing("a", { folder: new pulumi.asset.FileArchive(`${file}.d`) });
        }),
        again({ steps: "same a" }),
        up(
            () => {
                fs.writeFileSync(`${file}.d/inner/x.txt`, "two");
                new Thing("a", { folder: new pulumi.asset.FileArchive(`${file}.d`) });
            },
            { steps: "update a" },
        ),
    ),
];
