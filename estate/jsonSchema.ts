import { z } from "zod";

import { stackFileSchema } from "./schema";

/**
 * JSON Schema of a whole `Pulumi.<stack>.yaml`, for completion and checks in editors. It describes the
 * form; references between names are checked by `loadEstate` only. Committed as
 * `estate.schema.json`; `npm run docs` writes it.
 */
export function stackFileJsonSchema(): Record<string, unknown> {
    // Draft 7 is the newest that editors' YAML support knows well.
    const { $schema, ...schema } = z.toJSONSchema(stackFileSchema, {
        target: "draft-7",
        io: "input",
    });
    return { $schema, title: "A stack of Gatehouse", ...schema };
}
