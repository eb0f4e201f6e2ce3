#!/bin/bash
# The agent of the dry runs. Takes its configuration as the real one does, then is the job: writes
# down all it can see and leaves files wherever it can.
root=${HOME%/var/lib/*}
state=${root%/*}/state
printf '%s %s\n' "${0##*/}" "$*" >>"$state/listeners"
printf '%s' "${ACTIONS_RUNNER_INPUT_JITCONFIG:-}" >"$state/listener-configuration"
unset ACTIONS_RUNNER_INPUT_JITCONFIG
job=$(wc -l <"$state/listeners")
job=$((job))
env >"$state/job-$job.environment"
cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\0' ' ' >"$state/job-$job.processes"
cp "$state/rules" "$state/job-$job.rules"
folders=("$HOME" "$PWD" "$root/tmp" "$root/var/tmp" "$root/dev/shm")
find "${folders[@]}" -name 'left-by-*' >"$state/job-$job.sees"
mkdir -p _work/repository _diag
for folder in "${folders[@]}" _work/repository; do
    mkdir -p "$folder/.cache"
    echo "of job $job" | tee "$folder/left-by-$job" >"$folder/.cache/left-by-$job"
done
printf 'line of job %s: "quoted" \\ back \xc3\xa9\n' "$job" >"_diag/Worker_$job.log"
ln -s "$state/secrets" _diag/link.log
if [[ -e $state/signal ]]; then
    signal=$(<"$state/signal")
    rm "$state/signal"
    kill "-$signal" 0
fi
exit "$(cat "$state/exit")"
