import { problem, text, type Problem } from "./validate";

const octet = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const range = new RegExp(`^${octet}(\\.${octet}){3}(/(2[4-9]|3[0-2]))?$`);

/** Problems of `allowAddresses`, which means nothing unless `allowPublicNetwork` is given, too. */
export function addressProblems(
    args: { allowAddresses?: string[]; allowPublicNetwork?: boolean },
    at = "",
): Problem[] {
    const addresses = args.allowAddresses ?? [];
    const path = `${at}allowAddresses`;
    const allowed = "an IPv4 address or a range of /24 to /32";
    const problems = addresses.flatMap((one, i) => text(`${path}[${i}]`, one, range, allowed));
    if (addresses.length > 0 && args.allowPublicNetwork !== true) {
        problems.push(problem(path, addresses, "nothing, unless allowPublicNetwork is true"));
    }
    return problems;
}
