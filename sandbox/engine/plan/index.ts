/** `preview --save-plan` and `up --plan`: an update held to its reviewed preview. */
export { readPlan } from "./file";
export { PlanGuard } from "./guard";
export { keepPlan } from "./keep";
