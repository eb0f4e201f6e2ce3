@node "%~dp0pulumi-resource-gatehouse-hosts" %*
