/** The benchmark's shop: its orders, and the connector the hub reads them with. */
@org.jspecify.annotations.NullMarked
package dev.kontor.bench.shop;
