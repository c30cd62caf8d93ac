/* Asks for memory that will be looked at soon. */

#ifndef FETCH_H
#define FETCH_H

#define FETCH(address) __builtin_prefetch(address)

#endif
