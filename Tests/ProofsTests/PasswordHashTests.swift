import Proofs
import Testing

@Suite struct PasswordHashTests {
    private let salt = Array(UInt8(0)...15)

    @Test func `a password is kept as a PHC string of argon2id`() {
        let hash = PasswordHash.make("正确的马", salt: salt)
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$"))
        #expect(PasswordHash.verify("正确的马", against: hash))
        #expect(!PasswordHash.verify("正确的馬", against: hash))
        #expect(!PasswordHash.needsRenewal(hash))
    }

    /// The vector of the reference implementation (phc-winner-argon2, src/test.c, argon2id v=19).
    @Test func `the published vector verifies`() {
        let hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
        #expect(PasswordHash.verify("password", against: hash))
        #expect(!PasswordHash.verify("Password", against: hash))
    }

    @Test func `what is no hash verifies nothing`() {
        for wrong in ["", "plain", "$argon2id$v=19$m=19456,t=2,p=1$AAEC"] {
            #expect(!PasswordHash.verify("plain", against: wrong))
        }
        #expect(PasswordHash.needsRenewal("$argon2id$v=19$m=4096,t=3,p=1$AAECAwQFBgcICQoLDA0ODw$x"))
    }
}
