/**
 * What a private endpoint of a storage account needs to know, for Azure's public cloud.
 *
 * source: Microsoft Learn, "Azure Private Endpoint private DNS zone values", row
 * Microsoft.Storage/storageAccounts, blob
 * date: 2026-11-21
 */
export const blobPrivateLink = {
    groupId: "blob",
    zone: "privatelink.blob.core.windows.net",
} as const;

/**
 * Built-in role that reads blobs. Its right to a user delegation key counts on a whole account only,
 * and it is given on a container here.
 *
 * source: Microsoft Learn, "Azure built-in roles for Storage"
 * date: 2026-11-21
 */
export const blobReader = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";

const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";

/**
 * What Pulumi does to blobs: it reads, lists, writes, copies, and deletes locks and removed stacks.
 * Deleting a blob keeps its versions. Deleting a version is another operation
 * (`deleteBlobVersion/action`), and so is deleting the container; Storage Blob Data Contributor may do
 * the latter.
 *
 * source: Microsoft Learn, "Azure permissions for Storage" and "Azure built-in roles for Storage";
 * pulumi/pulumi, pkg/backend/diy (operations)
 * date: 2026-11-21
 */
export const blobWrites: readonly string[] = [
    `${blobs}/read`,
    `${blobs}/write`,
    `${blobs}/add/action`,
    `${blobs}/delete`,
];

/** What Pulumi does to objects of a bucket. source: pulumi/pulumi, pkg/backend/diy; date: 2026-11-21 */
export const objectActions = {
    read: ["s3:GetObject"],
    write: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
};
