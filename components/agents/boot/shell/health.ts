import { sh } from "./sh";

/**
 * Answers whoever asks at the loopback that the machine is healthy.
 *
 * source: "Using Application Health extension with Virtual Machine Scale Sets", rich health states
 * (learn.microsoft.com). date: 2026-11-21
 */
export const healthProgram = `
import http.server, sys

class Health(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = b'{"ApplicationHealthState":"Healthy"}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *ignored):
        pass

http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Health).serve_forever()
`;

/** For a machine that is replaced when it falls silent. */
export const health = sh`
# Under an account of its own, so the job cannot stop it; it ends with the boot program at the latest.
show_health() {
    systemd-run --quiet --collect --service-type=exec --unit=gatehouse-health \
        --property=BindsTo=gatehouse-boot.service --property=DynamicUser=yes \
        --property=NoNewPrivileges=yes --property=CapabilityBoundingSet= \
        --property=ProtectSystem=strict --property=ProtectHome=yes \
        -- python3 -c "$health_program" "$health_port"
}

# Silent from here on. A machine that is off says nothing either, but nobody promises that it counts
# as ill; so it stays up, without agent and job, until it is replaced or has waited long enough.
rest() {
    systemctl stop gatehouse-health.service
    [[ $(systemctl is-system-running) == stopping ]] || sleep "$rest_seconds"
}
`;

/** For a machine that nobody asks. */
export const noHealth = sh`
show_health() { :; }
rest() { :; }
`;
