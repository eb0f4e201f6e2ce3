import { Document } from "@pulumi/aws/ssm/document";

import { common, type Placement } from "./placement";

/**
 * How somebody looks at a machine: a session of Systems Manager, started with this document. Every
 * line goes to the pool's log as it is written. There is no other way in.
 */
export function createSessionDocument(place: Placement, logGroupName: string): Document {
    const { parent, name, prefix, dependsOn } = place;
    return new Document(
        `${name}-session`,
        {
            ...common(place, "session"),
            name: `${prefix}-session`,
            documentType: "Session",
            documentFormat: "JSON",
            content: JSON.stringify({
                schemaVersion: "1.0",
                description: `Sessions on machines of ${prefix}, logged`,
                sessionType: "Standard_Stream",
                inputs: {
                    cloudWatchLogGroupName: logGroupName,
                    cloudWatchEncryptionEnabled: true,
                    cloudWatchStreamingEnabled: true,
                    idleSessionTimeout: "15",
                    maxSessionDuration: "60",
                    runAsEnabled: false,
                },
            }),
        },
        { parent, dependsOn },
    );
}
