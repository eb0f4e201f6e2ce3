import js from "@eslint/js";
import pulumi from "@pulumi/eslint-plugin";
import tseslint from "typescript-eslint";

export default tseslint.config(
    { ignores: ["**/node_modules/**", "**/bin/**", ".sandbox/**", "**/*.{js,mjs,cjs}"] },
    js.configs.recommended,
    tseslint.configs.strictTypeChecked,
    tseslint.configs.stylisticTypeChecked,
    {
        languageOptions: {
            parserOptions: { project: "tsconfig.json", tsconfigRootDir: import.meta.dirname },
        },
        rules: {
            // Numbers read well in messages; everything else must be turned into text on purpose.
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
            // mocha's `this.timeout()` and promise-returning `it` callbacks are the intended use.
            "@typescript-eslint/no-confusing-void-expression": [
                "error",
                { ignoreArrowShorthand: true },
            ],
        },
    },
    {
        // An output printed into a string shows "[object Object]" or worse.
        plugins: { "@pulumi": { rules: pulumi.rules } },
        rules: {
            "@pulumi/no-output-in-template-literal": "error",
            "@pulumi/no-output-instance-in-template-literal": "error",
        },
    },
    {
        // A Pulumi resource registers itself when constructed: `new X(...)` is the statement.
        files: ["index.ts", "components/**/*.ts", "test/**/*.ts", "examples/**/*.ts"],
        rules: { "no-new": "off", "@typescript-eslint/no-unused-expressions": "error" },
    },
);
