/** Compares what the connector computes with cases whose result is known. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.businesscentral.cases;
