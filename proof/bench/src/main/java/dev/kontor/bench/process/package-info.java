/** Child processes and what they cost. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.process;
