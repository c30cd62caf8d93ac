/* Memory that is written to before long. */

#include <stdatomic.h>
#include <stdint.h>

enum { PAGE = 4096 };

/* Has the system give memory now, which it does else when a page is first written to. What others
   write there meanwhile stays as it is. */
void pages_take(_Atomic uint8_t *memory, int64_t size) {
    for (int64_t at = 0; at < size; at += PAGE)
        atomic_fetch_or_explicit(memory + at, 0, memory_order_relaxed);
}
