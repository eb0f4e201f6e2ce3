// Loaded first (`node --require`) in the program and the policy packs, whose hosts do not notice when the
// engine is killed: without it they would wait forever for a call that cannot come.
const engine = Number(process.env.GATEHOUSE_ENGINE_PID);

if (engine > 0) {
    setInterval(() => {
        if (process.ppid !== engine) process.exit(1);
    }, 500).unref();
}
