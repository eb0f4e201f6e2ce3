#!/bin/bash
# Registration of the dry runs: what it was given, and the file the real one leaves.
state=${HOME%/root/*}/state
printf '%s\n' "$*" >"$state/config-arguments"
printf '%s' "$VSTS_AGENT_INPUT_TOKEN" >"$state/config-token"
printf '{\n  "agentId": 12,\n  "agentName": "a",\n  "poolId": 34\n}' >.agent
