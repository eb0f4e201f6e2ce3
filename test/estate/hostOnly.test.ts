import { describe } from "mocha";

import { onDevOps } from "./devOpsSample";
import { refuses } from "./sample";

describe("estate: what only GitHub knows, written of Azure DevOps", () => {
    refuses([
        [
            "a description",
            onDevOps({ description: "Takes the money." }),
            "repositories[0].description",
            '"Takes the money."',
            /keeps no description/,
        ],
        [
            "the app that reports a check",
            onDevOps({ checks: [{ context: "build", integrationId: 15368 }] }),
            "repositories[0].checks[0].integrationId",
            "15368",
            /a check is a pipeline of the repository/,
        ],
    ]);
});
