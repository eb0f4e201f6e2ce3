/** The role for emergencies. */
export interface EstateBreakGlass {
    /** Object id of the Entra group whose members can activate it in Azure. */
    groupId: string;
    /** Day on which it ends, as "2027-01-31", at most 90 days ahead. */
    until: string;
}

/** Which teams hold which role. A team that is not named holds that of developers. */
export interface EstateRoles {
    /** Teams that release to production. */
    releaseManagers: string[];
    /** Teams that watch, and may release. */
    security: string[];
    /** Teams that run pipelines and the estate. */
    platform: string[];
    /** Teams whose members lead other teams. */
    leads: string[];
    /**
     * The role for emergencies. Needs an account in the estate's `breakGlass.azure`.
     * @default nobody can get into production in an emergency
     */
    breakGlass?: EstateBreakGlass;
    /**
     * ARN of the SAML provider by which people sign in to the account in AWS.
     * @default people have no roles in AWS
     */
    samlProviderArn?: string;
}
