import type { CloudFunction } from "../resourceType";

/**
 * Addresses as GitHub publishes them, a few of each kind: enough to build rules from, not the real list.
 * source: GitHub's REST interface, `GET /meta`; date: 2026-11-21
 */
const ranges: Readonly<Record<string, readonly [v4: readonly string[], v6: readonly string[]]>> = {
    actions: [["4.148.0.0/16", "20.96.133.0/24"], []],
    actionsMacos: [["13.105.49.0/24"], []],
    api: [["192.30.252.0/22", "185.199.108.0/22", "140.82.112.0/20"], ["2a0a:a440::/29"]],
    dependabot: [["18.213.123.130/32"], []],
    git: [["192.30.252.0/22", "185.199.108.0/22", "140.82.112.0/20"], ["2a0a:a440::/29"]],
    githubEnterpriseImporter: [["192.30.252.0/22", "20.99.172.64/28"], []],
    hooks: [["192.30.252.0/22", "140.82.112.0/20"], ["2606:50c0::/32"]],
    importer: [["52.23.85.212/32"], []],
    packages: [["140.82.121.33/32", "140.82.121.34/32"], []],
    pages: [["192.30.252.153/32", "185.199.108.153/32"], ["2606:50c0:8000::153/128"]],
    web: [["192.30.252.0/22", "185.199.108.0/22", "140.82.112.0/20"], ["2a0a:a440::/29"]],
};

/** Kinds whose name is one list already. */
const plural = new Set(["actions", "actionsMacos", "hooks", "packages", "pages"]);

/** GitHub's addresses, by what they are used for. */
export const getIpRanges: CloudFunction = () =>
    Object.fromEntries([
        ["id", "github-ip-ranges"],
        ...Object.entries(ranges).flatMap(([kind, [v4, v6]]) => [
            [plural.has(kind) ? kind : `${kind}s`, [...v4, ...v6]],
            [`${kind}Ipv4s`, [...v4]],
            [`${kind}Ipv6s`, [...v6]],
        ]),
    ]) as Record<string, string | string[]>;
