export { exportDeployment, importDeployment } from "./exchange";
export { openStack } from "./openStack";
export type * from "./types";
