/** HTTP/1.1 with as little of its own as possible, so that what is measured is not the tool. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.wire;
