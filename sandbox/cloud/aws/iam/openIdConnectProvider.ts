import type { Values } from "../../values";
import { isUnknown, str, text } from "../../values";
import { awsType } from "../awsType";
import { openIdConnectProviderFields } from "../fields/iam";

/** The address without its scheme, as ARNs and condition keys carry it. */
function addressOf(inputs: Values): string {
    const url = str(inputs, "url");
    return isUnknown(url) ? url : url.replace(/^https:\/\//, "");
}

const arnOf = (accountId: string, inputs: Values) =>
    text`arn:aws:iam::${accountId}:oidc-provider/${addressOf(inputs)}`;

/** An issuer an account trusts: one of a URL in an account. */
export const openIdConnectProvider = awsType({
    of: openIdConnectProviderFields,
    operation: "IAM: CreateOpenIDConnectProvider",
    taken: { of: "url", code: "EntityAlreadyExists", says: "Provider with url % already exists." },
    id: ({ inputs, accountId }) => arnOf(accountId, inputs),
    arn: ({ inputs, accountId }) => arnOf(accountId, inputs),
    outputs: ({ inputs }) => ({
        // The service gives the address back without its scheme.
        url: addressOf(inputs),
        thumbprintLists: inputs.thumbprintLists ?? [],
    }),
    check: (inputs) => {
        const url = str(inputs, "url");
        const isAddress = /^https:\/\/[^?#\s]{1,247}$/.test(url);
        const twice =
            new Set(stringsIn(inputs.clientIdLists)).size < stringsIn(inputs.clientIdLists).length;
        return [
            ...(isUnknown(url) || isAddress
                ? []
                : [
                      {
                          property: "url",
                          reason: `${JSON.stringify(url)} must be an https address without query`,
                      },
                  ]),
            ...(twice ? [{ property: "clientIdLists", reason: "names a client twice" }] : []),
            ...stringsIn(inputs.thumbprintLists).flatMap((one, i) =>
                /^[0-9a-f]{40}$/i.test(one)
                    ? []
                    : [
                          {
                              property: `thumbprintLists[${i}]`,
                              reason: "must be 40 hexadecimal digits",
                          },
                      ],
            ),
        ];
    },
});

function stringsIn(value: unknown): string[] {
    const list: unknown[] = Array.isArray(value) ? value : [];
    return list.filter((one): one is string => typeof one === "string" && !isUnknown(one));
}
