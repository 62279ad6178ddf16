/** Shop orders as sales orders. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.financeoperations.order;
