/// Made with the C library of argon2: one pass over 8 MiB, salt `saltsaltsaltsalt`, of `AccountSample.password`.
enum OldHash {
    static let ofSamplePassword =
        "$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$XRbKxCdZufdcRdTzEftOw/0Fc5/PvFul7xstDYb6dAw"
}
