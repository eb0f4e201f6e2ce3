@node "%~dp0bin\plugin.js" %*
