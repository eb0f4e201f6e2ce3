import { FaultsError, readFaults, type FaultsConfiguration } from "../cloud/faults";
import { EngineError } from "../engine/api";

/**
 * The faults asked for, by GATEHOUSE_FAULTS or a file in the cloud's folder.
 * @throws EngineError with exit code 2 that lists everything wrong with them.
 */
export function faultsOf(cloud: string, env: NodeJS.ProcessEnv): FaultsConfiguration | undefined {
    try {
        return readFaults(cloud, env);
    } catch (error) {
        if (error instanceof FaultsError) throw new EngineError(error.message, error.exitCode);
        throw error;
    }
}

/** For the title of a run: that not everything in it is well. */
export function faultsTitle(faults: FaultsConfiguration | undefined): string {
    return faults === undefined ? "" : `, with faults: ${faults.title}`;
}
