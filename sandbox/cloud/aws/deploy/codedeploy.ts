import { guid } from "../../identifiers";
import { isUnknown, str, text } from "../../values";
import { awsType } from "../awsType";
import {
    applicationFields,
    deploymentConfigFields,
    deploymentGroupFields,
} from "../fields/deployMore";
import { serviceRole } from "../iam/names";
import { nameOf } from "../naming";
import { refer, referred } from "../references";

const applicationToken = "aws:codedeploy/application:Application";
const configToken = "aws:codedeploy/deploymentConfig:DeploymentConfig";
const name = nameOf(/^[^]{1,100}$/, "1 to 100 characters");

export const application = awsType({
    of: applicationFields,
    operation: "CodeDeploy: CreateApplication",
    name,
    taken: {
        http: 400,
        code: "ApplicationAlreadyExistsException",
        says: "Application already exists: %",
    },
    defaults: { computePlatform: "Server" },
    id: ({ once, name: own, store }) =>
        once("applicationId", () => guid("application", own, String(store.next("aws", 0, 1)))),
    arn: ({ region, accountId, name: own }) =>
        text`arn:aws:codedeploy:${region}:${accountId}:application:${own}`,
    names: ({ outputs }) => [str(outputs, "name")],
    outputs: ({ id }) => ({ applicationId: id, githubAccountName: "", linkedToGithub: false }),
});

export const deploymentConfig = awsType({
    of: deploymentConfigFields,
    operation: "CodeDeploy: CreateDeploymentConfig",
    name: nameOf(
        /^(?!CodeDeployDefault\.)[^]{1,100}$/,
        "1 to 100 characters, not beginning with CodeDeployDefault.",
        { property: "deploymentConfigName" },
    ),
    taken: {
        http: 400,
        code: "DeploymentConfigAlreadyExistsException",
        says: "Deployment Config Already Exists: %",
    },
    defaults: { computePlatform: "Server" },
    check: (inputs) => {
        const isServer = (str(inputs, "computePlatform") || "Server") === "Server";
        const isKnown = !isUnknown(inputs.computePlatform);
        return [
            ...(isKnown && !isServer && inputs.trafficRoutingConfig === undefined
                ? [
                      {
                          property: "trafficRoutingConfig",
                          reason: "missing required property of Lambda and ECS",
                      },
                  ]
                : []),
            ...(isKnown && isServer && inputs.minimumHealthyHosts === undefined
                ? [
                      {
                          property: "minimumHealthyHosts",
                          reason: "missing required property of Server",
                      },
                  ]
                : []),
        ];
    },
    id: ({ name: own }) => own,
    arn: ({ region, accountId, name: own }) =>
        text`arn:aws:codedeploy:${region}:${accountId}:deploymentconfig:${own}`,
    outputs: ({ once, id }) => ({
        deploymentConfigId: once("deploymentConfigId", () => guid("config", id)),
    }),
    held: {
        by: ["aws:codedeploy/deploymentGroup:DeploymentGroup"],
        operation: "CodeDeploy: DeleteDeploymentConfig",
        http: 400,
        code: "DeploymentConfigInUseException",
        says: "Cannot delete config %: it is in use",
    },
});

const ofApplication = refer(
    ["appName"],
    applicationToken,
    "ApplicationDoesNotExistException",
    "No application found for name: %",
    { owner: true },
);

export const deploymentGroup = awsType({
    of: deploymentGroupFields,
    operation: "CodeDeploy: CreateDeploymentGroup",
    name: { ...name, property: "deploymentGroupName", automatic: false },
    taken: {
        http: 400,
        code: "DeploymentGroupAlreadyExistsException",
        says: "Deployment group already exists for application: %",
    },
    defaults: {
        deploymentConfigName: "CodeDeployDefault.OneAtATime",
        outdatedInstancesStrategy: "UPDATE",
        terminationHookEnabled: false,
    },
    references: [
        ofApplication,
        serviceRole(["serviceRoleArn"], "InvalidRoleException"),
        refer(
            ["deploymentConfigName"],
            configToken,
            "DeploymentConfigDoesNotExistException",
            "No Deployment Configuration found for name: %",
            {
                name: (value) => (value.startsWith("CodeDeployDefault.") ? "" : value),
            },
        ),
    ],
    id: ({ once, store }) =>
        once("deploymentGroupId", () => guid("group", String(store.next("aws", 0, 1)))),
    arn: ({ region, accountId, name: own, inputs }) =>
        text`arn:aws:codedeploy:${region}:${accountId}:deploymentgroup:${str(inputs, "appName")}/${own}`,
    outputs: (shaping) => ({
        computePlatform: shaping.preview
            ? shaping.each(() => "")
            : str(referred(shaping, [ofApplication])[0]?.target.outputs, "computePlatform"),
        deploymentGroupId: shaping.id,
    }),
});
