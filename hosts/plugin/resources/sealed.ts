/** Text encrypted for the holder of a public key, both in base64: what GitHub asks of secrets. */
export async function sealed(text: string, publicKey: string): Promise<string> {
    // Loaded when it is needed: few programs have a stream.
    const sodium = (await import("libsodium-wrappers")).default;
    await sodium.ready;
    const key = sodium.from_base64(publicKey, sodium.base64_variants.ORIGINAL);
    const box = sodium.crypto_box_seal(sodium.from_string(text), key);
    return sodium.to_base64(box, sodium.base64_variants.ORIGINAL);
}
