import type { ResourceType } from "../../resourceType";
import { configRule, deliveryChannel, recorder, recorderStatus } from "./config";
import {
    analyzer,
    detector,
    detectorFeature,
    inspector,
    securityHub,
    standardsSubscription,
} from "./detection";
import { trail } from "./trail";

/** Emulated types of this folder. */
export const auditTypes: readonly ResourceType[] = [
    configRule,
    deliveryChannel,
    recorder,
    recorderStatus,
    analyzer,
    detector,
    detectorFeature,
    inspector,
    securityHub,
    standardsSubscription,
    trail,
];
