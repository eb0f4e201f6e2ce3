import { tokenResources } from "../cloudFacts";
import { sh } from "./sh";

/**
 * An Azure DevOps agent for one job, registered with an Entra token of the machine's identity in
 * the place of a personal access token. Software a job could have changed never gets such a token,
 * so it is root that removes the agent from the pool afterwards.
 */
export const azureDevOps = sh`
register() {
    rm -f "$job/agent/.agent" "$job/agent/.credentials" "$job/agent/.credentials_rsaparams"
    azure_token ${tokenResources.azureDevOps} || return 1
    # shellcheck disable=SC2016 # expanded by the inner shell, which reads the value
    printf '%s\n' "$value" | as_agent gatehouse-setup bash -c '
        IFS= read -r VSTS_AGENT_INPUT_TOKEN
        export VSTS_AGENT_INPUT_TOKEN
        exec ./config.sh "$@" </dev/null' config --unattended --acceptTeeEula \
        --url "$organization_url" --auth PAT --pool "$pool" --agent "$name" --replace \
        --work _work || return 1
    value='' answer=''
    answer=$(<"$job/agent/.agent")
    number agentId && agent_id=$value && number poolId && pool_id=$value
}

number() {
    local shape="\"$1\"[[:space:]]*:[[:space:]]*([0-9]+)"
    [[ $answer =~ $shape ]] && value=\${BASH_REMATCH[1]}
}

# The listener itself, not run.sh, which would start it again after an update.
run_job() {
    as_agent gatehouse-job env agent.disableupdate=1 ./bin/Agent.Listener run --once </dev/null
}

deregister() {
    [[ -n $agent_id ]] || return 0
    remove_agent || say 'the agent stays in the pool, offline'
}

remove_agent() {
    azure_token ${tokenResources.azureDevOps} || return 1
    request DELETE "$organization_url/_apis/distributedtask/pools/$pool_id/agents/$agent_id?api-version=7.1" \
        "$(option header "Authorization: Bearer $value")"
}
`;
