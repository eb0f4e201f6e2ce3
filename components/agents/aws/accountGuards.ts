import { EncryptionByDefault } from "@pulumi/aws/ebs/encryptionByDefault";
import { SnapshotBlockPublicAccess } from "@pulumi/aws/ebs/snapshotBlockPublicAccess";
import { ImageBlockPublicAccess } from "@pulumi/aws/ec2/imageBlockPublicAccess";
import { InstanceMetadataDefaults } from "@pulumi/aws/ec2/instanceMetadataDefaults";
import { VpcBlockPublicAccessOptions } from "@pulumi/aws/ec2/vpcBlockPublicAccessOptions";

import type { Placement } from "./placement";

/** What holds for every machine of the account in the region, also those nobody thought of. */
export function guardMachines({ parent, name, region, dependsOn }: Placement): void {
    new EncryptionByDefault(`${name}-encryption`, { region, enabled: true }, { parent, dependsOn });
    new InstanceMetadataDefaults(
        `${name}-metadata`,
        {
            region,
            httpEndpoint: "enabled",
            httpTokens: "required",
            httpPutResponseHopLimit: 1,
            instanceMetadataTags: "disabled",
        },
        { parent, dependsOn },
    );
    new ImageBlockPublicAccess(
        `${name}-images`,
        { region, state: "block-new-sharing" },
        { parent, dependsOn },
    );
    new SnapshotBlockPublicAccess(
        `${name}-snapshots`,
        { region, state: "block-all-sharing" },
        { parent, dependsOn },
    );
}

/** Blocks internet gateways of all VPCs in the region; NAT gateways still get out where needed. */
export function blockPublicAccess(
    { parent, name, region, dependsOn }: Placement,
    needsWayOut: boolean,
): void {
    new VpcBlockPublicAccessOptions(
        `${name}-block`,
        { region, internetGatewayBlockMode: needsWayOut ? "block-ingress" : "block-bidirectional" },
        { parent, dependsOn },
    );
}
