export { loadProject } from "./loadProject";
export { loadStackConfig } from "./loadStackConfig";
export type * from "./types";
