export { Project, type ProjectArgs } from "./project";
