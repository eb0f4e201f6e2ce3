#!/bin/bash
# Stands in for every program that would change the machine or speak to the network. Writes down
# how it was called, with which environment, and fails when the machine's list of faults says so.
set -u
state=${0%/stubs/*}/state
name=${0##*/}
call="$name $*"
printf '%s\n' "${call//$'\n'/ }" >>"$state/calls"
export -p >>"$state/environments"
entra='' imds='' aws_secret='' aws_session='' installation='' jit=''
# shellcheck source=/dev/null
source "$state/secrets"

fails() {
    local fault
    while IFS= read -r fault; do
        # shellcheck disable=SC2053 # a fault is a pattern
        [[ $1 == $fault ]] && return 0
    done <"$state/faults"
    return 1
}

answer() {
    case $1 in
        'GET http://169.254.169.254/metadata/identity/oauth2/token?'*)
            printf '{"access_token":"%s","token_type":"Bearer"}' "$entra" ;;
        'PUT http://169.254.169.254/latest/api/token') printf '%s' "$imds" ;;
        'GET http://169.254.169.254/latest/meta-data/iam/security-credentials/') printf 'agents' ;;
        'GET http://169.254.169.254/latest/meta-data/iam/security-credentials/agents')
            printf '{\n  "AccessKeyId" : "ASIAEXAMPLE",\n  "SecretAccessKey" : "%s",\n  "Token" : "%s"\n}' \
                "$aws_secret" "$aws_session" ;;
        'POST https://kv-acme.vault.azure.net/keys/'*'/sign?api-version=7.4')
            printf '{"kid":"https://kv-acme.vault.azure.net/keys/k/1","value":"U0lH-Tk_VQ"}' ;;
        'POST https://kms.eu-west-1.amazonaws.com/')
            printf '{"KeyId":"arn:aws:kms:k","Signature":"U0lH+Tk/VQ==","SigningAlgorithm":"R"}' ;;
        'POST https://logs.eu-west-1.amazonaws.com/')
            [[ $config =~ data-binary\ =\ \"@([^\"]*) ]] && cat "${BASH_REMATCH[1]}" >>"$state/shipped"
            return 0 ;;
        'POST https://api.github.com/app/installations/99/access_tokens')
            printf '{"token":"%s","expires_at":"2030-01-01T00:00:00Z"}' "$installation" ;;
        'POST https://api.github.com/orgs/acme/actions/runners/generate-jitconfig')
            printf '{"runner":{"id":1,"name":"r","os":"unknown"},"encoded_jit_config":"%s"}' "$jit" ;;
        'DELETE https://api.github.com/installation/token') ;;
        'DELETE https://dev.azure.com/acme/_apis/distributedtask/pools/34/agents/12?api-version=7.1') ;;
        'GET https://'*'.tar.gz') cp "$state/agent.tar.gz" "$output" ;;
        *) return 22 ;;
    esac
}

curl() {
    config='' output='' method=GET url=${!#}
    while (($# > 0)); do
        case $1 in
            --config) config=$(cat) ;;
            --output) output=$2 ;;
        esac
        shift
    done
    if [[ -n $config ]]; then
        [[ $config =~ request\ =\ \"([^\"]*)\" ]] && method=${BASH_REMATCH[1]}
        [[ $config =~ url\ =\ \"([^\"]*)\" ]] && url=${BASH_REMATCH[1]}
    fi
    if [[ -n ${STUB_ACCOUNT:-} ]]; then
        # The metadata service answers whoever is not shut out.
        [[ ! -s $state/rules ]]
        return
    fi
    printf '%s\n%s\n--\n' "$method $url" "$config" >>"$state/requests"
    fails "$method $url" && return 22
    answer "$method $url"
}

systemd_run() {
    local folder=.
    local -a variables=()
    while [[ $1 != -- ]]; do
        case $1 in
            # The machine's health has its own test: here it would never end.
            --unit=gatehouse-health) return ;;
            --setenv=*) variables+=("${1#--setenv=}") ;;
            --working-directory=*) folder=${1#*=} ;;
        esac
        shift
    done
    cd "$folder" || return 1
    exec env -i "${variables[@]}" "${@:2}"
}

fails "$call" && exit 1
case $name in
    id)
        case "$*" in
            '-u gatehouse-agent') [[ -e $state/account ]] && echo 4321 ;;
            '-u syslog') echo 104 ;;
            '-nG gatehouse-agent') cat "$state/groups" ;;
            *) exit 1 ;;
        esac ;;
    useradd) touch "$state/account" ;;
    # Files belong to whoever runs the test, not to an account with the number 4321.
    find) command -p find "${@/#4321/$EUID}" ;;
    mount) touch "$state/mounted" ;;
    umount) rm "$state/mounted" ;;
    mountpoint) [[ -e $state/mounted ]] ;;
    nft) [[ $1 == list ]] || cat >"$state/rules" ;;
    logger) cat >>"$state/shipped" ;;
    ldconfig) echo libicuuc.so.74 ;;
    systemctl) [[ $1 == is-system-running && -e $state/running ]] && cat "$state/running"
        [[ $1 != is-active ]] || [[ "$* " == *" $(<"$state/active") "* ]] ;;
    systemd-run) systemd_run "$@" ;;
    runuser) STUB_ACCOUNT=$2 exec "${@:4}" ;;
    curl) curl "$@" ;;
esac
