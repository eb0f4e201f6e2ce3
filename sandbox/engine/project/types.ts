/**
 * What the engine needs of `Pulumi.yaml` and `Pulumi.<stack>.yaml`.
 * Broken YAML, a wrong shape and configuration that does not fit its declaration are EngineErrors
 * (exit 2) that list every problem with file, line, value seen and what is allowed.
 */

/** A type as Pulumi.yaml spells it; an array says what its elements are. */
export interface ItemType {
    readonly type: "string" | "boolean" | "integer" | "array" | "object";
    readonly items?: ItemType | undefined;
}

/** One key of Pulumi.yaml's `config` section, its name qualified: "gatehouse:estate". */
export interface ConfigDeclaration {
    readonly key: string;
    readonly type?: ItemType["type"];
    /** Of an array: what its elements are. */
    readonly items?: ItemType;
    readonly description?: string;
    readonly secret: boolean;
    /** In the form PULUMI_CONFIG carries: text, objects as JSON text. Undefined: none, so required. */
    readonly default?: string;
}

export interface Project {
    readonly name: string;
    /** Absolute path of Pulumi.yaml (or Pulumi.yml). */
    readonly file: string;
    /** Absolute path of the folder it lies in: `--root-directory` of the language host. */
    readonly dir: string;
    /** Absolute path of the program, a folder or a file: `main`, else `dir`. */
    readonly main: string;
    /** Absolute path of the folder with the stack files: `stackConfigDir`, else `dir`. */
    readonly stackConfigDir: string;
    readonly description?: string;
    readonly runtime: {
        readonly name: string;
        /** `options.typescript`; true when not given, as in the Node language host. */
        readonly typescript: boolean;
        /** `options.nodeargs` split at blanks, quotes respected. */
        readonly nodeargs: readonly string[];
        /** Every option as written. */
        readonly options: Readonly<Record<string, unknown>>;
    };
    readonly config: readonly ConfigDeclaration[];
    /** `plugins.providers`: plugins that lie in folders. */
    readonly plugins: readonly PluginFolder[];
}

/** A plugin that is run from its sources. */
export interface PluginFolder {
    /** Of the package. */
    readonly name: string;
    /** Absolute path of the folder with its PulumiPlugin.yaml. */
    readonly dir: string;
}

/** Configuration of one stack, decrypted, defaults filled. */
export interface StackConfig {
    /** PULUMI_CONFIG: "project:key" to text; objects and lists as JSON text, secrets in clear. */
    readonly values: Readonly<Record<string, string>>;
    /** PULUMI_CONFIG_SECRET_KEYS: keys that are secret or contain a secret, sorted. */
    readonly secretKeys: readonly string[];
    /** Every single text that was decrypted, also from inside objects: to keep out of messages. */
    readonly secretTexts?: readonly string[];
    /** `encryptionsalt`, to hand to openStack. */
    readonly encryptionSalt?: string;
    /** Absolute path of the stack file; undefined when the stack has none (and so only defaults). */
    readonly file?: string;
}
