/** Documents and connectors for tests that need one and do not care which. */
@org.jspecify.annotations.NullMarked
package dev.kontor.contract.sample;
