import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { unmark, type Unmarked, type Values } from "./values";

/** A message's values, with marks. */
export function fromStruct(struct: Struct | undefined): Values {
    return struct?.toJavaScript() ?? {};
}

/** A message's values and where the secrets were. */
export function unmarked(struct: Struct | undefined): Unmarked {
    return unmark(fromStruct(struct));
}

export function toStruct(values: Values): Struct {
    return Struct.fromJavaScript(values);
}
