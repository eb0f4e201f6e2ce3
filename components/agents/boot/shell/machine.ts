import { sh } from "./sh";

/** The account of the agent, its folder in memory, and the software in it. */
export const machine = sh`
# An account of its own: no password, no shell, no group but its own, so neither sudo nor docker.
make_account() {
    if ! id -u "$agent" >/dev/null 2>&1; then
        useradd --no-create-home --home-dir "$job/home" --shell /usr/sbin/nologin --user-group "$agent"
    fi
    agent_uid=$(id -u "$agent")
    [[ $agent_uid != 0 ]] || die "$agent is root"
    [[ $(id -nG "$agent") == "$agent" ]] || die "$agent is in other groups"
}

# Ends what the account still runs and removes what it left.
wipe() {
    local folder failed=0
    [[ -n $agent_uid ]] || return 1
    systemctl stop gatehouse-job.service gatehouse-setup.service 2>/dev/null || true
    pkill -KILL -u "$agent_uid" || true
    if mountpoint --quiet "$job"; then
        umount "$job" || umount --lazy "$job" || failed=1
    fi
    rm -rf --one-file-system -- "$job" || failed=1
    for folder in /tmp /var/tmp /dev/shm /run/lock /var/crash; do
        if [[ -d $root$folder ]]; then
            find "$root$folder" -xdev -mindepth 1 -uid "$agent_uid" -delete || failed=1
        fi
    done
    return "$failed"
}

make_folder() {
    install -d -m 0755 "\${job%/*}" "$job"
    mount -t tmpfs -o "size=\${work_megabytes}m,mode=0755,nosuid,nodev" gatehouse "$job"
    mkdir -m 0700 "$job/home" "$job/agent"
}

download() {
    curl --disable --silent --show-error --fail --location --proto '=https' --proto-redir '=https' \
        --tlsv1.2 --max-time 300 --output "$job/agent.tar.gz" "$archive_url"
}

# Nothing is unpacked before its checksum is right.
install_agent() {
    local arch sum archive_url
    case $(uname -m) in
        x86_64) arch=x64 sum=$sha256_x64 ;;
        aarch64) arch=arm64 sum=$sha256_arm64 ;;
        *) die "no agent for $(uname -m)" ;;
    esac
    archive_url=\${archive//'{arch}'/$arch}
    retry download || die 'the agent could not be downloaded'
    printf '%s  %s\n' "$sum" "$job/agent.tar.gz" | sha256sum --check --status ||
        die 'the checksum of the agent is wrong'
    tar --extract --gzip --no-same-owner --file "$job/agent.tar.gz" --directory "$job/agent"
    rm -f "$job/agent.tar.gz"
    chown --recursive "$agent:$agent" "$job/home" "$job/agent"
}

# as_agent UNIT COMMAND...: in a unit of its own, which sees nothing of this shell but its input.
as_agent() {
    local property
    local -a options=()
    for property in "\${unit_properties[@]}"; do
        options+=("--property=$property")
    done
    systemd-run --quiet --wait --pipe --collect --service-type=exec --unit="$1" \
        "\${options[@]}" --property="User=$agent" --property="Group=$agent" \
        --property="ReadWritePaths=$job" --working-directory="$job/agent" \
        --setenv="HOME=$job/home" --setenv="USER=$agent" --setenv=LANG=C.UTF-8 \
        --setenv="PATH=$PATH" -- "\${@:2}"
}

# The rules are in place; this asks the metadata service as the agent and must get no answer.
prove_metadata_closed() {
    if runuser -u "$agent" -- curl --disable --silent --output /dev/null --noproxy '*' --max-time 3 \
        http://169.254.169.254/; then
        die 'the agent reaches the metadata service'
    fi
}
`;

/**
 * What the service manager holds the job to. One unit is one control group: when its main process
 * ends, everything it started is killed.
 *
 * source: systemd.exec(5), systemd.resource-control(5). From memory. date: 2026-11-21
 */
export const unitProperties = [
    "NoNewPrivileges=yes",
    "CapabilityBoundingSet=",
    "ProtectSystem=strict",
    "ProtectHome=yes",
    "PrivateTmp=yes",
    "ProtectProc=invisible",
    "ProtectKernelTunables=yes",
    "ProtectKernelModules=yes",
    "ProtectKernelLogs=yes",
    "ProtectControlGroups=yes",
    "ProtectClock=yes",
    "RestrictSUIDSGID=yes",
    "LimitCORE=0",
    "IPAddressDeny=169.254.169.254/32 fd00:ec2::254/128",
    "KillMode=control-group",
];
