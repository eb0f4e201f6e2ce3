import { accessSamples } from "./accessSamples";
import { pipelineSamples } from "./pipelineSamples";
import { codeSamples } from "./samples";

const [policies, rest] = [accessSamples.slice(0, 1), accessSamples.slice(1)];

/** One resource of each type, in the order in which they can be created. */
export const devOpsSamples = [...codeSamples, ...policies, ...pipelineSamples, ...rest];
