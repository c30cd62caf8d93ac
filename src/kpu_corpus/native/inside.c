/* Which types stand inside units, not at their heads. */

#include <stdint.h>

/* Marks the types of the rows that go on in the unit of the row before, if that unit is chosen. */
void inside_types(int64_t rows, const int32_t *type, const int32_t *unit, const uint8_t *chosen,
                  uint8_t *inside) {
    for (int64_t row = 1; row < rows; row++) {
        inside[type[row]] |= (unit[row] == unit[row - 1]) & chosen[unit[row]];
    }
}
