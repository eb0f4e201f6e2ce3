import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { githubHandler, newGitHub, type GitHubState } from "./github";
import { openStand, refusal, token, type Props, type Stand } from "./support";

describe("gatehouse-hosts on GitHub", () => {
    let stand: Stand;
    let state: GitHubState;
    beforeEach(async () => {
        stand = await openStand();
        state = newGitHub();
        stand.host.answer(githubHandler(state));
    });
    afterEach(() => stand.close());

    const up = (name: string, inputs: Props) => stand.engine.up(token(name), inputs);
    const read = (name: string, id: string, inputs: Props = {}) =>
        stand.engine.read(token(name), id, inputs);
    const update = (name: string, id: string, inputs: Props, olds: Props) =>
        stand.engine.update(token(name), id, inputs, olds);
    /** As the engine deletes: with what it remembers. */
    const remove = (name: string, id: string, inputs: Props) =>
        stand.engine.delete(token(name), id, inputs);
    const permissions = "/repos/acme/web/actions/permissions";

    it("keeps workflows of forks of a private repository off, and gives back GitHub's default", async () => {
        const name = "GitHubForkApproval";
        const inputs = { repository: "web", runWorkflowsFromForkPullRequests: false };
        const { id } = await up(name, inputs);
        assert.equal(id, "web");
        assert.deepEqual(stand.host.lately(), [
            `PUT ${permissions}/fork-pr-workflows-private-repos`,
        ]);
        assert.deepEqual(state.repositories.get("web")?.forks, {
            run_workflows_from_fork_pull_requests: false,
            send_write_tokens_to_workflows: false,
            send_secrets_and_variables: false,
            require_approval_for_fork_pr_workflows: true,
        });
        assert.deepEqual((await read(name, id, inputs)).inputs, inputs);
        const repository = state.repositories.get("web");
        assert.ok(repository);
        repository.forks = { ...repository.forks, send_secrets_and_variables: true };
        assert.deepEqual((await read(name, id, inputs)).inputs, {
            ...inputs,
            sendSecretsAndVariables: true,
        });
        const news = { ...inputs, runWorkflowsFromForkPullRequests: true };
        await update(name, id, news, inputs);
        const now = (await read(name, id, news)).inputs;
        assert.deepEqual(now, news);
        await remove(name, id, news);
        assert.deepEqual((await read(name, id, inputs)).inputs, inputs);
    });

    it("sets the approval of a public repository, and both settings of an organisation", async () => {
        const name = "GitHubForkApproval";
        const open = { repository: "open", approvalPolicy: "all_external_contributors" };
        await up(name, open);
        assert.equal(state.repositories.get("open")?.approval, "all_external_contributors");
        await remove(name, "open", open);
        assert.equal(state.repositories.get("open")?.approval, "first_time_contributors");
        const all = {
            approvalPolicy: "all_external_contributors",
            runWorkflowsFromForkPullRequests: false,
        };
        const { id } = await up(name, all);
        assert.equal(id, "~organization");
        assert.equal(state.orgApproval, "all_external_contributors");
        assert.deepEqual((await read(name, id, all)).inputs, all);
    });

    it("looks up by its id alone what it applies to", async () => {
        const found = await read("GitHubForkApproval", "open");
        assert.deepEqual(found.inputs, {
            repository: "open",
            approvalPolicy: "first_time_contributors_new_to_github",
        });
        assert.equal((await read("GitHubForkApproval", "gone")).id, "");
    });

    it("switches subjects to ids, leaves the template as it is, and tells the prefix", async () => {
        const name = "GitHubImmutableSubject";
        state.template.web = { use_default: false, keys: ["repo", "context"], immutable: false };
        const { id, outputs } = await up(name, { repository: "web" });
        assert.deepEqual(outputs, {
            repository: "web",
            useImmutableSubject: true,
            subjectPrefix: "repo:acme@1/web@5",
        });
        assert.deepEqual(state.template.web, {
            use_default: false,
            keys: ["repo", "context"],
            immutable: true,
        });
        state.template.web = { use_default: true, keys: [], immutable: false };
        const drifted = await read(name, id, { repository: "web" });
        assert.deepEqual(drifted.inputs, { repository: "web", useImmutableSubject: false });
        await remove(name, id, { repository: "web" });
        assert.equal(
            state.template.web.immutable,
            true,
            "created after GitHub's change of default",
        );
        await up(name, { repository: "open" });
        await remove(name, "open", { repository: "open" });
        assert.equal(state.template.open?.immutable, false, "created before it");
    });

    it("says so when GitHub accepts the switch and does not do it", async () => {
        stand.host.answer(({ method, path }) =>
            method === "PUT" && path.endsWith("/sub") ? { status: 201, body: {} } : undefined,
        );
        const message = await refusal(up("GitHubImmutableSubject", { repository: "web" }));
        assert.match(message, /accepted use_immutable_subject true but says false now/);
    });

    it("puts an app in front of an environment, and takes it away", async () => {
        const name = "GitHubDeploymentProtectionRule";
        const inputs = { repository: "web", environment: "production", integrationId: 15 };
        const { id, outputs } = await up(name, inputs);
        assert.equal(id, "web:production:100");
        assert.deepEqual(outputs, { ...inputs, ruleId: 100, appSlug: "app-15", enabled: true });
        assert.deepEqual((await read(name, id)).inputs, inputs);
        await remove(name, id, inputs);
        assert.equal((await read(name, id, inputs)).id, "");
        await remove(name, id, inputs);
    });

    it("switches private reports of vulnerabilities on and off", async () => {
        const name = "GitHubPrivateVulnerabilityReporting";
        const inputs = { repository: "open" };
        const { id } = await up(name, inputs);
        assert.ok(state.reporting.has("open"));
        state.reporting.clear();
        assert.deepEqual((await read(name, id, inputs)).inputs, { ...inputs, enabled: false });
        await update(name, id, { ...inputs, enabled: true }, inputs);
        assert.ok(state.reporting.has("open"));
        await remove(name, id, inputs);
        assert.equal(state.reporting.size, 0);
        const message = await refusal(up(name, { repository: "web" }));
        assert.match(
            message,
            /^PUT 127\.0\.0\.1:\d+\/repos\/acme\/web\/private-vuln.*: 422 public/,
        );
    });

    it("makes releases immutable, and knows who enforces it", async () => {
        const name = "GitHubImmutableReleases";
        const inputs = { repository: "web" };
        const { id, outputs } = await up(name, inputs);
        assert.deepEqual(outputs, { repository: "web", enforcedByOwner: false });
        state.immutable.clear();
        assert.deepEqual((await read(name, id, inputs)).inputs, { ...inputs, enabled: false });
        const all = { enforcedRepositories: "selected", selectedRepositoryIds: [6, 5] };
        await up(name, all);
        state.policy.ids.reverse();
        assert.deepEqual((await read(name, "~organization", all)).inputs, all);
        assert.equal((await read(name, id, inputs)).outputs.enforcedByOwner, true);
        await remove(name, id, inputs);
        await remove(name, "~organization", all);
        assert.deepEqual(state.policy, { enforced: "none", ids: [] });
        assert.equal((await read(name, "gone", { repository: "gone" })).id, "");
    });
});
