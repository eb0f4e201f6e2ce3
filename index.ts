import * as pulumi from "@pulumi/pulumi";

import { PipelineEstate, type PipelineEstateArgs } from "./components/index";
import { EstateError, loadEstate } from "./estate";

const estate = new PipelineEstate("estate", configuredEstate());

export const vaultUri = estate.vaultUri;
export const repositories = estate.repositories;
export const clientIds = estate.clientIds;
export const subjects = estate.subjects;

/** The estate of the stack's configuration; its mistakes end the program without a stack trace. */
function configuredEstate(): PipelineEstateArgs {
    try {
        return loadEstate(new pulumi.Config().getObject("estate"));
    } catch (error) {
        throw error instanceof EstateError ? new pulumi.RunError(error.message) : error;
    }
}
