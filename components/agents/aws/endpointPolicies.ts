import { awsOwnedBuckets, type InterfaceService } from "./endpointServices";

/** Whose identities and resources an endpoint serves. */
export interface EndpointScope {
    accountId: string;
    region: string;
    /** Further accounts whose resources may be used. */
    otherAccountIds: string[];
}

/** A statement of a policy, as JSON writes it. */
interface Statement {
    Sid: string;
    Effect: "Allow";
    Principal: "*";
    Action: string | string[];
    Resource: string | string[];
    Condition?: Record<string, Record<string, string | string[]>>;
}

/**
 * What may pass an endpoint: requests signed by identities of the account for resources of the
 * account or of those it deploys to. Credentials of a stranger are refused, and so is a stranger's
 * bucket, log group or secret: neither can be used to carry data out. An endpoint grants nothing,
 * the identity still needs its own permission; so naming actions here would narrow nothing.
 *
 * source: AWS, "Building a data perimeter on AWS"; aws-samples/data-perimeter-policy-examples,
 * vpc_endpoint_policies; date: 2026-11-21
 */
export function endpointPolicy(service: InterfaceService | "s3", scope: EndpointScope): string {
    const statements = [ownStatement(scope), ...furtherStatements(service, scope)];
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

function ownStatement({ accountId, otherAccountIds }: EndpointScope): Statement {
    return {
        Sid: "OwnIdentitiesToOwnResources",
        Effect: "Allow",
        Principal: "*",
        Action: "*",
        Resource: "*",
        Condition: {
            StringEquals: {
                "aws:PrincipalAccount": accountId,
                "aws:ResourceAccount": [accountId, ...otherAccountIds],
            },
        },
    };
}

/** What a service needs besides, because it belongs to AWS or because nobody has signed it yet. */
function furtherStatements(service: string, scope: EndpointScope): Statement[] {
    const { accountId, region, otherAccountIds } = scope;
    switch (service) {
        case "s3":
            return [
                {
                    // Anybody may read these; the machines' package managers do so unsigned.
                    Sid: "ReadBucketsOfAws",
                    Effect: "Allow",
                    Principal: "*",
                    Action: "s3:GetObject",
                    Resource: awsOwnedBuckets(region).map((bucket) => `arn:aws:s3:::${bucket}/*`),
                },
            ];
        case "ssm":
            return [
                {
                    Sid: "ReadDocumentsOfAws",
                    Effect: "Allow",
                    Principal: "*",
                    Action: ["ssm:DescribeDocument", "ssm:GetDocument", "ssm:GetParameter"],
                    Resource: [
                        `arn:aws:ssm:${region}::document/*`,
                        `arn:aws:ssm:${region}::parameter/aws/*`,
                    ],
                    Condition: { StringEquals: { "aws:PrincipalAccount": accountId } },
                },
            ];
        case "sts":
            return [
                {
                    // A job's token is not an AWS identity: whose it is, the role's trust decides.
                    Sid: "FederateIntoOwnRoles",
                    Effect: "Allow",
                    Principal: "*",
                    Action: "sts:AssumeRoleWithWebIdentity",
                    Resource: "*",
                    Condition: {
                        StringEquals: { "aws:ResourceAccount": [accountId, ...otherAccountIds] },
                    },
                },
            ];
        default:
            return [];
    }
}
