/** Which orders changed, by following the time of change of everything that belongs to them. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.changes;
