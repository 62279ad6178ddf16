/** What buyers chose of articles' custom options, which orders tell in ids only. */
@org.jspecify.annotations.NullMarked
package dev.kontor.connector.magento.option;
