/**
 * The emulated cloud as a plugin of its own: prints its port, serves until it is told to stop or
 * whoever started it is gone. Its contents lie in the folder GATEHOUSE_CLOUD_DIR.
 */
import { FaultsError, readFaults, type FaultsConfiguration } from "./faults";
import { startCloud } from "./index";

const dir = process.env.GATEHOUSE_CLOUD_DIR;
if (dir === undefined || dir === "") {
    console.error("GATEHOUSE_CLOUD_DIR must name the folder of the emulated cloud");
    process.exit(2);
}

let faults: FaultsConfiguration | undefined;
try {
    faults = readFaults(dir, process.env);
} catch (error) {
    if (!(error instanceof FaultsError)) throw error;
    console.error(error.message);
    process.exit(error.exitCode);
}

const crash = () => process.kill(process.pid, "SIGKILL");

startCloud({ dir, faults, crash }).then(
    (cloud) => {
        process.stdout.write(`${cloud.address.split(":")[1] ?? ""}\n`);
        const end = (inOrder: boolean) => {
            void cloud.close(inOrder).then(() => process.exit(0));
        };
        process.once("SIGTERM", () => end(true));
        process.once("SIGINT", () => end(true));
        // An engine that was killed cannot tell its plugins to stop.
        const parent = Number(process.env.GATEHOUSE_ENGINE_PID) || process.ppid;
        setInterval(() => {
            if (process.ppid !== parent) {
                end(false);
            }
        }, 500).unref();
    },
    (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
    },
);
