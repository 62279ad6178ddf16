/** The target's process: takes orders, does nothing with them and remembers when they came. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.stub;
