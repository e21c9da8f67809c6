#include <gcrypt.h>

// What libgcrypt offers as macros and through variable arguments, which Swift cannot call.

// Before anything else, once. Secrets live in Swift's memory as elsewhere here, so none is locked.
static inline int tongban_gcrypt_start(void) {
    if (gcry_check_version(GCRYPT_VERSION) == NULL) return 0;
    gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
    gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
    return 1;
}

static inline int tongban_has_sm3(void) { return gcry_md_test_algo(GCRY_MD_SM3) == 0; }

static inline int tongban_has_sm4(void) { return gcry_cipher_test_algo(GCRY_CIPHER_SM4) == 0; }

// Returns 0, or an error of libgcrypt.
static inline gcry_error_t tongban_sm4_ctr(
    const void *key, const void *counter, void *output, const void *input, size_t length)
{
    gcry_cipher_hd_t cipher;
    gcry_error_t error = gcry_cipher_open(&cipher, GCRY_CIPHER_SM4, GCRY_CIPHER_MODE_CTR, 0);
    if (error) return error;
    error = gcry_cipher_setkey(cipher, key, 16);
    if (!error) error = gcry_cipher_setctr(cipher, counter, 16);
    if (!error) error = gcry_cipher_encrypt(cipher, output, length, input, length);
    gcry_cipher_close(cipher);
    return error;
}
