import { object, text } from "../shape";
import { reference } from "./arm";

export const azureFirewallIPConfigurationShape = object({
    id: text,
    name: text,
    publicIPAddress: reference,
    subnet: reference,
});
