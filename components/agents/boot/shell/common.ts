import { sh } from "./sh";

/** What every boot program can do: say something, give up, try again. */
export const common = sh`
say() {
    printf 'gatehouse: %s\n' "$*"
    if [[ -d $private ]]; then
        printf 'gatehouse: %s\n' "$*" >>"$private/boot.log"
    fi
}

die() {
    say "$*" >&2
    exit 1
}

# Five attempts within half a minute.
retry() {
    local attempt
    for attempt in 1 2 3 4 5; do
        if "$@"; then
            return 0
        fi
        say "$1: attempt $attempt failed"
        sleep $((attempt * 2))
    done
    return 1
}
`;

/**
 * Asking a service. A request goes to curl through its standard input, never through its
 * arguments, which every process on the machine can read. Tokens live in variables of this shell
 * that are never exported.
 */
export const requests = sh`
# One line of curl's configuration.
option() {
    local value=\${2//\\/\\\\}
    printf '%s = "%s"\n' "$1" "\${value//\"/\\\"}"
}

# request METHOD URL [lines of configuration]: the body of the answer in $answer.
request() {
    answer=$(printf '%s\n' "request = \"$1\"" "url = \"$2\"" "\${@:3}" |
        curl --disable --config - --silent --show-error --fail --proto '=https' --tlsv1.2 --max-time 60)
}

# metadata METHOD PATH [lines of configuration]: the same from the machine's metadata service.
metadata() {
    answer=$(printf '%s\n' "request = \"$1\"" "url = \"http://169.254.169.254$2\"" "\${@:3}" |
        curl --disable --config - --silent --show-error --fail --proto '=http' --noproxy '*' --max-time 10)
}

# field NAME: a string of the JSON in $answer, in $value. Tokens and signatures only: no escapes.
field() {
    local shape="\"$1\"[[:space:]]*:[[:space:]]*\"([A-Za-z0-9_.=+/~-]+)\""
    [[ $answer =~ $shape ]] && value=\${BASH_REMATCH[1]}
}

base64url() {
    base64 --wrap=0 | tr '+/' '-_' | tr -d '='
}
`;
