import fc from "fast-check";

// Random values are the same in every run: what fails for somebody fails for everybody, and CI never for
// the first time. The soak draws new ones and says from which seed (scripts/soak.mjs).
const { GATEHOUSE_SOAK: soak, GATEHOUSE_SOAK_SEED: given } = process.env;
fc.configureGlobal({ seed: soak === "1" ? Number(given ?? Date.now()) : 20261121 });
