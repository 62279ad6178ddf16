/**
 * The durable pipeline a Java team would build instead: Apache Camel over embedded ActiveMQ
 * Artemis.
 */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.camel;
