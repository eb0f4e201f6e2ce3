/** What differs between the images a pool's machines may start from. */
export interface OperatingSystem {
    /** As Systems Manager names it. */
    name: string;
    /** Device of the first volume. */
    rootDevice: string;
    /** Tag by which Systems Manager knows what baseline a machine has. */
    patchTag: string;
    /** Filters of patches by importance, for a baseline. */
    securityFilters: readonly { key: string; values: readonly string[] }[];
}

/**
 * Operating systems the boot program runs on.
 *
 * source: Systems Manager User Guide, "How security patches are selected", "Creating and managing
 * patch groups" (with a space in the tag unless tags are in the instance metadata); EC2 User Guide,
 * device names; from memory
 * date: 2026-11-21
 */
export const operatingSystems: Record<string, OperatingSystem> & { UBUNTU: OperatingSystem } = {
    AMAZON_LINUX_2023: {
        name: "AMAZON_LINUX_2023",
        rootDevice: "/dev/xvda",
        patchTag: "Patch Group",
        securityFilters: [
            { key: "CLASSIFICATION", values: ["Security"] },
            { key: "SEVERITY", values: ["Critical", "Important"] },
        ],
    },
    UBUNTU: {
        name: "UBUNTU",
        rootDevice: "/dev/sda1",
        patchTag: "Patch Group",
        securityFilters: [{ key: "PRIORITY", values: ["Required", "Important"] }],
    },
};
