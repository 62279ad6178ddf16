/** Orders: what the mapping reads of them, and what is written back. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.order;
