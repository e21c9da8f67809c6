#include <sqlite3.h>
// SQLITE_TRANSIENT is a cast macro, which Swift cannot import.
static inline int tongban_bind_text(sqlite3_stmt *s, int i, const char *p, int n) { return sqlite3_bind_text(s, i, p, n, SQLITE_TRANSIENT); }
static inline int tongban_bind_blob(sqlite3_stmt *s, int i, const void *p, int n) { return sqlite3_bind_blob(s, i, p, n, SQLITE_TRANSIENT); }
// A function with variable arguments, which Swift cannot import. Before the first connection only.
static inline int tongban_without_statistics(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
