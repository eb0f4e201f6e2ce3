import fc from "fast-check";

// Random values are the same in every run: what fails for somebody fails for everybody, and CI never for
// the first time. The soak draws new ones.
if (process.env.GATEHOUSE_SOAK !== "1") fc.configureGlobal({ seed: 20261121 });
