import { is, known, map, type Known } from "../../model/known";
import { isProductionName, productionNames, stackOf, throwawayNames } from "../../model/production";
import { pattern, texts } from "./settings";

/** Settings of every rule that asks more of production. */
export const productionSettings = {
    productionPattern: pattern("Names of production environments.", productionNames),
    productionTags: texts(
        "Stack tags that mark the whole stack as production when their value matches productionPattern.",
        ["gatehouse:tier"],
    ),
};

/** Settings of rules that leave stacks in peace which may be torn down. */
export const throwawaySettings = {
    ...productionSettings,
    throwawayPattern: pattern("Names of stacks that may be torn down at any time.", throwawayNames),
};

interface Marked {
    readonly config: {
        readonly productionPattern: string;
        readonly productionTags: readonly string[];
    };
    readonly stackTags: ReadonlyMap<string, string>;
}

/** Whether an environment is production, by its name or by the stack's tags. */
export function isProduction(
    environment: Known<string>,
    { config, stackTags }: Marked,
): Known<boolean> {
    const fits = (name: string) => isProductionName(name, config.productionPattern);
    const tagged = config.productionTags.some((tag) => fits(stackTags.get(tag) ?? ""));
    return tagged ? known(true) : map(environment, fits);
}

/** Whether the stack of a URN is production, by its name or its tags, as a rule's settings say. */
export function isProductionStack(
    urn: string,
    stackTags: ReadonlyMap<string, string>,
    { productionPattern, productionTags }: Readonly<Record<string, unknown>>,
): boolean {
    const config = {
        productionPattern:
            typeof productionPattern === "string" ? productionPattern : productionNames,
        productionTags: Array.isArray(productionTags)
            ? productionTags.map(String)
            : productionSettings.productionTags.default,
    };
    return is(isProduction(known(stackOf(urn)), { config, stackTags }), true);
}

/** Whether the stack of a URN may be torn down: its name says so, and neither name nor tags say production. */
export function isThrowaway(
    urn: string,
    marked: Marked & { readonly config: { readonly throwawayPattern: string } },
): boolean {
    const name = stackOf(urn);
    const { throwawayPattern } = marked.config;
    return (
        new RegExp(throwawayPattern, "i").test(name) && !is(isProduction(known(name), marked), true)
    );
}
