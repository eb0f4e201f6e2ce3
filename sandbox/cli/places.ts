import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/**
 * Where the sandbox keeps what it writes: all of it below `.sandbox/` in the project, or the folder that
 * GATEHOUSE_SANDBOX_DIR names.
 */
export interface Places {
    readonly root: string;
    /** The embedded engine's state. */
    readonly state: string;
    /** What the emulated services remember. */
    readonly cloud: string;
    /** State, settings and working copy of the real CLI. */
    readonly pulumi: string;
    readonly passphrase: string;
}

/**
 * The folders, made if need be, and the passphrase of the state's secrets: PULUMI_CONFIG_PASSPHRASE, else a
 * random one of this sandbox, in a file only its owner can read.
 */
export function openPlaces(projectDir: string, env: NodeJS.ProcessEnv): Places {
    const root = path.resolve(projectDir, env.GATEHOUSE_SANDBOX_DIR ?? ".sandbox");
    fs.mkdirSync(root, { recursive: true });
    return {
        root,
        state: path.join(root, "state"),
        cloud: path.join(root, "cloud"),
        pulumi: path.join(root, "pulumi"),
        passphrase: env.PULUMI_CONFIG_PASSPHRASE ?? ownPassphrase(path.join(root, "passphrase")),
    };
}

function ownPassphrase(file: string): string {
    try {
        return fs.readFileSync(file, "utf8");
    } catch {
        const passphrase = randomBytes(24).toString("base64url");
        try {
            // "wx": of two first runs at once, one wins and both use its passphrase.
            fs.writeFileSync(file, passphrase, { mode: 0o600, flag: "wx" });
            return passphrase;
        } catch {
            return fs.readFileSync(file, "utf8");
        }
    }
}
