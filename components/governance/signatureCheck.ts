/** Name of the job that verifies signatures: what a guard requires as a check. */
export const signatureCheckName = "verify signatures";

/** The action that checks out, with the commit it stands for. */
const checkoutAction = {
    // source: releases of github.com/actions/checkout, v4.2.2; date: 2026-11-21
    reference: "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
    version: "v4.2.2",
} as const;

/** Where keys are registered, by host: under paths of the guarding team in CODEOWNERS. */
export const signaturesPath = {
    github: ".github/allowed_signers",
    azureDevOps: ".azuredevops/allowed_signers",
} as const;

/**
 * Script of the check, for bash. It reads from the environment `TARGET`, the branch that a change goes
 * to, `HEAD`, the last commit of the change, and `SIGNERS`, the path of the registered keys in
 * OpenSSH's format of allowed signers, one mail address a line.
 *
 * A commit passes when it has an SSH signature, the key is registered in the target branch (a change cannot
 * register the key it is signed with) and for the committer named in it. OpenPGP and X.509 signatures do
 * not pass, whatever keys the machine knows. Nor do commits that a host makes in the browser: update a
 * branch by rebasing it where the key is.
 */
export const signatureScript = `set -euo pipefail
protected="origin/\${TARGET#refs/heads/}"
registered="$(mktemp)"
trap 'rm -f "$registered"' EXIT
git cat-file blob "$protected:$SIGNERS" > "$registered"
git_checked() {
  git -c gpg.ssh.allowedSignersFile="$registered" -c gpg.minTrustLevel=fully \\
    -c gpg.openpgp.program=false -c gpg.x509.program=false "$@"
}
commits="$(git rev-list "$protected..$HEAD")"
refused=0
for commit in $commits; do
  signer="$(git_checked log -1 --format=%GS "$commit")"
  committer="$(git log -1 --format=%ce "$commit")"
  if ! git_checked verify-commit "$commit" 2> /dev/null; then
    echo "refused: $commit by $committer has no signature of a registered key"
    refused=1
  elif [ "$signer" != "$committer" ]; then
    echo "refused: $commit by $committer is signed with the key of $signer"
    refused=1
  fi
done
[ "$refused" -eq 0 ] && echo "every signature is of a registered key"
`;

function indented(text: string, spaces: number): string {
    const margin = " ".repeat(spaces);
    return text
        .trimEnd()
        .split("\n")
        .map((line) => (line === "" ? line : margin + line))
        .join("\n");
}

/**
 * The workflow for GitHub. Required by an organisation's ruleset from the platform's repository, no change
 * of another repository can edit it; in a repository of its own, CODEOWNERS guards it.
 */
export function signatureWorkflow(): string {
    return `name: signatures
on:
  pull_request:
permissions:
  contents: read
jobs:
  signatures:
    name: ${signatureCheckName}
    runs-on: ubuntu-24.04
    steps:
      - uses: ${checkoutAction.reference} # ${checkoutAction.version}
        with:
          ref: \${{ github.event.pull_request.head.sha }}
          fetch-depth: 0
          persist-credentials: false
      - name: ${signatureCheckName}
        shell: bash
        env:
          TARGET: \${{ github.base_ref }}
          HEAD: \${{ github.event.pull_request.head.sha }}
          SIGNERS: ${signaturesPath.github}
        run: |
${indented(signatureScript, 10)}
`;
}

/**
 * The pipeline for Azure DevOps: build validation of protected branches. A pull request runs the file as
 * the request has it, so it stands under a path for which the guarding group has to review: a change of
 * the check is seen by those who guard it.
 */
export function signaturePipeline(): string {
    return `trigger: none
pool:
  vmImage: ubuntu-24.04
steps:
  - checkout: self
    fetchDepth: 0
    persistCredentials: false
  - bash: |
${indented(signatureScript, 6)}
    displayName: ${signatureCheckName}
    env:
      TARGET: $(System.PullRequest.TargetBranch)
      HEAD: $(System.PullRequest.SourceCommitId)
      SIGNERS: ${signaturesPath.azureDevOps}
`;
}
