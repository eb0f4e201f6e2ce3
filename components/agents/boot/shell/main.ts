import { sh } from "./sh";

/** Puts the program where the service manager starts it at every boot, and starts it. */
export const install = sh`
install_service() {
    trap give_up EXIT
    install -D -m 0700 "\${BASH_SOURCE[0]}" "$root/usr/local/sbin/gatehouse-boot"
    mkdir -p "$root/etc/systemd/system"
    printf '%s\n' "$service_unit" >"$root/etc/systemd/system/gatehouse-boot.service"
    systemctl daemon-reload
    systemctl enable --quiet gatehouse-boot.service
    systemctl start "\${start_options[@]}" gatehouse-boot.service
    trap - EXIT
}

# A machine that is not as it should be takes no job.
give_up() {
    systemctl poweroff
}

begin() {
    umask 077
    ulimit -c 0
    rm -rf -- "$private"
    mkdir -p "$private"
}
`;

/** The few programs an image may lack. */
export const packages = sh`
# Images differ in what they bring along; packages are signed by the distribution.
install_missing() {
    local -a missing=()
    command -v nft >/dev/null || missing+=(nftables)
    command -v tar >/dev/null || missing+=(tar)
    if command -v dnf >/dev/null; then
        [[ $(ldconfig -p) == *libicuuc* ]] || missing+=(libicu)
    fi
    if ((\${#missing[@]} > 0)); then
        retry install_packages "\${missing[@]}" || die "missing: \${missing[*]}"
    fi
}

install_packages() {
    if command -v dnf >/dev/null; then
        dnf --quiet --assumeyes install "$@"
    else
        DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes install "$@"
    fi
}
`;

/** One job, from a clean machine to one that is off. */
export const oneJob = sh`
# The tail of the agent's own logs, read as the agent: a link it left leads nowhere it could not go.
collect_logs() {
    local file
    cat "$private/boot.log"
    find "$job/agent/_diag" -maxdepth 1 -type f -name '*.log' -print0 2>/dev/null |
        while IFS= read -r -d '' file; do
            printf '%s\n' "\${file##*/}"
            runuser -u "$agent" -- timeout 20 tail --bytes 100000 "$file" || true
        done
}

# Whatever happened: out with the log, away with the traces, off.
finish() {
    local status=$?
    trap - EXIT
    set +eu
    say "ends with status $status"
    systemctl stop gatehouse-job.service 2>/dev/null
    deregister
    ship_logs || say 'the log could not be sent'
    wipe || say 'not everything could be wiped'
    rm -rf -- "$private"
    rest
    systemctl poweroff
    exit "$status"
}

main() {
    begin
    trap finish EXIT
    local boot
    boot=$(</proc/sys/kernel/random/uuid)
    name=\${HOSTNAME,,}
    name=\${name//[^a-z0-9-]/-}
    name="$name_prefix-\${name:0:20}-\${boot:0:8}"
    install_missing
    harden
    make_account
    wipe || die 'the machine cannot be wiped'
    close_metadata
    prove_metadata_closed
    make_folder
    install_agent
    retry register || die 'the agent could not be registered'
    say "registered as $name"
    show_health || die 'nobody can be told how the machine is'
    run_job || die 'the job did not end well'
}
`;

/** For a machine whose agent somebody else installs. */
export const hardenOnly = sh`
main() {
    begin
    trap give_up EXIT
    install_missing
    harden
    close_metadata
    trap - EXIT
}
`;

/** Without an argument, as cloud-init starts it: install. The service says "run". */
export const entry = sh`
case \${1:-install} in
    install) install_service ;;
    run) main ;;
esac
`;
