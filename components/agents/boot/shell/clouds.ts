import { tokenResources } from "../cloudFacts";
import { sh } from "./sh";

/** Tokens of an Azure machine's identity. */
export const azureIdentity = sh`
# azure_token RESOURCE: a token of the machine's identity in $value.
azure_token() {
    metadata GET "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=$1&client_id=$client_id" \
        'header = "Metadata: true"' && field access_token
}
`;

/** Signing with a Key Vault key. */
export const azureSigning = sh`
# sign_digest DIGEST: RS256 by the Key Vault key, in $value.
sign_digest() {
    azure_token ${tokenResources.keyVault} || return 1
    local digest
    digest=$(printf '%s' "$1" | tr '+/' '-_' | tr -d '=')
    request POST "$signing_key/sign?api-version=7.4" \
        "$(option header "Authorization: Bearer $value")" \
        "$(option header 'Content-Type: application/json')" \
        "$(option data "{\"alg\":\"RS256\",\"value\":\"$digest\"}")" && field value
}
`;

/** The log leaves through syslog, where the Azure Monitor agent takes it up. */
export const azureLogs = sh`
ship_logs() {
    collect_logs | logger --tag gatehouse-agent
    sleep "$log_settle_seconds"
}
`;

/** Calls to AWS, signed by curl with the credentials of the instance. */
export const awsCalls = sh`
# aws_call SERVICE TARGET BODY
aws_call() {
    local session role key_id secret
    metadata PUT /latest/api/token 'header = "X-aws-ec2-metadata-token-ttl-seconds: 60"' || return 1
    session=$(option header "X-aws-ec2-metadata-token: $answer")
    metadata GET /latest/meta-data/iam/security-credentials/ "$session" || return 1
    role=$answer
    metadata GET "/latest/meta-data/iam/security-credentials/$role" "$session" || return 1
    field AccessKeyId && key_id=$value && field SecretAccessKey && secret=$value &&
        field Token || return 1
    request POST "https://$1.$region.amazonaws.com/" \
        "$(option aws-sigv4 "aws:amz:$region:$1")" "$(option user "$key_id:$secret")" \
        "$(option header "X-Amz-Security-Token: $value")" "$(option header "X-Amz-Target: $2")" \
        "$(option header 'Content-Type: application/x-amz-json-1.1')" "$(option data-binary "$3")"
}
`;

/** Signing with a KMS key. */
export const awsSigning = sh`
# sign_digest DIGEST: RS256 by the KMS key, in $value.
sign_digest() {
    aws_call kms TrentService.Sign "{\"KeyId\":\"$signing_key\",\"Message\":\"$1\",\"MessageType\":\"DIGEST\",\"SigningAlgorithm\":\"RSASSA_PKCS1_V1_5_SHA_256\"}" &&
        field Signature
}
`;

/** The log is written to CloudWatch before the machine goes. */
export const awsLogs = sh`
ship_logs() {
    local now target="{\"logGroupName\":\"$log_group\",\"logStreamName\":\"$name\""
    printf -v now '%(%s)T000' -1
    {
        printf '%s,"logEvents":[' "$target"
        collect_logs | tail --lines 4000 | tail --bytes 250000 | LC_ALL=C tr -c '\n\040-\176' ' ' |
            sed -e '/^ *$/d' -e 's/[\"]/\\&/g' -e "s/.*/{\"timestamp\":$now,\"message\":\"&\"}/" |
            paste --serial --delimiters=, | tr -d '\n'
        printf ']}'
    } >"$private/events.json"
    aws_call logs Logs_20140328.CreateLogStream "$target}" &&
        aws_call logs Logs_20140328.PutLogEvents "@$private/events.json"
}
`;
