/**
 * The SSH public key of every agent machine. Azure demands one of a Linux machine without password;
 * this one opens nothing, because nobody has, or ever had, its private half.
 *
 * An Ed25519 public key is a point on a curve, and the private half is how often the base point has to be
 * added up to reach it. Whoever makes a key starts from that number. This point was not made from a
 * number: it is the first SHA-256 digest of `text`, a space and 0, 1, 2 and so on, that is a point at all.
 * To find the number behind a point that came from a hash is the discrete logarithm problem. A test
 * computes the key again from the text.
 *
 * source: RFC 8032 section 5.1.3 (which byte strings are points), RFC 8709 section 4 (how the key is
 * written); that Azure takes Ed25519: Microsoft Learn, "Detailed steps: Create and manage SSH keys
 * for authentication to a Linux VM in Azure"
 * date: 2026-11-21
 */
export const nobodysKey = {
    text: "Gatehouse: nobody holds the private half of this key.",
    publicKey:
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILOB1QXvDAe6FaAQnG34FhIdpm5UaJAfsS8Kcg4KG2K+ nobody",
} as const;
