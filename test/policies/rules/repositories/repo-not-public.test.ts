import { UNKNOWN } from "../../../../model/known";
import { repoNotPublic } from "../../../../policies/rules/repositories/repo-not-public";
import { describeRule } from "../../../support/describeRule";
import { repositoryWith } from "../../../support/repositoryCases";

describeRule(repoNotPublic, {
    denied: [
        {
            name: "a public repository",
            ...repositoryWith({ visibility: "public" }),
            findings: ["visibility"],
        },
        {
            name: "a repository that says nothing, which GitHub makes public",
            ...repositoryWith({ visibility: null }),
            findings: ["visibility"],
        },
        {
            name: "a repository that is not private by the older property",
            ...repositoryWith({ visibility: null, private: false }),
            findings: ["private"],
        },
        {
            name: "one that is not among those accepted",
            ...repositoryWith({ name: "web", visibility: "public" }),
            config: { publicRepositories: ["docs"] },
            findings: ["visibility"],
        },
    ],
    allowed: [
        {
            name: "one that the user accepts by name",
            ...repositoryWith({ name: "docs", visibility: "public" }),
            config: { publicRepositories: ["docs"] },
        },
        { name: "a private repository", ...repositoryWith({}) },
        { name: "an internal repository", ...repositoryWith({ visibility: "internal" }) },
        {
            name: "a repository that is private by the older property",
            ...repositoryWith({ visibility: null, private: true }),
        },
    ],
    undecidable: [
        {
            name: "an unknown name where some are accepted",
            ...repositoryWith({ name: UNKNOWN, visibility: "public" }),
            config: { publicRepositories: ["docs"] },
        },
        { name: "a visibility that is not known yet", ...repositoryWith({ visibility: UNKNOWN }) },
        {
            name: "the older property",
            ...repositoryWith({ visibility: null, private: UNKNOWN }),
        },
    ],
    tokens: ["github:index:Repository"],
});
