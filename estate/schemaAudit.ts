import type { z } from "zod";

import { section, text } from "./schemaParts";
import { shapes } from "./shapes";

/** Where events of the project are sent; its password is no part of an estate. */
export const auditSink = section("an object with url and username", {
    url: text(shapes.httpsAddress).describe("Address of the sink."),
    username: text(shapes.basicUser).describe(
        "User name that it asks for. The password is a secret of the stack: `pulumi config set --secret gatehouse:azureDevOpsAuditPassword`.",
    ),
});

export type AuditSinkForm = z.infer<typeof auditSink>;
