import * as pulumi from "@pulumi/pulumi";

// Without the resource a message is about, whose name the texts hold instead. The SDK sends messages one
// after the other and holds one of a resource back until that has its URN. A component that depends on
// something that failed never gets one, and every later message would wait for ever, the reason of the
// failure among them.

/** Warns whoever runs the program; `text` names the component. */
export function warn(text: string): void {
    void pulumi.log.warn(text);
}

/** Tells whoever runs the program; `text` names what it is about. */
export function inform(text: string): void {
    void pulumi.log.info(text);
}
