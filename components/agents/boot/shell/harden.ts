import { sh } from "./sh";

/** No remote login, nothing of memory on the disk, no metadata service for anyone but root. */
export const harden = sh`
harden() {
    local -a logins=(ssh.socket ssh.service sshd.socket sshd.service)
    systemctl stop "\${logins[@]}" 2>/dev/null || true
    # By force: on Ubuntu sshd.service is a link that would be in the way.
    systemctl mask --quiet --force "\${logins[@]}" swap.target
    if systemctl is-active --quiet "\${logins[@]}"; then
        die 'remote login still runs'
    fi
    swapoff --all
    sysctl --quiet --write 'kernel.core_pattern=|/bin/false' fs.suid_dumpable=0 \
        fs.protected_hardlinks=1 fs.protected_symlinks=1 kernel.dmesg_restrict=1
    say 'hardened: no remote login, no swap, no core dumps'
}

# Root, and the system accounts that were named, may ask the metadata service; nobody else.
close_metadata() {
    local allowed=0 account number
    for account in "\${metadata_users[@]}"; do
        if number=$(id -u "$account" 2>/dev/null); then
            allowed+=", $number"
        fi
    done
    printf '%s\n' "\${firewall_rules//ALLOWED/$allowed}" | nft --file -
    nft list table inet gatehouse >/dev/null
    say 'metadata service closed'
}
`;
