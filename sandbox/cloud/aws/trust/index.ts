import type { ResourceType } from "../../resourceType";
import {
    authorityPermission,
    authorityPolicy,
    certificate,
    certificateAuthority,
    issuedCertificate,
} from "./certificates";
import { artifactRepository, domain, domainPermissions } from "./codeArtifact";
import { distribution, imagePipeline, originAccessControl } from "./distribution";
import { rolesAnywhereProfile, trustAnchor } from "./rolesAnywhere";
import { signingProfile, signingProfilePermission } from "./signing";

/** Emulated types of this folder. */
export const trustTypes: readonly ResourceType[] = [
    authorityPermission,
    authorityPolicy,
    certificate,
    certificateAuthority,
    issuedCertificate,
    artifactRepository,
    domain,
    domainPermissions,
    distribution,
    imagePipeline,
    originAccessControl,
    rolesAnywhereProfile,
    trustAnchor,
    signingProfile,
    signingProfilePermission,
];
