import { known, map, type Known } from "../../model/known";
import { isProductionName, productionNames } from "../../model/production";
import { pattern, texts } from "./settings";

/** Settings of every rule that asks more of production. */
export const productionSettings = {
    productionPattern: pattern("Names of production environments.", productionNames),
    productionTags: texts(
        "Stack tags that mark the whole stack as production when their value matches productionPattern.",
        ["gatehouse:tier"],
    ),
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
