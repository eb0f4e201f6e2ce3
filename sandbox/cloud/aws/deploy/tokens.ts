/** Types of the deployment services that others refer to. */
export const functionToken = "aws:lambda/function:Function";
export const clusterToken = "aws:ecs/cluster:Cluster";
export const taskToken = "aws:ecs/taskDefinition:TaskDefinition";
export const repositoryToken = "aws:ecr/repository:Repository";
