import { sh } from "./sh";

/**
 * A GitHub runner for one job. The App's token is signed where its key lives; the installation
 * token it is exchanged for may register runners and nothing else, and is revoked before the job.
 */
export const github = sh`
# A token of the App, six minutes long, in $jwt.
app_token() {
    local now head body digest
    printf -v now '%(%s)T' -1
    head=$(printf '{"alg":"RS256","typ":"JWT"}' | base64url) || return 1
    body=$(printf '{"iat":%d,"exp":%d,"iss":"%s"}' $((now - 60)) $((now + 300)) "$app_id" |
        base64url) || return 1
    digest=$(printf '%s' "$head.$body" | sha256sum | cut -c 1-64 | sed 's/../\\x&/g') || return 1
    digest=$(printf '%b' "$digest" | base64 --wrap=0) || return 1
    sign_digest "$digest" || return 1
    jwt="$head.$body.$(printf '%s' "$value" | tr '+/' '-_' | tr -d '=')"
}

# ask TOKEN METHOD PATH [lines of configuration]
ask() {
    request "$2" "https://api.github.com$3" "$(option header "Authorization: Bearer $1")" \
        "$(option header 'Accept: application/vnd.github+json')" \
        "$(option header 'X-GitHub-Api-Version: 2022-11-28')" "\${@:4}"
}

# Every attempt has a name of its own: one whose answer got lost may have taken the last.
register() {
    local jwt body
    attempts=$((attempts + 1))
    app_token || return 1
    ask "$jwt" POST "/app/installations/$installation_id/access_tokens" \
        "$(option data '{"permissions":{"organization_self_hosted_runners":"write"}}')" || return 1
    field token || return 1
    token=$value
    printf -v body '{"name":"%s","runner_group_id":%s,"labels":%s,"work_folder":"_work"}' \
        "$name-$attempts" "$runner_group_id" "$labels"
    jit=''
    if ask "$token" POST "/orgs/$organization/actions/runners/generate-jitconfig" \
        "$(option data "$body")" && field encoded_jit_config; then
        jit=$value
    fi
    retry revoke || die 'the installation token could not be revoked'
    token='' value='' answer=''
    [[ -n $jit ]]
}

revoke() {
    ask "$token" DELETE /installation/token
}

# The listener itself, not run.sh: that would start it again after an update or an error.
# It takes its configuration out of its environment before the job starts.
run_job() {
    # shellcheck disable=SC2016 # expanded by the inner shell, which reads the value
    printf '%s\n' "$jit" | as_agent gatehouse-job bash -c '
        IFS= read -r ACTIONS_RUNNER_INPUT_JITCONFIG
        export ACTIONS_RUNNER_INPUT_JITCONFIG
        exec ./bin/Runner.Listener run </dev/null'
}

deregister() {
    jit=''
}
`;
