/** The simulated systems, in processes of their own, and what they counted. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.twins;
