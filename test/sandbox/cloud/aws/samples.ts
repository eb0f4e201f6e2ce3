import type { Sample } from "../everything";
import { identitySamples } from "./samplesIdentity";
import { storageSamples } from "./samplesStorage";

/** One resource of each type of AWS, in the order in which they can be created. */
export const awsSamples: readonly Sample[] = [...identitySamples, ...storageSamples];
