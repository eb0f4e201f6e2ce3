import { ListValue, NullValue, Struct, Value } from "google-protobuf/google/protobuf/struct_pb";
import type { Json, Properties } from "./wire";

/** Plain JSON to the protobuf form. `undefined` values of objects are left out. */
export function toStruct(properties: Properties): Struct {
    const struct = new Struct();
    const fields = struct.getFieldsMap();
    for (const [key, value] of Object.entries(properties)) {
        if ((value as Json | undefined) !== undefined) fields.set(key, toValue(value));
    }
    return struct;
}

function toValue(json: Json): Value {
    const value = new Value();
    if (json === null) return value.setNullValue(NullValue.NULL_VALUE);
    if (typeof json === "string") return value.setStringValue(json);
    if (typeof json === "number") return value.setNumberValue(json);
    if (typeof json === "boolean") return value.setBoolValue(json);
    if (Array.isArray(json)) {
        const list = new ListValue();
        list.setValuesList((json as readonly Json[]).map(toValue));
        return value.setListValue(list);
    }
    return value.setStructValue(toStruct(json as Properties));
}

/** The protobuf form to plain JSON; nothing is the empty object. */
export function fromStruct(struct: Struct | undefined): Properties {
    return struct?.toJavaScript() ?? {};
}
