export type { FaultsConfiguration } from "./configuration";
export { Faults } from "./hook";
export { FaultsError, parseFaults, readFaults } from "./read";
