import { Roles } from "../../../components/index";
import { accountId } from "./ground";
import type { ComponentWeakenings } from "./weakening";

/** Reckoned from today: the component refuses a day that has passed, and one too far ahead. */
const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);

const aws = {
    accountId,
    samlProviderArn: `arn:aws:iam::${accountId}:saml-provider/entra`,
};

/** People and their roles; somebody who stands ready for emergencies. */
export const roles: ComponentWeakenings = {
    of: "Roles",
    build: (weakened) => {
        new Roles("people", {
            organization: "acme",
            holders: [{ role: "security", name: "security", members: ["radia"] }],
            aws,
            ...weakened,
        });
    },
    weakenings: [
        {
            argument: "allowBreakGlassMembers",
            args: {
                allowBreakGlassMembers: true,
                breakGlassUntil: soon,
                aws: {
                    ...aws,
                    breakGlassPrincipalArns: [`arn:aws:iam::${accountId}:user/emergency-1`],
                    breakGlassPolicyArns: [
                        "arn:aws:iam::aws:policy/job-function/SystemAdministrator",
                    ],
                },
            },
            rules: ["aws-role-no-iam-users"],
        },
    ],
};
